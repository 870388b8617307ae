"""The screen of a terminal, drawn by rich: wrapping, weight and a little colour (none with NO_COLOR or TERM=dumb)."""

import sys
from collections.abc import Sequence
from functools import partial
from shutil import get_terminal_size

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from lnet.render.safe import cells
from lnet.render.screen import Column, Span, Styled, text_of

BESIDE_LEAST = 20  # columns beside a label; in fewer, text goes on below it
LEAST = 12  # narrower than a reference, rich would break it in two
MEANINGS = Theme({"head": "bold", "ref": "cyan", "warn": "yellow", "good": "green"})


class Terminal:
    """A rich console behind the same methods as the plain screen."""

    def __init__(self) -> None:
        # A dumb terminal is as wide as it is; rich would take it to have 80 columns.
        size = get_terminal_size()
        drawn = partial(
            Console, file=sys.stdout, theme=MEANINGS, highlight=False, emoji=False, markup=False,
            width=max(size.columns, LEAST), height=size.lines,
        )  # fmt: skip
        self.console = drawn()
        if self.console.no_color:  # rich would still send escapes for weight
            self.console = drawn(color_system=None)

    @property
    def width(self) -> int:
        return self.console.width

    def line(self, *spans: Span, indent: int = 0) -> None:
        text = Text.assemble(*(styled(span) for span in spans))
        self.console.print(Padding(text, (0, 0, 0, indent)) if indent else text)

    def labelled(self, label: Span, *spans: Span, indent: int = 0) -> None:
        beside = cells(text_of(label))
        if not beside or self.width - indent - beside < BESIDE_LEAST:
            self.line(label, *spans, indent=indent)
            return
        grid = Table.grid()
        grid.add_column(no_wrap=True, width=beside)
        grid.add_column(overflow="fold")
        grid.add_row(Text.assemble(styled(label)), Text.assemble(*(styled(span) for span in spans)))
        self.console.print(Padding(grid, (0, 0, 0, indent)) if indent else grid)

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[Span]]) -> None:
        if not rows:
            return
        table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
        for column in columns:
            table.add_column(column.title, justify=column.align, no_wrap=column.keep, overflow="fold")
        for row in rows:
            table.add_row(*(Text.assemble(styled(span)) for span in row))
        self.console.print(table)


def styled(span: Span) -> tuple[str, str]:
    return (text_of(span), span.style if isinstance(span, Styled) else "")
