"""Who is due, and who has drifted, found by index ranges over the figures.

For each rhythm that occurs the policy says how many days it allows, and so up to which day somebody's clock must have
started for them to be due (`figure.base_on`), or their first conversation have been meant (`figure.starts_on`). Those
who drifted may be very many, and are listed only where there is room: of them the number is read, and the few
freshest.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from lnet.domain.away import AwayDays
from lnet.domain.cadence import circle_days, cutoff, drift_cutoff, drift_days, learned_days
from lnet.domain.facts import Person
from lnet.domain.policy import Policy
from lnet.domain.rows import CIRCLE_RANK, rotation
from lnet.domain.rules.rhythm import cadence_points
from lnet.store.connect import Store
from lnet.store.read.persons import persons

# The rhythms that occur, skipping from one to the next in the index.
RHYTHMS = """
WITH RECURSIVE each(rhythm) AS (
  SELECT min(rhythm) FROM figure WHERE rhythm IS NOT NULL
  UNION ALL SELECT (SELECT min(rhythm) FROM figure WHERE rhythm > each.rhythm) FROM each WHERE each.rhythm IS NOT NULL
) SELECT rhythm FROM each WHERE rhythm IS NOT NULL
"""
BASE = "f.rhythm = r.value ->> 0 AND f.base_on > r.value ->> 1 AND f.base_on <= r.value ->> 2 AND f.starts_on IS NULL"
STARTS = "f.rhythm = r.value ->> 0 AND f.starts_on > r.value ->> 3 AND f.starts_on <= r.value ->> 4"
BUT = "f.contact_id NOT IN (SELECT value FROM json_each(:but))"

DUE = f"""
c.status <> 'archived' AND c.id IN (
  SELECT f.contact_id FROM json_each(:ranges) r CROSS JOIN figure f WHERE {BASE}
  UNION SELECT f.contact_id FROM json_each(:ranges) r CROSS JOIN figure f WHERE {STARTS}
  UNION SELECT contact_id FROM figure WHERE last_on > :today
  UNION SELECT value FROM json_each(:also))
"""
# Whom neither a cadence nor a review is heard for: snoozed, or a conversation is planned soon.
SILENT = """
SELECT id FROM contact WHERE snooze_until > :today
UNION SELECT p.contact_id FROM interaction i JOIN participant p ON p.interaction_id = i.id
  WHERE i.planned = 1 AND i.fulfilled_by IS NULL AND i.occurred_on BETWEEN :today AND :soon
"""
NUMBER = f"""
SELECT (SELECT count(*) FROM json_each(:ranges) r CROSS JOIN figure f WHERE {BASE})
  + (SELECT count(*) FROM json_each(:ranges) r CROSS JOIN figure f WHERE {STARTS})
"""
CLOCKS = "SELECT rhythm, base_on, starts_on FROM figure WHERE contact_id IN (SELECT value FROM json_each(:but))"
# Of each range the latest days, as many as could be wanted.
LATEST = f"""
SELECT r.key, i.base_on, NULL FROM json_each(:ranges) r JOIN figure i ON i.contact_id IN
  (SELECT f.contact_id FROM figure f WHERE {BASE} AND {BUT} ORDER BY f.base_on DESC LIMIT :most)
UNION ALL
SELECT r.key, NULL, i.starts_on FROM json_each(:ranges) r JOIN figure i ON i.contact_id IN
  (SELECT f.contact_id FROM figure f WHERE {STARTS} AND {BUT} ORDER BY f.starts_on DESC LIMIT :most)
"""
WITHIN = f"""
SELECT r.key, f.contact_id, f.base_on, NULL FROM json_each(:ranges) r CROSS JOIN figure f WHERE {BASE} AND {BUT}
UNION ALL
SELECT r.key, f.contact_id, NULL, f.starts_on FROM json_each(:ranges) r CROSS JOIN figure f WHERE {STARTS} AND {BUT}
"""


class Range(NamedTuple):
    """Days of one rhythm, after the first and up to the second: of clock starts, and of first-due days."""

    rhythm: str
    every: int
    rank: int
    base: tuple[str, str]
    starts: tuple[str, str]
    sure: bool = True  # everybody in it has a cadence, and nobody has drifted

    def holds(self, base: str, starts: str | None) -> bool:
        """Whether somebody's clock falls into the range: by their first-due day, if they have one."""
        first, last = self.base if starts is None else self.starts
        return first < (starts or base) <= last


