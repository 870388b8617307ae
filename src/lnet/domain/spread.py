"""First conversations spread over the days to come, so that adding many people makes no wall; and what a plan costs."""

from collections.abc import Iterable, Mapping
from datetime import date

from lnet.domain.cadence import cadence
from lnet.domain.facts import Person
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


def pace(people: Iterable[Person], policy: Policy) -> dict[str | None, float]:
    """Conversations a day that the cadences ask for, by circle (None: in no circle): the sum of 1 / days.

    Counts active people alone. A circle that asks for nothing is missing; an empty network gives an empty mapping.
    """
    sums: dict[str | None, float] = {}
    for person in people:
        aim = cadence(person, policy) if person.status == "active" else None
        if aim is not None:
            sums[person.circle] = sums.get(person.circle, 0.0) + 1 / aim.days
    return sums
