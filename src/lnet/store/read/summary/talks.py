"""The conversations of a period, and what they were about."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from lnet.store.connect import Store
from lnet.store.read.conversations import Conversation, listed
from lnet.store.read.summary.learned import INSIGHTS_TOLD
from lnet.store.read.summary.page import COUNTED, Page

CONVERSATIONS_MOST = 40
TOPICS_MOST = 20
TOPICS = """
SELECT topic, sum(talk), sum(learned) FROM (
  SELECT t.topic, 1 AS talk, 0 AS learned FROM json_each(?3) m JOIN interaction_topic t ON t.interaction_id = m.value
  UNION ALL SELECT t.topic, 0, 1 FROM (SELECT id FROM {insights} ORDER BY learned_on DESC LIMIT {most}) n
    JOIN insight_topic t ON t.insight_id = n.id
) GROUP BY topic ORDER BY sum(talk) + sum(learned) DESC, topic LIMIT ?4
"""


class Topic(NamedTuple):
    """A topic, and how many conversations and insights of the period are about it."""

    topic: str
    conversations: int
    insights: int


def talks(store: Store, page: Page) -> list[int]:
    """The ids of the conversations of the period, newest first; at most one more than are counted."""
    query = (
        f"SELECT id FROM interaction c WHERE {page.held('c')} ORDER BY occurred_on DESC, id DESC LIMIT {COUNTED + 1}"
    )
    return [id for (id,) in store.db.execute(query, page.days)]


def conversations(store: Store, ids: Sequence[int]) -> list[Conversation]:
    """The newest of these conversations, as many as a page can hold."""
    chosen = json.dumps(ids[:CONVERSATIONS_MOST])
    return listed(store, "id IN (SELECT value FROM json_each(?))", (chosen,))


def met(store: Store, ids: Sequence[int]) -> int:
    """How many people took part in these conversations."""
    query = "SELECT count(DISTINCT contact_id) FROM json_each(?) m JOIN participant ON interaction_id = m.value"
    number: int = store.db.execute(query, (json.dumps(ids),)).fetchone()[0]
    return number


def topics(store: Store, page: Page, ids: Sequence[int]) -> list[Topic]:
    """What these conversations and the newest insights were about, the most frequent first."""
    query = TOPICS.format(insights=INSIGHTS_TOLD.format(page.made_with("insights")), most=COUNTED)
    return [Topic(*row) for row in store.db.execute(query, (*page.days, json.dumps(ids), TOPICS_MOST))]
