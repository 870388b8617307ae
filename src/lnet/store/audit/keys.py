"""Whether names are still found: their keys may be stale after another program has changed them."""

import sqlite3
from collections.abc import Iterator

from lnet.domain.addresses import address_key, may_be_key
from lnet.domain.names import key
from lnet.store.audit.finding import Finding

NAMED = {
    "contact": "name", "nickname": "name", "goal": "title", "event": "name", "community": "name", "project": "title",
    "resource": "title",
}  # fmt: skip


def stale(db: sqlite3.Connection) -> Iterator[Finding]:
    """For each table in which names are not found as they are written, how many."""
    for table, wrong in wrong_keys(db).items():
        yield Finding(f"{table}: {len(wrong)} cannot be found as they are written now", "keys")


def wrong_keys(db: sqlite3.Connection) -> dict[str, dict[int, str]]:
    """By table the right keys of the rows that have another; tables without any are left out."""
    found = {table: wrong_names(db, table, column) for table, column in NAMED.items()}
    found["method"] = {
        id: address_key(kind, value)
        for id, kind, value, held in db.execute('SELECT id, kind, value, "key" FROM method')
        if not may_be_key(kind, value, held)
    }
    return {table: wrong for table, wrong in found.items() if wrong}


def wrong_names(db: sqlite3.Connection, table: str, column: str) -> dict[int, str]:
    rows = db.execute(f'SELECT id, {column}, "key" FROM {table}')
    return {id: right for id, name, held in rows if (right := key(name)) != held}
