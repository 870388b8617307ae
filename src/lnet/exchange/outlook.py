"""Outlook's CSV: the classic one of 92 columns, Google's imitation of it, and that of Outlook on the web.

First Name,Middle Name,Last Name,…,E-mail Address,…,Categories: each sort of address has a column of its own. A day that
is not known is written `0/0/00`, an unset choice `Unspecified`, and the encoding is that of the machine.
"""

from collections.abc import Iterator, Sequence

from lnet.domain.cards import Address, Item, PersonCard
from lnet.domain.names import clean
from lnet.exchange.delimited import Table, find_table
from lnet.exchange.people import people
from lnet.exchange.rows import Row, parted
from lnet.exchange.source import Format, Source

NAMES = {"first name", "last name"}
OURS = {
    "e-mail address", "e-mail 2 address", "business phone", "home phone", "mobile phone", "job title", "web page",
    "categories", "business street", "home street", "e-mail display name", "company",
}  # fmt: skip
DATES = ("birthday", "anniversary")
MAILS = ("e-mail", "e-mail 2", "e-mail 3")
PAGES = {"web page": None, "personal web page": "personal", "business web page": "business"}
PLACES = ("business", "home", "other")
DEVICES = {"phone", "fax", "pager", "telex", "isdn", "callback"}
EVERYBODY = {"mycontacts", "my contacts"}
NOT_SET = {"unspecified", "normal", "false", "0/0/00", "00/00/00", "0/0/0000", "00/00/0000"}
CHOICES = ("gender", "priority", "private", "sensitivity", *DATES)  # the columns that may be "not set"


def is_header(cells: Sequence[str]) -> bool:
    """Whether a line is the header: both names, and some of the columns that only Outlook calls so."""
    titles = {cell.casefold() for cell in cells}
    return titles >= NAMES and "e-mail address" in titles and len(titles & OURS) > 3


def table_of(source: Source) -> Table | None:
    """The table of contacts in a file; None if it has none."""
    return find_table(source, is_header, "first name")


def fits(source: Source) -> bool:
    """Whether the file is such an export."""
    return table_of(source) is not None


def read(source: Source) -> Iterator[Item]:
    """The contacts, and everything odd about them, in the order of the file.

    Raises BadInputError for a file without the header.
    """
    table = table_of(source)
    if table is None:
        raise source.refusal("no header of Outlook (First Name,Middle Name,Last Name,…,E-mail Address,…)")
    return people(source, table, person, DATES)


def person(row: Row) -> PersonCard:
    """The person of a row; without a key yet, and perhaps without a name."""
    for column in CHOICES:
        if row.look(column).casefold() in NOT_SET:
            row.drop(column)
    return PersonCard(
        where=row.where, source_key="", name=clean(" ".join(map(row.take, ("first name", "middle name", "last name")))),
        organisation=clean(row.take("company")) or None, title=clean(row.take("job title")) or None,
        location=location(row), birthday=row.birthday("birthday"), note=note(row),
        nicknames=tuple(parted(row.take("nickname"))), topics=tuple(topics(row)),
        addresses=(*mails(row), *phones(row), *others(row)), extra=row.extra,
    )  # fmt: skip


def topics(row: Row) -> list[str]:
    """The categories, without the group that Google puts everybody into."""
    return [each for each in parted(row.take("categories")) if each.lstrip("* ").casefold() not in EVERYBODY]


def note(row: Row) -> str | None:
    """What was noted, with the line ends of here."""
    return row.take("notes").replace("\r\n", "\n").replace("\r", "\n") or None


def location(row: Row) -> str | None:
    """City and country of the first address that has any; the address itself stays in extra."""
    for place in PLACES:
        country = row.look(f"{place} country/region") or row.look(f"{place} country")
        found = [clean(each) for each in (row.look(f"{place} city"), country) if clean(each)]
        if found:
            return ", ".join(found)
    return clean(row.take("location")) or None


def mails(row: Row) -> Iterator[Address]:
    """The e-mail addresses; the first is the primary one. An internal name of an Exchange server is none."""
    for column in MAILS:
        shown, kind = row.take(f"{column} display name"), row.take(f"{column} type")
        address = row.look(f"{column} address")
        if kind.upper() == "EX" or address.casefold().startswith("/o="):
            row.problems.append(f"'{address}' is an address inside an Exchange server; kept in extra")
            continue
        yield from row.email(f"{column} address", primary=column == MAILS[0])
        if address not in shown or not address:
            row.leave(f"{column} display name")


def phones(row: Row) -> Iterator[Address]:
    """The telephone numbers, each under what its column is called: "mobile", "business 2", "home fax"."""
    for column, cell in row.cells.items():
        words = column.split()
        if cell.strip() and DEVICES & set(words) and "assistant's" not in words:
            label = " ".join(word for word in words if word != "phone")
            yield Address("phone", clean(row.take(column)), label or None, label == "primary")


def others(row: Row) -> Iterator[Address]:
    """The pages, and the handle for messages."""
    for column, label in PAGES.items():
        if text := row.take(column):
            yield Address("url", text, label)
    if handle := row.take("imaddress"):
        yield Address("handle", clean(handle))


FORMAT = Format("outlook", "Outlook CSV", fits, read, sign="a header with First Name, Last Name, E-mail Address")
