"""Undo and redo: every row of a step is set to what it was before, or after, exactly; or nothing is.

Both are steps of their own. Refused, with the later step named, where that would change what a later step did.
"""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import nullcontext
from typing import Any, Literal, NamedTuple

from lnet.errors import BadInputError, ConflictError, brief
from lnet.store.connect import Store
from lnet.store.figures import figures_later
from lnet.store.journal import Entry, Step, entry_of, find_entry, step

Row = dict[str, Any]
FORGET = "forget"  # the one command that leaves nothing to set back
MANY = 500  # changes, above which the figures are recomputed once at the end
Kind = Literal["undo", "redo"]


class Reversal(NamedTuple):
    """What an undo or redo did: the step it reversed, as it was before, and the number of the new step.

    `step` is None where it was only tried (a dry run).
    """

    kind: Kind
    target: Entry
    step: int | None

    def as_json(self) -> dict[str, object]:
        """The step that was reversed, as it is now, and the step that undoes this."""
        dry_run = self.step is None
        now = self.target if dry_run else self.target._replace(undone=self.kind == "undo")
        return {"step": now, "undo": self.step, "dry_run": dry_run}


def undo(store: Store, number: int | None = None, *, keep: bool = True) -> Reversal:
    """Take back a step (the newest that is neither an undo nor undone), and say which it was.

    Undoing an undo does the step again. Raises ConflictError where a later step touched the same rows,
    BadInputError where there is nothing to undo.
    """
    target = newest(store, undone=False) if number is None else find_entry(store, number)
    if target.kind == "undo" and target.reverses is not None:
        return redo(store, target.reverses, keep=keep)
    if target.kind == "redo" and target.reverses is not None:
        target = find_entry(store, target.reverses)
    if target.command == FORGET:
        raise ConflictError("what was forgotten cannot come back", "only a backup from before could still hold it")
    if target.undone:
        raise ConflictError(f"step {target.step} is undone already", f"lnet redo {target.step}")
    return reverse(store, target, "undo", keep=keep)


def redo(store: Store, number: int | None = None, *, keep: bool = True) -> Reversal:
    """Do an undone step again (the one undone last), and say which it was. Undo takes it back once more."""
    target = newest(store, undone=True) if number is None else find_entry(store, number)
    if target.kind == "undo" and target.reverses is not None:
        target = find_entry(store, target.reverses)
    if not target.undone:
        raise ConflictError(f"step {target.step} is not undone", "lnet history shows the steps")
    return reverse(store, target, "redo", keep=keep)


UNDOABLE = """
SELECT s.id FROM step s WHERE s.kind IN ('do', 'external') AND s.command <> 'forget'
  AND coalesce((SELECT r.kind FROM step r WHERE r.reverses = s.id ORDER BY r.id DESC LIMIT 1), 'redo') = 'redo'
ORDER BY s.id DESC LIMIT ?
"""
REDOABLE = """
SELECT u.reverses FROM step u WHERE u.kind = 'undo'
  AND NOT EXISTS (SELECT 1 FROM step r WHERE r.reverses = u.reverses AND r.id > u.id)
ORDER BY u.id DESC LIMIT ?
"""


def newest(store: Store, *, undone: bool) -> Entry:
    """The step that plain `undo` (or `redo`, with `undone`) means."""
    row = store.db.execute(REDOABLE if undone else UNDOABLE, (1,)).fetchone()
    if row is None:
        raise BadInputError("nothing to redo" if undone else "nothing to undo", "lnet history shows the steps")
    return find_entry(store, row[0])


def undoable(store: Store, limit: int) -> list[Entry]:
    """The newest steps that can be taken back, newest first; a later step may still stand in the way."""
    numbers = store.db.execute(UNDOABLE, (limit,)).fetchall()
    return [find_entry(store, number) for (number,) in numbers]


def reverse(store: Store, target: Entry, kind: Kind, *, keep: bool = True) -> Reversal:
    """Set every row that `target` touched to what it was before (undo) or after (redo), all or nothing.

    With `keep=False` it is only tried, so that what would stand in the way is known.
    """
    with step(store, kind, f"step {target.step}", keep=keep, kind=kind, reverses=target.step) as open_:
        refuse_twice(open_, target, kind)
        revert(open_, [target], kind)
    return Reversal(kind, target, open_.id if keep else None)


def refuse_twice(open_: Step, target: Entry, kind: Kind) -> None:
    """Raise ConflictError if another process has reversed the step since it was looked up."""
    row = open_.db.execute(
        "SELECT kind FROM step WHERE reverses = ? AND id < ? ORDER BY id DESC LIMIT 1", (target.step, open_.id)
    ).fetchone()
    if row == (kind,):
        done = "undone" if kind == "undo" else "redone"
        raise ConflictError(f"another lnet was faster: step {target.step} is {done} already")


