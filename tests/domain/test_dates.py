"""How days are read from words, found in a text, and shown. Today is Monday, 15 June 2026."""

import re
import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.domain.dates import (
    FUTURE,
    PAST,
    Bias,
    find_date,
    is_when,
    read_date,
    read_days,
    read_every,
    read_last,
    read_when,
    show_day,
    show_day_plain,
)
from lnet.domain.facts import NEVER
from lnet.errors import DateError, DurationError, brief

TODAY = date(2026, 6, 15)
FRIDAY = date(2026, 6, 12)

# What was typed, the day it means in a log, and the day it means for a promise.
MEANINGS = [
    # The same whichever way one looks
    ("today", "2026-06-15", "2026-06-15"),
    ("TODAY", "2026-06-15", "2026-06-15"),
    ("  today\n", "2026-06-15", "2026-06-15"),
    ("tonight", "2026-06-15", "2026-06-15"),
    ("now", "2026-06-15", "2026-06-15"),
    ("this morning", "2026-06-15", "2026-06-15"),
    ("this afternoon", "2026-06-15", "2026-06-15"),
    ("this evening", "2026-06-15", "2026-06-15"),
    ("earlier today", "2026-06-15", "2026-06-15"),
    ("later today", "2026-06-15", "2026-06-15"),
    ("yesterday", "2026-06-14", "2026-06-14"),
    ("Yesterday evening", "2026-06-14", "2026-06-14"),
    ("last night", "2026-06-14", "2026-06-14"),
    ("last evening", "2026-06-14", "2026-06-14"),
    ("the day before yesterday", "2026-06-13", "2026-06-13"),
    ("day before yesterday", "2026-06-13", "2026-06-13"),
    ("tomorrow", "2026-06-16", "2026-06-16"),
    ("tomorrow morning", "2026-06-16", "2026-06-16"),
    ("the day after tomorrow", "2026-06-17", "2026-06-17"),
    ("day  after\ttomorrow", "2026-06-17", "2026-06-17"),
    # Counted from today
    ("0 days ago", "2026-06-15", "2026-06-15"),
    ("1 day ago", "2026-06-14", "2026-06-14"),
    ("3 days ago", "2026-06-12", "2026-06-12"),
    ("3\u00a0days ago", "2026-06-12", "2026-06-12"),
    ("3days ago", "2026-06-12", "2026-06-12"),
    ("3d ago", "2026-06-12", "2026-06-12"),
    ("two weeks ago", "2026-06-01", "2026-06-01"),
    ("2w ago", "2026-06-01", "2026-06-01"),
    ("2 wks ago", "2026-06-01", "2026-06-01"),
    ("a week ago", "2026-06-08", "2026-06-08"),
    ("one week ago", "2026-06-08", "2026-06-08"),
    ("twelve weeks ago", "2026-03-23", "2026-03-23"),
    ("a couple of weeks ago", "2026-06-01", "2026-06-01"),
    ("a couple days ago", "2026-06-13", "2026-06-13"),
    ("a month ago", "2026-05-15", "2026-05-15"),
    ("4 months ago", "2026-02-15", "2026-02-15"),
    ("a year ago", "2025-06-15", "2025-06-15"),
    ("2y ago", "2024-06-15", "2024-06-15"),
    ("in 3 days", "2026-06-18", "2026-06-18"),
    ("in a week", "2026-06-22", "2026-06-22"),
    ("in 3 weeks", "2026-07-06", "2026-07-06"),
    ("in 2w", "2026-06-29", "2026-06-29"),
    ("in three months", "2026-09-15", "2026-09-15"),
    ("in 1y", "2027-06-15", "2027-06-15"),
    ("3 weeks from now", "2026-07-06", "2026-07-06"),
    ("a day from today", "2026-06-16", "2026-06-16"),
    ("last week", "2026-06-08", "2026-06-08"),
    ("next week", "2026-06-22", "2026-06-22"),
    ("last month", "2026-05-15", "2026-05-15"),
    ("next month", "2026-07-15", "2026-07-15"),
    ("last year", "2025-06-15", "2025-06-15"),
    ("next year", "2027-06-15", "2027-06-15"),
    # Weekdays
    ("mon", "2026-06-15", "2026-06-22"),
    ("tue", "2026-06-09", "2026-06-16"),
    ("tues", "2026-06-09", "2026-06-16"),
    ("weds", "2026-06-10", "2026-06-17"),
    ("thurs", "2026-06-11", "2026-06-18"),
    ("fri", "2026-06-12", "2026-06-19"),
    ("Friday", "2026-06-12", "2026-06-19"),
    ("FRI", "2026-06-12", "2026-06-19"),
    ("fri evening", "2026-06-12", "2026-06-19"),
    ("sat", "2026-06-13", "2026-06-20"),
    ("sun", "2026-06-14", "2026-06-21"),
    ("last mon", "2026-06-08", "2026-06-08"),
    ("next mon", "2026-06-22", "2026-06-22"),
    ("this mon", "2026-06-15", "2026-06-15"),
    ("last fri", "2026-06-12", "2026-06-12"),
    ("last Friday night", "2026-06-12", "2026-06-12"),
    ("next fri", "2026-06-19", "2026-06-19"),
    ("this fri", "2026-06-19", "2026-06-19"),
    ("this sunday", "2026-06-21", "2026-06-21"),
    ("fri last week", "2026-06-12", "2026-06-12"),
    ("friday of this week", "2026-06-19", "2026-06-19"),
    ("friday next week", "2026-06-26", "2026-06-26"),
    ("last week on monday", "2026-06-08", "2026-06-08"),
    ("next week fri", "2026-06-26", "2026-06-26"),
    # Days of a month, with the year or without
    ("12 mar", "2026-03-12", "2027-03-12"),
    ("mar 12", "2026-03-12", "2027-03-12"),
    ("12-mar", "2026-03-12", "2027-03-12"),
    ("12th of March", "2026-03-12", "2027-03-12"),
    ("the 12th of march", "2026-03-12", "2027-03-12"),
    ("March the 12th", "2026-03-12", "2027-03-12"),
    ("mar. 12", "2026-03-12", "2027-03-12"),
    ("15 jun", "2026-06-15", "2026-06-15"),
    ("16 jun", "2025-06-16", "2026-06-16"),
    ("14 jun", "2026-06-14", "2027-06-14"),
    ("31 dec", "2025-12-31", "2026-12-31"),
    ("3 may", "2026-05-03", "2027-05-03"),
    ("1st sept", "2025-09-01", "2026-09-01"),
    ("29 feb", "2024-02-29", "2028-02-29"),
    ("12 Mar 2026", "2026-03-12", "2026-03-12"),
    ("12 mar, 2026", "2026-03-12", "2026-03-12"),
    ("12-Mar-2026", "2026-03-12", "2026-03-12"),
    ("March 12th, 2026", "2026-03-12", "2026-03-12"),
    ("mar 12 2026", "2026-03-12", "2026-03-12"),
    ("29 feb 2028", "2028-02-29", "2028-02-29"),
    ("fri 12 jun 2026", "2026-06-12", "2026-06-12"),
    ("Fri, 12 June 2026", "2026-06-12", "2026-06-12"),
    ("sunday, june 14th, 2026", "2026-06-14", "2026-06-14"),
    ("fri 2026-06-12", "2026-06-12", "2026-06-12"),
    # As programs write
    ("2026-06-12", "2026-06-12", "2026-06-12"),
    ("2026/06/12", "2026-06-12", "2026-06-12"),
    ("2026-6-2", "2026-06-02", "2026-06-02"),
    ("2027-01-31", "2027-01-31", "2027-01-31"),
    ("1900-01-01", "1900-01-01", "1900-01-01"),
    ("2200-12-31", "2200-12-31", "2200-12-31"),
    # Only one way round
    ("25/12/2025", "2025-12-25", "2025-12-25"),
    ("12/25/2025", "2025-12-25", "2025-12-25"),
    ("25.12.2025", "2025-12-25", "2025-12-25"),
    ("25-12-2025", "2025-12-25", "2025-12-25"),
    ("04/04/2026", "2026-04-04", "2026-04-04"),
    # Ends
    ("end of week", "2026-06-21", "2026-06-21"),
    ("end of the month", "2026-06-30", "2026-06-30"),
    ("the end of this month", "2026-06-30", "2026-06-30"),
    ("end of last month", "2026-05-31", "2026-05-31"),
    ("end of next week", "2026-06-28", "2026-06-28"),
    ("end of year", "2026-12-31", "2026-12-31"),
    ("end of next year", "2027-12-31", "2027-12-31"),
    ("end of may", "2026-05-31", "2027-05-31"),
    ("end of june", "2025-06-30", "2026-06-30"),
    ("end of feb 2028", "2028-02-29", "2028-02-29"),
]


