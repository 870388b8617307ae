"""Days as exported files write them: `12 Mar 2024`, `7-Feb-22`, `Mar 12, 2024`, `2024-03-12`. Nothing relative."""

import re
from datetime import date

from lnet.domain.dates.words import MONTHS

DAY_MONTH_YEAR = re.compile(r"(\d{1,2})[ .-]+([A-Za-z]{3,9})\.?[ ,-]+(\d{4}|\d{2})")
MONTH_DAY_YEAR = re.compile(r"([A-Za-z]{3,9})\.? +(\d{1,2}),? +(\d{4})")
YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")


def read_day(text: str, today: date) -> date | None:
    """The day meant, or None for what is none, or could be two (03/04/2024). A two-digit year lies in the past.

    On 15 June 2026 "7-Feb-22" is 7 February 2022 and "7-Feb-30" is 7 February 1930.
    """
    text = text.strip()
    if match := DAY_MONTH_YEAR.fullmatch(text):
        return of_month(match[3], match[2], match[1], today)
    if match := MONTH_DAY_YEAR.fullmatch(text):
        return of_month(match[3], match[1], match[2], today)
    if match := YEAR_FIRST.fullmatch(text):
        return real_day(int(match[1]), int(match[3]), int(match[4]))
    return None


def of_month(year: str, word: str, day: str, today: date) -> date | None:
    """The day of a month that is named by a word."""
    month = MONTHS.get(word.lower())
    if month is None:
        return None
    if len(year) == 4:
        return real_day(int(year), month, int(day))
    found = real_day(today.year // 100 * 100 + int(year), month, int(day))
    return found if found is None or found <= today else real_day(found.year - 100, month, int(day))


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, if the calendar has it (29 February 2023 is none)."""
    try:
        return date(year, month, day) if 1900 <= year <= 2200 else None
    except ValueError:
        return None
