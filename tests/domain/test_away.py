"""Away days: a calendar that leaves them out."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.domain.away import AwayDays
from lnet.domain.facts import Away
from tests.domain.networks import TODAY, ago, aways, days


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        ((), 0),
        ((Away(ago(10), ago(6)),), 5),
        ((Away(ago(10), ago(6)), Away(ago(8), ago(4))), 7),
        ((Away(ago(10), ago(6)), Away(ago(5), ago(4))), 7),
        ((Away(ago(10), ago(6)), Away(ago(6), ago(4))), 7),
        ((Away(ago(10), ago(4)), Away(ago(8), ago(6))), 7),
        ((Away(ago(10), ago(10)), Away(ago(2), ago(2))), 2),
        ((Away(ago(6), ago(10)),), 0),
        ((Away(ago(3), ago(-20)),), 4),
        ((Away(ago(40), ago(28)),), 2),
        ((Away(ago(40), ago(30)),), 0),
        ((Away(ago(-1), ago(-9)),), 0),
        ((Away(date.min, date.max),), 30),
    ],
)
def test_days_between(periods: tuple[Away, ...], expected: int) -> None:
    """Of the 30 days up to today, each day of any period is left out once."""
    assert AwayDays(periods).between(ago(30), TODAY) == expected


@given(aways, days, days)
def test_between_agrees_with_counting(periods: tuple[Away, ...], one: date, other: date) -> None:
    """The away days between two days are those one finds by looking at each."""
    earlier, later = min(one, other), max(one, other)
    each = (earlier + timedelta(days=shift) for shift in range(1, (later - earlier).days + 1))
    counted = sum(any(period.from_on <= day <= period.to_on for period in periods) for day in each)
    assert AwayDays(periods).between(earlier, later) == counted
    assert AwayDays(periods).between(later, earlier) == 0


@given(aways, days, st.integers(1, 400))
def test_day_of_is_the_first_with_its_number(periods: tuple[Away, ...], start: date, wait: int) -> None:
    """The day of a number is the first one that has it."""
    away = AwayDays(periods)
    number = away.number(start) + wait
    day = away.day_of(number)
    assert day is not None
    assert away.number(day) == number
    assert away.number(day - timedelta(days=1)) == number - 1


def test_day_beyond_the_calendar() -> None:
    """A day that the calendar does not reach never comes."""
    assert AwayDays().day_of(date.max.toordinal()) == date.max
    assert AwayDays().day_of(date.max.toordinal() + 1) is None
    assert AwayDays([Away(TODAY, date.max)]).day_of(TODAY.toordinal() + 5) is None
