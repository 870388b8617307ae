"""Markdown in which stored text is only ever text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.render.markdown import bullet, escape, heading, strong, table
from tests.render.markdown import EVIL, kinds, rows, shown, texts

TEXT = st.lists(st.sampled_from([*EVIL, *"\\`*_{}[]()<>#+-.!|~&:=@$% \n1"]) | st.text(max_size=6), max_size=6).map("".join)


@pytest.mark.parametrize("text", EVIL)
def test_evil_text_reads_as_itself(text: str) -> None:
    """Whatever it would be in Markdown, a paragraph of it is a paragraph that reads as the text."""
    assert kinds(escape(text)) == ["paragraph", "inline"]
    assert texts(escape(text)) == [shown(text)]


@given(TEXT)
def test_any_text_reads_as_itself_everywhere(text: str) -> None:
    """In a paragraph, in a heading, in an item, in bold and in a cell, text is text and reads the same."""
    said = shown(text) or "–"
    inside = escape(text) or "–"
    for block, kind in (
        (inside, ["paragraph"]), (heading(3, inside), ["heading"]), (bullet(inside), ["bullet_list", "list_item", "paragraph"]),
    ):  # fmt: skip
        assert kinds(block) == [*kind, "inline"]
        assert texts(block) == [said]
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
    assert not any(ord(each) < 0x20 or 0x7F <= ord(each) < 0xA0 or each in "\u202e\u2028\u200b" for each in escape(text))


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
