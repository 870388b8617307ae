"""Backups: made, listed, brought back."""

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NamedTuple

from lnet.errors import FileError, NotFoundError
from lnet.store import backups as store_backups
from lnet.store import restore as store_restore
from lnet.store.backup import folder
from lnet.store.backups import BY_HAND, Backup
from lnet.store.connect import connect, refuse_what_is_no_file, schema_version
from lnet.store.restore import Restored


class Backups(NamedTuple):
    """The backups of a store, the newest first, and the folder they are in."""

    folder: Path
    backups: tuple[Backup, ...]


def listed(store: Path) -> Backups:
    """All backups of the store at `store`; an empty list where there is none, or no store."""
    return Backups(folder(store), tuple(store_backups.backups(store)))


def make(store: Path, today: date, busy_seconds: float) -> Backup:
    """Make a backup now, which stays until somebody deletes it; `today` is the real day.

    Raises FileError where there is no store, or the backup cannot be written; BusyError; StoreError for a store that
    does not pass the check.
    """
    if not store.exists():
        raise FileError(str(store), "there is no store yet", doing="back up")
    refuse_what_is_not_ours(store, busy_seconds)
    made = store_backups.back_up_and_thin(store, BY_HAND, today, busy_seconds)
    return next(each for each in store_backups.backups(store) if each.path == made)


def refuse_what_is_not_ours(store: Path, busy_seconds: float) -> None:
    """Raise StoreError for a file that is foreign, newer or cut short: a copy of it would be no backup."""
    refuse_what_is_no_file(store)
    with closing(connect(store, busy_seconds)) as db:
        schema_version(db, store)


def find(store: Path, name: str) -> Path:
    """The file that is meant: a path, or the name of one of the backups; raises NotFoundError if there is none."""
    for path in (Path(name).expanduser(), folder(store) / name, folder(store) / f"{name}.db"):
        if path.exists():
            return path
    known = [each.path.name for each in store_backups.backups(store)]
    raise NotFoundError("backup", name, hint="lnet backup --list" if known else "there are no backups yet")


def restore(store: Path, copy: Path, busy_seconds: float) -> Restored:
    """Bring a copy back; see `lnet.store.restore`. What it replaces is kept among the backups."""
    return store_restore.restore(store, copy, busy_seconds)
