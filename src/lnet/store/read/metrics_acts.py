"""What was done in a period: given and received, promised, told, learned. Both days of it are included.

Four statements for a period, whatever was done in it.
"""

from datetime import date
from typing import NamedTuple

from lnet.domain.metrics import Notes, Settled
from lnet.store.connect import Store

WITHIN = "occurred_on BETWEEN ?1 AND ?2"
LEARNED = "insight WHERE learned_on BETWEEN ?1 AND ?2"
COUNTED = {
    "given": f"(SELECT 1 FROM exchange WHERE direction = 'given' AND {WITHIN}"
    f" UNION ALL SELECT 1 FROM share WHERE direction = 'given' AND {WITHIN})",
    "received": f"(SELECT 1 FROM exchange WHERE direction = 'received' AND {WITHIN}"
    f" UNION ALL SELECT 1 FROM share WHERE direction = 'received' AND {WITHIN})",
    "conversations": f"interaction WHERE {WITHIN} AND planned = 0 AND coalesce(depth, 2) >= 2",
    "insights": LEARNED,
    "from_people": f"{LEARNED} AND (contact_id IS NOT NULL OR interaction_id IS NOT NULL)",
    "applied": f"{LEARNED} AND value <> 'potential'",
    "challenging": f"{LEARNED} AND stance IN ('challenges', 'changed_mind')",
}
# Those that ended in the period, and those whose day passed in it and that are still owed.
PROMISES = """
SELECT status = 'kept', closed_on > due_on, was_due_on IS NOT NULL AND renegotiated_on > was_due_on, count(*)
FROM promise WHERE owed_by = 'me' AND due_on IS NOT NULL AND status IN ('kept', 'released')
  AND closed_on BETWEEN ?1 AND ?2 GROUP BY 1, 2, 3
UNION ALL
SELECT 0, 1, 0, count(*) FROM promise WHERE owed_by = 'me' AND status IN ('open', 'renegotiated')
  AND due_on >= ?1 AND due_on < ?2
"""
NOTES = f"""
SELECT direction, loop, CAST(julianday(closed_on) - julianday(occurred_on) AS INTEGER), count(*)
FROM feedback WHERE {WITHIN} GROUP BY 1, 2, 3
"""


class Acts(NamedTuple):
    """How often each thing was done in a period."""

    given: int
    received: int
    conversations: int
    insights: int
    from_people: int
    applied: int
    challenging: int
    promises: tuple[Settled, ...]
    notes: tuple[Notes, ...]


def acts(store: Store, since: date, until: date) -> Acts:
    """What was done from one day to another, both included."""
    days = (since.isoformat(), until.isoformat())
    each = ", ".join(f"(SELECT count(*) FROM {source})" for source in COUNTED.values())
    numbers = store.db.execute(f"SELECT {each}", days).fetchone()
    settled = [
        Settled(bool(kept), bool(late), bool(moved), number)
        for kept, late, moved, number in store.db.execute(PROMISES, days)
    ]
    notes = [Notes(*row) for row in store.db.execute(NOTES, days)]
    return Acts._make([*numbers, tuple(settled), tuple(notes)])
