"""How often, how long ago, and when it comes due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.domain.away import AwayDays
from lnet.domain.cadence import Cadence, cadence, clock_start, cutoff, drift_cutoff, drift_days, due_on, elapsed
from lnet.domain.facts import NEVER, Away, Person
from lnet.domain.policy import Policy
from tests.domain.networks import FAR, POLICY, TODAY, ago, any_day, aways, days, people, regular, somebody

NO_AWAY = AwayDays()


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (somebody(), None),
        (somebody(every_days=21, agreed_days=40, circle="wide"), Cadence(21, "explicit", "you set this")),
        (somebody(every_days=NEVER, agreed_days=40, circle="wide"), None),
        (somebody(agreed_days=40, circle="close"), Cadence(40, "mentor", "agreed with your mentor")),
        (somebody(circle="inner"), Cadence(14, "circle", "inner circle")),
        (somebody(circle="close"), Cadence(30, "circle", "close circle")),
        (somebody(circle="active"), Cadence(90, "circle", "active circle")),
        (somebody(circle="wide"), Cadence(365, "circle", "wide circle")),
        (regular([112, 92, 64, 40], circle="close"), Cadence(30, "circle", "close circle")),
        (regular([112, 92, 64, 40]), Cadence(30, "learned", "your usual rhythm")),
        (regular([92, 64, 40]), None),
        (regular([60, 40, 20, 0]), Cadence(25, "learned", "your usual rhythm")),
        (regular([59, 40, 20, 0]), None),
        (regular([100, 79, 40, 20, 0]), Cadence(25, "learned", "your usual rhythm")),
        (regular([63, 3, 2, 1, 0]), Cadence(14, "learned", "your usual rhythm")),
        (regular([1500, 1000, 500, 0]), Cadence(365, "learned", "your usual rhythm")),
        (regular([103, 79, 52, 25, 0]), Cadence(32, "learned", "your usual rhythm")),
    ],
)
def test_cadence(person: Person, expected: Cadence | None) -> None:
    """The first that applies: set by hand, agreed with a mentor, the circle's, learned within its bounds, none."""
    assert cadence(person, POLICY) == expected


def test_circle_days_are_policy() -> None:
    """A circle's days are the policy's, also when two policies are used one after the other."""
    for days_of_it in (30, 20, 30):
        found = cadence(somebody(circle="close"), Policy(close_days=days_of_it))
        assert found is not None
        assert found.days == days_of_it


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (somebody(contact=45), 45),
        (somebody(contact=0), 0),
        (somebody(created_on=ago(7)), 7),
        (somebody(contact=45, created_on=ago(7)), 7),
        (somebody(contact=45, clock_from=ago(20)), 20),
        (somebody(contact=10, clock_from=ago(20)), 10),
        (somebody(contact=10, clock_from=ago(-3)), 0),
        (somebody(first_due=ago(3)), 33),
        (somebody(first_due=ago(0)), 30),
        (somebody(first_due=ago(-12)), 18),
        (somebody(first_due=ago(-31)), 0),
        (somebody(contact=45, first_due=ago(3)), 45),
        (somebody(contact=45, first_due=ago(3), clock_from=ago(20)), 33),
        (somebody(contact=20, first_due=ago(3), clock_from=ago(20)), 20),
    ],
)
def test_elapsed(person: Person, expected: int) -> None:
    """Days run from conversation, fresh start or being added; before a first conversation from the first-due day."""
    assert elapsed(person, 30, NO_AWAY, TODAY) == expected


@pytest.mark.parametrize(
    ("person", "away", "expected"),
    [
        (somebody(contact=12, circle="close"), (), date(2026, 7, 3)),
        (somebody(contact=12, circle="close"), (Away(ago(-3), ago(-7)),), date(2026, 7, 8)),
        (somebody(contact=12, circle="close"), (Away(date(2026, 7, 3), date(2026, 7, 9)),), date(2026, 7, 10)),
        (somebody(contact=12, circle="close"), (Away(date(2026, 7, 4), date(2026, 7, 9)),), date(2026, 7, 3)),
        (somebody(contact=45, circle="close"), (), date(2026, 5, 31)),
        (somebody(circle="close", first_due=ago(-4)), (Away(ago(3), ago(-3)),), ago(-4)),
        (somebody(contact=12), (), None),
        (somebody(contact=12, circle="close", status="paused"), (), None),
        (somebody(contact=12, circle="close"), (Away(TODAY, date.max),), None),
    ],
)
def test_due_on(person: Person, away: tuple[Away, ...], expected: date | None) -> None:
    """A cadence comes due that many counting days after the clock started; away days to come push it back."""
    assert due_on(person, AwayDays(away), POLICY) == expected


@given(people(), aways, days)
def test_due_on_agrees_with_elapsed(person: Person, periods: tuple[Away, ...], today: date) -> None:
    """Day by day, a person is due exactly from `due_on` on."""
    active = person._replace(status="active")
    away = AwayDays(periods)
    aim, due = cadence(active, POLICY), due_on(active, away, POLICY)
    assert (aim is None) == (due is None)
    if aim is not None and due is not None:
        for day in (today, due - timedelta(days=1), due, due + timedelta(days=1)):
            assert (elapsed(active, aim.days, away, day) >= aim.days) == (day >= due)


@given(st.integers(1, 400), aways, days, days)
def test_cutoff_agrees_with_elapsed(every: int, periods: tuple[Away, ...], today: date, start: date) -> None:
    """A clock that started up to the cutoff has run for the cadence, a later one has not; likewise for drift."""
    away = AwayDays(periods)
    for added in (start, cutoff(every, away, today), cutoff(every, away, today) + timedelta(days=1)):
        days_passed = elapsed(somebody(created_on=added), every, away, today)
        assert (days_passed >= every) == (added <= cutoff(every, away, today))
        assert (days_passed >= drift_days(every, POLICY)) == (added <= drift_cutoff(every, away, today, POLICY))


@pytest.mark.parametrize(("every", "expected"), [(14, 104), (30, 120), (45, 135), (46, 138), (90, 270)])
def test_drift_days(every: int, expected: int) -> None:
    """A cadence has drifted after three times its days, and at least 90 days late."""
    assert drift_days(every, POLICY) == expected


@pytest.mark.parametrize(
    ("every", "away", "expected"),
    [
        (30, (), ago(30)),
        (1, (), ago(1)),
        (30, (Away(ago(20), ago(11)),), ago(40)),
        (30, (Away(ago(30), ago(26)),), ago(35)),
        (30, (Away(ago(29), ago(25)),), ago(35)),
        (30, (Away(ago(35), ago(31)),), ago(30)),
        (25, (Away(ago(29), ago(25)),), ago(25)),
        (1, (Away(ago(4), ago(0)),), ago(6)),
        (10**6, (), date.min),
    ],
)
def test_cutoff(every: int, away: tuple[Away, ...], expected: date) -> None:
    """The cutoff is that many counting days before today, the last day of an absence there, and within the calendar."""
    assert cutoff(every, AwayDays(away), TODAY) == expected


@given(people(when=FAR), aways, any_day)
def test_elapsed_is_never_negative(person: Person, periods: tuple[Away, ...], today: date) -> None:
    """However far the dates, elapsed days are 0 or more, and no more than the calendar days but for a first-due day."""
    days_passed = elapsed(person, None, AwayDays(periods), today)
    assert 0 <= days_passed <= max(0, (today - clock_start(person)).days)
    assert elapsed(person, 30, AwayDays(periods), today) >= 0
