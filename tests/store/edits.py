"""Edits of any table, drawn from numbers alone: what a person, an importer or a SQLite shell might do next."""

import re
import sqlite3
from functools import cache
from typing import Any, NamedTuple
from zlib import crc32

from hypothesis import strategies as st
from sqlalchemy import Column, ForeignKeyConstraint, Table
from sqlmodel import SQLModel

from lnet.store.generate import data_tables
from lnet.store.tables import Day, Json

DAYS = ("2025-01-31", "2025-11-02", "2026-02-28", "2026-04-01", "2026-05-15", "2026-06-01", "2026-06-15")
WORDS = ("ada", "grace hopper", "", "Zoë “Z” O'Neil", 'a "b" \\c', "数据 库", "tab\t", "line\nbreak", "x\x00y", "🙂")
KEPT = ("id", "uid", "created_at", "updated_at")
# The tables on which figures and index depend, more often than the others.
BUSY = ("contact", "interaction", "participant", "interaction_topic", "nickname", "contact_topic", "promise")
TABLES = tuple(table.name for table in data_tables())


class Edit(NamedTuple):
    """One change: what is done, in which table, and the number from which row and values follow."""

    verb: str
    table: str
    number: int


edits = st.builds(
    Edit,
    st.sampled_from(("insert", "insert", "insert", "update", "update", "delete")),
    st.one_of(st.sampled_from(BUSY), st.sampled_from(TABLES)),
    st.integers(0, 10**6),
)


def carry_out(db: sqlite3.Connection, edit: Edit) -> bool:
    """Make the change; False where the store refuses it (a constraint) or there is no row to change."""
    table = SQLModel.metadata.tables[edit.table]
    try:
        return {"insert": insert, "update": update, "delete": delete}[edit.verb](db, table, edit.number)
    except sqlite3.IntegrityError:
        return False


def insert(db: sqlite3.Connection, table: Table, number: int) -> bool:
    """Add a row with a value in every column that is ours to set."""
    values = {column.name: value(db, column, number) for column in table.columns if column.name not in KEPT}
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    return db.execute(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", tuple(values.values())).rowcount > 0


def update(db: sqlite3.Connection, table: Table, number: int) -> bool:
    """Change up to three columns of one row, links to others among them."""
    id = some_id(db, table.name, number)
    free = [column for column in table.columns if column.name not in KEPT]
    changed = {free[drawn(number, str(turn)) % len(free)] for turn in range(3)}
    sets = ", ".join(f'"{column.name}" = ?' for column in changed)
    values = tuple(value(db, column, number // 3) for column in changed)
    return db.execute(f"UPDATE {table.name} SET {sets} WHERE id = ?", (*values, id)).rowcount > 0


def delete(db: sqlite3.Connection, table: Table, number: int) -> bool:
    """Delete one row, with all that hangs on it."""
    return db.execute(f"DELETE FROM {table.name} WHERE id = ?", (some_id(db, table.name, number),)).rowcount > 0


def value(db: sqlite3.Connection, column: Column[Any], number: int) -> object:
    """A value that the column may hold (the constraints between columns may still refuse it)."""
    chance = drawn(number, column.name)
    if column.nullable and chance % 3 == 0:
        return None
    chance //= 3
    link = target(column)
    if link:
        return some_id(db, link, chance)
    allowed = vocabulary(column)
    if allowed:
        return allowed[chance % len(allowed)]
    if isinstance(column.type, Day) or column.name == "birthday":
        return DAYS[chance % len(DAYS)]
    if isinstance(column.type, Json):
        return (("{}", '{"a": 1}') if column.name in ("extra", "content") else ("[]", '["a"]'))[chance % 2]
    if column.name in ("slug", "source_key", "row_uid", "name"):
        return f"{WORDS[chance % len(WORDS)]} {chance % 1000}"
    return WORDS[chance % len(WORDS)] if str(column.type) == "TEXT" else 1 + chance % 40


@cache
def target(column: Column[Any]) -> str | None:
    """The table that a column points at."""
    for link in column.table.constraints:
        if isinstance(link, ForeignKeyConstraint) and link.column_keys == [column.name]:
            return link.referred_table.name
    return None


@cache
def vocabulary(column: Column[Any]) -> tuple[object, ...]:
    """The words that a CHECK allows in a column; 0 and 1 for a truth; nothing where any value goes."""
    for check in column.table.constraints:
        text = str(getattr(check, "sqltext", ""))
        if match := re.fullmatch(rf"{column.name} IN \((.*)\)", text):
            return tuple(int(word) if word.isdigit() else word.strip("'") for word in match[1].split(", "))
    return (1, 2, 3, 4) if column.name == "depth" else ()


def some_id(db: sqlite3.Connection, table: str, number: int) -> int | None:
    """The id of one of the rows of a table; None if it is empty."""
    ids = [row[0] for row in db.execute(f"SELECT id FROM {table} ORDER BY id")]
    return ids[number % len(ids)] if ids else None


def drawn(number: int, name: str) -> int:
    """A number that follows from another and a name, the same everywhere."""
    return crc32(f"{number} {name}".encode())
