"""Of all who are due by their clock, or whose answer is awaited, the few whom a list would put first.

All that is read of the others is their number: a large network has thousands of them.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from lnet.domain.policy import Policy
from lnet.domain.rows import CIRCLE_RANK, rotation
from lnet.domain.rules import RANK
from lnet.store.connect import Store
from lnet.store.read.days import days_before
from lnet.store.read.ranges import BASE, WITHIN, Calendar, Clock, Range, bound, number
from lnet.store.read.silence import AWAITED, awaited_in_turn, awaited_values

# Whose answer is awaited, and who is due besides; a first-due day may lie anywhere.
BOTH = f"""
SELECT r.key, f.contact_id, f.base_on, NULL FROM json_each(:ranges) r CROSS JOIN figure f WHERE {BASE} AND {AWAITED}
UNION ALL SELECT f.rhythm, f.contact_id, NULL, f.starts_on FROM figure f
  WHERE {AWAITED} AND f.starts_on IS NOT NULL AND f.rhythm IS NOT NULL
"""
AWAITED_NUMBER = f"SELECT count(*) FROM figure WHERE {AWAITED}"
AWAITED_AMONG = f"{AWAITED_NUMBER} AND contact_id IN (SELECT value FROM json_each(:ids))"

Place = tuple[int, int, int]  # points (negative, so that the most come first), rank of the kind, rank of the circle


class Pressing(NamedTuple):
    """`first`: the ids of those whom a list would put first by their clock, as many as it may show. `waiting`: those
    whose answer is awaited and who are due for nothing else, as many as it may show. `more`: the number of the rest.
    """

    first: list[int]
    waiting: list[int]
    more: int


def is_plain(due: Sequence[Range], policy: Policy) -> bool:
    """Whether ranges alone say who is due and awaited: everybody in them has a cadence, nobody who is awaited can have
    drifted, and an answer that is awaited is worth less than any cadence.

    So it is but under policies of one's own; under others everybody who is awaited has to be read.
    """
    mentor = policy.mentor_base + policy.mentor_step * policy.mentor_percent // 100
    least = min(policy.cadence_base + policy.cadence_step, mentor)
    never_drifted = policy.drift_more >= policy.waiting_until
    return all(each.sure for each in due) and never_drifted and least > policy.waiting_points


def most_pressing(
    store: Store, due: Sequence[Range], left_out: Mapping[int, Clock], planned: Collection[int], calendar: Calendar
) -> Pressing:
    """Those whom a list would put first; nobody who is `left_out` is due by their clock.

    `planned` are those of the left out whose answer may be awaited all the same.
    """
    policy = calendar.policy
    plain = is_plain(due, policy)
    sure = [each for each in due if each.sure]
    led = due_and_awaited(store, sure, left_out, calendar) if plain else {}
    both = {id for ids in led.values() for id in ids}
    found = foremost(store, sure, led, json.dumps(sorted({*left_out, *both})), calendar)
    first = in_turn(found, calendar)[: policy.daily_limit]
    due_number = number(store, sure, left_out)
    if not plain:
        return Pressing(first, [], due_number - len(first))
    but = set(left_out) - set(planned)
    alone = awaited_number(store, but, calendar) - len(both)
    waiting = [] if len(first) >= policy.daily_limit else awaited_in_turn(store, calendar, but | both)
    waiting = waiting[: policy.waiting_and_owed_most]
    return Pressing(first, waiting, due_number - len(first) + alone - len(waiting))


def due_and_awaited(
    store: Store, sure: Sequence[Range], left_out: Collection[int], calendar: Calendar
) -> dict[Place, list[int]]:
    """Those who are due by their clock and whose answer is awaited, by their place: a further reason counts."""
    policy, led = calendar.policy, dict[Place, list[int]]()
    oldest = days_before(calendar.today, policy.waiting_until + 1)
    near = [each._replace(base=(max(each.base[0], oldest), each.base[1])) for each in sure if each.base[1] > oldest]
    by_rhythm = {each.rhythm: each for each in sure}
    values = awaited_values(calendar) | bound(near)
    for key, id, base, starts in store.db.execute(BOTH, values):
        within = near[key] if starts is None else by_rhythm[key]
        if id in left_out or (starts is not None and not within.holds("", starts)):
            continue
        further = min(policy.further_reason_points, policy.further_reasons_most)
        points = min(within.points(calendar.elapsed(within, base, starts), policy) + further, policy.score_most)
        led.setdefault((-points, RANK[within.kind], within.rank), []).append(id)
    return led


def awaited_number(store: Store, but: Collection[int], calendar: Calendar) -> int:
    """How many answers are awaited, but for those of some people."""
    values = awaited_values(calendar)
    (every,) = store.db.execute(AWAITED_NUMBER, values).fetchone()
    (among,) = store.db.execute(AWAITED_AMONG, values | {"ids": json.dumps([*but])}).fetchone()
    return int(every) - int(among)


def foremost(
    store: Store, sure: Sequence[Range], led: Mapping[Place, list[int]], left_out: str, calendar: Calendar
) -> dict[Place, list[int]]:
    """The ids of those due, by place; enough of them to fill a list.

    People in no circle come last among equals: where those in circles fill the list with the most points there are,
    the others are left out.
    """
    most, nowhere = calendar.policy.daily_limit, CIRCLE_RANK[None]
    learned: list[Range] = []
    others: list[Range] = []
    for each in sure:
        (learned if each.rank == nowhere and each.kind == "cadence" else others).append(each)
    found = by_place(store, others, left_out, calendar)
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

    @cache  # many share a day
    def place(key: int, base: str | None, starts: str | None) -> Place:
        within = ranges[key]
        points = within.points(calendar.elapsed(within, base, starts), calendar.policy)
        return -points, RANK[within.kind], within.rank

    for key, id, base, starts in store.db.execute(WITHIN, bound(ranges) | {"but": but}):
        found.setdefault(place(key, base, starts), []).append(id)
    return found
