"""Rows of another store, written as they are: with the ids, uids and times that they had there."""

from collections.abc import Sequence
from typing import Any

from lnet.store.journal import Step
from lnet.store.write.rows import stored

Values = dict[str, Any]


def any_order(step: Step) -> None:
    """Let rows point at others that come later in the same step."""
    step.db.execute("PRAGMA defer_foreign_keys = ON")


def add(step: Step, table: str, rows: Sequence[Values]) -> None:
    """Add rows that all have the same columns. Raises sqlite3.IntegrityError for what the table refuses; then none of
    them is there. Undo deletes them.
    """
    names = ", ".join(f'"{name}"' for name in rows[0])
    marks = ", ".join("?" * len(rows[0]))
    step.db.execute("SAVEPOINT rows")
    try:
        step.db.executemany(
            f'INSERT INTO "{table}" ({names}) VALUES ({marks})', (tuple(map(stored, row.values())) for row in rows)
        )
    except BaseException:
        step.db.execute("ROLLBACK TO rows")
        raise
    finally:
        step.db.execute("RELEASE rows")


def same_key(step: Step, table: str, columns: Sequence[str], row: Values) -> int | None:
    """The id of the row that has these unique columns already; None if there is none."""
    where = " AND ".join(f'"{name}" = ?' for name in columns)
    found = step.db.execute(f'SELECT id FROM "{table}" WHERE {where}', tuple(row[name] for name in columns)).fetchone()
    return int(found[0]) if found else None


def dangling(step: Step) -> list[tuple[str, int]]:
    """The rows, by table and id, that point at what is not there."""
    return [(table, id) for table, id, *_ in step.db.execute("PRAGMA foreign_key_check")]