class Calendar(NamedTuple):
    """The day, the days that do not count, and the policy: what makes ranges of days out of rhythms."""

    today: date
    away: AwayDays
    policy: Policy

    def elapsed(self, within: Range, base: str | None, starts: str | None) -> int:
        """The elapsed days of somebody in the range, by the day their clock started or their first-due day."""
        if base is not None:
            return self.away.number(self.today) - self.away.number(date.fromisoformat(base))
        return within.every + (self.today - date.fromisoformat(starts or "")).days

    def edges(self, every: int) -> tuple[str, str, str]:
        """For a cadence the latest clock start of those due, and of those drifted; and the drifted's first-due day."""
        gone = drift_cutoff(every, self.away, self.today, self.policy)
        unmet = days_before(self.today, drift_days(every, self.policy) - every)
        return cutoff(every, self.away, self.today).isoformat(), gone.isoformat(), unmet

    def no_longer_than(self, elapsed: int, whole: Range) -> Range:
        """The part of the range in which at most so many days have elapsed."""
        base = before(self.away.ordinal_of(self.away.number(self.today) - elapsed))
        starts = before(self.today.toordinal() - (elapsed - whole.every))
        (base_after, base_to), (starts_after, starts_to) = whole.base, whole.starts
        return whole._replace(base=(max(base, base_after), base_to), starts=(max(starts, starts_after), starts_to))


def before(ordinal: int) -> str:
    """The day before the one with this ordinal, as text that compares; "" where the calendar ends."""
    return date.fromordinal(ordinal - 1).isoformat() if ordinal > 1 else ""


def ranges(store: Store, calendar: Calendar) -> tuple[list[Range], list[Range]]:
    """For each rhythm in use the days of those due, and of those drifted."""
    due, drifted = [], []
    edges = cache(calendar.edges)  # a large network has a thousand rhythms and a third as many cadences
    learned_by_all = calendar.policy.learned_min_days <= 4 and calendar.policy.learned_min_span <= 60
    today = calendar.today.isoformat()
    for (rhythm,) in store.db.execute(RHYTHMS):
        every, circle = allowed(rhythm, calendar.policy)
        latest, gone, unmet = edges(every)
        rank = CIRCLE_RANK[circle]
        sure = learned_by_all or not rhythm.startswith("gap:")
        if circle == "inner" or not sure:  # the inner circle never drifts
            due.append(Range(rhythm, every, rank, ("", latest), ("", today), sure))
        else:
            due.append(Range(rhythm, every, rank, (gone, latest), (unmet, today)))
            drifted.append(Range(rhythm, every, rank, ("", gone), ("", unmet)))
    return due, drifted


def days_before(today: date, days: int) -> str:
    return (today - min(timedelta(days=days), today - date.min)).isoformat()


def allowed(rhythm: str, policy: Policy) -> tuple[int, str | None]:
    """The days that the policy allows a rhythm of the figures, and its circle.

    A learned rhythm is figured from the least that a policy may ask for; under one that asks for more not everybody
    who has it has a cadence.
    """
    kind, number, circle = rhythm.split(":")
    if kind == "gap":
        return learned_days(int(number), policy), None
    return (int(number) if number else circle_days(circle, policy)), circle or None


def packed(ranges: Iterable[Range]) -> str:
    """The ranges as the statements take them."""
    return json.dumps([[each.rhythm, *each.base, *each.starts] for each in ranges])


def due_people(store: Store, ranges: Iterable[Range], also: Iterable[int], today: date) -> list[Person]:
    """The people within the ranges, and those `also` asked for; and whoever's newest conversation is yet to come.

    The last because their figures do not hold on this day.
    """
    values = {"today": today.isoformat(), "ranges": packed(ranges), "also": json.dumps([*also])}
    return persons(store, DUE, values)


def silent_people(store: Store, calendar: Calendar) -> set[int]:
    """The ids of those for whom no cadence is heard today: snoozed, or a conversation is planned soon."""
    soon = calendar.today + timedelta(days=calendar.policy.planned_within)
    return {id for (id,) in store.db.execute(SILENT, {"today": calendar.today.isoformat(), "soon": soon.isoformat()})}


