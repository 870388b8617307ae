"""Feedback whose loop is open, as the reminder engine sees it."""

import json
from collections.abc import Iterable
from datetime import date

from lnet.domain.facts import Feedback
from lnet.store.connect import Store
from lnet.store.read.days import days_before
from lnet.store.read.persons import day

LOOPS = """
SELECT id, contact_id, direction, loop, occurred_on, act_by, coalesce(action, text, behaviour, situation, '')
FROM feedback WHERE loop IN ('open', 'acted')
"""
WAITING = f"""
{LOOPS} AND direction = 'received'
UNION ALL {LOOPS} AND direction = 'requested' AND occurred_on <= :asked
UNION ALL {LOOPS} AND direction = 'given' AND occurred_on BETWEEN :given_from AND :given_to
"""


def waiting_loops(store: Store, today: date, since: date | None = None) -> list[Feedback]:
    """The open feedback that may be a reason today: all that was received, what was asked or given long enough ago.

    `since`: that may be one on any day from then on.
    """
    policy = store.policy
    values = {
        "asked": days_before(today, policy.requested_from),
        "given_from": days_before(since or today, policy.given_until),
        "given_to": days_before(today, policy.given_from),
    }
    return [feedback(row) for row in store.db.execute(WAITING, values)]


def loops_with(store: Store, contacts: Iterable[int]) -> list[Feedback]:
    """All open feedback with these people."""
    query = f"{LOOPS} AND contact_id IN (SELECT value FROM json_each(?))"
    return [feedback(row) for row in store.db.execute(query, (json.dumps(list(contacts)),))]


def feedback(row: tuple[int, int, str, str, str, str | None, str]) -> Feedback:
    id, who, direction, loop, on, act_by, text = row
    return Feedback(id, who, direction, loop, date.fromisoformat(on), day(act_by), text)
