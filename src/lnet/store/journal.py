"""Steps: one command, one transaction, one entry in the journal.

Triggers write every changed row into `change`, before and after, whoever changes it (`sql/journal.sql`). A step opens
before the first change of a command and is sealed by a digest before the commit. Undo and redo (`reversal.py`) are
steps of their own.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import chain
from pathlib import Path
from typing import NamedTuple

try:  # what hashlib hands out; hashlib itself loads all of OpenSSL, 4 ms of every log
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

from lnet.errors import FileError, NotFoundError
from lnet.store.connect import Store, prepare_to_write, sync

FROM_OUTSIDE = "changes by another program"
SEAL = "2:"  # without this mark a digest is of the changes alone, as it was at first


class Step(NamedTuple):
    """An open step: the connection to write through, its number, and the day it is made on."""

    db: sqlite3.Connection
    id: int
    today: date


class Entry(NamedTuple):
    """A step of the journal as people see it: it changed `changes` rows; `undone` while an undo of it holds.

    Of an undo or redo `reverses` is the number of the step it reversed, and `target` what that was.
    """

    step: int
    at: str
    day: str
    kind: str
    command: str
    words: str
    reverses: int | None
    changes: int
    undone: bool
    target: str | None = None

    @property
    def said(self) -> str:
        """What was done, in words: "contact add Ada", "undo step 3: contact add Ada"."""
        if self.kind == "external":
            return FROM_OUTSIDE
        said = f"{self.command} {self.words}".strip()
        return f"{said}: {self.target}" if self.target else said


@contextmanager
def step(
    store: Store, command: str, words: str = "", *, keep: bool = True, kind: str = "do", reverses: int | None = None
) -> Iterator[Step]:
    """One transaction: everything inside is stored when the block ends, or nothing is (`keep=False`: a dry run).

    `command` and `words` are what `history` shows. Undo takes back the whole step. Raises FileError where the store's
    directory cannot be written; what SQLite complains about otherwise is left to `faults.translate`.
    """
    db = store.db
    prepare_to_write(db)
    db.execute("BEGIN IMMEDIATE")
    try:
        number = open_step(store, command, words, kind, reverses)
        yield Step(db, number, store.today)
        if keep:
            commit(store, number, seal(db, number))
        else:
            db.execute("ROLLBACK")
    except BaseException as error:
        if db.in_transaction:
            db.execute("ROLLBACK")
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CANTOPEN:
            raise FileError(str(store.path), "no journal file can be made in its directory") from error
        raise


def open_step(store: Store, command: str, words: str, kind: str, reverses: int | None) -> int:
    return int(
        store.db.execute(
            "INSERT INTO step (day, kind, command, words, reverses, device_id, open)"
            " VALUES (?, ?, ?, ?, ?, (SELECT max(id) FROM device), 1) RETURNING id",
            (store.today.isoformat(), kind, command, words, reverses),
        ).fetchone()[0]
    )


def seal(db: sqlite3.Connection, number: int) -> str:
    """Close a step with its digest, which is given back."""
    sealed = digest(db, number)
    db.execute("UPDATE step SET open = 0, digest = ? WHERE id = ?", (sealed, number))
    return sealed


def commit(store: Store, number: int, sealed: str) -> None:
    """Commit the open step: afterwards it is stored, or nothing of it is and SQLite's error is raised.

    Raises FileError, saying so, where it is stored and yet not sure to survive a power cut.
    """
    try:
        store.db.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if not is_stored(store, number, sealed):
            raise
        store.stored = number
        sync_again(store.path, f"step {number} is stored", error)
    store.stored = number


def is_stored(store: Store, number: int, sealed: str) -> bool:
    """Whether a step whose commit failed is in the file all the same (its number may be that of another by now)."""
    found = "SELECT 1 FROM step WHERE id = ? AND digest = ?"
    return not store.db.in_transaction and store.db.execute(found, (number, sealed)).fetchone() is not None


def sync_again(path: Path, done: str, error: sqlite3.Error) -> None:
    """Bring the end of SQLite's journal, by which a commit counts, to the disk after all; `done` is what that one did.

    Raises FileError, which says so, where that fails again.

    That alone can fail once the data is there. The journal is empty by then, and its length is not forgotten by a
    system that could not write it, as pages of data may be: when a later sync goes well, it is on the disk.
    """
    try:
        sync(path.with_name(f"{path.name}-journal"))
    except OSError:
        hint = f"{done} all the same, but might not survive a power cut"
        raise FileError(str(path), "the disk reported an error", hint=hint) from error


def digest(db: sqlite3.Connection, number: int) -> str:
    """BLAKE2b (RFC 7693, 32 bytes) over a step itself and its changes, in order, behind the mark of this form."""
    head = db.execute("SELECT at, day, kind, command, words, reverses FROM step WHERE id = ?", (number,)).fetchone()
    return f"{SEAL}{digest_of(chain([head], changes_of(db, number)))}"


def changes_of(db: sqlite3.Connection, number: int) -> Iterator[tuple[object, ...]]:
    """The changes of a step, in order: table, uid, before, after."""
    return db.execute("SELECT tbl, row_uid, before, after FROM change WHERE step_id = ? ORDER BY id", (number,))


def digest_of(rows: Iterable[Sequence[object]]) -> str:
    """The digest of some rows in their order; of no rows that of nothing."""
    total = blake2b(digest_size=32)
    for row in rows:
        total.update("\x1f".join("" if part is None else str(part) for part in row).encode() + b"\x1e")
    return total.hexdigest()


# A step's state is that of the newest step which reverses it.
ENTRY = f"""
SELECT s.id, s.at, s.day, s.kind, s.command, s.words, s.reverses,
  (SELECT count(*) FROM (SELECT DISTINCT tbl, row_uid FROM change WHERE step_id = s.id)),
  coalesce((SELECT r.kind = 'undo' FROM step r WHERE r.reverses = s.id ORDER BY r.id DESC LIMIT 1), 0) AS undone,
  (SELECT iif(t.kind = 'external', '{FROM_OUTSIDE}', trim(t.command || ' ' || t.words)) FROM step t
   WHERE t.id = s.reverses)
