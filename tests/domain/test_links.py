"""When a text is the address of a page, when two are of the same page, and what a page without a title is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.domain.links import is_link, link_key, link_title, untracked


@pytest.mark.parametrize(
    "spellings",
    [
        ["https://example.org/plans", "http://example.org/plans/", "HTTPS://WWW.EXAMPLE.ORG/plans"],
        ["https://example.org/plans", "https://example.org:443/plans#joins", "  https://example.org/plans?  "],
        ["https://example.org/a?b=1&c=2", "https://example.org/a?utm_source=x&c=2&b=1&fbclid=y&UTM_Medium=z"],
        ["https://example.org/zo%C3%AB", "https://example.org/zoë"],
        ["www.example.org", "https://example.org/", "http://me:secret@example.org."],
    ],
)  # fmt: skip
def test_spellings_of_one_address_share_a_key(spellings: list[str]) -> None:
    """Scheme, www, case of the host, slashes at the end, #parts, the usual port and tracking do not matter."""
    assert len({link_key(each) for each in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/Plans", "https://example.org/plans"),
        ("https://example.org/watch?v=1", "https://example.org/watch?v=2"),
        ("https://example.org/a?ref=main", "https://example.org/a?ref=next"),
        ("https://example.org/#/joins", "https://example.org/#/indexes"),
        ("https://example.org:8080/", "https://example.org/"),
        ("https://example.org", "https://example.com"),
    ],
)
def test_different_pages_have_different_keys(one: str, other: str) -> None:
    """The case of a path, what a query asks for, a port of its own, and a #/route choose the page."""
    assert link_key(one) != link_key(other)


@pytest.mark.parametrize(
    ("text", "link", "title"),
    [
        ("https://www.example.org/query-plans/?utm_source=x", True, "example.org/query-plans"),
        ("https://me:secret@example.org/a%20b", True, "example.org/a b"),
        ("https://example.org/watch?v=abc&t=3", True, "example.org/watch?t=3&v=abc"),
        ("https://пример.рф/планы", True, "пример.рф/планы"),
        ("example.org/plans", True, "example.org/plans"),
        ("www.example.org", True, "example.org"),
        ("~/papers/joins.pdf", False, "~/papers/joins.pdf"),
        ("docs/joins.md", False, "docs/joins.md"),
        ("/srv/example.org/x", False, "/srv/example.org/x"),
        ("notes.txt", False, "notes.txt"),
        ("ada@example.org/x", False, "ada@example.org/x"),
        ("https://", False, "https://"),
        ("http://[bad", False, "http://[bad"),
        ("http://example.org:99999/", False, "http://example.org:99999/"),
        ("The listening  hour", False, "The listening hour"),
        ("https://example.org/plans of mine", False, "https://example.org/plans of mine"),
    ],
)  # fmt: skip
def test_a_page_is_called_by_its_address_and_anything_else_as_it_is(text: str, link: bool, title: str) -> None:
    """Nothing is made up, no password is told, and what is no address of a page stays a title."""
    assert (is_link(text), link_title(text)) == (link, title)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("https://Example.org/A/?utm_source=x", "https://Example.org/A/"),
        ("example.org/a?b=%20&utm_source=x&c&fbclid=1#d", "example.org/a?b=%20&c#d"),
        ("https://example.org/a?b=1&a=2", "https://example.org/a?b=1&a=2"),
        ("~/papers/x.pdf?utm_source=x", "~/papers/x.pdf?utm_source=x"),
        ("https://example.org/#/a?utm_source=x", "https://example.org/#/a?utm_source=x"),
    ],
)
def test_an_address_loses_its_tracking_and_nothing_else(text: str, kept: str) -> None:
    """Everything else stays as it was typed, and it leads to the same page."""
    assert untracked(text) == kept
    assert link_key(kept) == link_key(text)


@given(st.text(max_size=40) | st.from_regex(r"https?://[a-z]{1,5}\.[a-z]{2,3}/[a-z/?&=#%:\[\]]{0,12}", fullmatch=True))
def test_any_text_has_a_key_and_a_title(text: str) -> None:
    """Whatever was typed: no error, and a page's title has its words on one line."""
    assert link_key(text) == link_key(f" {text} ")
    assert "\n" not in link_title(text)
