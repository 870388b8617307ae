"""The days of a series: what its rule says up to today, with what was added, taken away, moved or changed.

A rule is followed on the clock of the event's own time zone, so that nine o'clock stays nine o'clock when summer time
begins. Each day of a series is known by the day it was first meant for, wherever it was moved to.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import chain, islice
from typing import NamedTuple

from dateutil.rrule import rrulestr

from lnet.exchange.ics.event import Event
from lnet.exchange.ics.times import Written, on_the_clock, utc, written
from lnet.exchange.ics.zones import Zones

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
CONDITIONS = {"DAILY": ("BYMONTH", "BYMONTHDAY", "BYDAY"), "WEEKLY": ("BYMONTH", "BYMONTHDAY")}
# How many days a rule looks at to find its next one; a meeting never comes by the hour.
STEPS = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 7, "YEARLY": 7}
MOST_STEPS = 1_000_000  # of all rules of a file together: some seconds


class Day(NamedTuple):
    """One day of an event: the day it was meant for, its time on the event's own clock, and what is true of it."""

    meant_for: date
    at: Written
    event: Event


class Rule(NamedTuple):
    """A rule without its end, which is `until` (a time of the clock) or after so many days: the `most` of it.

    `only` are the conditions on days of a rule that comes daily or weekly: dateutil would look for a 30 February up to
    the year 9999, whatever the end.
    """

    text: str
    step: int
    most: int | None
    until: datetime
    only: dict[str, list[str]]

    def holds(self, at: datetime) -> bool:
        """Whether a day meets the conditions."""
        last = monthrange(at.year, at.month)[1]
        days = {str(at.day), str(at.day - last - 1), f"+{at.day}"}
        own = {"BYMONTH": {str(at.month), f"{at.month:02}"}, "BYMONTHDAY": days, "BYDAY": {WEEKDAYS[at.weekday()]}}
        return all(own[name].intersection(values) for name, values in self.only.items())


class Series:
    """Works out the days of events; `odd` are rules that could not be followed, each with its place and the reason."""

    def __init__(self, zones: Zones, today: date) -> None:
        self.zones = zones
        self.end = datetime.combine(today + timedelta(days=1), time.max)  # in whatever zone
        self.left = MOST_STEPS
        self.odd: list[tuple[str, str]] = []

    def days(self, event: Event, changed: Sequence[Event]) -> Iterator[Day]:
        """The days of an event up to today, in their order; `changed` are those told of on their own."""
        zone = self.zone(event.start)
        if event.original and not (event.rules or event.more):  # a day of a series that the file does not tell of
            yield self.day(self.clock(event.original, zone), event, event)
            return
        own = {self.clock(each.original, zone): each for each in changed if each.original}
        later = sorted((at, each) for at, each in own.items() if each.and_later)
        for at in self.clock_times(event, zone):
            if at in own:
                yield self.day(at, own.pop(at), event)
            else:
                yield self.following(at, event, [each for since, each in later if since <= at], zone)
        for at, each in sorted(own.items()):  # moved here from a day that the rule does not know
            yield self.day(at, each, event)

    def day(self, meant: datetime, own: Event, event: Event) -> Day:
        """A day that is told of on its own; who was invited, it need not say again."""
        return Day(meant.date(), own.start, own if own.guests else own._replace(guests=event.guests))

    def following(self, at: datetime, event: Event, changes: Sequence[Event], zone: tzinfo | None) -> Day:
        """A day of the rule, as the last change "from this day on" has it."""
        told = changes[-1] if changes else event
        moved = timedelta()
        if told.original:
            moved = self.clock(told.start, zone) - self.clock(told.original, zone)
        return Day(at.date(), event.start._replace(wall=at + moved), told)

    def clock_times(self, event: Event, zone: tzinfo | None) -> Iterator[datetime]:
        """The times of an event on its own clock up to today, but always its first, each once, in their order."""
        more = {self.clock(each, zone) for each in event.more}
        fewer = {self.clock(each, zone) for each in event.fewer if not each.is_day}
        no_days = {each.wall.date() for each in event.fewer if each.is_day}
        by_rule = chain.from_iterable(self.of_rule(event, text, zone) for text in event.rules)
        found = sorted({event.start.wall, *by_rule, *more})
        up_to = max(self.end, event.start.wall)
        return (at for at in found if at <= up_to and at not in fewer and at.date() not in no_days)

    def of_rule(self, event: Event, text: str, zone: tzinfo | None) -> Iterator[datetime]:
        """The times that one rule gives, its first the event's own; none where it cannot be followed."""
        try:
            rule = self.ready(text, zone)
            self.pay((rule.until - event.start.wall).days // rule.step)
            times = rrulestr(f"{rule.text};UNTIL={rule.until:%Y%m%dT%H%M%S}", dtstart=event.start.wall)
            found = list(islice(filter(rule.holds, times), rule.most))
            self.pay(0 if found else MOST_STEPS // 8)  # it has looked for one up to the year 9999
            yield from found
        except (ValueError, TypeError, OverflowError, AttributeError, IndexError) as error:  # each for some broken rule
            self.odd.append((event.where, f"repeats by a rule that lnet cannot follow ({text[:80]}): {error}"))

    def ready(self, text: str, zone: tzinfo | None) -> Rule:
        """A rule taken apart; raises ValueError for one that never ends or comes by the hour."""
        parts = dict(part.upper().partition("=")[::2] for part in text.split(";") if "=" in part)
        until, count = parts.pop("UNTIL", None), parts.pop("COUNT", None)
        if parts.get("FREQ") not in STEPS:
            raise ValueError("no day, week, month or year")
        if int(parts.get("INTERVAL", 1)) < 1:
            raise ValueError("no interval")
        end = min(self.end, self.last(until, zone)) if until else self.end
        only = {name: parts.pop(name).split(",") for name in conditions(parts)}
        rest = ";".join(f"{name}={value}" for name, value in parts.items() if not name.startswith("X-"))
        return Rule(rest, STEPS[parts["FREQ"]], int(count) if count else None, end, only)

    def last(self, text: str, zone: tzinfo | None) -> datetime:
        """The end of a rule on the event's clock; a day alone is meant with all its hours."""
        found = written(text)
        if found is None:
            raise ValueError(f"'{text}' is no end")
        return datetime.combine(found.wall, time.max) if found.is_day else self.clock(found, zone)

    def pay(self, steps: int) -> None:
        """Count the days that rules have looked at; raises ValueError when they are too many for one file."""
        if steps > self.left:
            raise ValueError("too many days in one file")
        self.left -= max(steps, 0)

    def zone(self, at: Written) -> tzinfo | None:
        """The zone that a moment is written in; None for one that is as the clock shows it."""
        return utc(at.wall).tzinfo if at.is_utc else self.zones.zone(at.tzid) if at.tzid else None

    def clock(self, at: Written, zone: tzinfo | None) -> datetime:
        """A moment on the clock of another zone."""
        own = self.zone(at)
        return on_the_clock(at.wall.replace(tzinfo=own), zone) if own else at.wall


def conditions(parts: Mapping[str, str]) -> list[str]:
    """The parts of a rule that are conditions on its days; raises ValueError for those that no such rule has."""
    known = CONDITIONS.get(parts["FREQ"])
    if known is None:
        return []
    if any(name in parts for name in ("BYSETPOS", "BYYEARDAY", "BYWEEKNO", "BYEASTER")):
        raise ValueError("conditions that do not go together")
    if not set(parts.get("BYDAY", "MO").split(",")) <= set(WEEKDAYS):
        raise ValueError("no day of the week")
    return [name for name in known if name in parts]