def revert(open_: Step, targets: Sequence[Entry], kind: Kind = "undo", leave: Sequence[str] = ()) -> None:
    """Take several steps back (or do them again) inside an open step, in the order given; ConflictError as `undo`.

    Rows whose uid is in `leave` stay as they are.
    """
    open_.db.execute("PRAGMA defer_foreign_keys = ON")
    for target in targets:
        refuse_overlap(open_, target, kind, leave)
        with figures_later(open_.db) if target.changes > MANY else nullcontext():
            put_all(open_, target, kind, leave)
    refuse_side_effects(open_, targets)
    refuse_missing(open_, targets[0] if targets else None)


def put_all(open_: Step, target: Entry, kind: Kind, leave: Sequence[str]) -> None:
    """Bring every row of a step to what it was; raises ConflictError where another row has its unique value."""
    for table, uid, now, then in rows(open_.db, target, kind, leave):
        try:
            put(open_.db, table, uid, now, then)
        except sqlite3.IntegrityError as error:
            raise taken(open_.db, target, table, then or {}, str(error)) from error


def rows(
    db: sqlite3.Connection, target: Entry, kind: Kind, leave: Sequence[str]
) -> list[tuple[str, str, Row | None, Row | None]]:
    """What is to be set: table, uid, the row as it is and as it shall be; the last change first where it is undone."""
    now, then, order = ("after", "before", "DESC") if kind == "undo" else ("before", "after", "ASC")
    found = db.execute(
        f"SELECT tbl, row_uid, {now}, {then} FROM change WHERE step_id = ?"
        f" AND row_uid NOT IN (SELECT value FROM json_each(?)) ORDER BY id {order}",
        (target.step, json.dumps(leave)),
    ).fetchall()
    return [(table, uid, row_of(before), row_of(after)) for table, uid, before, after in found]


def row_of(text: str | None) -> Row | None:
    return None if text is None else json.loads(text)


def refuse_overlap(open_: Step, target: Entry, kind: Kind, leave: Sequence[str] = ()) -> None:
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


def refuse_missing(open_: Step, target: Entry | None) -> None:
    """Raise ConflictError if a row that was put back points at something that a later step has deleted."""
    links = open_.db.execute(
        """
        SELECT DISTINCT c.tbl, f."from", f."table" FROM change c, pragma_foreign_key_list(c.tbl) f WHERE c.step_id = ?
        """,
        (open_.id,),
    ).fetchall()
    for table, column, parent in links:
        gone = open_.db.execute(
            f"""
            SELECT coalesce(max(d.step_id), 0) FROM change c JOIN "{table}" r ON r.uid = c.row_uid
            LEFT JOIN change d ON d.tbl = ? AND d.after IS NULL AND json_extract(d.before, '$.id') = r."{column}"
            WHERE c.step_id = ? AND c.tbl = ? AND r."{column}" IS NOT NULL
              AND r."{column}" NOT IN (SELECT id FROM "{parent}") HAVING count(*)
            """,
            (parent, open_.id, table),
        ).fetchone()
        if gone and target:
            raise conflict(open_.db, target, gone[0])


def taken(db: sqlite3.Connection, target: Entry, table: str, row: Row, refused: str) -> ConflictError:
    """The error for a row whose unique value (a slug, a link) another has; SQLite names its columns in `refused`."""
    names = [name.partition(".")[2] for name in refused.partition(": ")[2].split(", ")]
    names = [name for name in names if name in row]
    where = " AND ".join(f'r."{name}" IS ?' for name in names) or "0"
    later = db.execute(
        f'SELECT max(c.step_id) FROM change c JOIN "{table}" r ON r.uid = c.row_uid WHERE c.tbl = ? AND {where}',
        (table, *(row[name] for name in names)),
    ).fetchone()
    return conflict(db, target, later[0] or 0)


def conflict(db: sqlite3.Connection, target: Entry, later: int) -> ConflictError:
    """The error that names the later step in the way; 0: another program left something that no step tells of."""
    cannot = f"step {target.step} cannot be reversed"
    found = entry_of(db, later)
    if found is None:
        return ConflictError(f"{cannot}: something it needs is gone", "lnet history shows what was done since")
    return ConflictError(f"{cannot}: step {later} ({brief(found.said, 60)}) built on it", f"lnet undo {later} first")


def put(db: sqlite3.Connection, table: str, uid: str, now: Row | None, then: Row | None) -> None:
    """Bring one row from `now` to `then` (None: no row). Names of tables and columns come from our own triggers."""
    if then is None:
        db.execute(f'DELETE FROM "{table}" WHERE uid = ?', (uid,))
    elif now is None:
        names = ", ".join(f'"{name}"' for name in then)
        db.execute(f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(then))})', tuple(then.values()))
    else:
        sets = ", ".join(f'"{name}" = ?' for name in then)
        db.execute(f'UPDATE "{table}" SET {sets} WHERE uid = ?', (*then.values(), uid))
