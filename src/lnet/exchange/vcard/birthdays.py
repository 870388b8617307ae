"""Birthdays as vCards write them: 1980-03-22, 19800322, --0415, 1604-04-15 (Apple's, without a year)."""

import re
from datetime import date

from lnet.domain.birthdays import read_birthday
from lnet.errors import BadInputError
from lnet.exchange.days import read_day
from lnet.exchange.vcard.properties import Property

DAY = re.compile(r"(?:(\d{4})(-?)|--)(\d\d)-?(\d\d)(?:[T ].*)?", re.DOTALL | re.ASCII)
NO_YEAR = {"1604", "0000"}  # what Apple, and some others, write for a year that is not known


def birthday(found: Property, today: date) -> str:
    """The birthday as lnet keeps it: `1980-03-22`, or `--04-15` without the year.

    Raises BadInputError for what is no day of the calendar (a year alone, words), or lies before 1900 or ahead.
    """
    text = found.text
    if match := DAY.fullmatch(text):
        year, _, month, day = match.groups()
        unknown = not year or year in NO_YEAR or year == found.parameter("X-APPLE-OMIT-YEAR")
        return read_birthday(f"{month}-{day}" if unknown else f"{year}-{month}-{day}", today)
    if on := read_day(text, today):
        return read_birthday(on.isoformat(), today)
    raise BadInputError(f"'{text}' is not a birthday")
