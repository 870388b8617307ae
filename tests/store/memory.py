"""Stores in memory, for tests that need thousands of them."""

import sqlite3
import tempfile
from functools import cache
from pathlib import Path

from lnet.store import connect
from lnet.store.connect import Store
from tests.conftest import TODAY


@cache
def image() -> bytes:
    """The bytes of a new store."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lnet.db"
        connect.create(path)
        return path.read_bytes()


def new_store() -> Store:
    """A new, empty store that no file holds."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.deserialize(image())
    db.execute("PRAGMA foreign_keys = ON")
    return Store(Path("memory"), db, TODAY)
