"""Days as people write them, in English whatever the locale, so that scripts and tests can rely on them."""

from datetime import date

from lnet.domain.dates.words import MONTH_NAMES, WEEKDAY_NAMES


def show_day(day: date, today: date) -> str:
    """`Sun 14 Jun`, and with the year if it is not today's: `Sun 14 Jun 2025`."""
    return f"{WEEKDAY_NAMES[day.weekday()][:3]} {day.day} {MONTH_NAMES[day.month - 1][:3]}{_year(day, today)}"


def show_day_plain(day: date, today: date) -> str:
    """For prose, as in "due on 4 July": `4 July`, and with the year if it is not today's: `4 July 2025`."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]}{_year(day, today)}"


def counted(days: int) -> str:
    """ "1 day", "3 days"."""
    return "1 day" if days == 1 else f"{days} days"


def lateness(late: int) -> str:
    """How far a day lies back or ahead: "3 days late", "today", "in 2 days"."""
    if late > 0:
        return f"{counted(late)} late"
    return {0: "today", -1: "tomorrow"}.get(late, f"in {-late} days")


def days_ago(days: int) -> str:
    """ "today", "yesterday", "3 days ago"."""
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def in_days(days: int) -> str:
    """How far ahead or back a day lies: "in 2 days", "tomorrow", "today", "yesterday", "3 days ago"."""
    if days < 0:
        return days_ago(-days)
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def _year(day: date, today: date) -> str:
    return "" if day.year == today.year else f" {day.year}"
