"""Any table of people, as a spreadsheet saves it: whose columns hold what is said by `--map`, or by their titles.

lnet's own lists are such tables, too: the `'` before what a spreadsheet would take for a formula is taken off again,
and the uid of a row tells who it is.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from lnet.domain.cards import Address, Item, PersonCard
from lnet.domain.dates import read_every
from lnet.domain.names import clean
from lnet.domain.vocabulary import CIRCLES, ROLES
from lnet.errors import DurationError
from lnet.exchange.columns import NAMES, Column, columns, spaced
from lnet.exchange.delimited import Record, Table, find_table
from lnet.exchange.people import people
from lnet.exchange.rows import Row, parted
from lnet.exchange.source import Format, Source

FORMULA_STARTS = ("'=", "'+", "'-", "'@", "'\t")
DATES = ("birthday", "met_on")
TRIES = 50  # lines that may stand above the header
# Of lnet's own lists: what says who somebody is, and what every store reckons or counts for itself.
OWN = {"uid", "slug", "name"}
RECKONED = (
    "ref", "id", "slug", "key", "created_on", "created_at", "updated_at", "imported_from", "last_on", "first_on",
    "address_book", "cadence_from", "due_on", "first_due", "snoozed_on", "clock_from", "undo",
)  # fmt: skip
USUAL = {"status": "active", "share": "alias", "extra": "{}"}
Columns = Mapping[str, Column]
T = TypeVar("T")


def named(found: Columns) -> bool:
    """Whether some column holds a name."""
    return any(column.field in NAMES for column in found.values())


def table_of(source: Source) -> Table | None:
    """The first line that has a column for the name, and one more; the columns that were said must all be in it."""
    wanted = {title.casefold() for title in source.columns}

    def is_header(cells: Sequence[str]) -> bool:
        found = columns(cells, source.columns)
        if wanted:
            return wanted <= {cell.casefold() for cell in cells}
        return named(found) and len(found) > 1

    return find_table(source, is_header, next(iter(source.columns), ""), TRIES)


def fits(source: Source) -> bool:
    """Whether the file is a table of people."""
    return table_of(source) is not None


def read(source: Source) -> Iterator[Item]:
    """The people, and everything odd about them, in the order of the file.

    Raises BadInputError for a file without such a header, or without a column for the name.
    """
    table = table_of(source)
    if table is None and source.columns:
        raise source.refusal(f"no line has all the columns {', '.join(source.columns)}")
    found = columns(table.header, source.columns) if table else {}
    if table is None or not named(found):
        raise source.refusal("no column for the name", hint='--map "Who=name,Mail=email" says which columns hold what')
    own = {title.casefold() for title in table.header} >= OWN
    of_field = {column.field: title for title, column in found.items()}
    rows = map(unquoted, table.records)
    return people(
        source, table._replace(records=map(as_typed, rows) if own else rows), reader(found, own=own),
        [of_field[field] for field in DATES if field in of_field], within(table.header), own=own,
    )  # fmt: skip


def within(header: Sequence[str]) -> str:
    """A mark of the table, by its titles: somebody known by name alone is known in tables of the same make."""
    return hashlib.blake2b("\n".join(sorted(map(spaced, header))).encode(), digest_size=4).hexdigest()


def unquoted(record: Record) -> Record:
    """The row without the quotation marks that lnet puts before formulas."""
    return record._replace(cells=[cell[1:] if cell.startswith(FORMULA_STARTS) else cell for cell in record.cells])


def as_typed(record: Record) -> Record:
    """The row of lnet's own list, with the line breaks that were shown visibly."""
    return record._replace(cells=[cell.replace("\\n", "\n").replace("\\t", "\t") for cell in record.cells])


def of_sources(extra: Mapping[str, Any]) -> Mapping[str, Any]:
    """What is left over of a row of lnet's own list: what tables had left over before stands beside it again."""
    try:
        before = json.loads(extra["extra"])
        found: dict[str, Any] = {**extra, **before, **before.get("csv", {})}
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError):  # none, or somebody else's
        return extra
    return {name: value for name, value in found.items() if name not in ("extra", "csv")}


