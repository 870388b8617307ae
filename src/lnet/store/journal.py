"""Steps: one command, one transaction, one entry in the journal; and back again, exactly.

Triggers write every changed row into `change`, before and after, whoever changes it (`sql/journal.sql`). A step opens
before the first change of a command and is sealed by a digest before the commit. Undo and redo are steps of their own.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from lnet.errors import BadInputError, ConflictError, NotFoundError
from lnet.store.connect import Store, prepare_to_write


@dataclass(frozen=True, slots=True)
class Step:
    """An open step: the connection to write through, its number, and the day it is made on."""

    db: sqlite3.Connection
    id: int
    today: date


@dataclass(frozen=True, slots=True)
class Entry:
    """A step of the journal as people see it: `changes` rows; `undone` while an undo of it holds."""

    step: int
    at: str
    day: str
    kind: str
    command: str
    words: str
    reverses: int | None
    changes: int
    undone: bool


@dataclass(frozen=True, slots=True)
class Reversal:
    """What an undo or redo did: the step it reversed, as it was before, and the number of the new step."""

    kind: str  # "undo" or "redo"
    target: Entry
    step: int

    def as_json(self) -> dict[str, object]:
        """The step that was reversed, and the step that undoes this."""
        return {"step": self.target, "undo": self.step}


@contextmanager
def step(
    store: Store, command: str, words: str = "", *, keep: bool = True, kind: str = "do", reverses: int | None = None
) -> Iterator[Step]:
    """One transaction: everything inside is stored when the block ends, or nothing is (`keep=False`: a dry run).

    `command` and `words` are what `history` shows. Undo takes back the whole step.
    """
    db = store.db
    prepare_to_write(db)
    db.execute("BEGIN IMMEDIATE")
    try:
        number = open_step(store, command, words, kind, reverses)
        yield Step(db, number, store.today)
        if keep:
            seal(db, number)
        db.execute("COMMIT" if keep else "ROLLBACK")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def open_step(store: Store, command: str, words: str, kind: str, reverses: int | None) -> int:
    return int(
        store.db.execute(
            "INSERT INTO step (day, kind, command, words, reverses, device_id, open)"
            " VALUES (?, ?, ?, ?, ?, (SELECT max(id) FROM device), 1) RETURNING id",
            (store.today.isoformat(), kind, command, words, reverses),
        ).fetchone()[0]
    )


def seal(db: sqlite3.Connection, number: int) -> None:
    """Close a step with the digest of its changes."""
    db.execute("UPDATE step SET open = 0, digest = ? WHERE id = ?", (digest(db, number), number))


def digest(db: sqlite3.Connection, number: int) -> str:
    """SHA-256 over a step's changes, in order; of an empty step the digest of nothing."""
    import hashlib

    total = hashlib.sha256()
    for row in db.execute("SELECT tbl, row_uid, before, after FROM change WHERE step_id = ? ORDER BY id", (number,)):
        total.update("\x1f".join("" if part is None else part for part in row).encode() + b"\x1e")
    return total.hexdigest()


# --- history ----------------------------------------------------------------------------------------------------

# A step's state is that of the newest step which reverses it.
ENTRY = """
SELECT s.id, s.at, s.day, s.kind, s.command, s.words, s.reverses,
  (SELECT count(*) FROM change WHERE step_id = s.id),
  coalesce((SELECT r.kind = 'undo' FROM step r WHERE r.reverses = s.id ORDER BY r.id DESC LIMIT 1), 0) AS undone
FROM step s
"""


def entries(store: Store, limit: int | None = None) -> list[Entry]:
    """The steps, newest first; at most `limit`."""
    rows = store.db.execute(f"{ENTRY} ORDER BY s.id DESC LIMIT ?", (-1 if limit is None else limit,))
    return [entry(row) for row in rows]


