"""Stores in memory, for tests that need thousands of them."""

import sqlite3
from pathlib import Path

from lnet.store.connect import Store
from tests.conftest import TODAY
from tests.store.image import image


def new_store(content: bytes | None = None) -> Store:
    """A new store that no file holds: empty, or with the content of another one (as `serialize` gave it)."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.deserialize(content or image())
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA recursive_triggers = ON")
    return Store(Path("memory"), db, TODAY)
