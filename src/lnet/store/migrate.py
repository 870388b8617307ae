"""Brings an older store up to date: `python -m lnet.store.migrate FILE SECONDS`, in a process of its own.

Everyday commands start it when they meet an older store, so that none of them imports Alembic. The whole of it is one
transaction after a checked backup: a kill or a failure leaves the older store as it was.
"""

import sqlite3
import sys
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy.exc import DBAPIError

from lnet.errors import LnetError, StoreError
from lnet.store import derived, faults
from lnet.store.backup import back_up
from lnet.store.connect import HERE, SCHEMA_VERSION, VERSION_TABLE, connect, prepare_to_write, schema_version
from lnet.store.models import lent

SCRIPTS = HERE / "migrations"
SEQUENCES = "SELECT name, seq FROM sqlite_sequence"


def migrate(path: Path, busy_seconds: float, scripts: Path = SCRIPTS, version: int = SCHEMA_VERSION) -> Path | None:
    """Migrate the store at `path` to schema `version`; gives back the backup, or None if nothing was to be done.

    Raises FileError for a store (or backup folder) that cannot be written, BusyError, StoreError; the store is then
    as it was.
    """
    db = connect(path, busy_seconds)
    try:
        # Both are without effect inside a transaction.
        prepare_to_write(db)
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("BEGIN IMMEDIATE")
        if schema_version(db, path, version) == version:  # another process was faster
            return None
        made = back_up(path, "before-migration", busy_seconds)
        change(db, path, scripts, version)
        commit(db, version)
    except (sqlite3.Error, DBAPIError) as error:
        raise faults.translate(first_of(error), path, busy_seconds) or error from error
    finally:
        db.close()  # what was not committed is rolled back
    return made


def commit(db: sqlite3.Connection, version: int) -> None:
    """Commit the migration: raises SQLite's error where the store is still the older one.

    Where only the end of SQLite's journal could not be synced it is migrated. A power cut may then bring back the older
    store, whole, which is migrated again: nothing was reported yet that could be lost.
    """
    try:
        db.execute("COMMIT")
    except sqlite3.OperationalError:
        if db.in_transaction or db.execute("PRAGMA user_version").fetchone()[0] != version:
            raise


def first_of(error: BaseException) -> sqlite3.Error:
    """SQLite's first error of those that led to this one: what Alembic clears up after it fails, too."""
    found: list[sqlite3.Error] = []
    cause: BaseException | None = error
    while cause:
        found += [cause] if isinstance(cause, sqlite3.Error) else []
        cause = cause.__cause__ or cause.__context__
    return found[-1]


def change(db: sqlite3.Connection, path: Path, scripts: Path, version: int) -> None:
    """Run the migrations inside the open transaction, without triggers and views, which are then made anew."""
    sequences = dict(db.execute(SEQUENCES)) if has_sequences(db) else {}
    derived.drop(db)
    db.execute(VERSION_TABLE)
    with lent(db) as connection:
        config = Config()
        config.set_main_option("script_location", str(scripts).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    keep_sequences(db, sequences)
    db.execute("INSERT INTO device (name) SELECT '' WHERE NOT EXISTS (SELECT 1 FROM device)")
    derived.rebuild(db)
    broken = db.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        raise StoreError(f"cannot migrate {path}: a row of {broken[0]} points at nothing", faults.RESTORE)
    db.execute(f"PRAGMA user_version = {version}")


def has_sequences(db: sqlite3.Connection) -> bool:
    """Whether the store has counted any ids yet (SQLite makes that table with the first AUTOINCREMENT table)."""
    return db.execute("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'").fetchone() is not None


def keep_sequences(db: sqlite3.Connection, before: dict[str, int]) -> None:
    """Let no id come back: a table that was copied and renamed has forgotten the ids of its deleted rows."""
    for name, seq in before.items():
        db.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (seq, name))
        db.execute(
            "INSERT INTO sqlite_sequence (name, seq) SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM sqlite_master WHERE"
            " name = ?1 AND type = 'table') AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)",
            (name, seq),
        )


def main(path: str, busy_seconds: str) -> int:
    """Migrate and give back the exit status; the sentence of a failure goes to standard error."""
    try:
        migrate(Path(path), float(busy_seconds))
    except LnetError as error:
        sys.stderr.write(f"{error.message}\n")
        return error.exit_status
    except Exception as error:  # a bug: named by its kind, for what SQLAlchemy says has rows in it
        sys.stderr.write(f"a bug in lnet ({type(error).__name__})\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