def entries_of_row(store: Store, table: str, uid: str) -> list[Entry]:
    """The steps that touched a row, newest first."""
    rows = store.db.execute(
        f"{ENTRY} WHERE s.id IN (SELECT step_id FROM change WHERE tbl = ? AND row_uid = ?) ORDER BY s.id DESC",
        (table, uid),
    )
    return [entry(row) for row in rows]


def find_entry(store: Store, number: int) -> Entry:
    """One step; raises NotFoundError for a number that is none."""
    row = store.db.execute(f"{ENTRY} WHERE s.id = ?", (number,)).fetchone()
    if row is None:
        raise NotFoundError("step", str(number), hint="lnet history lists them")
    return entry(row)


def entry(row: tuple[object, ...]) -> Entry:
    *values, undone = row
    return Entry(*values, bool(undone))  # type: ignore[arg-type,call-arg]  # the columns of ENTRY, in the order of the fields


# --- undo and redo ----------------------------------------------------------------------------------------------


def undo(store: Store, number: int | None = None) -> Reversal:
    """Take back a step (the newest that is neither an undo nor undone), and say which it was.

    Undoing an undo does the step again. Raises ConflictError where a later step touched the same rows,
    BadInputError where there is nothing to undo.
    """
    target = newest(store, undone=False) if number is None else find_entry(store, number)
    if target.kind == "undo" and target.reverses is not None:
        return redo(store, target.reverses)
    if target.kind == "redo" and target.reverses is not None:
        target = find_entry(store, target.reverses)
    if target.undone:
        raise ConflictError(f"step {target.step} is undone already", f"lnet redo {target.step}")
    return reverse(store, target, "undo")


def redo(store: Store, number: int | None = None) -> Reversal:
    """Do an undone step again (the one undone last), and say which it was. Undo takes it back once more."""
    target = newest(store, undone=True) if number is None else find_entry(store, number)
    if target.kind == "undo" and target.reverses is not None:
        target = find_entry(store, target.reverses)
    if not target.undone:
        raise ConflictError(f"step {target.step} is not undone", "lnet history shows the steps")
    return reverse(store, target, "redo")


UNDOABLE = """
SELECT s.id FROM step s WHERE s.kind IN ('do', 'external')
  AND coalesce((SELECT r.kind FROM step r WHERE r.reverses = s.id ORDER BY r.id DESC LIMIT 1), 'redo') = 'redo'
ORDER BY s.id DESC LIMIT 1
"""
REDOABLE = """
SELECT u.reverses FROM step u WHERE u.kind = 'undo'
  AND NOT EXISTS (SELECT 1 FROM step r WHERE r.reverses = u.reverses AND r.id > u.id)
ORDER BY u.id DESC LIMIT 1
"""


def newest(store: Store, *, undone: bool) -> Entry:
    """The step that plain `undo` (or `redo`, with `undone`) means."""
    row = store.db.execute(REDOABLE if undone else UNDOABLE).fetchone()
    if row is None:
        raise BadInputError("nothing to redo" if undone else "nothing to undo", "lnet history shows the steps")
    return find_entry(store, row[0])


def reverse(store: Store, target: Entry, kind: str) -> Reversal:
    """Set every row that `target` touched to what it was before (undo) or after (redo), all or nothing."""
    with step(store, kind, f"step {target.step}", kind=kind, reverses=target.step) as open_:
        revert(open_, [target], kind)
        refuse_twice(open_, target, kind)
    return Reversal(kind, target, open_.id)


def refuse_twice(open_: Step, target: Entry, kind: str) -> None:
    """Raise ConflictError if another process has reversed the step since it was looked up."""
    row = open_.db.execute(
        "SELECT kind FROM step WHERE reverses = ? AND id < ? ORDER BY id DESC LIMIT 1", (target.step, open_.id)
    ).fetchone()
    if row == (kind,):
        raise ConflictError(
            f"another lnet was faster: step {target.step} is {'undone' if kind == 'undo' else 'redone'} already"
        )


