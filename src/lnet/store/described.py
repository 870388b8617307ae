"""The tables that make up a whole store, as text: which they are, and each row as a JSON object.

It asks the one description of the data (`tables.py`), so it is imported for whole-store work alone.
"""

from collections.abc import Iterator

from sqlalchemy import Column, Table

from lnet.store.connect import Store
from lnet.store.generate import data_classes, data_tables
from lnet.store.tables import Flag, Json, Row

BOOKKEEPING = ("provenance",)  # journalled, but no part of what a person wrote
ORIGIN = "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), uid, name FROM device ORDER BY id DESC LIMIT 1"


def origin(store: Store) -> tuple[str, str, str]:
    """The time now, in UTC, and the device: its uid and its name."""
    at, uid, name = store.db.execute(ORIGIN).fetchone()
    return at, uid, name


def whole() -> dict[Table, type[Row]]:
    """The tables of data with their classes, each behind those it points at."""
    classes = data_classes()
    return {table: classes[table.name] for table in data_tables() if table.name not in BOOKKEEPING}


def words_of(table: Table) -> dict[str, tuple[str, ...]]:
    """The words that its columns are held to, by column; others are missing."""
    told = [constraint.info for constraint in table.constraints if constraint.info]
    return {each["column"]: each["words"] for each in told}


def rows(store: Store, table: Table) -> Iterator[str]:
    """The rows of a table by id, each a JSON object of all its columns, written by SQLite itself."""
    pairs = ", ".join(f"'{column.name}', {as_json(column)}" for column in table.columns)
    return (text for (text,) in store.db.execute(f'SELECT json_object({pairs}) FROM "{table.name}" ORDER BY id'))


def as_json(column: Column[object]) -> str:
    """The SQL of a column's value: a truth as true or false, a list or an object as what it is."""
    name = f'"{column.name}"'
    if isinstance(column.type, Flag):
        return f"json(iif({name}, 'true', 'false'))"
    return f"iif(json_valid({name}), json({name}), {name})" if isinstance(column.type, Json) else name
