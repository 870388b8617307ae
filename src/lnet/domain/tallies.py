"""Counts over time: by day, gathered into weeks, months and years."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

WEEKS_MOST, MONTHS_MOST = 26, 36  # beyond so many, a longer unit is easier to read
YEAR = 365


class Span(NamedTuple):
    """A week, a month or a year by its first day, and how many conversations fell into it."""

    on: date
    conversations: int


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def month(day: date) -> date:
    """The first of a day's month."""
    return day.replace(day=1)


def year(day: date) -> date:
    """The first of January of a day's year."""
    return day.replace(month=1, day=1)


def weeks(days: Mapping[date, int], since: date, until: date) -> tuple[Span, ...]:
    """Every week that has a day of the period, also those without any conversation, the earliest first."""
    counts = dict.fromkeys(mondays(since, until), 0)
    for day, number in days.items():
        counts[monday(day)] += number
    return tuple(Span(*each) for each in counts.items())


def mondays(since: date, until: date) -> tuple[date, ...]:
    """The Mondays of the weeks that have a day of the period, the earliest first."""
    number = (monday(until) - monday(since)).days // 7 + 1
    return tuple(monday(since) + timedelta(weeks=week) for week in range(number))


def months(days: Mapping[date, int], since: date, until: date) -> tuple[Span, ...]:
    """Every month that has a day of the period, the earliest first."""
    first, last = (12 * day.year + day.month - 1 for day in (since, until))
    counts = {date(number // 12, number % 12 + 1, 1): 0 for number in range(first, last + 1)}
    for day, number in days.items():
        counts[month(day)] += number
    return tuple(Span(*each) for each in counts.items())


def years(days: Mapping[date, int], since: date, until: date) -> tuple[Span, ...]:
    """Every year that has a day of the period, the earliest first."""
    counts = {date(each, 1, 1): 0 for each in range(since.year, until.year + 1)}
    for day, number in days.items():
        counts[year(day)] += number
    return tuple(Span(*each) for each in counts.items())


def a_year_before(day: date) -> date:
    """The first day of the year that ends with this day: of 15 June 2026 it is 16 June 2025."""
    return day - timedelta(days=YEAR - 1)


def twelve_months(today: date) -> tuple[date, ...]:
    """The firsts of the last twelve months, that of today's last."""
    found = [month(today)]
    while len(found) < 12:
        found.append(month(found[-1] - timedelta(days=1)))
    return tuple(reversed(found))
