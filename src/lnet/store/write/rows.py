"""The four ways a row is written: insert, update, delete, link. Every writer of a noun goes through them.

Values are stored as they stand, but for days (ISO text), truths (0 or 1), lists and objects (JSON text); what is no
text, or too large a one, is refused here whoever writes it (BadInputError).
"""

import json
from datetime import date

from lnet.domain.texts import refuse_unstorable
from lnet.store.journal import Step

Value = str | int | date | list[str] | dict[str, object] | None
json_text = json.JSONEncoder(ensure_ascii=False).encode
NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"


def stored(value: Value) -> str | int | None:
    """The form in which the store keeps a value; raises BadInputError for a text that it does not keep."""
    if value is None:
        return None
    if isinstance(value, str):
        refuse_unstorable(value)
        return value
    if isinstance(value, int):
        return int(value)  # a truth, too
    return value.isoformat() if isinstance(value, date) else json_text(value)


def insert(step: Step, table: str, **values: Value) -> int:
    """Add a row and give back its id; its uid and timestamps are made by the store. Undo deletes it."""
    columns = {"created_on": step.today, **values}
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    cursor = step.db.execute(
        f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(stored(value) for value in columns.values())
    )
    return int(cursor.lastrowid or 0)


def update(step: Step, table: str, id: int, **values: Value) -> bool:
    """Set columns of a row; True if anything differed (an equal row is left alone). Undo sets them back."""
    if not values:
        return False
    sets = ", ".join(f'"{name}" = ?' for name in values)
    differs = " OR ".join(f'"{name}" IS NOT ?' for name in values)
    new = tuple(stored(value) for value in values.values())
    cursor = step.db.execute(
        f'UPDATE "{table}" SET {sets}, updated_at = {NOW} WHERE id = ? AND ({differs})', (*new, id, *new)
    )
    return cursor.rowcount > 0


def delete(step: Step, table: str, **match: Value) -> int:
    """Delete the rows that match, with what belongs to them; gives back how many. Undo brings all of it back."""
    where = " AND ".join(f'"{name}" IS ?' for name in match)
    cursor = step.db.execute(f'DELETE FROM "{table}" WHERE {where}', tuple(stored(value) for value in match.values()))
    return cursor.rowcount


def link(step: Step, table: str, **values: Value) -> bool:
    """Add a row unless its unique key exists already; True if it is new. Undo takes it away."""
    columns = {"created_on": step.today, **values}
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    cursor = step.db.execute(
        f'INSERT INTO "{table}" ({names}) VALUES ({marks}) ON CONFLICT DO NOTHING',
        tuple(stored(value) for value in columns.values()),
    )
    return cursor.rowcount > 0
