"""Who is due by their clock, and who has drifted, found by index ranges over the figures.

For each rhythm that occurs the policy says how many days it allows, and so up to which day somebody's clock must have
started for them to be due (`figure.base_on`), or their first conversation have been meant (`figure.starts_on`). Those
who drifted may be very many, and are listed only where there is room: of them the number is read, and the few
freshest.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from lnet.domain.away import AwayDays
from lnet.domain.cadence import circle_days, cutoff, drift_cutoff, drift_days, learned_days
from lnet.domain.facts import Person
from lnet.domain.policy import Policy
from lnet.domain.rest import EXEMPT
from lnet.domain.rows import CIRCLE_RANK, rotation
from lnet.domain.rules import RANK
from lnet.domain.rules.rhythm import cadence_points, mentor_points
from lnet.store.connect import Store
from lnet.store.read.days import days_before
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
  UNION SELECT contact_id FROM figure WHERE newest_on > :today
  UNION SELECT value FROM json_each(:also))
"""
# Whom neither a cadence nor a review is heard for: snoozed, a conversation is planned soon, or they rest.
SILENT = """
SELECT id FROM contact WHERE snooze_until > :today
UNION SELECT p.contact_id FROM interaction i JOIN participant p ON p.interaction_id = i.id
  WHERE i.planned = 1 AND i.fulfilled_by IS NULL AND i.occurred_on BETWEEN :today AND :soon
UNION SELECT f.contact_id FROM figure f JOIN contact c ON c.id = f.contact_id
  WHERE f.sent_on > :rested AND julianday(f.sent_on) - julianday(f.sent_from) >= :apart AND f.agreed_days IS NULL
    AND coalesce(c.circle, '') NOT IN (SELECT value FROM json_each(:exempt))
    AND NOT EXISTS (SELECT 1 FROM contact_role r WHERE r.contact_id = c.id AND r.role = 'mentor')
"""
# Whose answer to a first message is awaited.
AWAITED = """
SELECT f.contact_id, c.circle FROM figure f JOIN contact c ON c.id = f.contact_id
WHERE f.sent_on BETWEEN :earliest AND :latest AND julianday(f.sent_on) - julianday(f.sent_from) < :apart
  AND f.newest_on <= :today AND c.status IN ('active', 'paused')
  AND (c.snooze_until IS NULL OR c.snooze_until <= :today)
"""
# Whom the ranges say too much of: the review has asked about their drift lately, or their figures do not hold yet.
UNSURE = """
SELECT contact_id FROM drift_answer WHERE answered_on > :since AND answered_on <= :today
UNION SELECT contact_id FROM figure WHERE newest_on > :today
"""
NUMBER = f"""
SELECT (SELECT count(*) FROM json_each(:ranges) r CROSS JOIN figure f WHERE {BASE})
  + (SELECT count(*) FROM json_each(:ranges) r CROSS JOIN figure f WHERE {STARTS})
"""
CLOCKS = """
SELECT contact_id, rhythm, base_on, starts_on FROM figure WHERE contact_id IN (SELECT value FROM json_each(:ids))
"""
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
    """Days of one rhythm, after the first and up to the second: of clock starts, and of first-due days.

    `kind`: whether who is in it is listed as "mentor" or as "cadence". `sure`: everybody in it has a cadence.
    """

    kind: str
    rhythm: str
    every: int
    rank: int
    base: tuple[str, str]
    starts: tuple[str, str]
    sure: bool = True

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
        gone = drift_cutoff(every, self.away, self.today, self.policy)
        unmet = days_before(self.today, drift_days(every, self.policy) - every)
        return cutoff(every, self.away, self.today).isoformat(), gone.isoformat(), unmet

    def agreed(self, rhythm: str, every: int, rank: int) -> Range:
        """The days of mentors with whom so many days were agreed: from four fifths of them on, and for ever."""
        enough = -(-every * self.policy.mentor_percent // 100)
        latest = cutoff(enough, self.away, self.today).isoformat()
        return Range("mentor", rhythm, every, rank, ("", latest), ("", days_before(self.today, enough - every)))

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
        kind, every, circle = allowed(rhythm, calendar.policy)
        rank = CIRCLE_RANK[circle]
        if kind == "mentor":
            due.append(calendar.agreed(rhythm, every, rank))
            continue
        latest, gone, unmet = edges(every)
        sure = learned_by_all or kind != "gap"
        if circle == "inner" or not sure:  # the inner circle never drifts
            due.append(Range("cadence", rhythm, every, rank, ("", latest), ("", today), sure))
        else:
            due.append(Range("cadence", rhythm, every, rank, (gone, latest), (unmet, today)))
            drifted.append(Range("cadence", rhythm, every, rank, ("", gone), ("", unmet)))
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
    """The ids of those for whom no cadence is heard today: snoozed, with a conversation planned soon, or resting."""
    today, policy = calendar.today, calendar.policy
    values = {
        "today": today.isoformat(), "soon": days_before(today, -policy.planned_within), "apart": policy.rest_apart,
        "rested": days_before(today, policy.rest_days), "exempt": json.dumps(EXEMPT),
    }  # fmt: skip
    return {id for (id,) in store.db.execute(SILENT, values)}


def awaited_people(store: Store, calendar: Calendar, days: int = 0) -> dict[int, int]:
    """The ids of those whose answer to a first message is awaited, today or within so many days to come.

    With the rank of their circle.
    """
    today, policy = calendar.today, calendar.policy
    values = {
        "today": today.isoformat(), "earliest": days_before(today, policy.waiting_until),
        "latest": days_before(today, policy.waiting_from - days), "apart": policy.rest_apart,
    }  # fmt: skip
    return {id: CIRCLE_RANK[circle] for id, circle in store.db.execute(AWAITED, values)}


def unsure_people(store: Store, calendar: Calendar) -> set[int]:
    """The ids of those about whose drift the review has asked lately, or whose newest conversation is yet to come."""
    since = days_before(calendar.today, calendar.policy.drift_asked_again)
    return {id for (id,) in store.db.execute(UNSURE, {"since": since, "today": calendar.today.isoformat()})}


class Pressing(NamedTuple):
    """Of those due by their clock, or waiting for an answer, whom to read, and how many are left.

    `first`: the ids of those whom a list would put first by their clock, as many as it may show. `also`: ids that are
    worth a look. `unsure`: ranges that must be read whole, because not everybody in them is due. `more`: the number of
    the rest.
    """

    first: list[int]
    also: list[int]
    unsure: list[Range]
    more: int


Place = tuple[int, int, int]  # points (negative, so that the most come first), rank of the kind, rank of the circle


def most_pressing(
    store: Store, due: Sequence[Range], silent: Collection[int], read: Collection[int], calendar: Calendar
) -> Pressing:
    """Of those due by their clock, or waiting for an answer, those whom a list would put first.

    Nobody who is `silent` is due by their clock, and who is `read` already is in none of the answers.
    """
    sure = [each for each in due if each.sure]
    awaited = {id: rank for id, rank in awaited_people(store, calendar).items() if id not in read}
    led, alone, also = weighed(store, awaited, silent, due, calendar)
    left_out = json.dumps(sorted({*silent, *read, *awaited}))
    found = foremost(store, sure, led, left_out, calendar)
    first = in_turn(found, calendar)[: calendar.policy.daily_limit]
    waiting = alone[: calendar.policy.waiting_and_owed_most]
    counted = number(store, sure, left_out) + sum(map(len, led.values())) + len(alone)
    unsure = [each for each in due if not each.sure]
    return Pressing(first, also + waiting, unsure, counted - len(first) - len(waiting))


def weighed(
    store: Store, awaited: Mapping[int, int], silent: Collection[int], due: Sequence[Range], calendar: Calendar
) -> tuple[dict[Place, list[int]], list[int], list[int]]:
    """Those whose answer is awaited, parted: who is due by their clock besides, by place; who is not, in order; and who
    must be looked at, since the ranges do not say."""
    policy = calendar.policy
    by_rhythm = {each.rhythm: each for each in due}
    led: dict[Place, list[int]] = {}
    alone: list[int] = []
    also: list[int] = []
    for id, rhythm, base, starts in store.db.execute(CLOCKS, {"ids": json.dumps([*awaited])}):
        within = by_rhythm.get(rhythm)
        if within is None or id in silent:
            alone.append(id)
        elif not within.holds(base, starts):
            (alone if calendar.elapsed(within, None if starts else base, starts) < within.every else also).append(id)
        else:
            points = within.points(calendar.elapsed(within, None if starts else base, starts), policy)
            more = min(policy.further_reason_points, policy.further_reasons_most)
            place = (-min(points + more, policy.score_most), RANK[within.kind], within.rank)
            if within.sure and points >= policy.waiting_points:
                led.setdefault(place, []).append(id)
            else:
                also.append(id)
    alone.sort(key=lambda id: (awaited[id], rotation(calendar.today, id), id))
    return led, alone, also


def foremost(
    store: Store, sure: Sequence[Range], led: Mapping[Place, list[int]], left_out: str, calendar: Calendar
) -> dict[Place, list[int]]:
    """The ids of those due, by place; enough of them to fill a list.

    People in no circle come last among equals: where those in circles fill the list with the most points there are,
    the others are left out.
    """
    most, nowhere = calendar.policy.daily_limit, CIRCLE_RANK[None]
    learned = [each for each in sure if each.rank == nowhere and each.kind == "cadence"]
    found = by_place(store, [each for each in sure if each not in learned], left_out, calendar)
    for place, ids in led.items():
        found.setdefault(place, []).extend(ids)
    full = sum(len(ids) for (points, *_), ids in found.items() if -points >= calendar.policy.cadence_most) >= most
    for place, ids in by_place(store, [] if full else learned, left_out, calendar).items():
        found.setdefault(place, []).extend(ids)
    return found


def in_turn(found: Mapping[Place, list[int]], calendar: Calendar) -> list[int]:
    """The ids in the order of a list, as far as it may show them."""
    first: list[int] = []
    for _, ids in sorted(found.items()):
        if len(first) < calendar.policy.daily_limit:
            first += sorted(ids, key=lambda id: (rotation(calendar.today, id), id))
    return first


def by_place(store: Store, ranges: Sequence[Range], but: str, calendar: Calendar) -> dict[Place, list[int]]:
    """The ids of the people in the ranges, by their place among each other."""
    found: dict[Place, list[int]] = {}
    since = cache(lambda base: calendar.elapsed(ranges[0], base, None))  # many share a day
    for key, id, base, starts in store.db.execute(WITHIN, {"ranges": packed(ranges), "but": but}):
        within = ranges[key]
        days = since(base) if base else calendar.elapsed(within, None, starts)
        place = (-within.points(days, calendar.policy), RANK[within.kind], within.rank)
        found.setdefault(place, []).append(id)
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
        for _, rhythm, base, starts in store.db.execute(CLOCKS, {"ids": but})
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
