"""Promises that are still owed, as the reminder engine sees them."""

import json
from collections.abc import Iterable
from datetime import date

from lnet.domain.calendar_days import shifted
from lnet.domain.facts import Promise
from lnet.store.connect import Store
from lnet.store.read.persons import day

# A promise is made on the day of its conversation.
PROMISES = """
SELECT p.id, p.contact_id, p.owed_by, p.text, coalesce(i.occurred_on, p.created_on), p.due_on
FROM promise p LEFT JOIN interaction i ON i.id = p.interaction_id WHERE p.status IN ('open', 'renegotiated')
"""


def pressing_promises(store: Store, today: date) -> list[Promise]:
    """The promises still owed that are due by the day from which they are listed, or have no day."""
    ahead = shifted(today, store.policy.promise_ahead).isoformat()
    # Two halves, for each of them is a range of the index; an OR would read every promise.
    return read_promises(store, f"{PROMISES} AND p.due_on <= ? UNION ALL {PROMISES} AND p.due_on IS NULL", ahead)


def open_promises(store: Store, contacts: Iterable[int] | None = None) -> list[Promise]:
    """The promises still owed, of everybody or of these contacts, whenever they are due."""
    if contacts is None:
        return read_promises(store, f"{PROMISES} ORDER BY p.id")
    query = f"{PROMISES} AND p.contact_id IN (SELECT value FROM json_each(?)) ORDER BY p.id"
    return read_promises(store, query, json.dumps(list(contacts)))


def read_promises(store: Store, query: str, *values: str) -> list[Promise]:
    rows = store.db.execute(query, values)
    return [Promise(id, who, by, text, date.fromisoformat(made), day(due)) for id, who, by, text, made, due in rows]