def revert(open_: Step, targets: Sequence[Entry], kind: str = "undo", leave: Sequence[str] = ()) -> None:
    """Take several steps back (or do them again) inside an open step, in the order given; ConflictError as `undo`.

    Rows whose uid is in `leave` stay as they are.
    """
    open_.db.execute("PRAGMA defer_foreign_keys = ON")
    old, new, order = ("after", "before", "DESC") if kind == "undo" else ("before", "after", "ASC")
    for target in targets:
        refuse_overlap(open_, target, kind, leave)
        rows = open_.db.execute(
            f"SELECT tbl, row_uid, {old}, {new} FROM change WHERE step_id = ?"
            f" AND row_uid NOT IN (SELECT value FROM json_each(?)) ORDER BY id {order}",
            (target.step, json.dumps(leave)),
        ).fetchall()
        for table, uid, from_, to in rows:
            put(
                open_.db,
                table,
                uid,
                None if from_ is None else json.loads(from_),
                None if to is None else json.loads(to),
            )
    refuse_side_effects(open_, targets)


def refuse_overlap(open_: Step, target: Entry, kind: str, leave: Sequence[str] = ()) -> None:
    """Raise ConflictError, naming the later step, unless every row still is as the target (or its undo) left it."""
    left, edge = ("after", "max") if kind == "undo" else ("before", "min")
    later = open_.db.execute(
        f"""
        WITH mine AS (SELECT tbl, row_uid, {edge}(id) AS id FROM change WHERE step_id = ? GROUP BY tbl, row_uid)
        SELECT last.step_id FROM mine JOIN change own ON own.id = mine.id
        JOIN change last ON last.id = (SELECT max(id) FROM change c WHERE c.tbl = mine.tbl AND c.row_uid = mine.row_uid)
        WHERE last.after IS NOT own.{left} AND mine.row_uid NOT IN (SELECT value FROM json_each(?))
        ORDER BY last.step_id DESC LIMIT 1
        """,
        (target.step, json.dumps(leave)),
    ).fetchone()
    if later:
        raise conflict(open_.db, target, later[0])


def refuse_side_effects(open_: Step, targets: Sequence[Entry]) -> None:
    """Raise ConflictError if rows of a later step went too (rows that lean on what these steps had added)."""
    other = open_.db.execute(
        """
        SELECT (
          SELECT max(step_id) FROM change c
          WHERE c.tbl = n.tbl AND c.row_uid = n.row_uid AND c.step_id < n.step_id
        )
        FROM change n WHERE n.step_id = ? AND NOT EXISTS
          (SELECT 1 FROM change o WHERE o.tbl = n.tbl AND o.row_uid = n.row_uid
            AND o.step_id IN (SELECT value FROM json_each(?))) LIMIT 1
        """,
        (open_.id, json.dumps([target.step for target in targets])),
    ).fetchone()
    if other:
        raise conflict(open_.db, targets[0], other[0])


def conflict(db: sqlite3.Connection, target: Entry, later: int) -> ConflictError:
    command, words = db.execute("SELECT command, words FROM step WHERE id = ?", (later,)).fetchone()
    said = f"{command} {words}".strip()
    return ConflictError(
        f"step {target.step} cannot be reversed: step {later} ({said[:60]}) built on it", f"lnet undo {later} first"
    )


def put(
    db: sqlite3.Connection, table: str, uid: str, now: dict[str, object] | None, then: dict[str, object] | None
) -> None:
    """Bring one row from `now` to `then` (None: no row). Names of tables and columns come from our own triggers."""
    if then is None:
        db.execute(f'DELETE FROM "{table}" WHERE uid = ?', (uid,))
    elif now is None:
        names = ", ".join(f'"{name}"' for name in then)
        db.execute(f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(then))})', tuple(then.values()))
    else:
        sets = ", ".join(f'"{name}" = ?' for name in then)
        db.execute(f'UPDATE "{table}" SET {sets} WHERE uid = ?', (*then.values(), uid))