@pytest.mark.parametrize(("text", "past", "future"), MEANINGS)
def test_reads_a_date_by_its_bias(text: str, past: str, future: str) -> None:
    """A phrase means one day when looking back and one, perhaps another, when looking ahead."""
    assert read_date(text, TODAY, PAST).isoformat() == past
    assert read_date(text, TODAY, FUTURE).isoformat() == future


@pytest.mark.parametrize(("text", "past", "future"), MEANINGS)
def test_finds_in_a_text_what_it_reads_alone(text: str, past: str, future: str) -> None:
    """A phrase of the grammar is found between other words whole, and means there what it means alone."""
    phrase = text.strip()
    for bias, meant in ((PAST, past), (FUTURE, future)):
        found = find_date(f"on {phrase} about it", 3, TODAY, bias)
        assert found is not None
        assert found.on is not None
        assert (found.end, found.on.isoformat(), found.error) == (3 + len(phrase), meant, None)


@pytest.mark.parametrize("text", ["20260612", "2026-W24-5", "2026-06-12 10:00", "2026-06-12T23:30:00+14:00"])
def test_reads_the_stamps_of_programs(text: str) -> None:
    """A stamp means the day written in it, whatever its zone; only alone, for in a sentence a number is no date."""
    assert read_date(text, TODAY, PAST) == FRIDAY
    found = find_date(text, 0, TODAY, PAST)
    assert found is None or found.end < len(text)


