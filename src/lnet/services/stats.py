"""Numbers of the conversations held: by week, day, circle, channel, topic and person. Reads only."""

from datetime import date
from typing import Any, NamedTuple

from lnet.domain import tallies
from lnet.domain.tallies import Span
from lnet.domain.vocabulary import CIRCLES
from lnet.errors import DateError
from lnet.store.connect import Store
from lnet.store.read import stats as read
from lnet.store.read.stats import Person, Tally

NO_CIRCLE = "none"
BARS_MOST = 12  # weeks drawn, if no period was asked for


class Stats(NamedTuple):
    """The conversations from `since` to `until`, both days included.

    `days` has those on which there were any. `bars`: what is drawn of them, by `unit` ("week", "month" or "year").
    `people`, `imported` and what follows are of the newest `looked_at` conversations, which are nearly always all.
    """

    since: date
    until: date
    conversations: int
    people: int
    imported: int
    looked_at: int
    unit: str
    bars: tuple[Span, ...]
    days: dict[date, int]
    circles: tuple[Tally, ...]
    channels: tuple[Tally, ...]
    topics: tuple[Tally, ...]
    persons: tuple[Person, ...]

    @property
    def weeks(self) -> tuple[Span, ...]:
        """Every week of the period."""
        return tallies.weeks(self.days, self.since, self.until)

    def as_json(self) -> dict[str, Any]:
        """All of the numbers."""
        return {
            "since": self.since, "until": self.until, "conversations": self.conversations, "people": self.people,
            "imported": self.imported, "looked_at": self.looked_at, "weeks": self.weeks,
            "months": tallies.months(self.days, self.since, self.until),
            "days": [{"on": on, "conversations": number} for on, number in self.days.items()],
            "circles": [named("circle", each) | {"people": each.people} for each in self.circles],
            "channels": [named("channel", each) for each in self.channels],
            "topics": [named("topic", each) for each in self.topics], "persons": self.persons,
        }  # fmt: skip


def named(what: str, tally: Tally) -> dict[str, Any]:
    """A tally as JSON has it."""
    return {what: tally.name, "conversations": tally.conversations}


def stats(store: Store, since: date | None = None) -> Stats:
    """The numbers since a day, by default of a year up to today. Raises DateError for a day to come."""
    today = store.today
    if since is not None and since > today:
        raise DateError(since.isoformat(), "this is still to come")
    start = since or tallies.a_year_before(today)
    days = read.days(store, start, today)
    found = read.tallies(store, start, today)
    unit, bars = drawn(days, start, today) if since else ("week", tallies.weeks(days, start, today)[-BARS_MOST:])
    return Stats(
        start, today, sum(days.values()), found.people, found.imported, found.number, unit, bars, days,
        by_circle(found.circles), found.channels, found.topics, found.persons,
    )  # fmt: skip


def drawn(days: dict[date, int], since: date, until: date) -> tuple[str, tuple[Span, ...]]:
    """The period in the shortest unit of which there are few enough to look at: weeks, months, else years."""
    weeks, months = (count(days, since, until) for count in (tallies.weeks, tallies.months))
    if len(weeks) <= tallies.WEEKS_MOST:
        return "week", weeks
    return ("month", months) if len(months) <= tallies.MONTHS_MOST else ("year", tallies.years(days, since, until))


def by_circle(circles: tuple[Tally, ...]) -> tuple[Tally, ...]:
    """The circles from the inside out, those in none last."""
    order = (*CIRCLES, NO_CIRCLE)
    return tuple(sorted(circles, key=lambda each: order.index(each.name)))
