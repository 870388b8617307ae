"""What the days to come bring, and what will list somebody next."""

from datetime import timedelta
from typing import Any

import pytest

from lnet.domain.facts import NEVER, Away, Dormant, Facts, Occasion, Person
from lnet.domain.upcoming import coming, next_listed
from tests.domain.networks import POLICY, TODAY, ago, appointment, feedback, goal, meeting, promise, somebody


def brought(*people: Person, days: int = 40, **facts: Any) -> list[tuple[int, list[str], list[str]]]:
    """For each day that brings something: how far off it is, the kinds of reasons, and what else."""
    return [
        (
            (day.on - TODAY).days,
            [reason.kind for row in day.people for reason in row.reasons],
            [*(row.goal.title for row in day.goals), *(each.kind for each in day.dates)],
        )
        for day in coming(Facts(people=people, **facts), TODAY, days, POLICY)
    ]


@pytest.mark.parametrize(
    ("person", "facts", "expected"),
    [
        (somebody(contact=25, circle="close"), {}, [(5, ["cadence"], [])]),
        (somebody(contact=30, circle="close"), {}, []),
        (somebody(contact=25, circle="close"), {"away": (Away(ago(-1), ago(-10)),)}, [(15, ["cadence"], [])]),
        (somebody(contact=20, agreed_days=30), {}, [(4, ["mentor"], [])]),
        (somebody(contact=1), {"promises": (promise(-9),)}, [(7, ["promise"], [])]),
        (somebody(contact=1), {"promises": (promise(-9, owed_by="them"),)}, [(12, ["owed"], [])]),
        (somebody(contact=1), {"meetings": (meeting(-3),)}, [(3, ["event"], [])]),
        (somebody(contact=1), {"feedback": (feedback(5),)}, [(9, ["feedback"], [])]),
        (somebody(contact=1), {"planned": (appointment(-5),)}, [(5, ["prep"], [])]),
        (somebody(contact=1, sent_from=ago(1), sent_on=ago(1)), {}, [(9, ["waiting"], [])]),
        (somebody(contact=45, circle="close", snooze_until=ago(-3)), {}, [(3, ["cadence"], [])]),
        (somebody(contact=45, circle="close", status="paused"), {}, []),
        (somebody(contact=1200, every_days=NEVER), {"dormant": (Dormant(1, "sql", "Read"),)}, []),
        (somebody(contact=1), {"goals": (goal(10),)}, [(4, [], ["Read query plans"])]),
        (somebody(contact=1), {"occasions": (Occasion("birthday", ago(-6), "Ada"),)}, [(6, [], ["birthday"])]),
    ],
)
def test_each_kind_comes_on_its_day(person: Person, facts: dict[str, Any], expected: list[Any]) -> None:
    """Whatever comes due is told on its day, once, and what is due today already is not."""
    assert brought(person, **facts) == expected


def test_a_planned_conversation_is_taken_for_held() -> None:
    """After it the cadence counts from its day; a silence is ended."""
    person = somebody(contact=20, circle="close", planned_on=ago(-5), sent_from=ago(3), sent_on=ago(3))
    found = brought(person, planned=(appointment(-5),), days=60)
    assert found == [(5, ["prep"], []), (35, ["cadence"], [])]


def test_of_two_plans_both_are_told() -> None:
    """Each plan stands on its own day."""
    person = somebody(contact=2, circle="close", planned_on=ago(-5))
    assert brought(person, planned=(appointment(-5), appointment(-15, 2))) == [(5, ["prep"], []), (15, ["prep"], [])]


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (somebody(contact=25, circle="close"), (5, "cadence")), (somebody(contact=25), None),
        (somebody(contact=400, every_days=500), (100, "cadence")), (somebody(contact=0, every_days=401), None),
        (somebody(contact=0, every_days=400), (400, "cadence")), (somebody(contact=25, every_days=NEVER), None),
        (somebody(contact=200, circle="close"), None),
        (somebody(contact=91, circle="active", sent_from=ago(100), sent_on=ago(91)), (89, "cadence")),
    ],
)  # fmt: skip
def test_what_lists_somebody_next(person: Person, expected: tuple[int, str] | None) -> None:
    """The first day within 400 on which there is a reason; nothing for those whom nothing will list."""
    found = next_listed(Facts(people=(person,)), person, TODAY, POLICY)
    assert (None if found is None else ((found.today - TODAY).days, found.kind)) == expected


def test_the_calendar_ends() -> None:
    """Near the last day there are no days to come beyond it."""
    last = TODAY.max - timedelta(days=2)
    person = somebody(last_on=last, circle="close")
    assert next_listed(Facts(people=(person,)), person, last, POLICY) is None
    assert coming(Facts(people=(person,)), last, 99, POLICY) == []
