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


def new_store(content: bytes | None = None) -> Store:
    """A new store that no file holds: empty, or with the content of another one (as `serialize` gave it)."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.deserialize(content or image())
    db.execute("PRAGMA foreign_keys = ON")
    return Store(Path("memory"), db, TODAY)
