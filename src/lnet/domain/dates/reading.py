"""Date phrases: found in a text, or read as the whole of it."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache
from typing import NamedTuple

from lnet.domain.dates import absolute, relative, resolve
from lnet.domain.dates.absolute import Rule
from lnet.domain.dates.bias import PAST, Bias, Reader
from lnet.domain.dates.words import COUNTS, MONTHS, WEEKDAYS
from lnet.errors import DateError

_CALENDAR = (absolute.ISO, absolute.NUMERIC, absolute.DAY_MONTH, absolute.MONTH_DAY)
# The rules a phrase may follow, by its first word; so most words of a text cost one look into a table.
_WHICH = (relative.WHICH, relative.WEEK_WEEKDAY)
_END = (relative.END_OF_UNIT, relative.END_OF_MONTH)
_BY_WORD: dict[str, tuple[Rule, ...]] = {
    **dict.fromkeys(COUNTS, (relative.AGO,)),
    **dict.fromkeys(MONTHS, (absolute.MONTH_DAY,)),
    **dict.fromkeys(WEEKDAYS, (relative.WEEKDAY, relative.WEEKDAY_WEEK)),
    **dict.fromkeys("0123456789", (absolute.ISO, absolute.NUMERIC, absolute.DAY_MONTH, relative.AGO)),
    **dict.fromkeys(("today", "tonight", "now", "earlier", "later"), (relative.TODAY,)),
    "yesterday": (relative.YESTERDAY,),
    "tomorrow": (relative.TOMORROW,),
    "this": (*_WHICH, relative.TODAY),
    "last": (*_WHICH, relative.YESTERDAY),
    "next": _WHICH,
    "in": (relative.IN,),
    "end": _END,
    "day": (relative.BEFORE_YESTERDAY, relative.AFTER_TOMORROW),
    "the": (*_END, relative.BEFORE_YESTERDAY, relative.AFTER_TOMORROW, absolute.DAY_MONTH),
}

# A line break ends a clause, so no phrase crosses one.
_ROOM = "[ \t\xa0\u202f]+"
# Not in "mondays", "monday's", "fri-ish", "2026-06-12.pdf"; nor is 12 the day in "mar 12:30" and "mar 12,000".
_WORD_ENDS = r"(?![\w\u0300-\u036f]|['’@./\\‐‑–-]\w|(?<=[0-9])(?::\d\d|,\d{3})(?!\d))"
# Before a date: not the hyphen of "mid-june 12", nor the marks of "#today", "@sun", "+fri", "and/or", "it's".
_JOINED_BY = "_#@+/\\.'’-"


class Found(NamedTuple):
    """A date phrase in a text: the offset just behind it and the day, or why it cannot be one (then `on` is None)."""

    end: int
    on: date | None
    error: DateError | None


def read_date(text: str, today: date, bias: Bias, order: str | None = None) -> date:
    """The day the whole text means, leaning as `bias` says where it leaves that open.

    `order` ("dmy", "mdy", "ymd", None) decides `03/04/2026`. An explicit day is given back whether past or to come.
    Raises DateError, naming the text: not a date, an impossible or ambiguous one, or not of the years 1900-2200.
    """
    phrase = text.strip()
    found = find_date(phrase, 0, today, bias, order)
    if found is None or found.end < len(phrase):
        return _read_stamp(phrase, bias)
    if found.on is None:
        raise found.error or DateError(phrase)
    return found.on


def find_date(text: str, start: int, today: date, bias: Bias, order: str | None = None) -> Found | None:
    """The longest date phrase that starts exactly at offset `start` and ends with a word; None: there is none.

    A phrase that reads as a date and cannot be one (`31 feb`) is found with its error. Never raises.
    """
    if start > len(text) or (start > 0 and _inside_a_word(text[start - 1])):
        return None
    reader = Reader(today, bias, order)
    found = max(_readings(text, start, reader), key=lambda reading: reading.end, default=None)
    if found is None:
        return None
    return Found(_behind_part_of_day(text, found.end), found.on, found.error)


def _inside_a_word(before: str) -> bool:
    return before.isalnum() or before in _JOINED_BY or "\u0300" <= before <= "\u036f"


def _readings(text: str, start: int, reader: Reader) -> Iterator[Found]:
    word = _first_word(text, start)
    yield from _by_rules(_BY_WORD.get(word, ()), text, start, reader)
    if word in WEEKDAYS and (prefix := _pattern(r"[a-z]+[.,]?_", ends_word=False).match(text, start)):
        for dated in _by_rules(_CALENDAR, text, prefix.end(), reader):
            yield _checked(dated, WEEKDAYS[word], text[start : dated.end])


def _first_word(text: str, start: int) -> str:
    """The ASCII letters at `start`, in lower case, or a single digit."""
    match = _pattern("[a-z]+|[0-9]", ends_word=False).match(text, start)
    return match[0].lower() if match else ""


def _by_rules(rules: Iterable[Rule], text: str, start: int, reader: Reader) -> Iterator[Found]:
    for form, meaning in rules:
        match = _pattern(form).match(text, start)
        if match is None:
            continue
        try:
            on = meaning(match, reader)
        except DateError as error:
            yield Found(match.end(), None, error)
        else:
            if on is not None:
                yield Found(match.end(), on, None)


def _checked(dated: Found, weekday: int, said: str) -> Found:
    if dated.on is None:
        return dated
    try:
        return Found(dated.end, resolve.check_weekday(dated.on, weekday, said), None)
    except DateError as error:
        return Found(dated.end, None, error)


@cache
def _pattern(form: str, *, ends_word: bool = True) -> re.Pattern[str]:
    """The form compiled when first needed: letters of either case, but of ASCII only."""
    return re.compile(f"(?ai:{form.replace('_', _ROOM)}){_WORD_ENDS if ends_word else ''}")


def _behind_part_of_day(text: str, end: int) -> int:
    """`yesterday evening` is a day too: hours are not kept."""
    match = _pattern("_(?:morning|afternoon|evening|night)").match(text, end)
    return match.end() if match else end


def _read_stamp(text: str, bias: Bias) -> date:
    """The day of an ISO stamp as programs write it: `20260612`, `2026-06-12T10:00:00Z`; its zone is not converted."""
    try:
        datetime.fromisoformat(text)
        # Taken alone, since the stamp as a whole may have any character between day and time: 2026-06-12-13.
        return resolve.in_range(date.fromisoformat(re.split("[T ]", text, maxsplit=1)[0]), text)
    except ValueError:
        known = "yesterday, last fri, 3 days ago" if bias is PAST else "tomorrow, fri, in 2 weeks"
        raise DateError(text, hint=f"for example {known}, 12 mar, 2026-06-12") from None
