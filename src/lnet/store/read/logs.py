"""What the log needs to know: places an @name may mean, the goals a conversation counts for, the log made last."""

import json
from collections.abc import Sequence
from datetime import date

from lnet.domain.sentence import Place
from lnet.store.connect import Store

GOALS = """
SELECT 'g' || id, title FROM goal WHERE status = 'active' AND (
  id IN (SELECT goal_id FROM interaction_goal WHERE interaction_id = ?1)
  OR id IN (SELECT g.goal_id FROM goal_topic g JOIN interaction_topic t ON t.topic = g.topic
    WHERE t.interaction_id = ?1))
ORDER BY id
"""

# The conversation of the newest log that still stands.
LAST = """
SELECT i.id, i.uid FROM interaction i
WHERE i.uid = (
  SELECT c.row_uid FROM change c JOIN step s ON s.id = c.step_id
  WHERE s.command = 'log' AND s.kind = 'do' AND c.tbl = 'interaction' AND c.before IS NULL
    AND EXISTS (SELECT 1 FROM interaction x WHERE x.uid = c.row_uid AND x.planned = 0)
  ORDER BY c.id DESC LIMIT 1)
"""


def places(store: Store) -> list[Place]:
    """Every event (with its first day) and every community."""
    rows = store.db.execute(
        "SELECT 'event', id, name, starts_on FROM event UNION ALL SELECT 'community', id, name, NULL FROM community"
    )
    return [Place(kind, id, name, date.fromisoformat(on) if on else None) for kind, id, name, on in rows]


def goals_of(store: Store, interaction: int) -> tuple[tuple[str, str], ...]:
    """The active goals a conversation counts for (named, or sharing a topic), by reference and title."""
    return tuple((ref, title) for ref, title in store.db.execute(GOALS, (interaction,)))


def promise_of(store: Store, id: int) -> tuple[str, str]:
    """A promise's text and the name of its contact."""
    row = store.db.execute(
        "SELECT p.text, c.name FROM promise p JOIN contact c ON c.id = p.contact_id WHERE p.id = ?", (id,)
    ).fetchone()
    return row[0], row[1]


def last_log(store: Store) -> tuple[int, str] | None:
    """The id and uid of the conversation logged last; None where nothing was logged."""
    row = store.db.execute(LAST).fetchone()
    return (int(row[0]), str(row[1])) if row else None


UIDS = """
SELECT uid FROM contact WHERE id IN (SELECT value FROM json_each(:ids))
UNION ALL SELECT uid FROM attendance WHERE event_id = :event AND contact_id IN (SELECT value FROM json_each(:ids))
"""


def uids(store: Store, contacts: Sequence[int], event: int | None = None) -> list[str]:
    """The uids of contacts, and of their having been met at an event."""
    values = {"ids": json.dumps(list(contacts)), "event": event}
    return [uid for (uid,) in store.db.execute(UIDS, values)]
