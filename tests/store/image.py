"""The bytes of a new store, written by the schema once and copied after that, and a writer that waits for no disk.

The schema takes some 60 ms of processor time, a copy one; a step that waits for the disk takes five times as long as
one that does not. Nearly every test needs a store, and most write a few steps.
"""

import os
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path

from lnet.store import connect, journal

build = connect.build  # the real one, whatever a fixture puts in its place


@cache
def image() -> bytes:
    """The bytes of a new store, as the schema writes them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lnet.db"
        build(path)
        return path.read_bytes()


@cache
def uid() -> bytes:
    """The uid of the device in the image."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(image())
        return str(db.execute("SELECT uid FROM device").fetchone()[0]).encode()


def copy(path: Path) -> None:
    """What `connect.build` leaves in the empty file at `path`: a new store, and a device of its own."""
    own = uid()[:-12] + os.urandom(6).hex().encode()
    path.write_bytes(image().replace(uid(), own))


def use(replace: Callable[[object, str, object], None]) -> None:
    """Have new stores copied, and no disk waited for; `replace` is setattr, or that of a monkeypatch."""
    replace(connect, "build", copy)
    replace(journal, "prepare_to_write", prepare_to_write)
    replace(os, "fsync", lambda _: None)


def prepare_to_write(db: sqlite3.Connection) -> None:
    """What `connect.prepare_to_write` does, but for the waiting: no test cuts the power."""
    connect.prepare_to_write(db)
    db.execute("PRAGMA synchronous = OFF")
