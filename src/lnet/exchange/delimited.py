"""Rows of delimited text (CSV, or what a spreadsheet made of it), each with the line it starts on."""

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from lnet.exchange.source import MOST_ROWS, MOST_TEXT, Source

RESTARTS = 10
TRIES = 1000  # lines that have a word of the header, but are none
MOST_COLUMNS = 4_000  # of a header
MOST_CELLS = 1_000_000
MOST_LINES = 2_000_000
END = "\0"  # put behind the last line: no text holds it, so where it turns up inside a value, that value never ended
BREAK = re.compile(r"\r\n?|\n")
LINE = re.compile(r"[^\r\n]*+(?:\r\n?|\n)|[^\r\n]++")  # possessive: a last line of 60 MB is walked once


class Record(NamedTuple):
    """One row: the line it starts on, its cells, how many lines it takes; `unclosed`: a quotation mark is open."""

    line: int
    cells: list[str]
    lines: int = 1
    unclosed: bool = False


class Table(NamedTuple):
    """A header, the line it stands on, and the rows below it; blank lines are no rows."""

    header: list[str]
    line: int
    records: Iterator[Record]


def find_table(
    source: Source, is_header: Callable[[Sequence[str]], bool], word: str, tries: int = TRIES
) -> Table | None:
    """The table whose header is the first line that `is_header` accepts; `word` occurs in it, in whatever case.

    Whatever stands above is skipped, however long it is. None where no line is accepted.
    """
    for start, line in islice(lines_with(source.text, word), tries):
        mark = delimiter(line)
        if line.count(mark) >= MOST_COLUMNS:
            continue
        header = [cell.strip() for cell in next(csv.reader([line], delimiter=mark), [])]
        if is_header(header):
            number = 1 + sum(1 for _ in BREAK.finditer(source.text, 0, start))
            return Table(header, number, records(source, number, mark))
    return None


def lines_with(text: str, word: str) -> Iterator[tuple[int, str]]:
    """The lines in which a word occurs, each with the place where it begins; too long ones are left out."""
    found = re.compile(re.escape(word), re.IGNORECASE)
    at = 0
    while at < len(text) and (match := found.search(text, at)):
        start = max(text.rfind("\n", 0, match.start()), text.rfind("\r", 0, match.start())) + 1
        end = BREAK.search(text, match.end())
        at = end.end() if end else len(text)
        if at - start <= MOST_TEXT:
            yield start, text[start:at]


def delimiter(line: str) -> str:
    """What parts the cells of a header: the most frequent of comma, semicolon and tab."""
    return max(",;\t", key=line.count)


def records(source: Source, start: int, mark: str) -> Iterator[Record]:
    """The rows after the first `start` lines. A quotation mark that is never closed costs its own row, not the rest.

    Raises BadInputError for too many rows or too long a value.
    """
    count = 0
    for _ in range(RESTARTS):
        for record in parsed(source, start, mark):
            count += 1
            if count > MOST_ROWS:
                raise source.refusal(f"more than {MOST_ROWS:,} rows")
            yield record
            if record.unclosed:
                start = record.line
                break
        else:
            return
    raise source.refusal("quotation marks are opened and never closed")


def parsed(source: Source, start: int, mark: str) -> Iterator[Record]:
    """The rows up to the end, or up to one that swallows the end because its quotation mark is never closed."""
    csv.field_size_limit(MOST_TEXT)
    reader = csv.reader(chain(bounded(source, start, mark), (END,)), delimiter=mark)
    before = 0
    try:
        for cells in reader:
            line, lasted, before = start + before + 1, reader.line_num - before, reader.line_num
            if cells and cells != [END]:
                yield Record(line, cells, lasted, cells[-1].endswith(END))
    except csv.Error as error:
        raise source.refusal(f"line {start + before + 1}: {error}") from None


def bounded(source: Source, start: int, mark: str) -> Iterator[str]:
    """The lines after the first `start`; raises BadInputError for one that no person wrote."""
    for number, match in enumerate(islice(LINE.finditer(source.text), start, None), start + 1):
        line = match[0]
        if len(line) > MOST_TEXT or line.count(mark) > MOST_CELLS:
            raise source.refusal(f"line {number} is too long ({len(line):,} characters)")
        if number - start > MOST_LINES:
            raise source.refusal(f"more than {MOST_LINES:,} lines")
        yield line
