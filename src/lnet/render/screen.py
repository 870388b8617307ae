"""Where answers for people go: one small interface, drawn by rich on a terminal, plain and aligned when piped.

A line is made of spans: plain text, or `Styled` text. Every span passes `safe`, so no stored text reaches the
terminal raw and no markup in it is ever read.
"""

import sys
from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol, TextIO

from lnet.render.safe import cells, safe


class Styled(NamedTuple):
    """Text with a meaning that a terminal may show by weight or colour: "dim", "warn", "good", "ref", "head"."""

    text: str
    style: str


Span = str | Styled


class Column(NamedTuple):
    """A column of a table: its title, "left" or "right", and whether it may never be shortened or wrapped (`keep`)."""

    title: str
    align: Literal["left", "right"] = "left"
    keep: bool = False


class Screen(Protocol):
    """What a renderer draws on."""

    @property
    def width(self) -> int:
        """The columns there are to draw in."""

    def line(self, *spans: Span, indent: int = 0) -> None:
        """One line; on a terminal longer text wraps under `indent`, piped it stays one line."""

    def labelled(self, label: Span, *spans: Span, indent: int = 0) -> None:
        """One line behind a label; on a terminal longer text wraps under what follows the label, if there is room."""

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[Span]]) -> None:
        """Aligned columns without boxes; nothing at all for no rows."""


def text_of(span: Span) -> str:
    """A span's safe text, without its style."""
    return safe(span.text if isinstance(span, Styled) else span)


class Plain:
    """The piped form: no colour, no boxes, no control bytes; a row a line, never wrapped."""

    width = 10_000

    def __init__(self, out: TextIO) -> None:
        self.out = out

    def line(self, *spans: Span, indent: int = 0) -> None:
        self.out.write(" " * indent + "".join(text_of(span) for span in spans).rstrip() + "\n")

    def labelled(self, label: Span, *spans: Span, indent: int = 0) -> None:
        self.line(label, *spans, indent=indent)

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[Span]]) -> None:
        texts = [[column.title for column in columns], *([text_of(span) for span in row] for row in rows)]
        widths = [max(cells(row[place]) for row in texts) for place in range(len(columns))]
        for row in texts if rows else []:
            self.line("  ".join(pad(*parts) for parts in zip(row, widths, columns, strict=True)))


def pad(text: str, width: int, column: Column) -> str:
    """The text filled up with blanks to `width` columns, on the side its column says."""
    blanks = " " * (width - cells(text))
    return blanks + text if column.align == "right" else text + blanks


def screen() -> Screen:
    """The screen for this process: rich on a terminal that can move its cursor, else plain."""
    if sys.stdout.isatty():
        from lnet.render.terminal import Terminal

        return Terminal()
    return Plain(sys.stdout)
