"""First conversations spread over the days to come, and the pace that cadences ask for."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.domain.spread import Asked, first_due_day, pace, spread
from tests.domain.networks import POLICY, TODAY, ago


def test_twelve_close_people() -> None:
    """Twelve people every 30 days come due every two or three days."""
    found = [(day - TODAY).days for day in spread(12, 30, TODAY)]
    assert found == [3, 5, 8, 10, 13, 15, 18, 20, 23, 25, 28, 30]


@given(st.integers(0, 500), st.integers(1, 400))
def test_spread_is_even(count: int, every: int) -> None:
    """A spread ends on the last day of the cadence, and no day has more than one person above any other's share."""
    found = spread(count, every, TODAY)
    assert len(found) == count
    assert found == sorted(found)
    if found:
        assert found[0] > TODAY
        assert (found[-1] - TODAY).days == every
        assert max(Counter(found).values()) <= -(-count // every)


@pytest.mark.parametrize(
    ("taken", "every", "expected"),
    [
        ({}, 30, 3),
        ({3: 1}, 30, 4),
        ({3: 1, 4: 1, 5: 0, 6: 0}, 30, 5),
        (dict.fromkeys(range(31), 1), 30, 3),
        (dict.fromkeys(range(31), 2) | {17: 1}, 30, 17),
        (dict.fromkeys(range(30), 1), 30, 30),
        ({3: 2, 4: 1}, 4, 4),
        ({3: 1}, 3, 3),
        ({}, 2, 2),
        ({1: 5}, 1, 1),
    ],
)
def test_first_due_day(taken: dict[int, int], every: int, expected: int) -> None:
    """The first conversation falls on the emptiest day from the third to the last of the cadence, the earliest wins."""
    found = first_due_day({ago(-shift): count for shift, count in taken.items()}, every, TODAY, POLICY)
    assert (found - TODAY).days == expected


def test_adding_people_one_by_one_makes_no_wall() -> None:
    """Sixty people added one after the other with a monthly cadence come due at most three a day."""
    taken: Counter[date] = Counter()
    for _ in range(60):
        taken[first_due_day(taken, 30, TODAY, POLICY)] += 1
    assert max(taken.values()) == 3


def test_the_end_of_the_calendar() -> None:
    """Beyond the calendar's last day there is only that day."""
    assert spread(2, 9, date.max) == [date.max, date.max]
    assert first_due_day({}, 9, date.max, POLICY) == date.max


def test_pace() -> None:
    """The pace is the sum of people / cadence by circle; nobody asks for nothing."""
    asked = [Asked("close", 30, 2), Asked("close", 15, 1), Asked(None, 10, 1)]
    found = pace(asked)
    assert {circle: people for circle, (people, _) in found.items()} == {"close": 3, None: 1}
    assert {circle: a_day for circle, (_, a_day) in found.items()} == pytest.approx({"close": 2 / 15, None: 0.1})
    assert pace([]) == {}
