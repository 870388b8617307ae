"""LinkedIn's `Connections.csv`: a preamble of notes, then one row a connection.

First Name,Last Name,URL,Email Address,Company,Position,Connected On: the header is looked for, since the notes above it
vary in length; older exports have no URL. Most people hide their e-mail address. The profile page is who somebody is;
without one, their e-mail address; without that, name and day of connection, which stay when the company changes.
"""

from collections.abc import Iterator, Sequence

from lnet.domain.addresses import address_key
from lnet.domain.cards import Address, Item, PersonCard, Problem, Rejected
from lnet.domain.names import clean, key
from lnet.exchange.days import order_of
from lnet.exchange.delimited import Record, Table, find_table
from lnet.exchange.identity import Seen, apart
from lnet.exchange.people import cells, within_limits
from lnet.exchange.rows import Header, Row
from lnet.exchange.source import Format, Source

NAMES = {"first name", "last name"}
OURS = {"url", "email address", "company", "position", "connected on"}


def is_header(cells: Sequence[str]) -> bool:
    """Whether a line is the header: both names, and the day of connection or most of the other columns."""
    titles = {cell.casefold() for cell in cells}
    return titles >= NAMES and ("connected on" in titles or len(titles & OURS) > 3)


def table_of(source: Source) -> Table | None:
    """The table of connections in a file; None if it has none."""
    return find_table(source, is_header, "first name")


def fits(source: Source) -> bool:
    """Whether the file is such an export."""
    return table_of(source) is not None


def read(source: Source) -> Iterator[Item]:
    """The connections, and everything odd about them, in the order of the file.

    Raises BadInputError for a file without the header.
    """
    table = table_of(source)
    if table is None:
        raise source.refusal("no header of LinkedIn (First Name,Last Name,URL,Email Address,Company,Position,…)")
    if source.oddity:
        yield Problem("line 1", source.oddity)
    seen: Seen = {}
    records, header = list(within_limits(source, table)), Header(table.header)
    order = order_of(cells(records, table.header, {"connected on"})) or source.date_order
    for record in records:
        yield from connection(record, Row(record, header, source.today, order), seen)


def connection(record: Record, row: Row, seen: Seen) -> Iterator[Item]:
    """One row: its problems, then the person, or why there is none."""
    where = row.where
    if record.unclosed:
        yield Rejected(where, "a quotation mark is opened and never closed")
        return
    name = clean(f"{row.take('first name')} {row.take('last name')}")
    if not name:
        known = ", ".join(clean(cell) for cell in record.cells if clean(cell))
        yield Rejected(where, f"no name (only {known})" if known else "no name")
        return
    card = person(row, name, seen)
    yield from (Problem(where, f"{name}: {what}") for what in row.problems)
    yield card


def person(row: Row, name: str, seen: Seen) -> PersonCard:
    """The person of the row."""
    url, email, met_on = row.take("url"), row.email("email address"), row.day("connected on")
    company, title = clean(row.take("company")), clean(row.take("position"))
    addresses = [*([Address("url", url, "LinkedIn")] if url else []), *email]
    keys = [address_key(each.kind, each.value) for each in addresses]
    weak = f"{key(name) or name} · {met_on.isoformat() if met_on else key(company)}"
    return PersonCard(
        where=row.where, source_key=keys[0] if keys else apart(weak, (company, title), seen), name=name,
        organisation=company or None, title=title or None, met_on=met_on, addresses=tuple(addresses),
        extra=row.extra, former_keys=(*keys[1:], weak) if keys and met_on else tuple(keys[1:]),
    )  # fmt: skip


FORMAT = Format(
    "linkedin", "LinkedIn Connections.csv", fits, read, sign="a header with First Name, Last Name, Connected On"
)