def reader(found: Columns, *, own: bool) -> Callable[[Row], PersonCard]:
    """What makes a person of a row whose columns hold these fields."""

    def person(row: Row) -> PersonCard:
        key = bookkeeping(row) if own else ""
        card = Values(row, found).card(key)
        return card._replace(extra=of_sources(card.extra)) if own else card

    return person


def bookkeeping(row: Row) -> str:
    """The uid in a row of lnet's own list; what each store reckons for itself is dropped."""
    reckoned = [*RECKONED, *(column for column, usual in USUAL.items() if row.look(column) == usual)]
    if row.look("cadence_from") != "explicit":
        reckoned.append("every_days")
    for column in reckoned:
        row.drop(column)
    return row.take("uid")


class Values:
    """The fields of a row, taken from its cells one after the other."""

    def __init__(self, row: Row, found: Columns) -> None:
        self.row = row
        self.found = [(title, column) for title, column in found.items() if row.look(title)]

    def of(self, field: str) -> list[tuple[str, Column]]:
        """The columns that hold a field, and say something in this row."""
        return [(title, column) for title, column in self.found if column.field == field]

    def card(self, key: str) -> PersonCard:
        """The person of the row, known by `key`, if that is not empty."""
        places = [clean(self.row.take(title)) for title, _ in self.of("location")]
        notes = [self.row.take(title) for title, _ in self.of("note")]
        one: dict[str, Any] = {name: self.one(name) for name in ("organisation", "title", "field", "how_met")}
        return PersonCard(
            where=self.row.where, source_key=key, name=self.name(), **one,
            location=", ".join(places) or None, note="\n\n".join(notes) or None,
            birthday=self.first("birthday", self.row.birthday), met_on=self.first("met_on", self.met),
            nicknames=self.several("nickname"), topics=self.several("topic"), aims=self.several("aim"),
            roles=tuple(self.roles()), addresses=tuple(self.addresses()),
            circle=self.first("circle", self.circle), every_days=self.first("every", self.every), extra=self.row.extra,
        )  # fmt: skip

    def name(self) -> str:
        """The name: whole, else from its parts."""
        whole = self.one("name")
        if whole:
            return whole
        return clean(" ".join(self.one(part) or "" for part in ("first_name", "middle_name", "last_name")))

    def one(self, field: str) -> str | None:
        """The first that is said; what further columns say stays in extra."""
        return self.first(field, lambda title: clean(self.row.take(title)) or None)

    def first(self, field: str, read: Callable[[str], T | None]) -> T | None:
        """What is read from the first column that says something; None if none does."""
        return next((read(title) for title, _ in self.of(field)), None)

    def several(self, field: str) -> tuple[str, ...]:
        """All that is said, one column after the other."""
        return tuple(clean(part) for title, _ in self.of(field) for part in parted(self.row.take(title)))

    def addresses(self) -> Iterator[Address]:
        """All addresses, under the labels that the titles of their columns hold."""
        for title, column in self.of("email"):
            yield from self.row.email(title, column.label)
        for kind in ("phone", "url", "handle"):
            for title, column in self.of(kind):
                yield from (Address(kind, text, column.label) for text in parted(self.row.take(title)))

    # --- values of which only some are known --------------------------------------------------------------------

    def met(self, title: str) -> date | None:
        """The day of meeting."""
        return self.row.day(title, "met on")

    def roles(self) -> Iterator[str]:
        """The roles that there are; a cell with another one is noted, and kept verbatim."""
        for title, _ in self.of("role"):
            for text in parted(self.row.take(title)):
                plain = spaced(text).replace(" ", "_")
                if plain in ROLES:
                    yield plain
                else:
                    self.row.refuse(title, f"'{text}' is no role ({', '.join(ROLES)})")

    def circle(self, title: str) -> str | None:
        """The circle; another word is noted, and kept verbatim."""
        text = self.row.take(title)
        if text.casefold() in CIRCLES:
            return text.casefold()
        self.row.refuse(title, f"'{text}' is no circle ({', '.join(CIRCLES)})")
        return None

    def every(self, title: str) -> int | None:
        """The cadence in days; what is no length of time is noted, and kept verbatim."""
        try:
            return read_every(self.row.take(title))
        except DurationError as error:
            self.row.refuse(title, error.message)
            return None


FORMAT = Format("csv", "any CSV", fits, read, sign="a header with a name and one more known column, or --map")
