"""Phrases that count from today: `yesterday`, `3 days ago`, `in two weeks`, `fri`, `last fri`, `end of month`.

Rules as in `absolute`: a form, and a meaning that gives None when the words are not of the calendar after all.
"""

import re
from datetime import date

from lnet.domain.dates import resolve
from lnet.domain.dates.absolute import Meaning, Rule
from lnet.domain.dates.bias import PAST, Reader
from lnet.domain.dates.words import COUNTS, MONTHS, UNITS, WEEKDAYS

_SIGNS = {"last": -1, "this": 0, "next": 1}
_WHICH = "(last|this|next)"
_AMOUNT = "(?:([0-9]{1,9})(_)?|(a_couple(?:_of)?|[a-z]+)_)([a-z]+)"


def _days_on(days: int) -> Meaning:
    return lambda match, reader: resolve.moved(reader.today, days, "d", match[0])


def _ago(match: re.Match[str], reader: Reader) -> date | None:
    return _moved(match, -1 if match[5].lower() == "ago" else 1, reader)


def _in(match: re.Match[str], reader: Reader) -> date | None:
    return _moved(match, 1, reader)


def _moved(match: re.Match[str], sign: int, reader: Reader) -> date | None:
    digits, room, word, unit_word = match.group(1, 2, 3, 4)
    count, unit = _count(digits, word), UNITS.get(unit_word.lower())
    if count is None or unit is None:
        return None
    if len(unit_word) == 1 and (word or room):  # "2w" is two weeks, "2 w" may be anything
        return None
    return resolve.moved(reader.today, sign * count, unit, match[0])


def _count(digits: str | None, word: str) -> int | None:
    if digits:
        return int(digits)
    return 2 if "couple" in word.lower() else COUNTS.get(word.lower())


def _weekday(match: re.Match[str], reader: Reader) -> date:
    """The latest such day, today included; with FUTURE bias the next, today not included."""
    weekday, today = WEEKDAYS[match[0].lower()], reader.today
    if reader.bias is not PAST:
        return resolve.weekday_after(weekday, today, match[0])
    if weekday == today.weekday():
        return resolve.in_range(today, match[0])
    return resolve.weekday_before(weekday, today, match[0])


def _which(match: re.Match[str], reader: Reader) -> date | None:
    """`last fri` and `next fri` are never today; `last week` is 7 days ago; `this week` is no day."""
    sign, word = _SIGNS[match[1].lower()], match[2].lower()
    if word in WEEKDAYS:
        return _which_weekday(WEEKDAYS[word], sign, reader.today, match[0])
    if sign == 0 or word not in ("week", "month", "year"):
        return None
    return resolve.moved(reader.today, sign, UNITS[word], match[0])


def _which_weekday(weekday: int, sign: int, today: date, said: str) -> date:
    if sign == 0:
        return resolve.weekday_of_week(weekday, 0, today, said)
    return (resolve.weekday_after if sign > 0 else resolve.weekday_before)(weekday, today, said)


def _weekday_week(match: re.Match[str], reader: Reader) -> date | None:
    return _of_week(match[1], match[2], match[0], reader)


def _week_weekday(match: re.Match[str], reader: Reader) -> date | None:
    return _of_week(match[2], match[1], match[0], reader)


def _of_week(day: str, which: str, said: str, reader: Reader) -> date | None:
    """`fri next week`: of the weeks from Monday to Sunday, so that on a Friday `fri last week` is 7 days ago."""
    weekday = WEEKDAYS.get(day.lower())
    return None if weekday is None else resolve.weekday_of_week(weekday, _SIGNS[which.lower()], reader.today, said)


def _end_of_unit(match: re.Match[str], reader: Reader) -> date:
    return resolve.end_of(UNITS[match[2].lower()], _SIGNS.get((match[1] or "").lower(), 0), reader.today, match[0])


def _end_of_month(match: re.Match[str], reader: Reader) -> date | None:
    month = MONTHS.get(match[1].lower())
    if month is None:
        return None
    return resolve.month_end(month, int(match[2]) if match[2] else None, reader, match[0])


TODAY: Rule = ("(?:earlier_|later_)?today|tonight|now|this_(?:morning|afternoon|evening)", _days_on(0))
YESTERDAY: Rule = ("yesterday|last_(?:night|evening)", _days_on(-1))
TOMORROW: Rule = ("tomorrow", _days_on(1))
BEFORE_YESTERDAY: Rule = ("(?:the_)?day_before_yesterday", _days_on(-2))
AFTER_TOMORROW: Rule = ("(?:the_)?day_after_tomorrow", _days_on(2))
AGO: Rule = (f"{_AMOUNT}_(ago|from_(?:now|today))", _ago)
IN: Rule = (f"in_{_AMOUNT}", _in)
# "Sat down with Ada" is no Saturday.
WEEKDAY: Rule = (r"(?!sat_(?:down|beside|through|next_to)\b)[a-z]+", _weekday)
WHICH: Rule = (f"{_WHICH}_([a-z]+)", _which)
WEEKDAY_WEEK: Rule = (f"([a-z]+)_(?:of_)?{_WHICH}_week", _weekday_week)
WEEK_WEEKDAY: Rule = (f"{_WHICH}_week_(?:on_)?([a-z]+)", _week_weekday)
END_OF_UNIT: Rule = (f"(?:the_)?end_of_(?:the_|{_WHICH}_)?(week|month|year)", _end_of_unit)
END_OF_MONTH: Rule = ("(?:the_)?end_of_([a-z]+)(?:_([0-9]{4}))?", _end_of_month)
