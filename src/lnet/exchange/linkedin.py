"""LinkedIn's `Connections.csv`: a preamble of notes, then one row a connection.

First Name,Last Name,URL,Email Address,Company,Position,Connected On: the header is looked for, since the notes above it
vary in length; older exports have no URL. Most people hide their e-mail address. The profile page is who somebody is;
without one, their e-mail address; without that, name and day of connection, which stay when the company changes.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from lnet.domain.addresses import address_key, is_email
from lnet.domain.cards import Address, Item, PersonCard, Problem, Rejected
from lnet.domain.names import clean, key
from lnet.exchange.days import read_day
from lnet.exchange.delimited import Record, Table, find_table
from lnet.exchange.source import Format, Source

NAMES = {"first name", "last name"}
OURS = {"url", "email address", "company", "position", "connected on"}
Seen = dict[str, tuple[str, ...]]  # those who have but a name and a day, and what else was said of them
LONG = 20  # lines: a value over so many is probably a quotation mark too few


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
    if source.encoding == "cp1252":
        yield Problem("line 1", "the file is not UTF-8; read as Windows-1252")
    seen: Seen = {}
    for record in table.records:
        yield from connection(record, table.header, source, seen)


def connection(record: Record, header: Sequence[str], source: Source, seen: Seen) -> Iterator[Item]:
    """One row: its problems, then the person, or why there is none."""
    where = f"line {record.line}"
    if record.unclosed:
        yield Rejected(where, "a quotation mark is opened and never closed")
        return
    row = Row(record, header, source)
    name = clean(f"{row.take('first name')} {row.take('last name')}")
    if not name:
        known = ", ".join(clean(cell) for cell in record.cells if clean(cell))
        yield Rejected(where, f"no name (only {known})" if known else "no name")
        return
    card = row.card(where, name, seen)
    yield from (Problem(where, f"{name}: {what}") for what in row.problems)
    yield card


class Row:
    """The cells of a row by their column; what is taken is gone, what is left is kept verbatim in `extra`."""

    def __init__(self, record: Record, header: Sequence[str], source: Source) -> None:
        self.today = source.today
        self.problems: list[str] = []
        self.cells: dict[str, str] = {}
        self.extra: dict[str, str] = {}
        titles = list(header) + [f"column {number}" for number in range(len(header) + 1, len(record.cells) + 1)]
        for title, cell in zip(titles, record.cells, strict=False):
            self.place(title or "column without a name", cell)
        self.check(record, header)

    def place(self, title: str, cell: str) -> None:
        """Put a cell under its column; a column of ours only once, the rest where it is kept verbatim."""
        column = title.casefold()
        if column in NAMES | OURS and column not in self.cells:
            self.cells[column] = cell
        elif cell.strip():
            while title in self.extra:
                title += "'"
            self.extra[title] = cell

    def check(self, record: Record, header: Sequence[str]) -> None:
        """Note a row of an odd shape: its cells may stand in the wrong columns."""
        surplus = len(record.cells) - len(header)
        if surplus > 0 and any(cell.strip() for cell in record.cells[len(header) :]):
            self.problems.append(f"{surplus} more than the {len(header)} columns; kept in extra")
        elif surplus < 0:
            self.problems.append(f"only {len(record.cells)} of {len(header)} columns")
        if record.lines > LONG:
            self.problems.append(f"a value runs over {record.lines} lines")

    def take(self, column: str) -> str:
        """The cell of a column, its outer blanks off; empty if there is none."""
        return self.cells.pop(column, "").strip()

    def card(self, where: str, name: str, seen: Seen) -> PersonCard:
        """The person of the row."""
        url, email, connected = self.take("url"), self.email(), self.take("connected on")
        company, title = clean(self.take("company")), clean(self.take("position"))
        met_on = self.day(connected)
        addresses = [Address("url", url, "LinkedIn")] if url else []
        addresses += [Address("email", email)] if email else []
        keys = [address_key(each.kind, each.value) for each in addresses]
        weak = f"{key(name) or name} · {met_on.isoformat() if met_on else key(company)}"
        return PersonCard(
            where=where, source_key=keys[0] if keys else apart(weak, (company, title), seen), name=name,
            organisation=company or None, title=title or None, met_on=met_on, addresses=tuple(addresses),
            extra=self.extra, former_keys=(*keys[1:], weak) if keys and met_on else tuple(keys[1:]),
        )  # fmt: skip

    def email(self) -> str:
        """The e-mail address; what is none is noted and kept verbatim."""
        text = self.take("email address")
        if not text or is_email(text):
            return text
        self.problems.append(f"'{text}' is not an email address; kept in extra")
        self.extra["Email Address"] = text
        return ""

    def day(self, text: str) -> date | None:
        """The day of connection; what is none, or lies in the future, is noted and kept verbatim."""
        found = read_day(text, self.today)
        if not text or (found and found <= self.today):
            return found
        why = "lies in the future" if found else "is not a day"
        self.problems.append(f"connected on '{text}', which {why}; kept in extra")
        self.extra["Connected On"] = text
        return None


def apart(weak: str, tells: tuple[str, ...], seen: Seen) -> str:
    """A key for somebody who has but a name and a day: those who differ otherwise are taken for different people."""
    found, number = weak, 1
    while seen.setdefault(found, tells) != tells:
        number += 1
        found = f"{weak} #{number}"
    return found


FORMAT = Format("linkedin", "LinkedIn Connections.csv", fits, read)
