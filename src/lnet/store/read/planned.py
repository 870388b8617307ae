"""Conversations that are planned and not held yet, as the reminder engine sees them."""

import json
from collections.abc import Iterable
from datetime import date

from lnet.domain.facts import Planned
from lnet.store.connect import Store
from lnet.store.read.days import days_before

PLANS = """
SELECT i.id, p.contact_id, i.occurred_on, i.time, i.summary
FROM interaction i JOIN participant p ON p.interaction_id = i.id WHERE i.planned = 1 AND i.fulfilled_by IS NULL
"""


def near_plans(store: Store, today: date) -> list[Planned]:
    """The plans of days gone by, of today and of tomorrow, one a person who is to take part."""
    return read_plans(store, f"{PLANS} AND i.occurred_on <= ?", days_before(today, -1))


def plans_with(store: Store, contacts: Iterable[int]) -> list[Planned]:
    """All plans with these people, whenever they are."""
    query = f"{PLANS} AND p.contact_id IN (SELECT value FROM json_each(?))"
    return read_plans(store, query, json.dumps(list(contacts)))


def read_plans(store: Store, query: str, *values: str) -> list[Planned]:
    rows = store.db.execute(query, values)
    return [Planned(id, who, date.fromisoformat(on), time, summary) for id, who, on, time, summary in rows]
