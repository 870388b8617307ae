"""Birthdays, with or without the year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.domain.birthdays import read_birthday, show_birthday
from lnet.errors import BadInputError

TODAY = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("1990-04-15", "1990-04-15", "1990-04-15"),
        ("04-15", "--04-15", "04-15"),
        ("--04-15", "--04-15", "04-15"),
        ("4-5", "--04-05", "04-05"),
        (" 02-29 ", "--02-29", "02-29"),
        ("1988-02-29", "1988-02-29", "1988-02-29"),
        ("1900-01-01", "1900-01-01", "1900-01-01"),
        ("2026-06-15", "2026-06-15", "2026-06-15"),
        ("12-31", "--12-31", "12-31"),
    ],
)
def test_a_birthday_is_shown_as_it_is_typed(typed: str, stored: str, shown: str) -> None:
    """The year may be missing; 29 February is a birthday."""
    assert read_birthday(typed, TODAY) == stored
    assert show_birthday(stored) == shown


@pytest.mark.parametrize(
    "typed",
    ["15 april", "1990", "1990-02-29", "02-30", "13-01", "1899-12-31", "2026-06-16", "0000-01-01", "4-15-90", "٠٤-١٥"],
)
def test_what_is_no_birthday_is_refused_by_name(typed: str) -> None:
    """No day of the calendar, before 1900, or still to come."""
    with pytest.raises(BadInputError, match="is not a birthday") as error:
        read_birthday(typed, TODAY)
    assert error.value.message.startswith(f"'{typed}'")


@given(born=st.dates(date(1900, 1, 1), TODAY), year=st.booleans())
def test_every_day_can_be_typed_as_it_is_shown(born: date, year: bool) -> None:
    """What is shown reads as what was stored."""
    typed = born.isoformat() if year else born.isoformat()[5:]
    stored = read_birthday(typed, TODAY)
    assert read_birthday(show_birthday(stored), TODAY) == stored
