"""Google Contacts' CSV, with the header of today and with the older one.

Today: First Name,Middle Name,Last Name,…,Labels,E-mail 1 - Label,E-mail 1 - Value,…; before: Name,Given Name,…,Group
Membership,E-mail 1 - Type,E-mail 1 - Value,…. Columns of several come in numbers, as many as the export needed. A cell
may hold several values, parted by `:::`; `* ` in front marks the primary one, and Google's own groups.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from lnet.domain.cards import Address, Item, PersonCard
from lnet.domain.names import clean
from lnet.exchange.delimited import Table, find_table
from lnet.exchange.people import people
from lnet.exchange.rows import Row
from lnet.exchange.source import Format, Source

PARTS = " ::: "
NEW, OLD = {"first name", "last name", "labels"}, {"given name", "family name"}
PARTED = re.compile(r"(?:e-mail|phone|address|organization|website) \d+ - (?:label|type|value|formatted|name)")
VALUE = re.compile(r"(e-mail|phone|website|im|custom field) (\d{1,4}) - value")
KINDS = {"e-mail": "email", "phone": "phone", "website": "url", "im": "handle", "custom field": "handle"}
DATES = ("birthday",)
Numbered = list[tuple[str, str]]
HANDLE = "handle"  # what lnet's own export calls the custom fields that hold handles
MINE = {"* mycontacts", "* my contacts"}  # Google's group of everybody: it says nothing


def is_header(cells: Sequence[str]) -> bool:
    """Whether a line is the header: the names as Google calls them, and its numbered columns or labels."""
    titles = {cell.casefold() for cell in cells}
    parted = any(PARTED.fullmatch(title) for title in titles)
    if titles >= OLD:
        return parted or "group membership" in titles
    return titles >= NEW or (parted and bool(titles & {"first name", "name", "given name"}))


def table_of(source: Source) -> Table | None:
    """The table of contacts in a file; None if it has none."""
    return find_table(source, is_header, "first name") or find_table(source, is_header, "given name")


def fits(source: Source) -> bool:
    """Whether the file is such an export."""
    return table_of(source) is not None


def read(source: Source) -> Iterator[Item]:
    """The contacts, and everything odd about them, in the order of the file.

    Raises BadInputError for a file without the header.
    """
    table = table_of(source)
    if table is None:
        raise source.refusal("no header of Google Contacts (First Name,…,E-mail 1 - Value,… or Name,Given Name,…)")
    return people(source, table, partial(person, numbered=numbered(table.header)), DATES)


def person(row: Row, numbered: Numbered) -> PersonCard:
    """The person of a row; without a key yet, and perhaps without a name."""
    organisation = first(row, "organization name", "organization 1 - name")
    title = first(row, "organization title", "organization 1 - title")
    return PersonCard(
        where=row.where, source_key="", name=name(row), organisation=organisation, title=title,
        location=location(row), birthday=row.birthday("birthday"), note=row.take("notes") or None,
        nicknames=tuple(values(row.take("nickname"))), topics=tuple(topics(row)),
        addresses=tuple(addresses(row, numbered)), extra=row.extra,
    )  # fmt: skip


def name(row: Row) -> str:
    """The name from its parts; where there are none, as it is shown. Prefix and suffix stay in extra."""
    parts = [row.take(new) or row.take(old) for new, old in (
        ("first name", "given name"), ("middle name", "additional name"), ("last name", "family name"))]  # fmt: skip
    shown = row.take("name") or row.look("file as")
    return clean(" ".join(parts)) or clean(shown)


def first(row: Row, *columns: str) -> str | None:
    """The first of these columns that says something; of several values in it the first, the rest stay in extra."""
    for column in columns:
        found = values(row.look(column))
        if found:
            if len(found) == 1:
                row.take(column)
            return clean(found[0])
    return None


def location(row: Row) -> str | None:
    """City and country of the first address, or the place as it is written; the address itself stays in extra."""
    city, country = (clean(row.look(f"address 1 - {part}").partition(PARTS)[0]) for part in ("city", "country"))
    return ", ".join(filter(None, (city, country))) or clean(row.take("location")) or None


def topics(row: Row) -> Iterator[str]:
    """The labels that I gave; Google's own (`* myContacts`, `* starred`) are none, and stay in extra."""
    for column in ("labels", "group membership"):
        groups = values(row.look(column))
        own = [group for group in groups if not group.startswith("* ")]
        if len(own) == len([group for group in groups if group.casefold() not in MINE]):
            row.take(column)
        yield from own


def numbered(header: Sequence[str]) -> Numbered:
    """The columns that hold addresses, "e-mail 1", each with its kind, the kinds one after the other."""
    found = (VALUE.fullmatch(title.casefold()) for title in header)
    columns = [(match[1], int(match[2])) for match in found if match]
    return [(f"{prefix} {number}", kind) for prefix, kind in KINDS.items()
            for number in sorted(each for at, each in columns if at == prefix)]  # fmt: skip


def addresses(row: Row, numbered: Numbered) -> Iterator[Address]:
    """E-mail addresses, telephone numbers, pages and handles; a custom field is one if lnet's own export made it."""
    for column, kind in numbered:
        if not row.look(f"{column} - value"):
            continue
        if not column.startswith("custom"):
            yield from of_columns(row, column, kind)
        elif row.look(f"{column} - label").lstrip("* ").startswith(HANDLE):
            found = of_columns(row, column, kind)
            yield from (each._replace(label=(each.label or "")[len(HANDLE) :].strip() or None) for each in found)


def of_columns(row: Row, column: str, kind: str) -> Iterator[Address]:
    """The addresses of one numbered column, under their label; the primary one is marked."""
    said = values(row.take(f"{column} - label") or row.take(f"{column} - type"))
    service = clean(row.take(f"{column} - service"))
    label = said[0] if said else ""
    primary, shown = label.startswith("*"), service or label.lstrip("* ") or None
    if kind == "email":
        found = row.email(f"{column} - value", shown)
    else:
        found = [Address(kind, clean(text), shown) for text in values(row.take(f"{column} - value"))]
    yield from (each._replace(primary=primary and each is found[0]) for each in found)


def values(cell: str) -> list[str]:
    """The values of a cell."""
    return [part.strip() for part in cell.split(":::") if part.strip()]


FORMAT = Format("google", "Google Contacts CSV", fits, read, sign="a header with E-mail 1 - Value")
