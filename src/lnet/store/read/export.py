"""A whole store as JSON texts, by the statements that are generated from its tables: SQLite writes each row itself."""

import re
from collections.abc import Iterator

from lnet.store.connect import Store, read_sql
from lnet.store.derived import statements

FILE = "sql/export.sql"
FROM = re.compile(r' FROM "(\w+)" ORDER BY id;$', re.MULTILINE)
ORIGIN = "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), uid, name FROM device ORDER BY id DESC LIMIT 1"


def origin(store: Store) -> tuple[str, str, str]:
    """The time now, in UTC, and the device: its uid and its name."""
    at, uid, name = store.db.execute(ORIGIN).fetchone()
    return at, uid, name


def tables(store: Store) -> Iterator[tuple[str, Iterator[str]]]:
    """The tables, each behind those it points at, with their rows by id, each a JSON object of all its columns."""
    for statement in statements(read_sql(FILE)):
        (name,) = FROM.findall(statement)
        yield name, (text for (text,) in store.db.execute(statement))
