"""Markdown in which stored text is only ever text."""

import re
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.render.markdown import bullet, escape, heading, strong, table
from lnet.render.safe import UNSAFE
from tests.render.markdown import EVIL, kinds, rows, shown, texts

PIECE = st.sampled_from([*EVIL, *"\\`*_{}[]()<>#+-.!|~&:=@$% \n1"]) | st.text(max_size=6)
TEXT = st.lists(PIECE, max_size=6).map("".join)
BLOCKS: dict[str, Callable[[str], str]] = {
    "paragraph": str,
    "heading": partial(heading, 3),
    "bullet_list list_item paragraph": bullet,
}


@pytest.mark.parametrize("text", EVIL)
def test_evil_text_reads_as_itself(text: str) -> None:
    """Whatever it would be in Markdown, in a paragraph, a heading, an item, bold and a cell it reads as the text."""
    check(text)


@given(TEXT)
def test_any_text_reads_as_itself_everywhere(text: str) -> None:
    """What holds for evil text holds for any."""
    check(text)


def check(text: str) -> None:
    """In every block text is text, and reads the same."""
    said = shown(text) or "–"
    inside = escape(text) or "–"
    for kind, block in BLOCKS.items():
        assert kinds(block(inside)) == [*kind.split(), "inline"]
        assert texts(block(inside)) == [said]
    assert texts(f"{strong(inside)}: x") == [f"{said}: x"]
    assert rows(table(["a", "b"], [[inside, inside]])) == [["a", "b"], [said, said]]


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=5))
def test_a_table_keeps_its_rows(pairs: list[tuple[str, str]]) -> None:
    """A table has as many rows and columns as it was given, whatever stands in them."""
    made = table(["name", "note"], [[escape(name), escape(note)] for name, note in pairs])
    assert rows(made) == [["name", "note"], *([shown(name), shown(note)] for name, note in pairs)]


@given(TEXT)
def test_no_control_byte_is_left(text: str) -> None:
    """Escaped text is one line without control bytes and overrides."""
    assert not re.search(UNSAFE, escape(text))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("coffee with Ada about query plans; R&D, 50% (of it) - done!", None),
        ("Jean-Luc O'Brien", None),
        ("#sql and issue #412", r"\#sql and issue #412"),
        ("snake_case", r"snake\_case"),
        ("see https://x.example", r"see https\://x.example"),
        ("1. first", r"1\. first"),
        ("at 10:30", None),
    ],
)
def test_everyday_text_stays_as_it_is(text: str, escaped: str | None) -> None:
    """The page reads well as plain text: only what could mean something is escaped."""
    assert escape(text) == (escaped or text)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("https://auto.example", r"https\://auto.example"),
        ("www.auto.example", r"www\.auto.example"),
        ("ada@example.org", r"ada\@example.org"),
        (":smile:", r"\:smile:"),
        ("$x$", r"\$x\$"),
        ("%%hidden%%", r"\%%hidden\%%"),
    ],
)
def test_what_other_readers_know_is_escaped_too(text: str, escaped: str) -> None:
    """Bare addresses (GitHub makes links of them), emoji codes, formulas and Obsidian's comments mean nothing."""
    assert escape(text) == escaped


def test_a_table_is_one_in_the_plain_text_too() -> None:
    """Columns are padded by the width that characters take on a terminal; an empty cell stays a cell."""
    made = table(["name", "topics"], [["王伟", "sql"], ["Ada", ""]])
    assert made.split("\n") == [
        "| name | topics |",
        "| ---- | ------ |",
        "| 王伟 | sql    |",
        "| Ada  |        |",
    ]


def test_a_table_without_rows_is_nothing() -> None:
    """A head without rows is not drawn."""
    assert table(["name"], []) == ""
