"""Lengths of time: `30d`, `2w`, `3m`, `1y`, `never`, and what may follow `snooze`."""

import re
from datetime import date, timedelta
from functools import cache

from lnet.domain.dates import resolve
from lnet.domain.dates.bias import FUTURE
from lnet.domain.dates.reading import find_date, read_date
from lnet.domain.dates.words import UNITS, WEEKDAYS
from lnet.errors import DateError, DurationError

_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_LONGEST = 36500


def read_days(text: str) -> int:
    """A duration in days, 1 to 36500: `30d`, `2w`, `3m` (30 each), `1y` (365), `30 days`, `30`; else DurationError."""
    count, unit = _read(text)
    days = count * _DAYS[unit or "d"]
    if not 1 <= days <= _LONGEST:
        raise DurationError(text)
    return days


def read_every(text: str) -> int:
    """A cadence in days as `read_days` has it, or NEVER for `never`."""
    from lnet.domain.facts import NEVER  # half of all this package's import time, and few commands read a cadence

    return NEVER if text.strip().lower() == "never" else read_days(text)


def read_when(text: str, today: date, order: str | None = None) -> date:
    """The day that lies a duration ahead (`2w`; `3m` are three months of the calendar) or that a date phrase means.

    Today itself is allowed. Raises DateError for a day in the past, and for a bare number, which may be a row.
    """
    on = _ahead(text, today) or read_date(text, today, FUTURE, order)
    if on < today:
        raise DateError(text.strip(), "this is in the past")
    return on


def read_last(text: str, first: date, today: date, order: str | None = None) -> date:
    """The last of the days from `first` on: `2w` (fourteen days in all), a weekday (the first from then on), or a date.

    Raises DateError; whether the day lies behind `first` is left to whoever asks.
    """
    ahead = _ahead(text, first)
    if ahead is not None:
        return ahead - timedelta(days=1)
    weekday = WEEKDAYS.get(text.strip().lower())
    if weekday is not None:
        return resolve.moved(first, (weekday - first.weekday()) % 7, "d", text.strip())
    return read_date(text, today, FUTURE, order)


def is_when(text: str, today: date, order: str | None = None) -> bool:
    """Whether the whole text reads as `read_when` reads, be it a day that cannot be meant; a bare number does not."""
    phrase = text.strip()
    try:
        return bool(_read(phrase)[1])
    except DurationError:
        found = find_date(phrase, 0, today, FUTURE, order)
        return found is not None and found.end == len(phrase)


def _ahead(text: str, today: date) -> date | None:
    try:
        count, unit = _read(text)
    except DurationError:
        return None
    return resolve.moved(today, count, unit, text.strip()) if unit else None


def _read(text: str) -> tuple[int, str]:
    """The count and the unit's letter, which is "" for a bare number."""
    match = _duration().fullmatch(text.strip())
    unit = UNITS.get(match[2].lower(), "") if match else ""
    if match is None or (match[2] and not unit):
        raise DurationError(text)
    return int(match[1]), unit


@cache
def _duration() -> re.Pattern[str]:
    return re.compile("([0-9]{1,9}) ?([A-Za-z]*)")
