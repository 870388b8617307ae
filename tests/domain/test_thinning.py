"""Which backups are kept as time goes by."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lnet.domain.thinning import worth_keeping

TODAY = date(2026, 6, 15)
NOON = datetime(2026, 6, 15, 12, tzinfo=UTC)


def daily(days: int) -> list[datetime]:
    """A copy on each of so many days, until today."""
    return [NOON - timedelta(days=ago) for ago in range(days)]


def test_a_year_of_copies_comes_down_to_days_weeks_and_months() -> None:
    """The newest of the last 7 days, 4 weeks and 12 months: some are all three."""
    kept = sorted(worth_keeping(daily(400), TODAY), reverse=True)
    ages = [(NOON - each).days for each in kept]
    assert ages == [0, 1, 2, 3, 4, 5, 6, 8, 15, 46, 76, 107, 135, 166, 197, 227, 258, 288, 319]


def test_everything_of_today_and_yesterday_stays() -> None:
    """Several copies of one day (an import, a restore) are none too many yet."""
    today = [NOON - timedelta(hours=each) for each in range(30)]
    assert worth_keeping(today, TODAY) == set(today)


def test_rare_copies_all_stay() -> None:
    """Twelve copies, one a month."""
    monthly = [NOON - timedelta(days=31 * each) for each in range(12)]
    assert worth_keeping(monthly, TODAY) == set(monthly)


@given(st.lists(st.integers(0, 3000), max_size=80))
def test_the_newest_always_stays_and_few_do(ages: list[int]) -> None:
    """Never more than 23 besides those of today and yesterday, and nothing that was not there."""
    made = [NOON - timedelta(days=ago) for ago in ages]
    kept = worth_keeping(made, TODAY)
    assert kept <= set(made)
    assert not made or max(made) in kept
    assert len([each for each in kept if (NOON - each).days > 1]) <= 23
    assert worth_keeping(kept, TODAY) == kept
