"""When two telephone numbers are the same: whatever they were typed with, and in whatever country."""

import pytest

from lnet.services.phones import reach_key


@pytest.mark.parametrize(
    ("typed", "region", "key"),
    [
        ("+49 (0)30 123456", None, "+4930123456"),
        ("+49 030 123456", None, "+4930123456"),
        ("0049 30 123456", None, "+4930123456"),
        ("030 123456", None, "030123456"),
        ("030 123456", "DE", "+4930123456"),
        ("8 (912) 345-67-89", "RU", "+79123456789"),
        ("1-800-FLOWERS", "US", "+18003569377"),
        ("555-1234", "US", "5551234"),
        ("+1-418-656-9254 ext. 102", None, "+14186569254 ext 102"),
        ("1234", "DE", "+491234"),
        ("ask", "DE", ""),
    ],
)
def test_numbers(typed: str, region: str | None, key: str) -> None:
    """E.164 where the country is known; else the digits, and what is no possible number stays as it is."""
    assert reach_key("phone", typed, region) == key


def test_other_addresses_are_as_ever() -> None:
    """Only telephone numbers have a country."""
    assert reach_key("email", "Ada@Example.org ", "DE") == "ada@example.org"
