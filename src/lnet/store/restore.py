"""Bringing back a copy: checked whole before it may replace anything, and what it replaces is kept."""

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from lnet.errors import BusyError, FileError, StoreError
from lnet.store import faults
from lnet.store.audit import audit
from lnet.store.audit.files import side_files
from lnet.store.backup import back_up, folder, named
from lnet.store.backups import REPLACED
from lnet.store.connect import (
    SCHEMA_VERSION,
    connect,
    link_into_place,
    prepare_to_write,
    refuse_what_is_cut_short,
    refuse_what_is_no_file,
    schema_version,
    upgrade,
)  # fmt: skip
from lnet.store.journal import sync_again
from lnet.store.mend import make_anew
from lnet.store.sealing import Key, unsealed

BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class Restored(NamedTuple):
    """What a restore did: the file it took, and where the store that was there before is kept (None: there was none).

    `migrated`: the copy was older than this lnet, and was brought up to date; the file itself was not.
    """

    path: Path
    kept: Path | None
    migrated: bool


def restore(store: Path, copy: Path, busy_seconds: float = 30.0, key: Key | None = None) -> Restored:
    """Make the store at `store` what the file `copy` holds; not undone by `undo`, but by restoring what is kept.

    A sealed copy is opened by the `key`; raises BadInputError where it does not fit.
    Raises StoreError if the copy is foreign, newer, damaged, has a schema that is not ours, or does not agree with its
    journal; FileError where something cannot be read or written; BusyError. The copy is never changed, and the store
    only when everything was found right.
    """
    with room_beside(store) as room:
        made = room / store.name
        try:
            take(copy, made, key)
        except StoreError as error:
            raise faults.of_a_copy(error) from error
        migrated = bring_up_to_date(made, copy, busy_seconds)
        refuse_unsound(made, copy)
        kept = keep(store, busy_seconds)
        put(made, store, busy_seconds)
    return Restored(copy, kept, migrated)


@contextmanager
def room_beside(store: Path) -> Iterator[Path]:
    """A folder beside the store, its owner's alone, that is gone afterwards with all that is in it."""
    try:
        store.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        room = Path(tempfile.mkdtemp(prefix=f".{store.name}.", suffix=".new", dir=store.parent))
    except OSError as error:
        raise FileError(str(store.parent), error.strerror or str(error)) from error
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def take(copy: Path, made: Path, key: Key | None = None) -> None:
    """Copy the file to `made` with SQLite's backup API, as it was last committed."""
    refuse_what_is_no_file(copy)
    made.touch(0o600)
    try:
        source = in_memory(unsealed(copy, key), copy) if key else as_it_is(copy)
        target = sqlite3.connect(made)
        try:
            schema_version(source, copy)
            if not key:
                refuse_what_is_cut_short(source, copy)
            source.backup(target)
        finally:
            target.close()
            source.close()
    except sqlite3.Error as error:
        raise faults.translate(error, copy) or faults.damaged(copy, str(error)) from error


def as_it_is(copy: Path) -> sqlite3.Connection:
    """A file, opened to be read alone."""
    return sqlite3.connect(f"file:{quote(bytes(copy.absolute()))}?mode=ro", uri=True)


def in_memory(content: bytes, copy: Path) -> sqlite3.Connection:
    """A database that is in no file; `copy` is what its content was taken out of."""
    if not content:
        raise faults.foreign(copy, "there is nothing in it")
    db = sqlite3.connect(":memory:")
    db.deserialize(content)
    return db


def bring_up_to_date(made: Path, copy: Path, busy_seconds: float) -> bool:
    """Migrate the copy's copy if it is older; whether it was."""
    db = connect(made, busy_seconds)
    try:
        older = schema_version(db, copy) < SCHEMA_VERSION
    finally:
        db.close()
    if older:
        upgrade(made, busy_seconds)
    return older


def refuse_unsound(made: Path, copy: Path) -> None:
    """Raise StoreError for the first thing wrong that only another backup would mend, and for objects of another's
    making, which could do anything; what can be made anew from the data is."""
    db = sqlite3.connect(made, isolation_level=None)
    try:
        found = list(audit(db))
        for each in found:
            if not each.cure or "not ours" in each.what:
                raise StoreError(f"{copy} cannot be trusted: {each.what}", faults.UNCHANGED)
        if any(each.cure == "schema" for each in found):
            make_anew(db)
    finally:
        db.close()


def keep(store: Path, busy_seconds: float) -> Path | None:
    """Keep the store as it is now among its backups; a damaged one file by file, for it cannot be copied otherwise."""
    if not store.exists():
        return None
    try:
        refuse_what_is_no_file(store)
        return back_up(store, REPLACED, busy_seconds)
    except StoreError:
        return keep_damaged(store)


def keep_damaged(store: Path) -> Path:
    """Put a file that is no sound store aside, with what SQLite left beside it; its name says that it is none."""
    target = folder(store)
    target.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(prefix=".", suffix=".new", dir=target, delete=False) as made:
        made.write(store.read_bytes())
    kept = named(Path(made.name), target, f"damaged-{store.stem}")
    Path(made.name).unlink(missing_ok=True)
    for path in (store, *side_files(store)):
        path.unlink(missing_ok=True)
    return kept


def put(made: Path, store: Path, busy_seconds: float) -> None:
    """Give the store the content of `made`: in one transaction of SQLite's, so that a kill leaves the old or the new,
    and that whoever waits for the lock writes into the new one.
    """
    if not store.exists():
        for path in side_files(store):  # a stale journal would be played back into the new file
            path.unlink(missing_ok=True)
        link_into_place(made, store)
        return
    source, target = sqlite3.connect(made), connect(store, busy_seconds)
    try:
        transfer(source, target, store, busy_seconds)
    finally:
        target.close()
        source.close()


def transfer(source: sqlite3.Connection, target: sqlite3.Connection, store: Path, busy_seconds: float) -> None:
    """Write all of `source` into the store `target`; raises FileError, saying so, where only its last sync failed."""
    until = time.monotonic() + busy_seconds

    def wait(status: int, _: int, __: int) -> None:
        if status in BUSY and time.monotonic() > until:  # the backup API itself would wait for a lock for ever
            raise BusyError(str(store), busy_seconds)

    try:
        prepare_to_write(target)
        source.backup(target, progress=wait)
    except sqlite3.Error as error:
        if newest(source) != newest(target):
            raise faults.translate(error, store, busy_seconds) or error from error
        sync_again(store, "the store is restored", error)


def newest(db: sqlite3.Connection) -> object:
    """The newest step and change of a store, by which two are told apart; None where they cannot be read."""
    try:
        return db.execute("SELECT id, uid, digest, (SELECT max(id) FROM change) FROM step ORDER BY id DESC").fetchone()
    except sqlite3.Error:
        return None
