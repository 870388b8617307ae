"""The people of a table: read row by row, told apart, and given back in the order of the file with all that was odd."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from lnet.domain.cards import Address, Item, PersonCard, Problem, Rejected
from lnet.domain.names import clean
from lnet.exchange.days import order_of
from lnet.exchange.delimited import Record, Table
from lnet.exchange.identity import told_apart
from lnet.exchange.rows import Header, Row
from lnet.exchange.source import Source

MOST_CELLS = 10_000_000  # of a whole table
UNCLOSED = "a quotation mark is opened and never closed"
NAMELESS = ("organisation", "email", "phone", "url")  # what somebody without a name is called by


class Reading(NamedTuple):
    """A row that was read: the person (None: there is nobody in it), and what was odd about it."""

    card: PersonCard | None
    items: list[Item]


def people(
    source: Source, table: Table, card_of: Callable[[Row], PersonCard], dates: Iterable[str] = (), within: str = "",
    *, own: bool = False,
) -> Iterator[Item]:  # fmt: skip
    """Everybody in a table, as `card_of` makes them of rows, and everything odd, in the order of the file.

    `dates` names the columns whose days tell how the file writes numeric dates; `within` the kind of table, for those
    who are known by name alone; in lnet's `own` lists each has a key already.
    """
    if source.oddity:
        yield Problem("line 1", source.oddity)
    records, header = list(within_limits(source, table)), Header(table.header)
    order = order_of(cells(records, table.header, set(dates))) or source.date_order
    readings = [reading(record, Row(record, header, source.today, order), card_of) for record in records]
    found = [each.card for each in readings if each.card]
    cards = iter(found if own and all(card.source_key for card in found) else told_apart(found, within))
    for each in readings:
        yield from each.items
        if each.card:
            yield next(cards)


def within_limits(source: Source, table: Table) -> Iterator[Record]:
    """The rows; raises BadInputError for more cells than any address book has."""
    count = 0
    for record in table.records:
        count += len(record.cells)
        if count > MOST_CELLS:
            raise source.refusal(f"more than {MOST_CELLS:,} cells")
        yield record


def cells(records: Sequence[Record], header: Sequence[str], columns: set[str]) -> Iterator[str]:
    """What stands in these columns of all rows."""
    places = [place for place, title in enumerate(header) if title.casefold() in columns]
    for record in records:
        yield from (record.cells[place] for place in places if place < len(record.cells))


def reading(record: Record, row: Row, card_of: Callable[[Row], PersonCard]) -> Reading:
    """What one row holds."""
    if record.unclosed:
        return Reading(None, [Rejected(row.where, UNCLOSED)])
    card = card_of(row)
    named = card if clean(card.name) else by_another_name(card)
    if named is None:
        known = ", ".join(clean(cell) for cell in record.cells if clean(cell))
        return Reading(None, [Rejected(row.where, f"no name (only {known[:200]})" if known else "no name")])
    said = row.problems if named is card else [f"no name; called by the {called_by(card)}", *row.problems]
    return Reading(named, [Problem(row.where, f"{named.name}: {what}") for what in said])


def by_another_name(card: PersonCard) -> PersonCard | None:
    """Somebody without a name, called by what else is known: a nickname, a company, an address. None for nobody."""
    names = [*card.nicknames, card.organisation, *(each.value for kind in NAMELESS for each in of_kind(card, kind))]
    found = next((clean(name) for name in names if name and clean(name)), None)
    return card._replace(name=found) if found else None


def called_by(card: PersonCard) -> str:
    """What somebody without a name was called by."""
    if card.nicknames:
        return "nickname"
    return "organisation" if card.organisation else next(kind for kind in NAMELESS if of_kind(card, kind))


def of_kind(card: PersonCard, kind: str) -> list[Address]:
    """The addresses of one kind."""
    return [each for each in card.addresses if each.kind == kind]
