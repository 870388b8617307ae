"""Days before and after a day, within what the calendar holds: it ends with the year 9999, and nothing else does."""

from datetime import date


def shifted(day: date, days: int) -> date:
    """So many days later, or earlier if negative; the first or last day there is where the calendar ends."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
