"""Numbers drawn for a terminal: bars beside their labels, and sparklines. Readable without colour."""

from collections.abc import Sequence
from typing import NamedTuple

from lnet.render.safe import cells, cut, safe
from lnet.render.screen import Screen, Styled

PARTS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")  # eighths of a cell
HEIGHTS = "▁▂▃▄▅▆▇█"
WIDEST = 40  # cells of a bar; longer ones say no more
LEAST = 5  # cells of a bar, before what stands behind it is left out


class Bar(NamedTuple):
    """A number with its label, and what else there is to say of it."""

    label: str
    number: int
    more: str = ""


def bar(number: int, most: int, room: int) -> str:
    """A bar as long as its share of `most`, which takes `room` cells; something for anything, nothing for nothing."""
    eighths = max(1, round(number * room * 8 / most)) if number else 0
    return "█" * (eighths // 8) + PARTS[eighths % 8]


def bars(rows: Sequence[Bar], screen: Screen) -> None:
    """A line each: the label (cut where it is long), the number, the bar, what else there is (where there is room)."""
    most = max((row.number for row in rows), default=0) or 1
    labels = [cut(safe(row.label), max(8, screen.width // 3)) for row in rows]
    wide, digits = max(map(cells, labels), default=0), max((len(f"{row.number:,}") for row in rows), default=0)
    room = screen.width - wide - digits - 6
    more = max((cells(row.more) + 2 for row in rows), default=0)
    told = room - more >= LEAST
    for row, label in zip(rows, labels, strict=True):
        drawn = bar(row.number, most, max(1, min(WIDEST, room - more if told else room)))
        spans = (label + " " * (wide - cells(label)), f"  {row.number:>{digits},}  ", Styled(drawn, "green"))
        screen.line(*spans, Styled(f"  {row.more}" if told and row.more else "", "dim"), indent=2)


def sparkline(numbers: Sequence[int]) -> str:
    """A character a number, the higher the more; the lowest is nothing at all."""
    most = max(numbers, default=0) or 1
    return "".join(HEIGHTS[-(-number * (len(HEIGHTS) - 1) // most)] for number in numbers)
