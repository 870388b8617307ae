"""Connections that stay open when a store is closed, and serve the next command of the test on the same file.

For every new connection SQLite reads the whole schema with its two hundred triggers: 10 ms of processor time, half of
what a command takes.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from lnet.store import connect
from lnet.store.connect import Store

Stamp = tuple[int, ...]
KEPT: dict[Path, tuple[Stamp, sqlite3.Connection]] = {}
CLOSED = sqlite3.connect(":memory:")
CLOSED.close()
open_anew = connect.connect  # the real one, whatever a fixture puts in its place


def use(replace: Callable[[object, str, object], None]) -> None:
    """Have connections kept; `replace` is setattr, or that of a monkeypatch."""
    replace(connect, "connect", reopen)
    replace(Store, "close", close)


def stamp(path: Path) -> Stamp:
    """What is another once a file is replaced, written or forbidden."""
    file = path.stat()
    return file.st_dev, file.st_ino, file.st_mode, file.st_size, file.st_mtime_ns, file.st_ctime_ns


def reopen(path: Path, busy_seconds: float) -> sqlite3.Connection:
    """What `connect.connect` gives back: the connection that was kept, if the file is as it was; else a new one."""
    left, db = KEPT.pop(path.absolute(), (None, None))
    if db and path.exists() and stamp(path) == left:
        db.execute("PRAGMA shrink_memory")  # every page is read again
        db.execute(f"PRAGMA busy_timeout = {int(busy_seconds * 1000)}")
        return db
    if db:
        db.close()
    return open_anew(path, busy_seconds)


def close(store: Store) -> None:
    """What `Store.close` does: nobody can use the store any more. Its connection is kept if nothing is open in it."""
    db, store.db = store.db, CLOSED
    path = store.path.absolute()
    if db is CLOSED or path in KEPT or not path.exists() or db.in_transaction or attached(db):
        db.close()
        return
    db.row_factory = None
    db.set_trace_callback(None)
    KEPT[path] = stamp(path), db


def attached(db: sqlite3.Connection) -> bool:
    """Whether it has other files or tables of its own besides the store, or cannot say so."""
    try:
        return len(db.execute("PRAGMA database_list").fetchall()) != 1
    except sqlite3.Error:
        return True


def close_all() -> None:
    """Let go of every file."""
    while KEPT:
        KEPT.popitem()[1][1].close()
