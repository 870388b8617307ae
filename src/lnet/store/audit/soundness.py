"""Whether SQLite itself finds the file sound, and whether its schema is ours."""

import sqlite3
from collections.abc import Iterator

from lnet.store.audit.finding import Finding
from lnet.store.check import differences

MOST = 5  # complaints of one kind that are told; the first says enough


def broken(db: sqlite3.Connection) -> Iterator[Finding]:
    """What SQLite's own check complains about: pages, indexes, constraints."""
    try:
        for (said,) in db.execute(f"PRAGMA integrity_check({MOST})").fetchall():
            if said != "ok":
                yield Finding(f"SQLite's own check: {said}")
    except sqlite3.DatabaseError as error:
        yield Finding(f"SQLite cannot read it: {error}")


def dangling(db: sqlite3.Connection) -> Iterator[Finding]:
    """Rows that point at nothing."""
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check").fetchmany(MOST):
        yield Finding(f"{table}: row {row} points at a row of {parent} that is not there")


def strange(db: sqlite3.Connection) -> Iterator[Finding]:
    """Tables, indexes, triggers and views that are missing, other or strange; all but tables can be made anew."""
    for what in differences(db):
        yield Finding(what, "" if what.startswith("the table") else "schema")
