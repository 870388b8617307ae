"""Copies of the store: written beside it, checked, and only then given their name."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from lnet.errors import FileError
from lnet.store import faults
from lnet.store.connect import APPLICATION_ID, connect, link_into_place

if TYPE_CHECKING:  # not loaded by the commands that only make the daily copy
    from lnet.store.sealing import Lock

ENDING = ".age"  # of an encrypted copy

FOLDER = "backups"
STAMP = "SELECT strftime('%Y%m%dT%H%M%SZ', 'now'), count(*) FROM sqlite_master"  # reading a table takes the lock


def folder(path: Path) -> Path:
    """Where the backups of the store at `path` live: `backups/` beside it."""
    return path.parent / FOLDER


def back_up(path: Path, why: str, busy_seconds: float = 30.0, lock: "Lock | None" = None) -> Path:
    """Copy the store at `path` as it was last committed; gives back the copy, named by store, UTC time and `why`.

    The copy is checked whole before it gets its name, is its owner's alone, and survives a power cut from then on.
    With a `lock` it is sealed, and what is not sealed stays in memory (with it three times the store's size).
    Raises FileError where it cannot be written, StoreError if the store does not pass the check.
    """
    target = folder(path)
    try:
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
        target.chmod(0o700)
        made = target / f".{os.urandom(4).hex()}.new"
        os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            stamp = sealed_copy(path, made, busy_seconds, lock) if lock else plain_copy(path, made, busy_seconds)
            return named(made, target, f"{path.stem}-{stamp}-{why}", f".db{ENDING}" if lock else ".db")
        finally:
            made.unlink(missing_ok=True)
    except OSError as error:
        raise FileError(str(error.filename or target), error.strerror or str(error), doing="back up to") from error


def plain_copy(path: Path, made: Path, busy_seconds: float) -> str:
    """Copy the store into the empty file `made`, as `copy` does."""
    with closing(sqlite3.connect(made, isolation_level=None)) as target:
        return copy(path, target, busy_seconds)


def sealed_copy(path: Path, made: Path, busy_seconds: float, lock: "Lock") -> str:
    """Copy the store into memory, as `copy` does, and what this makes, sealed, into the empty file `made`."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as target:
        stamp = copy(path, target, busy_seconds)
        plain = target.serialize()
    made.write_bytes(lock.seal(plain))
    return stamp


def copy(path: Path, target: sqlite3.Connection, busy_seconds: float) -> str:
    """Copy the store into an empty database, with SQLite's backup API; gives back the time, as 20260615T083000Z.

    Raises StoreError if what was copied is no sound store.
    """
    source = connect(path, busy_seconds)
    try:
        source.execute("BEGIN")  # the backup API itself would wait for a lock for ever
        stamp: str = source.execute(STAMP).fetchone()[0]
        target.execute("PRAGMA synchronous = OFF")  # it is synced once, when it is whole
        source.backup(target)
    except sqlite3.Error as error:
        raise faults.translate(error, path, busy_seconds) or error from error
    finally:
        source.close()
    verify(target, path)
    return stamp


def verify(db: sqlite3.Connection, path: Path) -> None:
    """Raise StoreError unless the copy is a sound lnet store; `path` is what it is a copy of."""
    try:
        sound = db.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
        ours = db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    except sqlite3.DatabaseError:
        sound, ours = False, True
    if not (sound and ours):
        raise faults.damaged(path, "it does not pass the check of a backup")


def named(made: Path, target: Path, stem: str, ending: str = ".db") -> Path:
    """Give the finished copy its name, with -2, -3 … where there is one of that second already."""
    descriptor = os.open(made, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    final, number = target / f"{stem}{ending}", 1
    while not link_into_place(made, final):
        number += 1
        final = target / f"{stem}-{number}{ending}"
    return final
