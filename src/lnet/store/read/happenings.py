"""What hangs on an event: the conversations held there, what is open with those met, what was learned."""

from lnet.store.connect import Store
from lnet.store.read import conversations
from lnet.store.read.conversations import Conversation
from lnet.store.read.insights import INSIGHTS, NEWEST, Insight
from lnet.store.read.promises import DUE_FIRST, PROMISES, Promise

HELD_THERE = "id IN (SELECT id FROM interaction WHERE event_id = ? AND planned = ? ORDER BY {} LIMIT ?)"
OWED_THERE = """
id IN (SELECT p.id FROM attendance a JOIN promise p ON p.contact_id = a.contact_id
  WHERE a.event_id = ? AND p.status IN ('open', 'renegotiated'))
"""
LEARNED_THERE = "id IN (SELECT n.id FROM interaction i JOIN insight n ON n.interaction_id = i.id WHERE i.event_id = ?)"


def talks_at(store: Store, event_id: int, most: int | None = None, *, planned: bool = False) -> list[Conversation]:
    """The conversations held at an event (or planned for it), newest first; at most so many."""
    where = HELD_THERE.format("occurred_on DESC, id DESC")
    return conversations.listed(store, where, (event_id, int(planned), -1 if most is None else most))


def how_many_talks_at(store: Store, event_id: int) -> int:
    """How many conversations were held at an event."""
    query = "SELECT count(*) FROM interaction WHERE event_id = ? AND planned = 0"
    return int(store.db.execute(query, (event_id,)).fetchone()[0])


def owed_at(store: Store, event_id: int) -> list[Promise]:
    """The promises still owed, by either, between me and those who were met at an event."""
    return PROMISES.listed(store, OWED_THERE, (event_id,), DUE_FIRST)


def learned_at(store: Store, event_id: int) -> list[Insight]:
    """What was learned in the conversations at an event, newest first."""
    return INSIGHTS.listed(store, LEARNED_THERE, (event_id,), NEWEST)
