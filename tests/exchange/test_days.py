"""Days and birthdays as exported files write them: what is certain is read, what could be two days is not."""

from datetime import date

import pytest

from lnet.exchange.days import order_of, read_birthday, read_day
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("28/02/1990", None, date(1990, 2, 28)),
        ("02/28/1990", None, date(1990, 2, 28)),
        ("3/4/1990", None, None),
        ("3/4/1990", "dmy", date(1990, 4, 3)),
        ("3/4/1990", "mdy", date(1990, 3, 4)),
        ("3/4/1990", "ymd", None),
        ("4/4/1990", None, date(1990, 4, 4)),
        ("03.04.1990", None, date(1990, 4, 3)),
        ("3-4-90", "dmy", date(1990, 4, 3)),
        ("3-4-30", "dmy", date(1930, 4, 3)),
        ("31/04/1990", None, None),
        ("0/0/00", "mdy", None),
        ("2024-03-12T10:00:00.000000Z", None, date(2024, 3, 12)),
        ("2024-03-12 10:00", None, date(2024, 3, 12)),
        ("2/7/18, 3:15 PM", "mdy", date(2018, 2, 7)),
        ("3/4\\1990", "dmy", None),
    ],
)
def test_numeric_days(text: str, order: str | None, day: date | None) -> None:
    """Numbers alone are a day where only one can be meant, or the order is known; full stops part the day first."""
    assert read_day(text, TODAY, order) == day


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["3/4/1990", "28/2/1991", ""], "dmy"),
        (["3/4/1990", "2/28/1991"], "mdy"),
        (["3/4/1990", "4/4/1991"], None),
        (["28/2/1990", "2/28/1990"], None),
        (["28.02.1990", "3/4/1990"], None),
        (["2/7/18, 3:15 PM", "12/31/17, 11:59 PM"], "mdy"),
        (["13/13/1990", "0/0/00"], None),
        ([], None),
    ],
)
def test_a_file_tells_its_order(texts: list[str], order: str | None) -> None:
    """One day that can only be read one way tells how all are written; a file that contradicts itself tells nothing."""
    assert order_of(texts) == order


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("1990-04-15", "1990-04-15"),
        ("19900415", "1990-04-15"),
        ("1815-12-10", "1815-12-10"),
        ("1604-04-15", "--04-15"),
        ("0000-02-29", "--02-29"),
        ("--04-15", "--04-15"),
        (" --0415 ", "--04-15"),
        ("04-15", "--04-15"),
        ("15 April", "--04-15"),
        ("Apr 15", "--04-15"),
        ("15. Apr", "--04-15"),
        ("15 April 1990", "1990-04-15"),
        ("28/02/1990", "1990-02-28"),
        ("03/04/1990", None),
        ("1990-04-15T00:00:00Z", "1990-04-15"),
        ("1990-02-30", None),
        ("--02-30", None),
        ("2030-01-01", None),
        ("someday", None),
        ("32 Foo", None),
        ("", None),
    ],
)
def test_birthdays(text: str, stored: str | None) -> None:
    """With a year or without one; years that stand for none are none, days to come are no birthdays."""
    assert read_birthday(text, TODAY) == stored