@pytest.mark.parametrize(
    ("text", "today", "past", "future"),
    [
        ("fri", "2026-06-12", "2026-06-12", "2026-06-19"),
        ("last fri", "2026-06-12", "2026-06-05", "2026-06-05"),
        ("next fri", "2026-06-12", "2026-06-19", "2026-06-19"),
        ("this fri", "2026-06-12", "2026-06-12", "2026-06-12"),
        ("fri", "2026-06-13", "2026-06-12", "2026-06-19"),
        ("last fri", "2026-06-13", "2026-06-12", "2026-06-12"),
        ("this fri", "2026-06-14", "2026-06-12", "2026-06-12"),
        ("next fri", "2026-06-14", "2026-06-19", "2026-06-19"),
        ("fri next week", "2026-06-14", "2026-06-19", "2026-06-19"),
        ("end of week", "2026-06-14", "2026-06-14", "2026-06-14"),
        ("a month ago", "2026-03-31", "2026-02-28", "2026-02-28"),
        ("next month", "2028-01-31", "2028-02-29", "2028-02-29"),
        ("last year", "2028-02-29", "2027-02-28", "2027-02-28"),
        ("end of month", "2028-02-01", "2028-02-29", "2028-02-29"),
        ("end of next month", "2026-01-31", "2026-02-28", "2026-02-28"),
        ("end of june", "2026-06-30", "2026-06-30", "2026-06-30"),
        ("yesterday", "2026-01-01", "2025-12-31", "2025-12-31"),
        ("31 dec", "2026-12-31", "2026-12-31", "2026-12-31"),
        ("1 jan", "2026-12-31", "2026-01-01", "2027-01-01"),
        ("29 feb", "2028-02-29", "2028-02-29", "2028-02-29"),
        ("29 feb", "2099-01-01", "2096-02-29", "2104-02-29"),
        ("end of month", "2200-12-05", "2200-12-31", "2200-12-31"),
    ],
)
def test_reads_at_the_turns_of_the_calendar(text: str, today: str, past: str, future: str) -> None:
    """On the named weekday itself, at a month's, year's or leap year's end, the phrase still means one clear day."""
    on = date.fromisoformat(today)
    assert read_date(text, on, PAST).isoformat() == past
    assert read_date(text, on, FUTURE).isoformat() == future


@pytest.mark.parametrize(
    ("text", "order", "on"),
    [
        ("03/04/2026", "dmy", "2026-04-03"),
        ("03/04/2026", "mdy", "2026-03-04"),
        ("3.4.2026", "dmy", "2026-04-03"),
        ("3-4-2026", "mdy", "2026-03-04"),
        ("25/12/2026", "dmy", "2026-12-25"),
        ("25/12/2026", "ymd", "2026-12-25"),
        ("2026/03/04", "dmy", "2026-03-04"),
    ],
)
def test_reads_numeric_dates_in_the_order_said(text: str, order: str, on: str) -> None:
    """The configured order decides which number is the day; a date that begins with its year needs none."""
    assert read_date(text, TODAY, PAST, order).isoformat() == on


