"""Figures recomputed once at the end of much writing, in place of once for each row of it.

A conversation has the figures of everybody in it recomputed from all their history. Of twenty thousand conversations
with one person, brought in or taken back one after the other, that would look at two hundred million.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

REFRESH = "figure_recompute"  # the trigger that does what `INSERT INTO figure_refresh` asks for
WAITING = "CREATE TABLE temp.figure_waiting (contact_id INTEGER PRIMARY KEY)"
WAIT = """
CREATE TEMP TRIGGER figure_wait INSTEAD OF INSERT ON main.figure_refresh BEGIN
  INSERT OR IGNORE INTO figure_waiting VALUES (NEW.contact_id);
END
"""


@contextmanager
def figures_later(db: sqlite3.Connection) -> Iterator[None]:
    """Inside, figures stay as they are; at the end those of everybody concerned are recomputed, each once.

    For an open transaction alone: where that is rolled back or killed, the trigger is there as it was.
    """
    (recompute,) = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (REFRESH,)).fetchone()
    db.execute(WAITING)
    db.execute(f"DROP TRIGGER {REFRESH}")
    db.execute(WAIT)
    yield
    db.execute("DROP TRIGGER figure_wait")
    db.execute(recompute)
    db.execute("INSERT INTO figure_refresh SELECT contact_id FROM figure_waiting")
    db.execute("DROP TABLE figure_waiting")
