"""Counts by day, gathered into weeks, months and years."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lnet.domain import tallies
from lnet.domain.tallies import Span

TODAY = date(2026, 6, 15)  # a Monday
DAYS = {date(2025, 12, 31): 1, date(2026, 1, 1): 2, date(2026, 1, 4): 3, date(2026, 1, 5): 4}
SINCE, UNTIL = date(2025, 12, 30), date(2026, 2, 1)


def test_a_week_begins_on_monday_whatever_the_year() -> None:
    """The first one is that of the first day of the period; weeks without a conversation are there, too."""
    assert tallies.weeks(DAYS, SINCE, UNTIL) == (
        Span(date(2025, 12, 29), 6), Span(date(2026, 1, 5), 4), Span(date(2026, 1, 12), 0), Span(date(2026, 1, 19), 0),
        Span(date(2026, 1, 26), 0),
    )  # fmt: skip


def test_months_and_years_are_those_of_the_calendar() -> None:
    """Named by their first day."""
    assert tallies.months(DAYS, SINCE, UNTIL) == (
        Span(date(2025, 12, 1), 1), Span(date(2026, 1, 1), 9), Span(date(2026, 2, 1), 0),
    )  # fmt: skip
    assert tallies.years(DAYS, SINCE, UNTIL) == (Span(date(2025, 1, 1), 1), Span(date(2026, 1, 1), 9))


PERIOD = st.tuples(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(0, 1500))


@given(PERIOD, st.lists(st.tuples(st.integers(0, 1500), st.integers(1, 9))))
def test_nothing_is_lost_or_counted_twice(period: tuple[date, int], talks: list[tuple[int, int]]) -> None:
    """Whatever the unit, the sum is that of the days, and the spans follow each other without a gap."""
    since, length = period
    until = since + timedelta(days=length)
    days = {since + timedelta(days=day): number for day, number in talks if day <= length}
    for count in (tallies.weeks, tallies.months, tallies.years):
        spans = count(days, since, until)
        assert sum(span.conversations for span in spans) == sum(days.values())
        assert [span.on for span in spans] == sorted({span.on for span in spans})
        assert spans[0].on <= since
        assert until >= spans[-1].on


def test_a_year_before_is_a_whole_year_with_today() -> None:
    """365 days."""
    assert tallies.a_year_before(TODAY) == date(2025, 6, 16)


def test_the_last_twelve_months_end_with_this_one() -> None:
    """Each by its first day."""
    months = tallies.twelve_months(date(2026, 3, 31))
    assert (months[0], months[-1], len(months)) == (date(2025, 4, 1), date(2026, 3, 1), 12)
