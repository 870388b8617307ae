"""A private copy of the store to read from at leisure: whoever reads it slowly holds up nobody."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from lnet.store.connect import Store

CACHE_KB = 32 * 1024  # a smaller store is copied in memory and never touches a disk, not even a full one
FULL = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR)


@contextmanager
def snapshot(store: Store) -> Iterator[Store]:
    """A copy of the store as it was last committed, to be read; gone when the block ends.

    Where there is no room for a copy the store itself is read, with its lock held: until then nobody can write.
    Raises sqlite3.Error, for `faults.translate`.
    """
    with closing(sqlite3.connect("", isolation_level=None)) as private:  # a file that has no name, its owner's alone
        copied = copy(store.db, private)
        db = private if copied else store.db
        db.execute("BEGIN")
        try:
            yield like(store, db)
        finally:
            db.execute("ROLLBACK")


def copy(source: sqlite3.Connection, target: sqlite3.Connection) -> bool:
    """Copy a store into an empty database; False where there is no room for it."""
    target.execute(f"PRAGMA cache_size = -{CACHE_KB}")
    source.execute("BEGIN")  # the backup API itself would wait for a lock for ever
    try:
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        source.backup(target)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in FULL:
            raise
        return False
    finally:
        source.execute("ROLLBACK")
    return True


def like(store: Store, db: sqlite3.Connection) -> Store:
    """The same store on another connection."""
    made = Store(store.path, db, store.today, store.busy_seconds)
    made.policy = store.policy
    return made
