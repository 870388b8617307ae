"""Rows of delimited text (CSV, or what a spreadsheet made of it), each with the line it starts on."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from lnet.exchange.source import MOST_ROWS, MOST_TEXT, Source

RESTARTS = 10
MOST_CELLS = 1_000_000
END = "\0"  # put behind the last line: no text holds it, so where it turns up inside a value, that value never ended


@dataclass(frozen=True, slots=True)
class Record:
    """One row: the line it starts on, its cells, how many lines it takes; `unclosed`: a quotation mark is open."""

    line: int
    cells: list[str]
    lines: int = 1
    unclosed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A header, the line it stands on, and the rows below it; blank lines are no rows."""

    header: list[str]
    line: int
    records: Iterator[Record]


def find_table(source: Source, is_header: Callable[[Sequence[str]], bool], hint: str) -> Table | None:
    """The table whose header is the first line that `is_header` accepts; `hint` occurs in it, in lower case.

    Whatever stands above is skipped, however long it is. None where no line is accepted.
    """
    lines = list(io.StringIO(source.text, newline=""))
    for number, line in enumerate(lines, 1):
        if hint in line.lower() and len(line) <= MOST_TEXT:
            mark = delimiter(line)
            header = [cell.strip() for cell in next(csv.reader([line], delimiter=mark), [])]
            if is_header(header):
                return Table(header, number, records(source, lines, number, mark))
    return None


def delimiter(line: str) -> str:
    """What parts the cells of a header: the most frequent of comma, semicolon and tab."""
    return max(",;\t", key=line.count)


def records(source: Source, lines: Sequence[str], start: int, mark: str) -> Iterator[Record]:
    """The rows after the first `start` lines. A quotation mark that is never closed costs its own row, not the rest.

    Raises BadInputError for too many rows or too long a value.
    """
    for _ in range(RESTARTS):
        for record in parsed(source, lines, start, mark):
            yield record
            if record.unclosed:
                start = record.line
                break
        else:
            return
    raise source.refusal("quotation marks are opened and never closed")


def parsed(source: Source, lines: Sequence[str], start: int, mark: str) -> Iterator[Record]:
    """The rows up to the end, or up to one that swallows the end because its quotation mark is never closed."""
    csv.field_size_limit(MOST_TEXT)
    reader = csv.reader(chain(bounded(source, lines, start, mark), (END,)), delimiter=mark)
    before = 0
    try:
        for number, cells in enumerate(reader, 1):
            if number > MOST_ROWS:
                raise source.refusal(f"more than {MOST_ROWS:,} rows")
            line, lasted, before = start + before + 1, reader.line_num - before, reader.line_num
            if cells == [END]:
                return
            unclosed = bool(cells) and cells[-1].endswith(END)
            if cells:
                yield Record(line, cells, lasted, unclosed)
            if unclosed:
                return
    except csv.Error as error:
        raise source.refusal(f"line {start + before + 1}: {error}") from None


def bounded(source: Source, lines: Sequence[str], start: int, mark: str) -> Iterator[str]:
    """The lines from `start` on; raises BadInputError for one that no person wrote."""
    for place in range(start, len(lines)):
        line = lines[place]
        if len(line) > MOST_TEXT or line.count(mark) > MOST_CELLS:
            raise source.refusal(f"line {place + 1} is too long ({len(line):,} characters)")
        yield line
