"""First conversations spread over the days to come, so that adding many people makes no wall; and what a plan costs."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from lnet.domain.policy import Policy

_LAST_ORDINAL = date.max.toordinal()


def _day(ordinal: int) -> date:
    return date.fromordinal(min(ordinal, _LAST_ORDINAL))


def first_due_day(taken: Mapping[date, int], every: int, today: date, policy: Policy) -> date:
    """The day for a first conversation: from today + 3 to today + `every` the one with the fewest, earliest wins.

    `taken` says how many people have their first-due day on a day; a day that is missing has none. A cadence shorter
    than the three days takes its last day.
    """
    start = today.toordinal()
    fewest = _day(start + min(policy.first_due_soonest, every))
    for ordinal in range(fewest.toordinal(), min(start + every, _LAST_ORDINAL) + 1):
        day = date.fromordinal(ordinal)
        if taken.get(day, 0) < taken.get(fewest, 0):
            fewest = day
        if not taken.get(fewest, 0):
            break
    return fewest


def spread(count: int, every: int, today: date) -> list[date]:
    """First-due days of `count` people with the same cadence, oldest contact first: today + ceil(k × every / count).

    12 people every 30 days: after 3, 5, 8, 10, 13, 15, 18, 20, 23, 25, 28 and 30 days. Nobody: an empty list.
    """
    start = today.toordinal()
    return [_day(start - (-k * every // count)) for k in range(1, count + 1)]


class Asked(NamedTuple):
    """How many people of a circle (None: in no circle) are to be talked to every so many days."""

    circle: str | None
    every: int
    people: int


class Pace(NamedTuple):
    """What is asked of me: by how many people, and how many conversations a day that makes."""

    people: int = 0
    a_day: float = 0.0


def pace(asked: Iterable[Asked]) -> dict[str | None, Pace]:
    """The pace by circle: the sum of 1 / days, so that 3 people every 30 days ask for a conversation in 10 days.

    A circle that asks for nothing is missing; nobody gives an empty mapping.
    """
    sums: dict[str | None, Pace] = {}
    for circle, every, people in asked:
        before = sums.get(circle, Pace())
        sums[circle] = Pace(before.people + people, before.a_day + people / every)
    return sums
