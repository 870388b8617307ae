"""The backups that still hold somebody, and those backups without them."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import quote

from lnet.store.backups import Backup, backups
from lnet.store.connect import open_store, sync
from lnet.store.forget.contact import forget
from lnet.store.restore import room_beside

HOLDS = "SELECT 1 FROM contact WHERE uid = ?1 UNION SELECT 1 FROM change WHERE row_uid = ?1 LIMIT 1"


def holding(store: Path, uid: str) -> list[Backup]:
    """The backups in which the contact of this uid is, or was; and those that cannot be read, for they may be."""
    return [each for each in backups(store) if holds(each.path, uid)]


def holds(path: Path, uid: str) -> bool:
    """Whether a backup holds the contact; True if it cannot be told."""
    try:
        db = sqlite3.connect(f"file:{quote(bytes(path.absolute()))}?mode=ro", uri=True)
        try:
            return db.execute(HOLDS, (uid,)).fetchone() is not None
        finally:
            db.close()
    except sqlite3.Error:
        return True


def rewrite(found: list[Backup], uid: str, today: date, busy_seconds: float) -> Iterator[Backup]:
    """Put in place of each of these backups one without the contact; gives back those that do not hold them any more.

    A backup in which they are in the journal alone, having been deleted before, is left as it is; so is an encrypted
    one, into which nobody can look.
    """
    for each in found:
        if each.encrypted:
            continue
        with room_beside(each.path) as room:
            made = room / each.path.name
            shutil.copyfile(each.path, made)
            made.chmod(0o600)
            if forgotten_in(made, uid, today, busy_seconds):
                synced(made).replace(each.path)
                sync(each.path.parent)
                yield each


def forgotten_in(path: Path, uid: str, today: date, busy_seconds: float) -> bool:
    """Forget the contact in the store at `path`; whether they were in it."""
    store = open_store(path, today, busy_seconds)
    try:
        row = store.db.execute("SELECT id FROM contact WHERE uid = ?", (uid,)).fetchone()
        if row:
            forget(store, row[0])
        return row is not None
    finally:
        store.close()


def synced(path: Path) -> Path:
    """The file, once it is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    return path
