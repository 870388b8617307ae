"""What hangs on a community or a project: its conversations, and what they taught, each by an index."""

from collections.abc import Sequence
from typing import NamedTuple

from lnet.store.connect import Store
from lnet.store.read import conversations
from lnet.store.read.conversations import Conversation
from lnet.store.read.insights import INSIGHTS, NEWEST, Insight

HELD = "SELECT id FROM interaction WHERE {noun}_id = ? AND NOT planned ORDER BY occurred_on DESC, id DESC LIMIT ?"
PLANS = "SELECT id FROM interaction WHERE {noun}_id = ? AND planned AND fulfilled_by IS NULL"
LEARNED = """
SELECT n.id FROM interaction i JOIN insight n ON n.interaction_id = i.id WHERE i.{noun}_id = ?
ORDER BY n.learned_on DESC, n.id DESC LIMIT ?
"""
COUNTS = """
SELECT (SELECT count(*) FROM interaction WHERE {noun}_id = ?1 AND NOT planned),
  (SELECT count(*) FROM interaction i JOIN insight n ON n.interaction_id = i.id WHERE i.{noun}_id = ?1)
"""


class Belonging(NamedTuple):
    """Conversations (plans that are open among them) and the insights they yielded, the newest first.

    `counts`: how many conversations were held and how many insights there are, however many of them are here.
    """

    interactions: Sequence[Conversation]
    insights: Sequence[Insight]
    counts: dict[str, int]


def belonging(store: Store, noun: str, id: int, most: int | None = None) -> Belonging:
    """What hangs on this "community" or "project", at most so many of each (None: all); empty lists for nothing."""
    limit = -1 if most is None else most
    talks = f"id IN ({HELD.format(noun=noun)}) OR id IN ({PLANS.format(noun=noun)})"
    numbers = store.db.execute(COUNTS.format(noun=noun), (id,)).fetchone()
    return Belonging(
        conversations.listed(store, talks, (id, limit, id)),
        INSIGHTS.listed(store, f"id IN ({LEARNED.format(noun=noun)})", (id, limit), NEWEST),
        dict(zip(("interactions", "insights"), numbers, strict=True)),
    )