NO_SUCH_DAY = "there is no such day"
YEARS = "the year must be from 1900 to 2200"
EITHER_WAY = "day and month could be either way round"

# What reads as a date and cannot be one, and why.
IMPOSSIBLE = [
    ("2026-02-30", None, NO_SUCH_DAY),
    ("2026-13-01", None, NO_SUCH_DAY),
    ("2026-00-10", None, NO_SUCH_DAY),
    ("2026/06/31", None, NO_SUCH_DAY),
    ("31 feb", None, NO_SUCH_DAY),
    ("0 mar", None, NO_SUCH_DAY),
    ("32 mar", None, NO_SUCH_DAY),
    ("feb 30, 2026", None, NO_SUCH_DAY),
    ("29 feb 2026", None, NO_SUCH_DAY),
    ("fri 31 feb", None, NO_SUCH_DAY),
    ("thu 12 jun 2026", None, "12 June 2026 is a Friday"),
    ("thu 2026-06-12", None, "12 June 2026 is a Friday"),
    ("1899-12-31", None, YEARS),
    ("2201-01-01", None, YEARS),
    ("9999-12-31", None, YEARS),
    ("12 mar 1850", None, YEARS),
    ("end of may 2300", None, YEARS),
    ("in 99999 weeks", None, YEARS),
    ("in 999999999 days", None, YEARS),
    ("999999999 months ago", None, YEARS),
    ("in 999999999y", None, YEARS),
    ("200 years ago", None, YEARS),
    ("03/04/2026", None, EITHER_WAY),
    ("3.4.2026", None, EITHER_WAY),
    ("03/04/2026", "ymd", EITHER_WAY),
    ("12/25/2026", "dmy", NO_SUCH_DAY),
    ("25/12/2026", "mdy", NO_SUCH_DAY),
    ("31/02/2026", None, NO_SUCH_DAY),
    ("00/05/2026", None, NO_SUCH_DAY),
    ("13/13/2026", None, NO_SUCH_DAY),
    ("3/4/26", None, "the year needs four digits"),
]


@pytest.mark.parametrize("bias", Bias)
@pytest.mark.parametrize(("text", "order", "why"), IMPOSSIBLE)
def test_refuses_a_date_that_cannot_be(text: str, order: str | None, why: str, bias: Bias) -> None:
    """An impossible or ambiguous date is refused with the reason, never shifted to a neighbouring day."""
    with pytest.raises(DateError) as raised:
        read_date(text, TODAY, bias, order)
    assert raised.value.message.endswith(f"': {why}")
    assert raised.value.text in text
    assert raised.value.exit_status == 4


@pytest.mark.parametrize(("text", "order", "why"), IMPOSSIBLE)
def test_finds_a_date_that_cannot_be_with_its_error(text: str, order: str | None, why: str) -> None:
    """In a sentence too an impossible date is a date phrase, so that it can be refused and not passed over."""
    found = find_date(f"on {text}: coffee", 3, TODAY, PAST, order)
    assert found is not None
    assert (found.end, found.on) == (3 + len(text), None)
    assert found.error is not None
    assert found.error.message.endswith(f"': {why}")


def test_an_ambiguous_date_shows_both_days() -> None:
    """Whoever is refused 03/04/2026 is shown both days in the form that is never ambiguous."""
    with pytest.raises(DateError) as raised:
        read_date("03/04/2026", TODAY, PAST)
    assert raised.value.hint == "write 2026-03-04 or 2026-04-03, or set date_order"


