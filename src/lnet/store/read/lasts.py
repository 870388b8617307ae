"""What was last said with people, and what there is to say: for the rows that are shown, all at once."""

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from lnet.domain.names import clean
from lnet.domain.openings import Matter
from lnet.store.connect import Store


class Last(NamedTuple):
    """A person's latest conversation."""

    ref: str
    on: date
    summary: str


# The latest by the index, of those held by today.
LASTS = """
SELECT w.value, i.id, i.occurred_on, i.summary FROM json_each(:ids) w JOIN interaction i ON i.id = (
  SELECT t.interaction_id FROM search_timeline t
  WHERE t.contact_id = w.value AND t.planned = 0 AND t.occurred_on <= :today
  ORDER BY t.occurred_on DESC, t.interaction_id DESC LIMIT 1)
"""

# A question waits until they are talked or written to again; what came from them asked nothing.
SPOKE = "search_timeline a JOIN interaction l ON l.id = a.interaction_id WHERE a.contact_id = w.value AND NOT a.planned"
QUESTION = f"""
  (SELECT i.next_question FROM search_timeline t JOIN interaction i ON i.id = t.interaction_id
    WHERE t.contact_id = w.value AND t.planned = 0 AND t.occurred_on <= :today AND i.next_question <> ''
      AND t.occurred_on >= coalesce((SELECT a.occurred_on FROM {SPOKE} AND a.occurred_on <= :today
        AND l.direction <> 'inbound' ORDER BY a.occurred_on DESC, a.interaction_id DESC LIMIT 1), '')
      AND NOT EXISTS (SELECT 1 FROM {SPOKE} AND a.occurred_on <= :today AND l.direction <> 'inbound'
        AND (a.occurred_on, a.interaction_id) > (t.occurred_on, t.interaction_id))
    ORDER BY t.occurred_on DESC, t.interaction_id DESC LIMIT 1)
"""
PLANNED_QUESTION = """
  (SELECT i.next_question FROM search_timeline t JOIN interaction i ON i.id = t.interaction_id
    WHERE t.contact_id = w.value AND t.planned AND t.occurred_on >= :today AND i.fulfilled_by IS NULL
      AND i.next_question <> '' ORDER BY t.occurred_on, t.interaction_id LIMIT 1)
"""
MATTERS = f"""
SELECT w.value,
  (SELECT text FROM promise p WHERE p.contact_id = w.value AND p.owed_by = 'me' AND p.status IN ('open', 'renegotiated')
    AND p.created_on <= :today ORDER BY p.due_on IS NULL, p.due_on, p.id LIMIT 1),
  (SELECT coalesce(f.action, f.text, f.behaviour) FROM feedback f WHERE f.contact_id = w.value
    AND f.direction = 'received' AND f.loop IN ('open', 'acted') AND f.occurred_on <= :today
    ORDER BY f.occurred_on, f.id LIMIT 1),
  coalesce({PLANNED_QUESTION}, {QUESTION}),
  (SELECT r.title FROM contact_topic ct JOIN resource_topic rt ON rt.topic = ct.topic
    JOIN resource r ON r.id = rt.resource_id WHERE ct.contact_id = w.value AND NOT EXISTS
      (SELECT 1 FROM share s WHERE s.resource_id = r.id AND s.contact_id = w.value) ORDER BY r.id DESC LIMIT 1),
  (SELECT it.topic FROM search_timeline t JOIN interaction_topic it ON it.interaction_id = t.interaction_id
    WHERE t.contact_id = w.value AND t.planned = 0 AND t.occurred_on <= :today
    ORDER BY t.occurred_on DESC, t.interaction_id DESC, it.id LIMIT 1),
  (SELECT e.name || coalesce(' (' || nullif(a.note, '') || ')', '') FROM attendance a JOIN event e ON e.id = a.event_id
    WHERE a.contact_id = w.value AND coalesce(e.starts_on, e.created_on) <= :today
    ORDER BY coalesce(e.starts_on, e.created_on) DESC, e.id DESC LIMIT 1)
FROM json_each(:ids) w
"""


def lasts(store: Store, ids: Sequence[int], today: date | None = None) -> dict[int, Last]:
    """The latest conversation held with each of these people; nothing for those never talked to."""
    values = {"ids": json.dumps(list(ids)), "today": (today or store.today).isoformat()}
    return {
        who: Last(f"i{id}", date.fromisoformat(on), summary) for who, id, on, summary in store.db.execute(LASTS, values)
    }


def matters(store: Store, ids: Sequence[int], today: date | None = None) -> dict[int, Matter]:
    """What there is to talk about with each of these people."""
    values = {"ids": json.dumps(list(ids)), "today": (today or store.today).isoformat()}
    return {who: Matter(*(clean(text or "") for text in texts)) for who, *texts in store.db.execute(MATTERS, values)}
