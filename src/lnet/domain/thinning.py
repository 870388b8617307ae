"""Which backups are kept as time goes by: of the last 7 days, 4 weeks and 12 months one each."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

DAYS, WEEKS, MONTHS = 7, 4, 12


def worth_keeping(made: Iterable[datetime], today: date) -> set[datetime]:
    """Of these times those to keep: all of today and yesterday, and the newest of each of the latest days, weeks and
    months in which there is any.

    Nothing for nothing. 40 daily copies come down to 7 days, 4 weeks and the months before, at most 23 and those of
    today and yesterday.
    """
    newest = sorted(made, reverse=True)
    kept = {each for each in newest if each.date() >= today - timedelta(days=1)}
    for period, most in ((day_of, DAYS), (week_of, WEEKS), (month_of, MONTHS)):
        kept |= newest_of_each(newest, period, most)
    return kept


def newest_of_each(newest: Iterable[datetime], period: Callable[[datetime], Any], most: int) -> set[datetime]:
    """The newest of each period, for so many of the latest periods that have any."""
    found: dict[Any, datetime] = {}
    for each in newest:
        found.setdefault(period(each), each)
    return set(list(found.values())[:most])


def day_of(moment: datetime) -> date:
    """The day of a moment."""
    return moment.date()


def week_of(moment: datetime) -> tuple[int, int]:
    """The ISO week of a moment: year and number."""
    return moment.isocalendar()[:2]


def month_of(moment: datetime) -> tuple[int, int]:
    """The month of a moment: year and number."""
    return moment.year, moment.month
