"""What bringing in another store needs to know of this one: tables, keys, rows, and what became of them."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from lnet.store.connect import Store

Values = dict[str, Any]

TABLES = """
SELECT m.name, c.name, c."notnull", f."table" FROM sqlite_master m, pragma_table_info(m.name) c
LEFT JOIN pragma_foreign_key_list(m.name) f ON f."from" = c.name
WHERE m.type = 'table' AND EXISTS (SELECT 1 FROM sqlite_master t WHERE t.name = 'journal_' || m.name || '_INSERT')
  AND m.name <> 'provenance' ORDER BY m.name, c.cid
"""
# What became of rows that are here, or were: each state after a change, oldest first, and the command that left it (of
# an undo, the command that was undone).
STATES = """
SELECT c.row_uid, c.after, s.kind, coalesce(r.command, s.command)
FROM change c JOIN step s ON s.id = c.step_id LEFT JOIN step r ON r.id = s.reverses
WHERE c.tbl = ? AND c.row_uid IN (SELECT value FROM json_each(?)) ORDER BY c.id
"""


@dataclass(frozen=True, slots=True)
class Shape:
    """A table: its columns, those that may be empty, and what those that point somewhere point at."""

    columns: tuple[str, ...]
    optional: frozenset[str]
    links: dict[str, str]

    @property
    def owner(self) -> str | None:
        """The column that says what a row belongs to; None for what stands by itself."""
        return next((column for column in self.links if column not in self.optional), None)


def shapes(store: Store) -> dict[str, Shape]:
    """The tables that an export holds, by name."""
    found: dict[str, list[tuple[str, int, str | None]]] = {}
    for table, column, needed, target in store.db.execute(TABLES):
        found.setdefault(table, []).append((column, needed, target))
    return {
        table: Shape(
            tuple(name for name, _, _ in columns),
            frozenset(name for name, needed, _ in columns if not needed),
            {name: target for name, _, target in columns if target},
        )
        for table, columns in found.items()
    }


def ids(store: Store, table: str) -> dict[str, int]:
    """The ids of all rows of a table by their uids."""
    return dict(store.db.execute(f'SELECT uid, id FROM "{table}"'))


def rows(store: Store, table: str, wanted: Collection[int]) -> dict[int, Values]:
    """These rows as they stand, by id."""
    found = store.db.execute(
        f'SELECT * FROM "{table}" WHERE id IN (SELECT value FROM json_each(?))', (json.dumps(list(wanted)),)
    )
    names = [name for name, *_ in found.description]
    return {row[names.index("id")]: dict(zip(names, row, strict=True)) for row in found}


def deleted(store: Store, table: str, uids: Iterable[str]) -> set[str]:
    """Which of these rows were here and were deleted; not those whose coming was only undone."""
    last: dict[str, bool] = {}
    for uid, after, kind, _ in store.db.execute(STATES, (table, json.dumps(list(uids)))):
        last[uid] = after is None and kind != "undo"
    return {uid for uid, gone in last.items() if gone}


def bases(store: Store, table: str, uids: Iterable[str]) -> dict[str, Values]:
    """For these rows what stood here before anybody edited it: as an import left it last, or as it was made.

    A row of which the journal knows nothing is missing.
    """
    found: dict[str, Values] = {}
    for uid, after, _, command in store.db.execute(STATES, (table, json.dumps(list(uids)))):
        if after is not None and (uid not in found or command == "import"):
            found[uid] = json.loads(after)
    return found
