"""The index of the search brought up to date once at the end of much writing, in place of once for each row of it.

Each topic and each address of somebody has all that is known of them indexed again. Of ten thousand people brought in
with five of them each, that would index fifty thousand texts, and take out forty thousand.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

ADDED = {"contact": "id", "nickname": "contact_id", "contact_topic": "contact_id", "method": "contact_id"}
CATCH_UP = """
DELETE FROM search WHERE rowid IN (SELECT place FROM search_contact WHERE id IN (SELECT id FROM search_waiting));
INSERT INTO search (rowid, text) SELECT place, text FROM search_contact WHERE id IN (SELECT id FROM search_waiting);
DROP TABLE search_waiting
"""


@contextmanager
def index_later(db: sqlite3.Connection) -> Iterator[None]:
    """Inside, people who are added, and what is added to them, wait; at the end each of them is indexed once.

    For an open transaction alone: where that is rolled back or killed, the triggers are there as they were.
    """
    triggers = {table: f"search_{table}_INSERT" for table in ADDED}
    texts = [
        db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0] for name in triggers.values()
    ]
    db.execute("CREATE TEMP TABLE search_waiting (id INTEGER PRIMARY KEY)")
    for table, name in triggers.items():
        db.execute(f"DROP TRIGGER {name}")
        db.execute(
            f"CREATE TEMP TRIGGER wait_{name} AFTER INSERT ON main.{table}"
            f" BEGIN INSERT OR IGNORE INTO search_waiting VALUES (NEW.{ADDED[table]}); END"
        )
    yield
    for name, text in zip(triggers.values(), texts, strict=True):
        db.execute(f"DROP TRIGGER wait_{name}")
        db.execute(text)
    for statement in CATCH_UP.split(";"):
        db.execute(statement)
