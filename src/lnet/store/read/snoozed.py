"""What of people is listed although they are snoozed: conversations that are planned."""

import json
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from lnet.store.connect import Store

PLANS = """
SELECT 'i' || i.id, p.contact_id, i.occurred_on, i.summary FROM interaction i
JOIN participant p ON p.interaction_id = i.id
WHERE i.planned = 1 AND i.fulfilled_by IS NULL AND i.occurred_on BETWEEN ? AND ?
  AND p.contact_id IN (SELECT value FROM json_each(?)) ORDER BY i.occurred_on, i.id
"""


class Planned(NamedTuple):
    """A conversation that is still to be held with somebody."""

    ref: str
    contact_id: int
    on: date
    summary: str


def plans(store: Store, contacts: Iterable[int], until: date) -> list[Planned]:
    """The conversations planned with these people from today up to a day, the next one first."""
    rows = store.db.execute(PLANS, (store.today.isoformat(), until.isoformat(), json.dumps(list(contacts))))
    return [Planned(ref, who, date.fromisoformat(on), summary) for ref, who, on, summary in rows]
