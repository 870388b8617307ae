"""Ranges of days in which somebody's clock must have started for them to be due, or to have drifted.

For each rhythm that occurs the policy says how many days it allows, and so up to which day somebody's clock must have
started for them to be due (`figure.base_on`), or their first conversation have been meant (`figure.starts_on`).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from lnet.domain.away import AwayDays
from lnet.domain.cadence import circle_days, cutoff, drift_days, learned_days
from lnet.domain.policy import Policy
from lnet.domain.rows import CIRCLE_RANK
from lnet.domain.rules.rhythm import cadence_points, mentor_points
from lnet.store.connect import Store
from lnet.store.read.days import days_before

# The rhythms that occur, skipping from one to the next in the index.
RHYTHMS = """
WITH RECURSIVE each(rhythm) AS (
  SELECT min(rhythm) FROM figure WHERE rhythm IS NOT NULL
  UNION ALL SELECT (SELECT min(rhythm) FROM figure WHERE rhythm > each.rhythm) FROM each WHERE each.rhythm IS NOT NULL
) SELECT rhythm FROM each WHERE rhythm IS NOT NULL
"""
# A range as `packed` writes it: four days, then the rhythm.
OF_RHYTHM = "f.rhythm = substr(r.value, 41)"
BASE_TO = f"{OF_RHYTHM} AND f.base_on <= substr(r.value, 11, 10) AND f.starts_on IS NULL"
STARTS_TO = f"{OF_RHYTHM} AND f.starts_on <= substr(r.value, 31, 10)"
BASE = f"{BASE_TO} AND f.base_on > substr(r.value, 1, 10)"
STARTS = f"{STARTS_TO} AND f.starts_on > substr(r.value, 21, 10)"
# Few rhythms have anybody with a first-due day; the others are not asked for it.
FIRST_DUE = "SELECT DISTINCT rhythm FROM figure WHERE starts_on IS NOT NULL"
STARTING = "(SELECT CAST(key AS INTEGER) AS key, value FROM json_each(:starting)) r"
BUT = "f.contact_id NOT IN (SELECT value FROM json_each(:but))"
WITHIN = f"""
SELECT r.key, f.contact_id, f.base_on, NULL FROM json_each(:ranges) r CROSS JOIN figure f WHERE {BASE} AND {BUT}
UNION ALL
SELECT r.key, f.contact_id, NULL, f.starts_on FROM {STARTING} CROSS JOIN figure f WHERE {STARTS} AND {BUT}
"""
# How many are in the ranges, and how many before them.
NUMBERS = f"""
SELECT total(within), count(*) - total(within) FROM (
  SELECT f.base_on > substr(r.value, 1, 10) AS within FROM json_each(:ranges) r CROSS JOIN figure f WHERE {BASE_TO}
  UNION ALL SELECT f.starts_on > substr(r.value, 21, 10) FROM {STARTING} CROSS JOIN figure f WHERE {STARTS_TO})
