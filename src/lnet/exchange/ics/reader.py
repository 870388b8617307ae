"""Meetings of a calendar that are over become conversations with those who were there.

Who is who goes by e-mail address. What is no meeting (a day as a whole, an appointment with nobody, what was called
off or declined, what is still to come) is passed over and counted; a broken event costs itself alone.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, tzinfo
from itertools import chain

from lnet.domain.cards import Item, PersonCard, Problem, Rejected, TalkCard
from lnet.exchange.ics.event import Event, Guest, event
from lnet.exchange.ics.lines import Broken, Component, Property, components
from lnet.exchange.ics.series import Day, Series
from lnet.exchange.ics.times import Written
from lnet.exchange.ics.zones import Zones
from lnet.exchange.leftovers import LeftOver
from lnet.exchange.others import Others
from lnet.exchange.source import Format, Source

OPENING = re.compile(r"BEGIN:V(?!CARD\b)", re.IGNORECASE)
MOST_EVENTS = 500_000
MOST_MEETINGS = 300_000  # days of series counted one by one
MOST_BROKEN = 100  # lines that are none, told one by one
MOST_GUESTS = 25  # more are an audience: nobody of them talked with all the others
FIRST_YEAR = 1900  # before it nobody of today met anybody
NO_PERSONS = frozenset({"ROOM", "RESOURCE", "GROUP"})


def fits(source: Source) -> bool:
    """Whether the file is a calendar, or a part of one: by its first line."""
    head = source.data[:1000]
    text = head.decode("utf-16" if b"\0" in head else "utf-8", "ignore")
    return OPENING.match(text.lstrip("\ufeff \t\r\n")) is not None


def read(source: Source) -> Iterator[Item]:
    """The meetings, each day of a series on its own, then what was passed over and why.

    Raises BadInputError where nothing says who I am, and for more events than anybody has.
    """
    calendar = Calendar(source)
    yield from calendar.collect()
    yield from calendar.meetings()
    yield from calendar.remarks()


class Calendar:
    """One calendar: its events by the name that they have in common, and what it says about time zones."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.me = source.known_me
        self.zones = Zones()
        self.series = Series(self.zones, source.today)
        self.left_over = LeftOver("event")
        self.events: dict[str, list[Event]] = {}
        self.others = Others(self.me)
        self.passed_by: Counter[str] = Counter()
        self.own_zone: tzinfo | None = None
        self.is_called_off = False
        self.count = self.broken = 0

    # --- reading --------------------------------------------------------------------------------------------------

    def collect(self) -> Iterator[Item]:
        """Read the whole file; gives what is broken in it."""
        for each in components(self.source):
            if isinstance(each, Broken):
                yield from self.complain(each)
            elif isinstance(each, Property):
                self.learn(each)
            elif each.name == "VTIMEZONE":
                self.zones.describe(each)
            elif each.name == "VEVENT":
                yield from self.keep(each)
            else:
                self.passed_by[each.name] += 1

    def complain(self, each: Broken) -> Iterator[Problem]:
        """Report a line that is none; of very many the first."""
        self.broken += 1
        if self.broken <= MOST_BROKEN:
            yield Problem(f"line {each.line}", f"no line of a calendar: '{each.text[:60]}'")

    def learn(self, each: Property) -> None:
        """What a calendar says about itself: my own time zone, and whether all of it is called off."""
        if each.name == "BEGIN":
            self.is_called_off = False
        elif each.name == "X-WR-TIMEZONE":
            self.own_zone = self.own_zone or self.zones.zone(each.text)
        elif each.name == "METHOD":
            self.is_called_off = each.value.strip().upper() == "CANCEL"

    def keep(self, component: Component) -> Iterator[Item]:
        """One more event, under its name; one without a name has that of its content."""
        self.count += 1
        if self.count > MOST_EVENTS:
            raise self.source.refusal(f"more than {MOST_EVENTS:,} events")
        where = f"event {self.count}"
        found = event(component, where)
        if not component.ended:
            yield Problem(where, f"is never closed (line {component.line}); read as far as it goes")
        if found is None:
            yield Rejected(where, f"no start that could be read (line {component.line})")
        else:
            for guest in found.guests:
                self.others.meet(where, guest.email, guest.name)
            found = found._replace(status="CANCELLED") if self.is_called_off else found
            self.events.setdefault(found.uid or nameless(found), []).append(found)

    # --- meetings -------------------------------------------------------------------------------------------------

    def meetings(self) -> Iterator[TalkCard]:
        """The meetings that are over."""
        count = 0
        for uid, told in self.events.items():
            for talk in self.of_one_name(uid, told):
                count += 1
                if count > MOST_MEETINGS:
                    raise self.source.refusal(f"more than {MOST_MEETINGS:,} meetings")
                yield talk

    def of_one_name(self, uid: str, told: list[Event]) -> Iterator[TalkCard]:
        """The days of the events of one name: usually one, or a series and its exceptions."""
        changed = newest([each for each in told if each.original])
        main = newest([each for each in told if not each.original])
        if not main:
            return chain.from_iterable(self.of_one_event(uid, each, []) for each in changed)
        names = [uid] if len(main) == 1 else [f"{uid}|{each.start.wall.isoformat()}" for each in main]
        others = [changed, *([] for _ in main[1:])]
        return chain.from_iterable(map(self.of_one_event, names, main, others))

    def of_one_event(self, name: str, told: Event, changed: list[Event]) -> Iterator[TalkCard]:
        """The days of one event; a day of a series is known by the day it was meant for."""
        why = None if changed else self.no_meeting(told)
        if why:
            self.pass_over(told, why)
            return
        is_series = bool(told.rules or told.more or changed or told.original)
        seen: set[str] = set()
        for day in self.series.days(told, changed):
            at = f"{name}|{day.meant_for.isoformat()}" if is_series else name
            while at in seen:  # twice a day
                at += "'"
            yield from self.meeting(at, day, keeps_note=day.event is not told or not seen)
            seen.add(at)

    def meeting(self, name: str, day: Day, *, keeps_note: bool) -> Iterator[TalkCard]:
        """One day as a conversation; none where it was no meeting, or is not over."""
        event, when = day.event, self.local(day.at)
        why = self.no_meeting(event) or ("not over yet" if when.date() >= self.source.today else None)
        if why:
            self.pass_over(event, why)
            return
        yield TalkCard(
            event.where, name, when.date(), tuple(self.present(event)), event.channel, summary=event.title,
            note=event.note if keeps_note else None, time=when.strftime("%H:%M"), topics=event.topics,
        )  # fmt: skip

    def no_meeting(self, event: Event) -> str | None:
        """Why an event is no meeting on any of its days; None if it may be one."""
        if event.is_all_day:
            return "all day: no meeting"
        if event.start.wall.year < FIRST_YEAR:
            return f"begins before {FIRST_YEAR}"
        if event.status == "CANCELLED":
            return "called off"
        if any(guest.answer == "DECLINED" and self.is_me(guest) for guest in event.guests):
            return "declined by you"
        others = len(self.present(event))
        if not others:
            return "nobody else was there"
        return f"more than {MOST_GUESTS} others: an audience" if others > MOST_GUESTS else None

    def pass_over(self, event: Event, why: str) -> None:
        """Count what is no conversation."""
        self.left_over.add(why, int(event.where.rpartition(" ")[2]))

    def local(self, at: Written) -> datetime:
        """When it was by my clock: this machine's time zone, else the calendar's, else the clock it is written in."""
        own = self.series.zone(at)
        home = self.source.zone or (self.own_zone if at.is_utc else None)
        return at.wall.replace(tzinfo=own).astimezone(home) if own and home else at.wall

    # --- people ---------------------------------------------------------------------------------------------------

    def present(self, event: Event) -> list[PersonCard]:
        """Who was there besides me, each once: not rooms, not who declined, not who only had a copy."""
        if event.is_all_day:
            return []
        answered: dict[str, PersonCard] = {}
        away = {guest.email.casefold() for guest in event.guests if guest.answer == "DECLINED"}
        for guest in event.guests:
            coming = guest.kind not in NO_PERSONS and guest.role != "NON-PARTICIPANT"
            if coming and guest.email.casefold() not in away and (card := self.others.known[guest.email]):
                answered.setdefault(card.source_key, card)
        return list(answered.values())

    def is_me(self, guest: Guest) -> bool:
        """Whether it is me: by my address, or, where none is given, by my name."""
        return self.me.has("email", guest.email) if guest.email else self.me.is_named(guest.name)

    # --- what is to be said ---------------------------------------------------------------------------------------

    def remarks(self) -> Iterator[Problem]:
        """Rules and time zones that could not be followed, then what was passed over."""
        for where, what in dict.fromkeys(self.series.odd):
            yield Problem(where, f"{what}; taken without it")
        if self.broken > MOST_BROKEN:
            yield Problem("calendar", f"{self.broken - MOST_BROKEN:,} more lines that are none of a calendar")
        for name in self.zones.unknown:
            yield Problem("calendar", f"time zone '{name}' is not known; its times are taken as they stand")
        yield from self.left_over.problems()
        for name, count in self.passed_by.items():
            yield Problem("calendar", f"{name[:40]}: no event, passed over ({count:,})")


def nameless(found: Event) -> str:
    """A name for an event that has none: the same for the same content."""
    said = f"{found.start}|{found.title}|{sorted(guest.email for guest in found.guests)}"
    return hashlib.blake2b(said.encode(), digest_size=12).hexdigest()


def newest(told: list[Event]) -> list[Event]:
    """Of events that are told of more than once the newest telling.

    Two of one name that start at different times and say nothing about which is newer are two.
    """
    if len(told) < 2:
        return told
    found: dict[tuple[object, ...], Event] = {}
    latest = max(each.sequence for each in told)
    for each in sorted(told, key=lambda each: each.sequence):
        found[(each.original,) if each.original else (each.start,)] = each
    return [each for each in found.values() if each.original or each.sequence == latest]


FORMAT = Format("ics", "iCalendar (.ics)", fits, read, streams=True)
