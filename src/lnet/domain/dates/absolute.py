"""Phrases that name a day of the calendar: `2026-06-12`, `03/04/2026`, `12 mar`, `March 12th, 2026`.

A rule is a form and what it means. The form is strict about shape and loose about words; the meaning looks the words
up, and gives None when they are not of the calendar after all. In a form `_` is the room between words.
"""

import re
from collections.abc import Callable
from datetime import date

from lnet.domain.dates import resolve
from lnet.domain.dates.bias import Reader
from lnet.domain.dates.words import MONTHS
from lnet.errors import DateError

Meaning = Callable[[re.Match[str], Reader], date | None]
Rule = tuple[str, Meaning]


def _iso(match: re.Match[str], _reader: Reader) -> date:
    return resolve.of_year(int(match[1]), int(match[3]), int(match[4]), match[0])


def _numeric(match: re.Match[str], reader: Reader) -> date | None:
    """By the order said; else only if just one of the two ways round is a day at all."""
    mark, year = match[2], match[4]
    if len(year) == 2:
        if mark != "/":  # 10-12-15 may be a score and 1.2.26 a version
            return None
        raise DateError(match[0], "the year needs four digits")
    day_first, month_first = (int(match[3]), int(match[1])), (int(match[1]), int(match[3]))
    if reader.order == "dmy":
        return resolve.of_year(int(year), *day_first, match[0])
    if reader.order == "mdy":
        return resolve.of_year(int(year), *month_first, match[0])
    return _only_way_round(int(year), {day_first, month_first}, match[0])


def _only_way_round(year: int, ways: set[tuple[int, int]], said: str) -> date:
    possible = sorted((month, day) for month, day in ways if 1 <= month <= 12 and day)
    if len(possible) > 1:
        choices = " or ".join(f"{year}-{month:02}-{day:02}" for month, day in possible)
        raise DateError(said, "day and month could be either way round", f"write {choices}, or set date_order")
    return resolve.of_year(year, *(possible or sorted(ways))[0], said)


def _day_month(match: re.Match[str], reader: Reader) -> date | None:
    return _named(match[1], match[2], match[3], match[0], reader)


def _month_day(match: re.Match[str], reader: Reader) -> date | None:
    return _named(match[2], match[1], match[3], match[0], reader)


def _named(day: str, word: str, year: str | None, said: str, reader: Reader) -> date | None:
    month = MONTHS.get(word.lower())
    if month is None:
        return None
    if year is None:
        return resolve.yearless(month, int(day), reader, said)
    return resolve.of_year(int(year), month, int(day), said)


_NTH = "([0-9]{1,2})(?:st|nd|rd|th)?"

# A year that starts with 0 is part of a telephone number.
ISO: Rule = (r"([1-9][0-9]{3})([-/])([0-9]{1,2})\2([0-9]{1,2})", _iso)
NUMERIC: Rule = (r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})", _numeric)
DAY_MONTH: Rule = (rf"(?:the_)?{_NTH}(?:_(?:of_)?|[-/])([a-z]+)(?:(?:[.,]?_|[-/])([0-9]{{4}}))?", _day_month)
MONTH_DAY: Rule = (rf"([a-z]+)\.?_(?:the_)?{_NTH}(?:,?_([0-9]{{4}}))?", _month_day)
