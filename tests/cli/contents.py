"""All that a store holds but its journal, to see that undo brings it back to the last byte."""

import sqlite3
from contextlib import closing
from pathlib import Path

JOURNAL = ("step", "change", "device")


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The rows of every table by its name, in the order of their ids; the search index by its text."""
    with closing(sqlite3.connect(path)) as db:
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        kept = [name for name in names if name not in JOURNAL and not name.startswith(("sqlite_", "search_"))]
        return {name: db.execute(f'SELECT *, rowid FROM "{name}" ORDER BY rowid').fetchall() for name in kept}