FROM step s
"""


def entries(store: Store, limit: int | None = None) -> list[Entry]:
    """The steps, newest first; at most `limit`."""
    rows = store.db.execute(f"{ENTRY} ORDER BY s.id DESC LIMIT ?", (-1 if limit is None else limit,))
    return [entry(row) for row in rows]


def size(store: Store) -> tuple[int, int]:
    """How many steps the journal has, and how many changes of rows."""
    steps, changes = store.db.execute("SELECT (SELECT count(*) FROM step), (SELECT count(*) FROM change)").fetchone()
    return steps, changes


def entries_of_row(store: Store, table: str, uid: str) -> list[Entry]:
    """The steps that touched a row, newest first."""
    rows = store.db.execute(
        f"{ENTRY} WHERE s.id IN (SELECT step_id FROM change WHERE tbl = ? AND row_uid = ?) ORDER BY s.id DESC",
        (table, uid),
    )
    return [entry(row) for row in rows]


def find_entry(store: Store, number: int) -> Entry:
    """One step; raises NotFoundError for a number that is none."""
    found = entry_of(store.db, number)
    if found is None:
        raise NotFoundError("step", str(number), hint="lnet history lists them")
    return found


def entry_of(db: sqlite3.Connection, number: int) -> Entry | None:
    """One step; None for a number that is none."""
    row = db.execute(f"{ENTRY} WHERE s.id = ?", (number,)).fetchone()
    return None if row is None else entry(row)


def entry(row: tuple[object, ...]) -> Entry:
    *values, undone, target = row
    return Entry(*values, bool(undone), target)  # type: ignore[arg-type,call-arg]  # ENTRY's columns, in the order of the fields
