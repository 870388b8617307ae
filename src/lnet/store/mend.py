"""Mending what can be made anew from the data: triggers, views, figures and index; keys; permissions; leftovers."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from lnet.store import derived
from lnet.store.audit.files import leftovers, open_to_others
from lnet.store.audit.keys import wrong_keys
from lnet.store.check import narrowing, new_schema, objects
from lnet.store.connect import Store, prepare_to_write
from lnet.store.journal import step
from lnet.store.write.rows import update

# Those of the data tables; those of derived tables come with them.
INDEXES = """
SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
  AND tbl_name <> 'figure' AND tbl_name NOT GLOB 'search*'
"""


def make_anew(db: sqlite3.Connection) -> None:
    """Everything that follows from the data, in one transaction: triggers, views, figures, search index.

    What is in their way goes with the old ones; tables and indexes of the person's own stay.
    """
    prepare_to_write(db)
    db.execute("BEGIN IMMEDIATE")
    try:
        derived.drop(db)
        set_indexes(db)
        derived.rebuild(db)
        db.execute("COMMIT")
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")


def set_indexes(db: sqlite3.Connection) -> None:
    """Give each table the indexes of a new store, where they are missing, other, or narrower than ours."""
    new = new_schema()
    for name in narrowing(db, objects(new)):
        db.execute(f"DROP INDEX {derived.identifier(name)}")
    for name, sql in new.execute(INDEXES).fetchall():
        if (sql,) not in db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchall():
            db.execute(f'DROP INDEX IF EXISTS "{name}"')
            db.execute(sql)


def set_keys(store: Store) -> None:
    """Let names be found as they are written now. Undo sets the keys back."""
    with step(store, "doctor", "keys") as open_:
        for table, right in wrong_keys(store.db).items():
            for id, key in right.items():
                update(open_, table, id, key=key)


def close_to_others(store: Path, more: Iterable[Path] = ()) -> None:
    """Make the store, its backups and what else is named their owner's alone."""
    for path in open_to_others(store, more):
        path.chmod(0o700 if path.is_dir() else 0o600)


def clear_leftovers(store: Path) -> None:
    """Take away what was left unfinished."""
    for path in leftovers(store):
        if path.is_dir():
            for each in path.iterdir():
                each.unlink()
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
