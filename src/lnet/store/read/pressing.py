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
from lnet.store.read.ranges import WITHIN, Calendar, Clock, Range, among, bound, clocks, numbers
from lnet.store.read.silence import awaited_in_turn, awaited_rhythms

Place = tuple[int, int, int]  # points (negative, so that the most come first), rank of the kind, rank of the circle


class Pressing(NamedTuple):
    """`first`: the ids of those whom a list would put first by their clock, as many as it may show. `waiting`: those
    whose answer is awaited and who are due for nothing else, as many as it may show. `more`: the number of the rest.
    `drifted`: the number of those who have drifted, the silent among them.
    """

    first: list[int]
    waiting: list[int]
    more: int
    drifted: int


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
    awaited = awaited_rhythms(store, calendar) if plain else {}
    led = due_and_awaited(store, sure, {id: awaited[id] for id in awaited.keys() - left_out.keys()}, calendar)
    both = {id for ids in led.values() for id in ids}
    found = foremost(store, sure, led, json.dumps(sorted({*left_out, *both})), calendar)
    first = in_turn(found, calendar)[: policy.daily_limit]
    alone = awaited.keys() - both - (left_out.keys() - set(planned))
    waiting = [] if len(first) >= policy.daily_limit else awaited_in_turn(store, calendar, alone)
    waiting = waiting[: policy.waiting_and_owed_most]
    due_number, drifted = numbers(store, sure)
    more = due_number - among(sure, left_out)[0] - len(first) + len(alone) - len(waiting)
    return Pressing(first, waiting, more, drifted)


def due_and_awaited(
    store: Store, sure: Sequence[Range], awaited: Mapping[int, str | None], calendar: Calendar
) -> dict[Place, list[int]]:
    """Those of the awaited (with their rhythms) who are due by their clock, by their place: a further reason counts.

    Their clock started with my message at the earliest, so only ranges that reach so far matter, and first-due days.
    """
    policy, led = calendar.policy, dict[Place, list[int]]()
    oldest = days_before(calendar.today, policy.waiting_until + 1)
    near: dict[str | None, Range] = {each.rhythm: each for each in sure if each.base[1] > oldest or each.starting}
    further = min(policy.further_reason_points, policy.further_reasons_most)
    for id, (rhythm, base, starts) in clocks(store, [id for id in awaited if awaited[id] in near]).items():
        within = near[rhythm]
        if within.holds(base, starts):
            passed = calendar.elapsed(within, None if starts else base, starts)
            points = min(within.points(passed, policy) + further, policy.score_most)
            led.setdefault((-points, RANK[within.kind], within.rank), []).append(id)
    return led


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
