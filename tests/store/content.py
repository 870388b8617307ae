"""What a store holds, for comparing before and after."""

import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

JOURNAL = ("step", "change", "sqlite_sequence")


def content(db: sqlite3.Connection, without: Collection[str] = ()) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table (the full-text index as text by row id), tables and rows in a fixed order."""
    names = [
        name
        for (name,) in db.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
        if name != "sqlite_schema" and name not in without
    ]
    tables = {name: sorted(db.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for name in sorted(names)}
    return tables | {"search": db.execute("SELECT rowid, text FROM search ORDER BY rowid").fetchall()}


def data(db: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """What undo must bring back: everything but the journal itself and the counters of ids."""
    return content(db, without=JOURNAL)


def content_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """What the store at `path` holds, read from outside."""
    with closing(sqlite3.connect(path)) as db:
        return content(db)
