"""Birthdays, with or without the year: as typed, as stored, as shown."""

import re
from datetime import date

from lnet.errors import BadInputError

# A leap year stands in where none is known, so that 29 February is a day.
_SOME_YEAR = 2000
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip


def read_birthday(text: str, today: date) -> str:
    """A birthday as it is stored: `1990-04-15`, or `--04-15` without the year, typed as `04-15`.

    Raises BadInputError for what is no day of the calendar, before 1900 or still to come.
    """
    match = re.fullmatch(r"(?:([0-9]{4})-|--)?([0-9]{1,2})-([0-9]{1,2})", text.strip())
    year, month, day = match.groups() if match else ("", "0", "0")
    try:
        on = date(int(year or _SOME_YEAR), int(month), int(day))
    except ValueError:
        raise BadInputError(f"'{text}' is not a birthday", "1990-04-15, or 04-15 without the year") from None
    if year and (on.year < 1900 or on > today):
        raise BadInputError(f"'{text}' is not a birthday (it is not between 1900 and today)")
    return on.isoformat() if year else f"--{on.isoformat()[5:]}"


def birthday_words(stored: str) -> str:
    """A stored birthday as people say it: "15 April 1990", or "15 April" without the year."""
    on = date.fromisoformat(f"{_SOME_YEAR}{stored[1:]}" if stored.startswith("--") else stored)
    words = f"{on.day} {_MONTHS[on.month - 1]}"
    return words if stored.startswith("--") else f"{words} {on.year}"


def show_birthday(stored: str) -> str:
    """A stored birthday as it is typed: `1990-04-15` or `04-15`."""
    return stored.removeprefix("--")
