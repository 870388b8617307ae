"""From what was said to the day that was meant; `said` is the phrase an error names.

Every function gives a day within the years 1900-2200 or raises DateError.
"""

from datetime import date, timedelta

from lnet.domain.dates.bias import PAST, Reader
from lnet.domain.dates.words import MONTH_NAMES, WEEKDAY_NAMES
from lnet.errors import DateError

FIRST_YEAR, LAST_YEAR = 1900, 2200
# 29 February comes again after four years, or after eight around a year such as 2100.
_LEAP_REACH = 8


def in_range(day: date, said: str) -> date:
    """The day itself, if its year is one that is kept."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise DateError(said, f"the year must be from {FIRST_YEAR} to {LAST_YEAR}")
    return day


def of_year(year: int, month: int, day: int, said: str) -> date:
    """A day of the calendar, as written."""
    try:
        return in_range(date(year, month, day), said)
    except ValueError:
        raise DateError(said, "there is no such day") from None


def yearless(month: int, day: int, reader: Reader, said: str) -> date:
    """The latest such day that is not in the future, or with FUTURE bias the next one; today counts for both."""
    step = -1 if reader.bias is PAST else 1
    for years in range(_LEAP_REACH + 1):
        try:
            on = date(reader.today.year + step * years, month, day)
        except ValueError:  # 29 February in a common year, or no day of any year
            continue
        if (on - reader.today).days * step >= 0:
            return in_range(on, said)
    raise DateError(said, "there is no such day")


def check_weekday(on: date, weekday: int, said: str) -> date:
    """The day itself, if it is that weekday: whoever writes both and errs in one is asked, not guessed at."""
    if on.weekday() != weekday:
        what = f"{on.day} {MONTH_NAMES[on.month - 1]} {on.year} is a {WEEKDAY_NAMES[on.weekday()]}"
        raise DateError(said, what)
    return on


def weekday_before(weekday: int, today: date, said: str) -> date:
    """The latest such weekday strictly before today."""
    return moved(today, -((today.weekday() - weekday - 1) % 7 + 1), "d", said)


def weekday_after(weekday: int, today: date, said: str) -> date:
    """The first such weekday strictly after today."""
    return moved(today, (weekday - today.weekday() - 1) % 7 + 1, "d", said)


def weekday_of_week(weekday: int, weeks: int, today: date, said: str) -> date:
    """Such a weekday of the week from Monday to Sunday that lies `weeks` after the current one."""
    return moved(today, weekday - today.weekday() + 7 * weeks, "d", said)


def moved(today: date, count: int, unit: str, said: str) -> date:
    """`count` units ("d", "w", "m", "y") after today, before it if negative.

    A month on from the 31st is the last day of a shorter month, as dateutil's relativedelta has it.
    """
    try:
        return in_range(_moved(today, count, unit), said)
    except (ValueError, OverflowError):  # beyond the years 1-9999
        raise DateError(said, f"the year must be from {FIRST_YEAR} to {LAST_YEAR}") from None


def _moved(today: date, count: int, unit: str) -> date:
    if unit in "dw":
        return today + timedelta(days=count if unit == "d" else 7 * count)
    from dateutil.relativedelta import relativedelta  # a few milliseconds that most dates need not pay

    return today + relativedelta(months=count if unit == "m" else 12 * count)


def end_of(unit: str, count: int, today: date, said: str) -> date:
    """The last day of the week (a Sunday), month or year that lies `count` after the current one."""
    if unit == "w":
        return weekday_of_week(6, count, today, said)
    if unit == "y":
        return of_year(today.year + count, 12, 31, said)
    return last_day(moved(today.replace(day=1), count, "m", said))


def last_day(of_month: date) -> date:
    """The last day of the month in which the day lies."""
    return (of_month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def month_end(month: int, year: int | None, reader: Reader, said: str) -> date:
    """The last day of that month; without a year, of the latest one that is over or the next one to end."""
    if year is not None:
        return last_day(of_year(year, month, 1, said))
    step = -1 if reader.bias is PAST else 1
    on = last_day(of_year(reader.today.year, month, 1, said))
    if (on - reader.today).days * step < 0:
        on = last_day(of_year(reader.today.year + step, month, 1, said))
    return on
