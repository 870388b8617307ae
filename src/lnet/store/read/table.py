"""Tables as spreadsheets want them: titles, and rows that are read one by one."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lnet.store.connect import Store

KINDS = ("email", "phone", "url", "handle")
PEOPLE = f"""
SELECT p.*, {
    ", ".join(
        f"(SELECT json_group_array(value) FROM (SELECT value FROM method WHERE contact_id = p.id AND kind = '{kind}'"
        f" ORDER BY is_primary DESC, id)) AS {kind}"
        for kind in KINDS
    )
} FROM people p ORDER BY p.id
"""
LISTS = ("nicknames", "aims", "roles", "topics", *KINDS)


class Table(NamedTuple):
    """The titles of the columns, and the rows; what is stored as a list is one."""

    titles: tuple[str, ...]
    rows: Iterator[Sequence[Any]]


def people(store: Store) -> Table:
    """Everybody, by id, in one row with how to reach them."""
    found = store.db.execute(PEOPLE)
    titles = tuple(name for name, *_ in found.description)
    lists = [title in LISTS for title in titles]
    rows = (
        [json.loads(value) if is_list else value for value, is_list in zip(row, lists, strict=True)] for row in found
    )
    return Table(titles, rows)


def table(store: Store, name: str) -> Table:
    """One table as it is stored, by id."""
    found = store.db.execute(f'SELECT * FROM "{name}" ORDER BY id')
    return Table(tuple(title for title, *_ in found.description), found)
