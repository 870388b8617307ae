"""Google Contacts' CSV, with the header of today and with the older one.

Today: First Name,Middle Name,Last Name,…,Labels,E-mail 1 - Label,E-mail 1 - Value,…; before: Name,Given Name,…,Group
Membership,E-mail 1 - Type,E-mail 1 - Value,…. Columns of several come in numbers, as many as the export needed. A cell
may hold several values, parted by `:::`; `* ` in front marks the primary one, and Google's own groups.
"""

import re
from collections.abc import Iterator, Sequence

from lnet.domain.cards import Address, Item, PersonCard
from lnet.domain.names import clean
from lnet.exchange.delimited import Table, find_table
from lnet.exchange.people import people
from lnet.exchange.rows import Row
from lnet.exchange.source import Format, Source

PARTS = " ::: "
NEW, OLD = {"first name", "last name", "labels"}, {"given name", "family name"}
NUMBERED = re.compile(r"(?:e-mail|phone|address|organization|website) \d+ - (?:label|type|value|formatted|name)")
DATES = ("birthday",)
HANDLE = "handle"  # what lnet's own export calls the custom fields that hold handles
MINE = {"* mycontacts", "* my contacts"}  # Google's group of everybody: it says nothing


def is_header(cells: Sequence[str]) -> bool:
    """Whether a line is the header: the names as Google calls them, and its numbered columns or labels."""
    titles = {cell.casefold() for cell in cells}
    numbered = any(NUMBERED.fullmatch(title) for title in titles)
    if titles >= OLD:
        return numbered or "group membership" in titles
    return titles >= NEW or (numbered and bool(titles & {"first name", "name", "given name"}))


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
    return people(source, table, person, DATES)


def person(row: Row) -> PersonCard:
    """The person of a row; without a key yet, and perhaps without a name."""
    organisation = first(row, "organization name", "organization 1 - name")
    title = first(row, "organization title", "organization 1 - title")
    return PersonCard(
        where=row.where, source_key="", name=name(row), organisation=organisation, title=title,
        location=location(row), birthday=row.birthday("birthday"), note=row.take("notes") or None,
        nicknames=tuple(values(row.take("nickname"))), topics=tuple(topics(row)), addresses=tuple(addresses(row)),
        extra=row.extra,
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


def addresses(row: Row) -> Iterator[Address]:
    """E-mail addresses, telephone numbers, pages and handles, each as often as there are columns."""
    for prefix, kind in (("e-mail", "email"), ("phone", "phone"), ("website", "url"), ("im", "handle")):
        for number in numbers(row, prefix):
            yield from of_columns(row, f"{prefix} {number}", kind)
    for number in numbers(row, "custom field"):
        if row.look(f"custom field {number} - label").lstrip("* ").startswith(HANDLE):
            found = of_columns(row, f"custom field {number}", "handle")
            yield from (each._replace(label=(each.label or "")[len(HANDLE) :].strip() or None) for each in found)


def numbers(row: Row, prefix: str) -> list[int]:
    """The numbers of such columns, in order."""
    found = (re.fullmatch(rf"{prefix} (\d{{1,4}}) - value", column) for column in row.cells)
    return sorted(int(match[1]) for match in found if match)


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


FORMAT = Format("google", "Google Contacts CSV", fits, read, "a header with E-mail 1 - Value")
