"""Lists of things on terminals of different widths."""

import io

import pytest
from rich.console import Console

from lnet.render import terminal
from lnet.render.human.rows import NOTHING, table
from lnet.render.screen import Column, Plain, Span, Styled, text_of
from lnet.render.terminal import Terminal

COLUMNS = [Column("ref", keep=True), Column("who"), Column("due", keep=True), Column("promise")]
ROWS: list[list[Span]] = [
    [Styled("p1", "ref"), "to Ada Lovelace", "2026-06-19", "send the paper on query plans that she asked for"],
    [Styled("p2", "ref"), "from Wei Chen", NOTHING, "\x1b[31mreview\x1b[0m [bold]the[/bold] draft"],
]


def drawn(monkeypatch: pytest.MonkeyPatch, width: int) -> list[str]:
    """The lines on a terminal of this width, without the blanks at their ends."""
    out = io.StringIO()
    made = Console(file=out, width=width, theme=terminal.MEANINGS, highlight=False, emoji=False, markup=False)
    screen = Terminal()
    monkeypatch.setattr(screen, "console", made)
    table(screen, COLUMNS, ROWS, main=3)
    return [line.rstrip() for line in out.getvalue().splitlines()]


def test_a_narrow_terminal_gets_two_lines_a_thing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it is stands beside its reference, the rest below; nothing is cut, and no name is broken in a cell."""
    assert drawn(monkeypatch, 40) == [
        "p1 send the paper on query plans that",
        "   she asked for",
        "  to Ada Lovelace · 2026-06-19",
        "p2 \\x1b[31mreview\\x1b[0m",
        "   [bold]the[/bold] draft",
        "  from Wei Chen",
    ]


def test_a_wide_terminal_gets_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the titles of its columns, and markup in a text shown as it is."""
    lines = drawn(monkeypatch, 100)
    assert lines[0].split() == ["ref", "who", "due", "promise"]
    assert lines[2] == "p2   from Wei Chen    –           \\x1b[31mreview\\x1b[0m [bold]the[/bold] draft"


@pytest.mark.parametrize("width", [20, 40, 59, 60, 80])
def test_no_line_is_wider_than_the_terminal(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """Whatever there is room for."""
    assert max(map(len, drawn(monkeypatch, width))) <= width


def test_piped_a_row_is_a_line() -> None:
    """However long it is, and without the columns' being cut."""
    out = io.StringIO()
    table(Plain(out), COLUMNS, ROWS, main=3)
    assert out.getvalue().count("\n") == 1 + len(ROWS)
    assert text_of(ROWS[0][3]) in out.getvalue()


def test_no_rows_are_nothing_at_all() -> None:
    """Saying so kindly is for whoever knows what is missing."""
    out = io.StringIO()
    table(Plain(out), COLUMNS, [], main=3)
    assert out.getvalue() == ""


def test_on_a_terminal_of_one_column_references_stay_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lines are then longer than the terminal, which wraps them by itself."""
    monkeypatch.setenv("COLUMNS", "1")
    monkeypatch.setenv("TERM", "dumb")
    table(Terminal(), COLUMNS, ROWS, main=3)
    assert {"p1", "p2"} < set(capsys.readouterr().out.split())
