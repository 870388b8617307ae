"""Plans that are still open: conversations to come, and those whose day has passed without one being held."""

import json
from collections.abc import Sequence
from datetime import date

from lnet.store.connect import Store
from lnet.store.read.conversations import Conversation, listed

OPEN = "planned = 1 AND fulfilled_by IS NULL"
# Those to come first; a day without a time comes before its hours.
IN_ORDER = "occurred_on < '{today}', occurred_on, time, id"
ON_DAY = f"""
SELECT 'i' || i.id, c.name FROM interaction i JOIN participant p ON p.interaction_id = i.id
  JOIN contact c ON c.id = p.contact_id
WHERE {OPEN} AND i.occurred_on = ? AND i.id <> ? AND p.contact_id IN (SELECT value FROM json_each(?))
ORDER BY i.time, i.id, p.id
"""


def open_plans(store: Store) -> list[Conversation]:
    """The plans still open: those from today on by day and time, then those that have passed, the oldest first."""
    return listed(store, OPEN, order=IN_ORDER.format(today=store.today.isoformat()))


def on_day(store: Store, day: date, people: Sequence[int], but: int) -> list[tuple[str, str]]:
    """What else is planned with these people on a day: the reference of the plan and the name, in order."""
    return store.db.execute(ON_DAY, (day.isoformat(), but, json.dumps(list(people)))).fetchall()
