"""Who of my network may be at an event, and what is open with them: one statement a kind, whatever its size."""

import json
from collections.abc import Collection, Sequence
from typing import NamedTuple

from lnet.store.connect import Store
from lnet.store.read import conversations
from lnet.store.read.briefing import LOOP_OPEN
from lnet.store.read.conversations import Conversation
from lnet.store.read.dossier import OWED
from lnet.store.read.feedback import FEEDBACK, Feedback
from lnet.store.read.promises import DUE_FIRST, PROMISES, Promise

WHO = "SELECT c.id, c.name, c.slug"
NETWORK = "contact c JOIN figure f ON f.contact_id = c.id WHERE c.status <> 'archived' AND f.address_book = 0"
AMONG = "(SELECT value FROM json_each(?))"

EXPECTED = f"{WHO}, a.note FROM attendance a JOIN contact c ON c.id = a.contact_id WHERE a.event_id = ? ORDER BY a.id"
MET_AT = f"""
{WHO}, e.name || coalesce(': ' || nullif(a.note, ''), '')
FROM attendance a JOIN event e ON e.id = a.event_id JOIN contact c ON c.id = a.contact_id
WHERE a.event_id IN {AMONG} AND c.status <> 'archived' ORDER BY coalesce(e.starts_on, e.ends_on) DESC, a.id
"""
NEARBY = f"""
{WHO}, c.location FROM {NETWORK} AND instr(lower(c.location), lower(?)) > 0 ORDER BY f.last_on DESC, c.id LIMIT ?
"""
ABOUT = f"""
{WHO}, group_concat('#' || t.topic, ' ') FROM contact_topic t JOIN contact c ON c.id = t.contact_id
JOIN figure f ON f.contact_id = c.id
WHERE t.topic IN {AMONG} AND c.status <> 'archived' AND f.address_book = 0
GROUP BY c.id ORDER BY count(*) DESC, f.last_on DESC, c.id LIMIT ?
"""
TOPICS = f"""
SELECT DISTINCT t.topic FROM interaction i JOIN interaction_topic t ON t.interaction_id = i.id
WHERE i.event_id IN {AMONG} ORDER BY t.topic
"""
# As for one person (see `briefing`): a question waits until they are talked or written to again. Compared with `i`, so
# that only the few conversations that left a question are looked behind.
UNASKED = f"""
id IN (SELECT t.interaction_id FROM search_timeline t JOIN interaction i ON i.id = t.interaction_id
  WHERE t.contact_id IN {AMONG} AND t.planned = 0 AND t.occurred_on <= ? AND i.next_question <> '' AND NOT EXISTS (
    SELECT 1 FROM search_timeline later JOIN interaction l ON l.id = later.interaction_id
    WHERE later.contact_id = t.contact_id AND later.planned = 0 AND l.direction <> 'inbound'
      AND (later.occurred_on, later.interaction_id) > (i.occurred_on, i.id)))
"""


class Familiar(NamedTuple):
    """Somebody of my network who may be there, and `why`: a note, where we met, their place, their topics."""

    id: int
    name: str
    slug: str
    why: str | None


def expected(store: Store, event_id: int) -> list[Familiar]:
    """Who is noted as being there, in the order in which they were noted."""
    return [Familiar(*row) for row in store.db.execute(EXPECTED, (event_id,))]


def names(store: Store) -> list[tuple[int, str]]:
    """The ids and names of all events."""
    return [(id, name) for id, name in store.db.execute("SELECT id, name FROM event ORDER BY id")]


def met_at(store: Store, events: Collection[int]) -> list[Familiar]:
    """Who was met at any of these events, each once, at the latest of them first."""
    found: dict[int, Familiar] = {}
    for row in store.db.execute(MET_AT, (json.dumps([*events]),)):
        found.setdefault(row[0], Familiar(*row))
    return [*found.values()]


def nearby(store: Store, place: str, most: int) -> list[Familiar]:
    """Who lives at a place, those talked to last first."""
    return [Familiar(*row) for row in store.db.execute(NEARBY, (place, most))]


def about(store: Store, topics: Collection[str], most: int) -> list[Familiar]:
    """Who has some of these topics, those with the most first."""
    return [Familiar(*row) for row in store.db.execute(ABOUT, (json.dumps([*topics]), most))]


def topics_at(store: Store, events: Collection[int]) -> list[str]:
    """What was talked about at these events."""
    return [topic for (topic,) in store.db.execute(TOPICS, (json.dumps([*events]),))]


class Open(NamedTuple):
    """What is open with some people: promises, conversations that left a question, feedback with a loop to close."""

    promises: Sequence[Promise]
    unasked: Sequence[Conversation]
    feedback: Sequence[Feedback]


def open_with(store: Store, people: Collection[int]) -> Open:
    """What is open with these people."""
    ids = json.dumps([*people])
    theirs = "id IN (SELECT id FROM {} WHERE contact_id IN " + AMONG + " AND {})"
    return Open(
        PROMISES.listed(store, theirs.format("promise", OWED), (ids,), f"owed_by <> 'me', {DUE_FIRST}"),
        conversations.listed(store, UNASKED, (ids, store.today.isoformat())),
        FEEDBACK.listed(store, theirs.format("feedback", LOOP_OPEN), (ids,), "occurred_on, id"),
    )
