"""The index of the search brought up to date once at the end of much writing, in place of once for each row of it.

Each topic and each address of somebody has all that is known of them indexed again, and each topic of a conversation
that conversation. Of ten thousand people brought in with five of them each, that would index fifty thousand texts, and
take out forty thousand.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

TRIGGERS = "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'search_*_INSERT'"
INDEXED = re.compile(r"FROM search_(\w+) WHERE id IN \(NEW\.(\w+)\)")  # which noun, by which column of the row
WAITING = "CREATE TABLE temp.search_waiting (noun TEXT, id INTEGER, PRIMARY KEY (noun, id)) WITHOUT ROWID"


@contextmanager
def index_later(db: sqlite3.Connection) -> Iterator[None]:
    """Inside, what is added, and what is added to it, waits; at the end each is indexed once.

    For an open transaction alone: where that is rolled back or killed, the triggers are there as they were.
    """
    triggers = db.execute(TRIGGERS).fetchall()
    db.execute(WAITING)
    for name, table, text in triggers:
        db.execute(f"DROP TRIGGER {name}")
        db.execute(waiting_trigger(name, table, text))
    yield
    for name, _, text in triggers:
        db.execute(f"DROP TRIGGER wait_{name}")
        db.execute(text)
    for (noun,) in db.execute("SELECT DISTINCT noun FROM search_waiting").fetchall():
        index(db, noun)
    db.execute("DROP TABLE search_waiting")


def waiting_trigger(name: str, table: str, text: str) -> str:
    """The trigger that notes who waits, in place of one that indexes at once, whose text this is."""
    nouns = dict.fromkeys(INDEXED.findall(text))
    notes = " ".join(f"INSERT OR IGNORE INTO search_waiting VALUES ('{noun}', NEW.{id});" for noun, id in nouns)
    return f"CREATE TEMP TRIGGER wait_{name} AFTER INSERT ON main.{table} BEGIN {notes} END"


def index(db: sqlite3.Connection, noun: str) -> None:
    """Index those of a noun that wait."""
    waiting = f"SELECT id FROM search_waiting WHERE noun = '{noun}'"
    found = f"SELECT place, text FROM search_{noun} WHERE id IN ({waiting})"
    db.execute(f"DELETE FROM search WHERE rowid IN (SELECT place FROM ({found}))")
    db.execute(f"INSERT INTO search (rowid, text) {found}")
