"""Birthdays as vCards write them: 1980-03-22, 19800322, --0415, 1604-04-15 (Apple's, without a year)."""

import re
from datetime import date

from lnet.errors import BadInputError
from lnet.exchange.days import read_birthday
from lnet.exchange.vcard.properties import Property

DAY = re.compile(r"(?:(\d{4})(-?)|--)(\d\d)-?(\d\d)(?:[T ].*)?", re.DOTALL | re.ASCII)


def birthday(found: Property, today: date) -> str:
    """The birthday as lnet keeps it: `1980-03-22`, or `--04-15` without the year.

    Raises BadInputError for what is no day of the calendar (a year alone, words), or lies ahead.
    """
    text = found.text
    if match := DAY.fullmatch(text):
        year, _, month, day = match.groups()
        known = year and year != found.parameter("X-APPLE-OMIT-YEAR")
        text = f"{year}-{month}-{day}" if known else f"--{month}-{day}"
    on = read_birthday(text, today)
    if on is None:
        raise BadInputError(f"'{found.text}' is not a birthday")
    return on
