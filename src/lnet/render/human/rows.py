"""Lists of things: a table where there is room for one, else a line a thing and its details below."""

from collections.abc import Sequence

from lnet.render.screen import Column, Screen, Span, Styled, text_of

ROOM = 60  # columns; on less, cells would be a few letters wide and names would break
NOTHING = "–"


def table(screen: Screen, columns: Sequence[Column], rows: Sequence[Sequence[Span]], main: int) -> None:
    """Rows of a reference and further cells; on a narrow terminal the cell `main` beside it, the others below.

    Nothing at all for no rows.
    """
    if screen.width >= ROOM:
        screen.table(columns, rows)
        return
    for row in rows:
        rest = [text_of(cell) for place, cell in enumerate(row) if place not in (0, main)]
        screen.labelled(Styled(f"{text_of(row[0])} ", "ref"), row[main])
        screen.line(Styled(" · ".join(text for text in rest if text != NOTHING), "dim"), indent=2)
