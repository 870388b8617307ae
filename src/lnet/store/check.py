"""Is the store sound: what SQLite's own check says, and whether its tables, triggers and views are ours."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from lnet.errors import StoreError
from lnet.store import faults
from lnet.store.connect import connect, derived_sql, read_sql

UNIQUE_INDEXES = """
SELECT name, tbl_name FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE UNIQUE %' ORDER BY name
"""

Objects = dict[tuple[str, str], tuple[str, ...]]


def unsound(path: Path, busy_seconds: float) -> StoreError | None:
    """Why the store at `path` cannot be trusted, if it cannot; None if it can, is busy, or is not there.

    Asked before anything unforeseen is called a bug: a garbled day or JSON text is found by its constraint.
    """
    if not path.is_file():
        return None
    try:
        db = connect(path, busy_seconds)
        try:
            found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
            strange = "" if found != "ok" else next(differences(db), "")
        finally:
            db.close()
    except sqlite3.Error as error:
        known = faults.translate(error, path, busy_seconds)
        return known if isinstance(known, StoreError) else None
    if found != "ok":
        return faults.damaged(path, "SQLite's own check finds it broken")
    return faults.damaged(path, strange) if strange else None


def differences(db: sqlite3.Connection) -> Iterator[str]:
    """What is not as in a new store, in words: tables, indexes, triggers, views that are missing, other or strange.

    An index or a table of the person's own is no difference. A trigger or a view is: it could do anything; and a unique
    index on a table of ours: it could refuse what lnet writes.
    """
    ours, theirs = objects(new_schema()), objects(db)
    for kind, name in ours:
        if (kind, name) not in theirs:
            yield f"the {kind} {name} is missing"
        elif theirs[kind, name] != ours[kind, name]:
            yield f"the {kind} {name} is not ours"
    for kind, name in sorted(theirs.keys() - ours.keys()):
        if kind in ("trigger", "view"):
            yield f"the {kind} {name} is not ours"
    yield from (f"the index {name} is not ours" for name in narrowing(db, ours))


def narrowing(db: sqlite3.Connection, ours: Objects) -> list[str]:
    """The unique indexes on our tables that are not ours, by their names in order."""
    found = db.execute(UNIQUE_INDEXES).fetchall()
    return [name for name, table in found if ("table", table) in ours and ("index", name) not in ours]


def objects(db: sqlite3.Connection) -> Objects:
    """Everything in a schema but SQLite's own: by kind and name the lines of its SQL, sorted and without white space.

    Sorted, because a migrated table has the constraints of a new one in another order; and one that was made anew and
    renamed has its name in quotation marks.
    """
    rows = db.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY type, name"
    )
    return {(kind, name): lines((sql or "").replace(f'TABLE "{name}"', f"TABLE {name}", 1)) for kind, name, sql in rows}


def lines(sql: str) -> tuple[str, ...]:
    found = (" ".join(line.split()).rstrip(",") for line in sql.splitlines())
    return tuple(sorted(filter(None, found)))


def new_schema() -> sqlite3.Connection:
    """A new, empty store in memory."""
    db = sqlite3.connect(":memory:")
    db.executescript(read_sql("schema.sql") + derived_sql())
    return db
