"""Whether SQLite itself finds the file sound, and whether its schema is ours."""

import sqlite3
from collections.abc import Iterator

from lnet.store.audit.finding import Finding
from lnet.store.check import differences

MOST = 5  # complaints of one kind that are told; the first says enough


def broken(db: sqlite3.Connection) -> Iterator[Finding]:
    """What SQLite's own check complains about: pages, indexes, constraints, rows that point at nothing."""
    try:
        for (said,) in db.execute(f"PRAGMA integrity_check({MOST})").fetchall():
            if said != "ok":
                yield Finding(f"SQLite's own check: {said}")
        for table, row, parent, _ in db.execute("PRAGMA foreign_key_check").fetchmany(MOST):
            yield Finding(f"a row of {table} ({row}) points at a {parent} that is not there")
    except sqlite3.DatabaseError as error:
        yield Finding(f"SQLite cannot read it: {error}")


def strange(db: sqlite3.Connection) -> Iterator[Finding]:
    """Tables, indexes, triggers and views that are missing, other or strange; all but tables can be made anew."""
    for what in differences(db):
        yield Finding(what, "" if what.startswith("the table") else "schema")