"""
CLOCKS = """
SELECT contact_id, rhythm, base_on, starts_on FROM figure WHERE contact_id IN (SELECT value FROM json_each(?))
"""


Days = tuple[str, str]  # after the first and up to the second, as text that compares


class Clock(NamedTuple):
    """By which rhythm somebody is reminded, if by any, the day from which days count, and a first-due day."""

    rhythm: str | None
    base: str
    starts: str | None


class Range(NamedTuple):
    """Days of one rhythm, after the first and up to the second: of clock starts, and of first-due days.

    `kind`: whether who is in it is listed as "mentor" or as "cadence". `sure`: everybody in it has a cadence.
    `starting`: somebody of the rhythm has a first-due day.
    """

    kind: str
    rhythm: str
    every: int
    rank: int
    base: Days
    starts: Days
    sure: bool = True
    starting: bool = True

    def holds(self, base: str, starts: str | None) -> bool:
        """Whether somebody's clock falls into the range: by their first-due day, if they have one."""
        first, last = self.base if starts is None else self.starts
        return first < (starts or base) <= last

    def follows(self, base: str, starts: str | None) -> bool:
        """Whether somebody's clock lies before the range."""
        return (starts or base) <= (self.base if starts is None else self.starts)[0]

    def points(self, days: int, policy: Policy) -> int:
        """What so many elapsed days are worth."""
        worth = mentor_points if self.kind == "mentor" else cadence_points
        return worth(days, self.every, policy)


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

    def due(self, every: int) -> tuple[Days, Days]:
        """For a cadence the clock starts, and the first-due days, of those who are due and have not drifted."""
        now, gone = self.away.number(self.today), drift_days(every, self.policy)
        latest, drifted = (self.away.ordinal_of(now - days + 1) for days in (every, gone))
        today = self.today.toordinal() + 1
        return (before(drifted), before(latest)), (before(today - (gone - every)), before(today))

    def agreed(self, every: int) -> tuple[Days, Days]:
        """For so many days agreed with a mentor the same: a word is due to them from four fifths of the days on."""
        enough = -(-every * self.policy.mentor_percent // 100)
        return ("", cutoff(enough, self.away, self.today).isoformat()), ("", days_before(self.today, enough - every))

    def no_longer_than(self, elapsed: int, whole: Range) -> Range:
        """The part of the range in which at most so many days have elapsed."""
        base = before(self.away.ordinal_of(self.away.number(self.today) - elapsed))
        starts = before(self.today.toordinal() - (elapsed - whole.every))
        (base_after, base_to), (starts_after, starts_to) = whole.base, whole.starts
        return whole._replace(base=(max(base, base_after), base_to), starts=(max(starts, starts_after), starts_to))


@cache
def before(ordinal: int) -> str:
    """The day before the one with this ordinal, as text that compares; "" where the calendar ends."""
    return date.fromordinal(ordinal - 1).isoformat() if ordinal > 1 else ""


def due_ranges(store: Store, calendar: Calendar) -> list[Range]:
    """For each rhythm in use the days of those due."""
    found = []
    due = cache(calendar.due)  # a large network has a thousand rhythms and a third as many cadences
    learned_by_all = calendar.policy.learned_min_days <= 4 and calendar.policy.learned_min_span <= 60
    starting = {rhythm for (rhythm,) in store.db.execute(FIRST_DUE)}
    for (rhythm,) in store.db.execute(RHYTHMS):
        kind, every, circle = allowed(rhythm, calendar.policy)
        sure = learned_by_all or kind != "gap"
        base, starts = calendar.agreed(every) if kind == "mentor" else due(every)
        if circle == "inner" or not sure:  # the inner circle never drifts
            base, starts = ("", base[1]), ("", starts[1])
        listed = "mentor" if kind == "mentor" else "cadence"
        found.append(Range(listed, rhythm, every, CIRCLE_RANK[circle], base, starts, sure, rhythm in starting))
    return found


def drifted_ranges(due: Iterable[Range]) -> list[Range]:
    """The days of those who have drifted: they lie before those of the people who are due."""
    return [
        each._replace(base=("", each.base[0]), starts=("", each.starts[0]))
        for each in due
        if each.base[0] or each.starts[0]
    ]


def coming_due(store: Store, now: Calendar, then: Calendar) -> list[Range]:
    """The ranges of those who are not due now and will be by then."""
    due_now, due_then = due_ranges(store, now), due_ranges(store, then)
    return [
        later._replace(base=(earlier.base[1], later.base[1]), starts=(earlier.starts[1], later.starts[1]))
        for earlier, later in zip(due_now, due_then, strict=True)
    ]


def allowed(rhythm: str, policy: Policy) -> tuple[str, int, str | None]:
    """The kind of a rhythm of the figures ("every", "mentor", "circle", "gap"), the days that the policy allows it, and
    its circle.

    A learned rhythm is figured from the least that a policy may ask for; under one that asks for more not everybody
    who has it has a cadence.
    """
    kind, number, circle = rhythm.split(":")
    if kind == "gap":
        return kind, learned_days(int(number), policy), None
    return kind, (int(number) if number else circle_days(circle, policy)), circle or None


def bound(ranges: Sequence[Range]) -> dict[str, Any]:
    """The ranges as the statements take them, numbered in their order, and those of them that have first-due days."""
    texts = list(map(packed, ranges))
    starting = (f'"{key}":{texts[key]}' for key, each in enumerate(ranges) if each.starting)
    return {"ranges": f"[{','.join(texts)}]", "starting": f"{{{','.join(starting)}}}"}


def packed(within: Range) -> str:
    """The range as a JSON string: rhythms and days need no escaping, and there may be a thousand ranges."""
    (base_after, base_to), (starts_after, starts_to) = within.base, within.starts
    return f'"{base_after:10}{base_to:10}{starts_after:10}{starts_to:10}{within.rhythm}"'


def clocks(store: Store, ids: Iterable[int]) -> dict[int, Clock]:
    """The clocks of these people."""
    return {id: Clock(*clock) for id, *clock in store.db.execute(CLOCKS, (json.dumps([*ids]),))}


def numbers(store: Store, ranges: Sequence[Range]) -> tuple[int, int]:
    """How many there are in the ranges, and how many before them, by the index alone.

    Before the range of those due are those who have drifted.
    """
    within, earlier = store.db.execute(NUMBERS, bound(ranges)).fetchone()
    return int(within), int(earlier)


def among(ranges: Iterable[Range], clocks: Mapping[int, Clock]) -> tuple[int, int]:
    """As `numbers`, of these people alone."""
    by_rhythm: dict[str | None, Range] = {each.rhythm: each for each in ranges}
    held = [(by_rhythm[rhythm], base, starts) for rhythm, base, starts in clocks.values() if rhythm in by_rhythm]
    within = sum(each.holds(base, starts) for each, base, starts in held)
    return within, sum(each.follows(base, starts) for each, base, starts in held)