# What is no date phrase, neither alone nor at the start of a sentence.
NO_DATES = [
    "",
    "12",
    "3",
    "2026",
    "2026-06",
    "may",
    "May Chen",
    "march",
    "june",
    "june 2026",
    "mondays",
    "monday's",
    "monday’s talk",
    "Monday's talk",
    "yesterday's",
    "Sunny",
    "marching",
    "friend",
    "todayish",
    "fri-ish",
    "today_notes",
    "tomorrow@x.org",
    "friö",
    "fri\u0301",
    "sat down with ada",
    "Sat next to Grace",
    "week ago",
    "two weeks",
    "3 weeks",
    "2w",
    "3 w ago",
    "thirteen days ago",
    "many days ago",
    "3 people ago",
    "in weeks",
    "in march",
    "in 5 m",
    "in 2 sprints",
    "this week",
    "this month",
    "last time",
    "next steps",
    "end of story",
    "end of the world",
    "the 12th",
    "12th",
    "12 people",
    "12 mars",
    "mar 12:30",
    "mar 12,000 rows",
    "may 1234 rows",
    "0171-23-45",
    "10-12-15",
    "1.2.26",
    "2024.2.1",
    "2026-06-12.pdf",
    "2026-06-12-13",
    "2026-6-123",
    "2026-06/12",
    "12/mar-ish",
    "3/4",
    "٣ days ago",
    "٢٠٢٦-٠٦-١٢",
    "２０２６-06-12",
    "12 маr",
    "٢٠٢٦٠٦١٢",
    "ſun",
    "3 wee\u212as ago",
    "heute",
    "the",
    "in",
    "last",
    "day",
    "-1 days ago",
    "last\nfri",
    "20260612-13",
    "3\ndays ago",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_is_no_date(text: str) -> None:
    """Ordinary words, lone numbers, possessives, parts of longer words and foreign digits are no dates."""
    assert find_date(text, 0, TODAY, PAST) is None
    with pytest.raises(DateError) as raised:
        read_date(text, TODAY, FUTURE)
    assert raised.value.message == f"'{text}' is not a date I understand"


def test_what_is_not_understood_gets_examples() -> None:
    """The hint shows how dates are written, leaning the way the date was asked for."""
    hints = []
    for bias in (PAST, FUTURE):
        with pytest.raises(DateError) as raised:
            read_date("someday", TODAY, bias)
        hints.append(raised.value.hint)
    assert hints == [
        "for example yesterday, last fri, 3 days ago, 12 mar, 2026-06-12",
        "for example tomorrow, fri, in 2 weeks, 12 mar, 2026-06-12",
    ]


def test_the_examples_of_the_hints_are_understood() -> None:
    """Every example a hint proposes is itself a date."""
    for bias in (PAST, FUTURE):
        with pytest.raises(DateError) as raised:
            read_date("someday", TODAY, bias)
        for example in raised.value.hint.removeprefix("for example ").split(", "):
            assert read_date(example, TODAY, bias)


@pytest.mark.parametrize(
    "text",
    ["yesterday with ada", "fri and sat", "on fri", "by friday", "12 mar 26", "12 mar.", "2026-06-12\ud80010:00"],
)
def test_the_whole_text_must_be_the_date(text: str) -> None:
    """An argument with a date and something else is not half understood."""
    with pytest.raises(DateError, match="is not a date I understand"):
        read_date(text, TODAY, PAST)


@pytest.mark.parametrize(
    ("text", "phrase", "on"),
    [
        ("yesterday coffee with ada", "yesterday", "2026-06-14"),
        ("yesterday: coffee", "yesterday", "2026-06-14"),
        ("last fri: lunch", "last fri", "2026-06-12"),
        ("3 days ago, call", "3 days ago", "2026-06-12"),
        ("yesterday—coffee", "yesterday", "2026-06-14"),
        ("yesterday.", "yesterday", "2026-06-14"),
        ("yesterday evening's talk", "yesterday", "2026-06-14"),
        ("last week with ada", "last week", "2026-06-08"),
        ("last week on pandas", "last week", "2026-06-08"),
        ("last week on mon with ada", "last week on mon", "2026-06-08"),
        ("fri 15:00", "fri", "2026-06-12"),
        ("fri 12 people", "fri", "2026-06-12"),
        ("fri, ada called", "fri", "2026-06-12"),
        ("sat with ada", "sat", "2026-06-13"),
        ("fri 12 jun coffee", "fri 12 jun", "2026-06-12"),
        ("12 mar. Coffee", "12 mar", "2026-03-12"),
        ("12 mar 15:00", "12 mar", "2026-03-12"),
        ("12 mar 26 people", "12 mar", "2026-03-12"),
        ("12 mar 2026ish", "12 mar", "2026-03-12"),
        ("12 mar 2026 15:00", "12 mar 2026", "2026-03-12"),
        ("mar 12, coffee", "mar 12", "2026-03-12"),
        ("mar 12, 2026, coffee", "mar 12, 2026", "2026-03-12"),
        ("2026-06-12: coffee", "2026-06-12", "2026-06-12"),
        ("2026-06-12, coffee", "2026-06-12", "2026-06-12"),
        ("2026-06-12", "2026-06-12", "2026-06-12"),
        ("in 3 days about", "in 3 days", "2026-06-18"),
        ("today\nme: send", "today", "2026-06-15"),
    ],
)
def test_finds_the_longest_phrase(text: str, phrase: str, on: str) -> None:
    """In a sentence the longest phrase that ends with a word is the date, and a line break ends it."""
    found = find_date(text, 0, TODAY, PAST)
    assert found is not None
    assert found.on is not None
    assert (text[: found.end], found.on.isoformat()) == (phrase, on)


@pytest.mark.parametrize("text", ["xfri", "éfri", "e\u0301fri", "1fri", "_fri", "#fri", "@fri", "+fri", "-fri", "'fri"])
def test_a_date_starts_with_its_word(text: str) -> None:
    """Inside a word, a tag, a path or a hyphenated word no date begins."""
    assert find_date(text, text.index("fri"), TODAY, PAST) is None


@pytest.mark.parametrize("text", ["(fri", " fri", ",fri", ":fri", "—fri", "“fri"])
def test_a_date_starts_behind_punctuation(text: str) -> None:
    """Behind a bracket, a colon, a quotation mark or a dash a date may begin."""
    assert find_date(text, text.index("fri"), TODAY, PAST) is not None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("30d", 30),
        ("30D", 30),
        (" 30d ", 30),
        ("30 days", 30),
        ("30", 30),
        ("1 day", 1),
        ("2w", 14),
        ("2 weeks", 14),
        ("3m", 90),
        ("3 months", 90),
        ("1y", 365),
        ("100y", 36500),
        ("36500", 36500),
    ],
)
def test_reads_a_duration_in_days(text: str, days: int) -> None:
    """A duration is a number of days, weeks, months of 30 or years of 365 days."""
    assert read_days(text) == days
    assert read_every(text) == days


