"""Days as people write them, in English whatever the locale, so that scripts and tests can rely on them."""

from datetime import date

from lnet.domain.dates.words import MONTH_NAMES, WEEKDAY_NAMES


def show_day(day: date, today: date) -> str:
    """`Sun 14 Jun`, and with the year if it is not today's: `Sun 14 Jun 2025`."""
    return f"{WEEKDAY_NAMES[day.weekday()][:3]} {day.day} {MONTH_NAMES[day.month - 1][:3]}{_year(day, today)}"


def show_day_plain(day: date, today: date) -> str:
    """For prose, as in "due on 4 July": `4 July`, and with the year if it is not today's: `4 July 2025`."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]}{_year(day, today)}"


def _year(day: date, today: date) -> str:
    return "" if day.year == today.year else f" {day.year}"
