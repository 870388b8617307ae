"""All that a store holds but its journal, to see that undo brings it back to the last byte."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.conftest import Lnet

JOURNAL = ("step", "change", "device")


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The rows of every table by its name, in the order of their ids; the search index by its text."""
    with closing(sqlite3.connect(path)) as db:
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        kept = [name for name in names if name not in JOURNAL and not name.startswith(("sqlite_", "search_"))]
        return {name: db.execute(f'SELECT *, rowid FROM "{name}" ORDER BY rowid').fetchall() for name in kept}


def check_undo(lnet: Lnet, store: Path, command: str) -> None:
    """A command changes the store at `store` in one step, undo brings it back exactly, and redo does it again."""
    before = contents(store)
    assert lnet(command).status == 0
    after = contents(store)
    assert after != before
    assert lnet("undo").status == 0
    assert contents(store) == before
    assert lnet("redo").status == 0
    assert contents(store) == after