def most_pressing(
    store: Store, due: Sequence[Range], but: Collection[int], calendar: Calendar
) -> tuple[list[int], list[Range], int]:
    """Of those due by their clock alone the ids that a list would put first, as many as it may show.

    Also the ranges that must be read whole, because not everybody in them is due; and the number of the rest.
    People in no circle come last among equals: where those in circles fill the list with the most points there are,
    the others are only counted.
    """
    sure = [each for each in due if each.sure]
    left_out = json.dumps(sorted(but))
    most, nowhere = calendar.policy.daily_limit, CIRCLE_RANK[None]
    found = by_points(store, [each for each in sure if each.rank != nowhere], left_out, calendar)
    full = sum(len(ids) for (points, _), ids in found.items() if -points == calendar.policy.cadence_most) >= most
    found |= by_points(store, [] if full else [each for each in sure if each.rank == nowhere], left_out, calendar)
    first: list[int] = []
    for _, ids in sorted(found.items()):
        if len(first) < most:
            first += sorted(ids, key=lambda id: (rotation(calendar.today, id), id))
    chosen = first[:most]
    return chosen, [each for each in due if not each.sure], number(store, sure, left_out) - len(chosen)


def by_points(store: Store, ranges: Sequence[Range], but: str, calendar: Calendar) -> dict[tuple[int, int], list[int]]:
    """The ids of the people in the ranges, by points (negative, so that the most come first) and circle."""
    found: dict[tuple[int, int], list[int]] = {}
    since = cache(lambda base: calendar.elapsed(ranges[0], base, None))  # many share a day
    for key, id, base, starts in store.db.execute(WITHIN, {"ranges": packed(ranges), "but": but}):
        within = ranges[key]
        days = since(base) if base else calendar.elapsed(within, None, starts)
        points = cadence_points(days, within.every, calendar.policy)
        found.setdefault((-points, within.rank), []).append(id)
    return found


def drifted_people(
    store: Store, drifted: Sequence[Range], left_out: Collection[int], calendar: Calendar, room: int
) -> tuple[list[Person], int]:
    """Of the drifted the freshest, as many as there is room for, and the number of the rest.

    `left_out` are the ids of people who are silent, or read already for another reason; they are in neither.
    """
    but = json.dumps(sorted(left_out))
    chosen = freshest(store, drifted, but, calendar, room)
    values = {"today": calendar.today.isoformat(), "ids": json.dumps(chosen)}
    fill = persons(store, "c.id IN (SELECT value FROM json_each(:ids))", values)
    return fill, number(store, drifted, but) - len(fill)


def number(store: Store, drifted: Sequence[Range], but: str) -> int:
    """How many have drifted, without those in `but`: all by the index alone, less the few that are looked at."""
    by_rhythm = {each.rhythm: each for each in drifted}
    (every,) = store.db.execute(NUMBER, {"ranges": packed(drifted)}).fetchone()
    left_out = sum(
        rhythm in by_rhythm and by_rhythm[rhythm].holds(base, starts)
        for rhythm, base, starts in store.db.execute(CLOCKS, {"but": but})
    )
    return int(every) - left_out


def freshest(store: Store, drifted: Sequence[Range], but: str, calendar: Calendar, most: int) -> list[int]:
    """The ids that `domain.rows.freshest_first` would put first, at most so many.

    In two statements: one finds how far back the list reaches, one reads all who are that fresh, for equals take turns.
    """
    values: dict[str, Any] = {"ranges": packed(drifted), "but": but, "most": most}
    latest = sorted(
        (drifted[key].rank, calendar.elapsed(drifted[key], base, starts))
        for key, base, starts in store.db.execute(LATEST, values)
    )
    near = drifted if most else []
    if 0 < most <= len(latest):
        near = as_fresh_as(latest[most - 1], drifted, calendar)
    found = sorted(
        (near[key].rank, calendar.elapsed(near[key], base, starts), rotation(calendar.today, id), id)
        for key, id, base, starts in store.db.execute(WITHIN, values | {"ranges": packed(near)})
    )
    return [id for *_, id in found[:most]]


def as_fresh_as(last: tuple[int, int], drifted: Sequence[Range], calendar: Calendar) -> list[Range]:
    """The parts of the ranges in which somebody comes before or beside the `last`, given by circle and elapsed days."""
    rank, days = last
    return [each if each.rank < rank else calendar.no_longer_than(days, each) for each in drifted if each.rank <= rank]
