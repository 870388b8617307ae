"""Days as they are stored."""

from datetime import date

from lnet.domain.calendar_days import shifted


def days_before(day: date, days: int) -> str:
    """So many days earlier (negative: later), as it is stored."""
    return shifted(day, -days).isoformat()
