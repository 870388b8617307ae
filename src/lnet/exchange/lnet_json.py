"""lnet JSON in: the whole store of somebody who uses lnet, or one's own from another day or machine.

The rows are read one by one, so that a store of any size goes through; what is wrong with one of them is told of it.
"""

import re
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from typing import Any

from lnet.domain.cards import Archive, Problem, Rejected, StoredRow, place
from lnet.errors import BadInputError
from lnet.exchange.json_scanner import Scanner
from lnet.exchange.source import Format, Source
from lnet.store.connect import SCHEMA_VERSION

LOOKED_AT = 4096  # bytes at either end
OURS = re.compile(r'"schema"\s*:\s*"lnet\.store/')
VERSION = re.compile(r"lnet\.store/(\d{1,6})")
TWINS = "lnet.store.twins"  # loads pydantic and the tables
MOST_ROWS_OF_A_TABLE = 20_000_000
Checked = Iterator[StoredRow | Rejected | Problem]


def fits(source: Source) -> bool:
    """Whether this is an export of a whole store, by its header (at the end, if a program has sorted it)."""
    encoding = source.likely()[0]
    ends = source.data[:LOOKED_AT], source.data[-LOOKED_AT - len(source.data) % 2 :]
    first, last = (end.decode(encoding, errors="ignore").lstrip("\ufeff \t\r\n") for end in ends)
    return first.startswith("{") and bool(OURS.search(first) or OURS.search(last))


def read(source: Source) -> Iterator[Archive]:
    """The export, as one item. Raises BadInputError for what is none, and for one that a newer lnet has written."""
    found = Contents()
    for name, scanner in documents(source):
        if name == "data":
            index(scanner, found)
        else:
            found.header[name] = scanner.value()[0]
    refuse_newer(source, found.header.get("schema"))
    import_module(TWINS)  # takes half a second; nothing is locked yet
    yield Archive(source.name, found.keys, partial(rows, source))


class Contents:
    """What a first look at an export finds: its header, and the keys of its rows."""

    def __init__(self) -> None:
        self.header: dict[str, Any] = {}
        self.keys: dict[str, list[tuple[int, str]]] = {}


def documents(source: Source) -> Iterator[tuple[str, Scanner]]:
    """The members of the document, each with a scanner that stands before its value; then nothing may follow."""
    scanner = Scanner(source)
    for name in scanner.members():
        yield name, scanner
    if scanner.peek():
        raise scanner.refusal("something follows the end of the document")


def index(scanner: Scanner, found: Contents) -> None:
    """Take down the keys of every row; one that has none takes its place all the same."""
    for table in scanner.members():
        keys = found.keys.setdefault(table, [])
        for value, _ in scanner.items():
            id, uid = (value.get("id"), value.get("uid")) if isinstance(value, dict) else (None, None)
            keys.append((id if type(id) is int else 0, uid if isinstance(uid, str) else ""))
            if len(keys) > MOST_ROWS_OF_A_TABLE:
                raise scanner.refusal(f"more than {MOST_ROWS_OF_A_TABLE:,} rows of {table}")


def refuse_newer(source: Source, schema: object) -> None:
    """Raise BadInputError unless this is an export of this lnet's version, or of an older one."""
    version = VERSION.fullmatch(schema) if isinstance(schema, str) else None
    if version is None:
        raise source.refusal('not an export of lnet (it has no "schema": "lnet.store/…")')
    if int(version[1]) > SCHEMA_VERSION:
        raise BadInputError(f"{source.name}: written by a newer lnet ({version[0]})", "update lnet, then import it")


def rows(source: Source) -> Checked:
    """Every row of the tables that lnet has, checked; a column that it does not know is a Problem, once."""
    twins = import_module(TWINS)
    told = set()
    for table, number, value, text in every_row(source):
        if table not in twins.twins():
            continue
        found = twins.check(table, value, text)
        for column in found.unknown:
            if (table, column) not in told:
                told.add((table, column))
                yield Problem(place(table, number), f"lnet has no '{column}' for it: left out, here and further down")
        if found.why:
            yield Rejected(place(table, number), found.why)
        else:
            yield StoredRow(table, number, {name: each for name, each in value.items() if name not in found.unknown})


def every_row(source: Source) -> Iterator[tuple[str, int, Any, str]]:
    """The rows as they stand: table, number from 0 on, value, and the text it was written as."""
    for name, scanner in documents(source):
        if name != "data":
            scanner.value()
            continue
        for table in scanner.members():
            yield from ((table, number, *row) for number, row in enumerate(scanner.items()))


FORMAT = Format("json", "lnet JSON", fits, read, streams=True)
