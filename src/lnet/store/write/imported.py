"""What an import writes: many rows at once, each table in its turn, and where every one of them came from."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lnet.store.connect import Store
from lnet.store.journal import Step
from lnet.store.write.rows import NOW, Value, json_text, stored

CACHE_KIB = 64 * 1024


def hold_back(store: Store) -> None:
    """Keep the next step in memory until it is stored, so that a large one leaves the file alone until then.

    What it reads again and again stays there beside it, as far as there is room for it.
    """
    store.db.execute("PRAGMA cache_spill = OFF")
    store.db.execute(f"PRAGMA cache_size = {-CACHE_KIB}")


def changes(step: Step) -> int:
    """How many rows the step has changed so far."""
    return int(step.db.execute("SELECT count(*) FROM change WHERE step_id = ?", (step.id,)).fetchone()[0])


def insert_many(
    step: Step, table: str, columns: Sequence[str], rows: Iterable[Sequence[Value]], conflict: str = ""
) -> None:
    """Add rows, all with these columns. Undo deletes them."""
    names = ", ".join(f'"{name}"' for name in ("created_on", *columns))
    marks = ", ".join("?" * (len(columns) + 1))
    today = step.today.isoformat()
    step.db.executemany(
        f'INSERT INTO "{table}" ({names}) VALUES ({marks}) {conflict}', ((today, *map(stored, row)) for row in rows)
    )


def link_many(step: Step, table: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Add rows, each unless its unique key exists already. Undo takes them away."""
    insert_many(step, table, columns, rows, "ON CONFLICT DO NOTHING")


def remember(step: Step, table: str, source: str, rows: Iterable[tuple[str, int, str, Mapping[str, Any]]]) -> None:
    """Note where rows came from: the source's key, the row's id, the fingerprint, and what had come.

    A key that is known already now stands for this row and this content. Undo forgets it again.
    """
    step.db.executemany(
        "INSERT INTO provenance (created_on, source, source_key, tbl, row_uid, digest, content)"
        f" VALUES (?, ?, ?, ?, (SELECT uid FROM {table} WHERE id = ?), ?, ?)"
        " ON CONFLICT (source, source_key) DO UPDATE SET row_uid = excluded.row_uid, digest = excluded.digest,"
        " content = excluded.content, updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')",
        (
            (step.today.isoformat(), source, key, table, id, digest, json_text(content))
            for key, id, digest, content in rows
        ),
    )


def introduce_many(step: Step, pairs: Iterable[tuple[int, int]]) -> None:
    """Note who introduced whom (the person, then who introduced them), where nothing is noted. Undo takes it away."""
    step.db.executemany(
        f"UPDATE contact SET introduced_by = ?, updated_at = {NOW} WHERE id = ? AND introduced_by IS NULL",
        ((other, id) for id, other in pairs),
    )


def leave_out(step: Step, source: str, key: str, mark: str) -> None:
    """Note that somebody of a source is not to be brought in, with `mark` as the fingerprint. Undo forgets it."""
    step.db.execute(
        "INSERT INTO provenance (created_on, source, source_key, tbl, row_uid, digest)"
        " VALUES (?, ?, ?, 'contact', '', ?)",
        (step.today.isoformat(), source, key, mark),
    )
