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
from lnet.domain.cadence import circle_days, cutoff, drift_days, latest_start, learned_days
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
BASE = "f.rhythm = r.value ->> 0 AND f.base_on > r.value ->> 1 AND f.base_on <= r.value ->> 2 AND f.starts_on IS NULL"
STARTS = "f.rhythm = r.value ->> 0 AND f.starts_on > r.value ->> 3 AND f.starts_on <= r.value ->> 4"
# Few rhythms have anybody with a first-due day; the others are not asked for it.
FIRST_DUE = "SELECT DISTINCT rhythm FROM figure WHERE starts_on IS NOT NULL"
STARTING = "(SELECT value ->> 5 AS key, value FROM json_each(:starting)) r"
BUT = "f.contact_id NOT IN (SELECT value FROM json_each(:but))"
WITHIN = f"""
SELECT r.key, f.contact_id, f.base_on, NULL FROM json_each(:ranges) r CROSS JOIN figure f WHERE {BASE} AND {BUT}
UNION ALL
SELECT r.key, f.contact_id, NULL, f.starts_on FROM {STARTING} CROSS JOIN figure f WHERE {STARTS} AND {BUT}
"""
NUMBER = f"""
SELECT (SELECT count(*) FROM json_each(:ranges) r CROSS JOIN figure f WHERE {BASE})
  + (SELECT count(*) FROM {STARTING} CROSS JOIN figure f WHERE {STARTS})
"""
CLOCKS = """
SELECT contact_id, rhythm, base_on, starts_on FROM figure WHERE contact_id IN (SELECT value FROM json_each(?))
"""


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
    base: tuple[str, str]
    starts: tuple[str, str]
    sure: bool = True
    starting: bool = True

    def holds(self, base: str, starts: str | None) -> bool:
        """Whether somebody's clock falls into the range: by their first-due day, if they have one."""
        first, last = self.base if starts is None else self.starts
        return first < (starts or base) <= last

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

    def edges(self, every: int) -> tuple[str, str, str]:
        """For a cadence the latest clock start of those due, and of those drifted; and the drifted's first-due day."""
        now, gone = self.away.number(self.today), drift_days(every, self.policy)
        due, drifted = latest_start(now - every, self.away), latest_start(now - gone, self.away)
        return due.isoformat(), drifted.isoformat(), days_before(self.today, gone - every)

    def agreed(self, every: int) -> tuple[str, str]:
        """Up to which clock start, and up to which first-due day, a word is due to a mentor after so many days agreed:
        from four fifths of them on."""
        enough = -(-every * self.policy.mentor_percent // 100)
        return cutoff(enough, self.away, self.today).isoformat(), days_before(self.today, enough - every)

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
    starting = {rhythm for (rhythm,) in store.db.execute(FIRST_DUE)}
    today = calendar.today.isoformat()
    for (rhythm,) in store.db.execute(RHYTHMS):
        kind, every, circle = allowed(rhythm, calendar.policy)
        rank, starts = CIRCLE_RANK[circle], rhythm in starting
        if kind == "mentor":
            base, first = calendar.agreed(every)
            due.append(Range("mentor", rhythm, every, rank, ("", base), ("", first), starting=starts))
            continue
        latest, gone, unmet = edges(every)
        sure = learned_by_all or kind != "gap"
        if circle == "inner" or not sure:  # the inner circle never drifts
            due.append(Range("cadence", rhythm, every, rank, ("", latest), ("", today), sure, starts))
        else:
            due.append(Range("cadence", rhythm, every, rank, (gone, latest), (unmet, today), starting=starts))
            drifted.append(Range("cadence", rhythm, every, rank, ("", gone), ("", unmet), starting=starts))
    return due, drifted


def coming_due(store: Store, now: Calendar, then: Calendar) -> list[Range]:
    """The ranges of those who are not due now and will be by then."""
    due_now, due_then = ranges(store, now)[0], ranges(store, then)[0]
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


def bound(ranges: Iterable[Range]) -> dict[str, Any]:
    """The ranges as the statements take them, numbered in their order, and those of them that have first-due days."""
    numbered = [(packed(key, each), each.starting) for key, each in enumerate(ranges)]
    first_due = [text for text, starting in numbered if starting]
    return {"ranges": f"[{','.join(text for text, _ in numbered)}]", "starting": f"[{','.join(first_due)}]"}


def packed(key: int, within: Range) -> str:
    """The range as a JSON list; rhythms and days need no escaping, and there may be a thousand ranges."""
    (base_after, base_to), (starts_after, starts_to) = within.base, within.starts
    return f'["{within.rhythm}","{base_after}","{base_to}","{starts_after}","{starts_to}",{key}]'


def clocks(store: Store, ids: Iterable[int]) -> dict[int, Clock]:
    """The clocks of these people."""
    return {id: Clock(*clock) for id, *clock in store.db.execute(CLOCKS, (json.dumps([*ids]),))}


def number(store: Store, ranges: Sequence[Range], left_out: Mapping[int, Clock]) -> int:
    """How many there are in the ranges, by the index alone, less those who are left out."""
    (every,) = store.db.execute(NUMBER, bound(ranges)).fetchone()
    by_rhythm: dict[str | None, Range] = {each.rhythm: each for each in ranges}
    without = sum(
        clock.rhythm in by_rhythm and by_rhythm[clock.rhythm].holds(clock.base, clock.starts)
        for clock in left_out.values()
    )
    return int(every) - without