@pytest.mark.parametrize(
    "text",
    [
        *("", "d", "0", "0d", "-3d", "+3d", "36501", "101y", "999999999y", "1.5w", "1e3", "3x", "2w3d", "two weeks"),
        *("weekly", "fri", "٣d", "３d", "9" * 5000, "30d\nx"),
    ],
)
def test_refuses_what_is_no_duration(text: str) -> None:
    """Anything but a count from a day to a hundred years is refused, naming the text."""
    for read in (read_days, read_every):
        with pytest.raises(DurationError) as raised:
            read(text)
        assert raised.value.message == f"'{brief(text)}' is not a duration (30d, 2w, 3m, 1y)"


def test_never_is_a_cadence_and_no_duration() -> None:
    """`never` stands for no cadence at all, and only where a cadence is asked for."""
    assert read_every("never") == read_every(" NEVER ") == NEVER
    with pytest.raises(DurationError):
        read_days("never")


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("2w", "2026-06-29"),
        ("10d", "2026-06-25"),
        ("10 days", "2026-06-25"),
        ("3m", "2026-09-15"),
        ("1y", "2027-06-15"),
        ("in 2 weeks", "2026-06-29"),
        ("fri", "2026-06-19"),
        ("mon", "2026-06-22"),
        ("12 mar", "2027-03-12"),
        ("next month", "2026-07-15"),
        ("2026-07-01", "2026-07-01"),
        ("today", "2026-06-15"),
    ],
)
def test_reads_when_to_come_back(text: str, on: str) -> None:
    """`snooze` takes a duration, in which a month is one of the calendar, or a date that leans ahead."""
    assert read_when(text, TODAY).isoformat() == on


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("yesterday", "'yesterday': this is in the past"),
        ("2w ago", "'2w ago': this is in the past"),
        ("2026-06-14", "'2026-06-14': this is in the past"),
        ("3", "'3' is not a date I understand"),
        ("30", "'30' is not a date I understand"),
        ("g3", "'g3' is not a date I understand"),
        ("never", "'never' is not a date I understand"),
        ("ada", "'ada' is not a date I understand"),
        ("200y", "'200y': the year must be from 1900 to 2200"),
        ("999999999w", "'999999999w': the year must be from 1900 to 2200"),
    ],
)
def test_refuses_when_not_to_come_back(text: str, message: str) -> None:
    """The past, a bare number (it is a row), a name or a day centuries off is no time to come back."""
    with pytest.raises(DateError) as raised:
        read_when(text, TODAY)
    assert raised.value.message == message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((text, True) for text in ("2w", "10 days", " fri ", "in 2 weeks", "2026-07-01", "yesterday", "2026-02-30")),
        *((text, True) for text in ("200y", "03/04/2026")),
        *((text, False) for text in ("3", "20260701", "g3", "ada", "never", "", "fri lovelace", "may", "next")),
    ],
)
def test_knows_a_time_from_a_name(text: str, expected: bool) -> None:
    """A day that cannot be meant still reads as one; a bare number, a name or only a part of a phrase does not."""
    assert is_when(text, TODAY) is expected


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("2w", "2026-07-23"),
        ("1d", "2026-07-10"),
        ("1m", "2026-08-09"),
        ("fri", "2026-07-10"),
        ("Thursday", "2026-07-16"),
        ("next fri", "2026-06-19"),
        ("tomorrow", "2026-06-16"),
        ("20 jul", "2026-07-20"),
    ],
)
def test_reads_the_last_of_several_days(text: str, on: str) -> None:
    """From Friday 10 July on: a duration counts that day, a weekday is the first from it on, a date is a date."""
    assert read_last(text, date(2026, 7, 10), TODAY).isoformat() == on


