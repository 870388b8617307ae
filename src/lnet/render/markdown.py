"""Markdown in which stored text is only ever text: CommonMark, and the tables of GitHub.

Whatever a name or a note holds, it begins no heading, list, quote, code or table cell, no link, emphasis, entity or
HTML. Escaping is by backslash, which every reader of Markdown knows, and only where a character could mean something:
the page reads well as plain text too.
"""

import re
from collections.abc import Sequence

from lnet.render.safe import cells, safe

BLANKS = re.compile("[ \t\r\n]+")
ANYWHERE = re.compile(r"[\\`*_\[\]<~|$]")
# Each only where it would mean something: an entity; the links that GitHub makes of bare addresses; :smile:; a comment
# of Obsidian.
IN_PLACE = re.compile(
    r"&(?=#?[0-9A-Za-z]+;)|:(?=//)|(?<=www)\.|(?<=\S)@(?=\S)|:(?=[0-9A-Za-z_+-]+:)|%(?=%)", re.IGNORECASE
)
AT_START = re.compile(r"[#+\-=>:]")
CLOSING = re.compile("(?<= )#+$")
NUMBER_AT_START = re.compile(r"(\d{1,9})([.)])")
BACKSLASHED = r"\\\g<0>"
MOST = 400  # characters of one text


def escape(text: str, most: int = MOST) -> str:
    """Stored text as one line of Markdown that shows exactly it: line breaks as blanks, control bytes visibly.

    Text longer than `most` characters ends in "…". Empty text stays empty.
    """
    line = safe(BLANKS.sub(" ", text)).strip()
    if len(line) > most:
        line = line[: most - 1].rstrip() + "…"
    return start_escaped(IN_PLACE.sub(BACKSLASHED, ANYWHERE.sub(BACKSLASHED, line)))


def start_escaped(line: str) -> str:
    """The line with what would begin a block escaped."""
    if AT_START.match(line):
        return "\\" + line
    return NUMBER_AT_START.sub(r"\1\\\2", line, count=1) if NUMBER_AT_START.match(line) else line


def heading(level: int, text: str) -> str:
    """A heading of (escaped) Markdown; closing number signs stay a part of it."""
    return f"{'#' * level} {CLOSING.sub(BACKSLASHED, text)}"


def strong(text: str) -> str:
    """(Escaped) Markdown in bold; nothing for nothing, which would be a rule across the page."""
    return f"**{text}**" if text else ""


def bullet(text: str, level: int = 0) -> str:
    """An item of a list, under another one at level 1."""
    return f"{'  ' * level}- {text}"


def table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of (escaped) cells, padded so that it is one in the plain text too; "" without rows."""
    texts = [list(titles), *([cell or " " for cell in row] for row in rows)]
    widths = [min(WIDEST, max(cells(row[place]) for row in texts)) for place in range(len(titles))]
    lines = [line(row, widths) for row in texts]
    return "\n".join([lines[0], line(["-" * width for width in widths], widths), *lines[1:]]) if rows else ""


WIDEST = 48  # of a column, as far as it is padded


def line(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True))
    return f"| {' | '.join(padded)} |"
