"""Days as exported files write them: `12 Mar 2024`, `7-Feb-22`, `Mar 12, 2024`, `2024-03-12`. Nothing relative."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from lnet.domain.dates.words import MONTHS

DAY_MONTH_YEAR = re.compile(r"(\d{1,2})[ .-]+([A-Za-z]{3,9})\.?[ ,-]+(\d{4}|\d{2})")
MONTH_DAY_YEAR = re.compile(r"([A-Za-z]{3,9})\.? +(\d{1,2}),? +(\d{4})")
YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
TIME_OF_DAY = re.compile(r"(?:T|,? )\d{1,2}:\d\d.*", re.DOTALL)
DAY_MONTH = re.compile(r"(\d{1,2})[ .]+([A-Za-z]{3,9})\.?")
MONTH_DAY = re.compile(r"([A-Za-z]{3,9})\.? +(\d{1,2})")
YEARLESS = re.compile(r"(?=--|\d\d-)-{0,2}(\d\d)-?(\d\d)")  # --04-15, --0415, and as lnet shows it: 04-15
WHOLE_BIRTHDAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
NO_YEARS = (0, 1604)  # what address books write where they know none: Apple takes the first leap year it has
SOME_YEAR = 2000  # a leap year, so that 29 February is a day


def read_day(text: str, today: date, order: str | None = None) -> date | None:
    """The day meant, or None for what is none, or could be two (03/04/2024). A two-digit year lies in the past.

    `order` says how numeric dates are written: "dmy" or "mdy". A time of day behind it is no part of it.
    On 15 June 2026 "7-Feb-22" is 7 February 2022 and "7-Feb-30" is 7 February 1930.
    """
    text = TIME_OF_DAY.sub("", text.strip())
    if match := DAY_MONTH_YEAR.fullmatch(text):
        return of_month(match[3], match[2], match[1], today)
    if match := MONTH_DAY_YEAR.fullmatch(text):
        return of_month(match[3], match[1], match[2], today)
    if match := YEAR_FIRST.fullmatch(text):
        return real_day(int(match[1]), int(match[3]), int(match[4]))
    if match := NUMERIC.fullmatch(text):
        return numeric(match, today, order)
    return None


def of_month(year: str, word: str, day: str, today: date) -> date | None:
    """The day of a month that is named by a word."""
    month = MONTHS.get(word.lower())
    return of_year(year, month, int(day), today) if month else None


def of_year(year: str, month: int, day: int, today: date) -> date | None:
    """The day in a year of four digits, or of two, which lies in the past."""
    if len(year) == 4:
        return real_day(int(year), month, day)
    found = real_day(today.year // 100 * 100 + int(year), month, day)
    return found if found is None or found <= today else real_day(found.year - 100, month, day)


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, if the calendar has it (29 February 2023 is none)."""
    try:
        return date(year, month, day) if 1000 <= year <= 2200 else None
    except ValueError:
        return None


# --- numbers alone ----------------------------------------------------------------------------------------------


def numeric(match: re.Match[str], today: date, order: str | None) -> date | None:
    """The day of numbers alone, where only one can be meant, or where the order is known. Full stops part day first."""
    first, second = int(match[1]), int(match[3])
    by_day, by_month = of_year(match[4], second, first, today), of_year(match[4], first, second, today)
    if match[2] == ".":
        return by_day
    if by_day is None or by_month is None or by_day == by_month:
        return by_day or by_month
    return {"dmy": by_day, "mdy": by_month}.get(order or "")


def order_of(texts: Iterable[str]) -> str | None:
    """How the numeric dates of one file are written, if some of them can only be read one way, and all of those alike.

    One program wrote them all: "28/02/1990" among them tells that "03/04/1990" is in April. None: nothing tells.
    """
    found = Counter(filter(None, map(order_told, texts)))
    return next(iter(found)) if len(found) == 1 else None


def order_told(text: str) -> str | None:
    """The order that a single date gives away; None for one that could be either."""
    match = NUMERIC.fullmatch(TIME_OF_DAY.sub("", text.strip()))
    if match is None or match[2] == ".":
        return None
    first, second = int(match[1]), int(match[3])
    if first > 12 >= second > 0:
        return "dmy"
    return "mdy" if second > 12 >= first > 0 else None


# --- birthdays --------------------------------------------------------------------------------------------------


def read_birthday(text: str, today: date, order: str | None = None) -> str | None:
    """A birthday as it is stored, 1990-04-15 or --04-15; None for what is none, could be two, or lies in the future.

    Years before 1900 stay as they are, but for those that stand for none.
    """
    text = TIME_OF_DAY.sub("", text.strip())
    for form in (YEARLESS, DAY_MONTH, MONTH_DAY):
        if match := form.fullmatch(text):
            return yearless(form, match)
    if match := WHOLE_BIRTHDAY.fullmatch(text):
        return of_birth(int(match[1]), int(match[2]), int(match[3]), today)
    found = read_day(text, today, order)
    return found.isoformat() if found and found <= today else None


def yearless(form: re.Pattern[str], match: re.Match[str]) -> str | None:
    """A birthday of which only the day is known."""
    first, second = match.groups()
    if form is YEARLESS:
        return of_birth(0, int(first), int(second), date.max)
    month, day = (first, second) if form is MONTH_DAY else (second, first)
    return of_birth(0, MONTHS.get(month.lower(), 0), int(day), date.max)


def of_birth(year: int, month: int, day: int, today: date) -> str | None:
    """The birthday, if the calendar has it and it is not still to come."""
    known = year not in NO_YEARS
    try:
        on = date(year if known else SOME_YEAR, month, day)
    except ValueError:
        return None
    if not known:
        return f"--{on.isoformat()[5:]}"
    return on.isoformat() if on <= today else None