@pytest.mark.parametrize(
    ("day", "short", "plain"),
    [
        ("2026-06-14", "Sun 14 Jun", "14 June"),
        ("2026-07-04", "Sat 4 Jul", "4 July"),
        ("2026-05-01", "Fri 1 May", "1 May"),
        ("2025-06-14", "Sat 14 Jun 2025", "14 June 2025"),
        ("2027-01-01", "Fri 1 Jan 2027", "1 January 2027"),
    ],
)
def test_shows_a_day(day: str, short: str, plain: str) -> None:
    """A day is shown with its weekday in lists and without it in prose, with the year only if it is not this one."""
    assert show_day(date.fromisoformat(day), TODAY) == short
    assert show_day_plain(date.fromisoformat(day), TODAY) == plain


days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
todays = st.dates(date(1910, 1, 1), date(2190, 12, 31))
biases = st.sampled_from(Bias)
orders = st.sampled_from([None, "dmy", "mdy", "ymd", "nonsense"])
# Words that make and break phrases, so that texts come close to dates.
pieces = st.sampled_from(
    [
        *("the", "a", "an", "one", "twelve", "couple", "last", "this", "next", "in", "ago", "from", "before", "after"),
        *("now", "today", "yesterday", "tomorrow", "day", "days", "week", "weeks", "month", "years", "end", "of", "on"),
        *("mon", "sat", "friday", "mar", "may", "June", "night", "morning", "12th", "d", "w", "2w", "3m"),
        *("0", "3", "12", "31", "32", "2026", "99999999", "2026-06-12", "2026-02-30", "1850-01-01", "03/04/2026"),
        *(
            "'s",
            "’s",
            ",",
            ".",
            "-",
            "–",
            "/",
            ":",
            "#",
            "\n",
            "\t",
            "\xa0",
            "é",
            "٣",
            "ſ",
            "İ",
            "\u0301",
            "\ud800",
            "\0",
        ),
    ]
)
near_dates = st.lists(st.tuples(pieces, st.sampled_from(["", " "]))).map(lambda parts: "".join(a + b for a, b in parts))
texts = st.text() | near_dates


@given(texts, st.dates(), biases, orders)
def test_any_text_is_a_date_of_our_years_or_refused(text: str, today: date, bias: Bias, order: str | None) -> None:
    """Whatever the text, the day and the order, the answer is a date of the years 1900-2200 or a DateError."""
    try:
        on = read_date(text, today, bias, order)
    except DateError as error:
        refused = error.text
    else:
        refused = ""
        assert type(on) is date
        assert 1900 <= on.year <= 2200
    assert refused in text


@given(texts, st.integers(-3, 80), st.dates(), biases, orders)
def test_finding_never_raises_and_ends_with_a_word(text: str, start: int, today: date, bias: Bias, order: str) -> None:
    """Whatever the text and offset, what is found lies in the text, is a day or an error, and splits no word."""
    found = find_date(text, start, today, bias, order)
    if found is None:
        return
    assert start < found.end <= len(text)
    assert (found.on is None) != (found.error is None)
    assert text[found.end - 1].isascii()
    assert text[found.end - 1].isalnum()
    assert not text[found.end : found.end + 1].isalnum()
    assert text[found.end : found.end + 2] not in {"'s", "’s"}
    assert "\n" not in text[max(start, 0) : found.end]


