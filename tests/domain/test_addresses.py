"""When two spellings of an address are the same, and when an address is one person's."""

import pytest

from lnet.domain.addresses import address_key, identifies, is_email


@pytest.mark.parametrize(
    ("kind", "spellings"),
    [
        ("email", ["ada@example.org", "Ada@Example.ORG", " ada@example.org "]),
        ("phone", ["+49 30 1234567", "+49 (0)30 123-4567", "0049301234567", "\u202a+49 30 1234567\u202c"]),
        ("phone", ["030 1234567", "(030) 123 45 67"]),
        ("url", ["https://www.linkedin.com/in/zo%C3%AB/", "linkedin.com/in/Zoë", "uk.linkedin.com/in/zoë?x=1#y"]),
        ("url", ["http://Example.org/ada/", "//example.org/ada", "www.example.org/ada"]),
        ("handle", ["@Ada", "@ada"]),
    ],
)  # fmt: skip
def test_spellings_of_one_address_share_a_key(kind: str, spellings: list[str]) -> None:
    """Case, blanks, scheme, "www.", percent signs, country pages and ways to write a country code do not matter."""
    assert len({address_key(kind, each) for each in spellings}) == 1


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("email", "ada@example.org", "ada@example.com"),
        ("phone", "+49 30 1234567", "+43 30 1234567"),
        ("url", "linkedin.com/in/ada", "linkedin.com/in/ada-2"),
        ("url", "example.org/?id=1", "example.org/?id=2"),
    ],
)
def test_different_addresses_have_different_keys(kind: str, one: str, other: str) -> None:
    """What tells two people apart is not folded away; a query is part of any page but LinkedIn's."""
    assert address_key(kind, one) != address_key(kind, other)


@pytest.mark.parametrize(
    ("kind", "value", "whose"),
    [
        ("url", "https://www.linkedin.com/in/ada", True),
        ("url", "https://ada.dev/me", True),
        ("url", "https://www.acme.com/", False),
        ("url", "acme.com", False),
        ("url", "nonsense", False),
        ("email", "ada@example.org", True),
        ("email", "ada", False),
        ("phone", "+49 30 1234567", True),
        ("phone", "030 1234567", False),
        ("phone", "+49", False),
        ("handle", "@ada", False),
    ],
)
def test_whether_an_address_is_one_persons(kind: str, value: str, whose: bool) -> None:
    """A company's home page, a local number and a handle of unknown service name nobody."""
    assert identifies(kind, address_key(kind, value)) is whose


@pytest.mark.parametrize("text", ["ada@example.org", "a.b+c@x-y.co.uk", "zoë@exämple.org", "=cmd@x.org"])
def test_an_email_address(text: str) -> None:
    """Something, "@", a dotted name."""
    assert is_email(text)


@pytest.mark.parametrize(
    "text", ["", "ada", "ada@", "@x.org", "ada@x", "a b@x.org", "a@b@x.org", "Ada <a@x.org>", "a@x.org."]
)
def test_no_email_address(text: str) -> None:
    """A remark, a half, two, a name before it."""
    assert not is_email(text)