@given(near_dates, todays, biases, orders)
def test_what_is_found_reads_alone_as_the_same_day(text: str, today: date, bias: Bias, order: str) -> None:
    """A phrase cut out of its sentence means the same day, or is refused for the same reason."""
    found = find_date(text, 0, today, bias, order)
    if found is None:
        return
    phrase = text[: found.end]
    if found.error is None:
        assert read_date(phrase, today, bias, order) == found.on
    else:
        with pytest.raises(DateError, match=re.escape(found.error.message)):
            read_date(phrase, today, bias, order)


@given(days, todays, biases, orders)
def test_iso_round_trip(day: date, today: date, bias: Bias, order: str | None) -> None:
    """An ISO date is that day, whatever the day it is, the bias and the order."""
    assert read_date(day.isoformat(), today, bias, order) == day
    assert read_date(f"{day.year}/{day.month}/{day.day}", today, bias, order) == day


@given(days, todays)
def test_a_day_shown_reads_back(day: date, today: date) -> None:
    """What lnet prints can be typed: a day shown is read as that day when leaning the right way."""
    bias = FUTURE if day > today else PAST
    assert read_date(show_day(day, today), today, bias) == day
    assert read_date(show_day_plain(day, today), today, bias) == day


@given(todays, st.sampled_from(["mon", "tuesday", "wed", "thu", "fri", "saturday", "sun"]))
def test_weekdays_lie_within_a_week(today: date, word: str) -> None:
    """A bare weekday is one of the last seven days looking back, today among them, or of the next seven ahead."""
    behind, ahead = read_date(word, today, PAST), read_date(word, today, FUTURE)
    assert timedelta(0) <= today - behind <= timedelta(6)
    assert timedelta(1) <= ahead - today <= timedelta(7)
    assert behind.weekday() == ahead.weekday()
    assert read_date(f"last {word}", today, PAST) == ahead - timedelta(7 if behind != today else 14)
    assert read_date(f"next {word}", today, PAST) == ahead
    this = read_date(f"this {word}", today, PAST)
    assert this.isocalendar()[:2] == today.isocalendar()[:2]


@given(todays, st.integers(1, 28), st.sampled_from(["jan", "feb", "jun", "july", "dec"]))
def test_yearless_dates_lie_within_a_year(today: date, day: int, month: str) -> None:
    """A date without its year is the latest that is not to come looking back, and the next, or today, looking ahead."""
    behind, ahead = read_date(f"{day} {month}", today, PAST), read_date(f"{month} {day}", today, FUTURE)
    assert behind <= today <= ahead
    assert today - behind <= timedelta(366)
    assert ahead - today <= timedelta(366)
    assert (behind == ahead) == (behind == today)


@given(texts)
def test_any_text_is_a_duration_or_refused(text: str) -> None:
    """Whatever the text, a duration is 1 to 36500 days, or refused."""
    try:
        days = read_days(text)
    except DurationError:
        return
    assert 1 <= days <= 36500


@given(texts, todays)
def test_coming_back_is_never_in_the_past(text: str, today: date) -> None:
    """Whatever the text, one comes back today or later and within our years, or is refused."""
    try:
        on = read_when(text, today)
    except DateError:
        return
    assert today <= on <= date(2200, 12, 31)


def _loaded_by(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {code}; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_showing_days_does_not_load_the_grammar() -> None:
    """Lists show days and read none, so they do not pay for the grammar."""
    loaded = _loaded_by("from lnet.domain.dates import show_day")
    assert "lnet.domain.dates.reading" not in loaded


def test_everyday_dates_load_no_dateutil() -> None:
    """Only months and years need dateutil, and nothing ever needs its parser."""
    read = (
        "from datetime import date; from lnet.domain.dates import *; read = lambda t: read_date(t, date.today(), PAST)"
    )
    assert not any(name.startswith("dateutil") for name in _loaded_by(f"{read}; read('2w ago'); read('12 mar')"))
    loaded = _loaded_by(f"{read}; read('a month ago')")
    assert "dateutil.relativedelta" in loaded
    assert "dateutil.parser" not in loaded
