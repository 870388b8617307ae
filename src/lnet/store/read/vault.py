"""What the notes of a vault tell: one statement for each kind of thing and each kind of line, whatever the size.

A line belongs to a person, a goal or an event by its id; the newest or most pressing come first.
"""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from lnet.store.connect import Store

MOST_TALKS = 20  # of one note

# The address book stays out: a note is for somebody whom something is known of.
PEOPLE = """
SELECT p.id, p.uid, p.name, p.slug, json_object('nicknames', json(nicknames), 'roles', json(roles),
  'circle', circle, 'organisation', organisation, 'title', title, 'field', field, 'location', location,
  'topics', json(topics), 'aims', json(aims), 'birthday', birthday, 'met_on', met_on, 'status', status,
  'last_contact', last_on,
  'email', json((SELECT json_group_array(value) FROM method WHERE contact_id = p.id AND kind = 'email')),
  'phone', json((SELECT json_group_array(value) FROM method WHERE contact_id = p.id AND kind = 'phone')),
  'url', json((SELECT json_group_array(value) FROM method WHERE contact_id = p.id AND kind = 'url'))),
  how_met, note
FROM people p WHERE address_book = 0 ORDER BY p.id
"""
GOALS = """
SELECT id, uid, title, ref, json_object('status', status, 'area', area, 'target_on', target_on, 'topics', json(topics)),
  why, criteria, next_step, obstacle
FROM goals ORDER BY id
"""
EVENTS = """
SELECT id, uid, name, 'e' || id,
  json_object('starts_on', starts_on, 'ends_on', ends_on, 'place', place, 'url', url), note
FROM event ORDER BY id
"""
TALKS = f"""
SELECT contact_id, occurred_on, channel, summary, all_of_them FROM (
  SELECT p.contact_id, i.occurred_on, i.channel, i.summary,
    row_number() OVER (PARTITION BY p.contact_id ORDER BY i.occurred_on DESC, i.id DESC) AS place,
    count(*) OVER (PARTITION BY p.contact_id) AS all_of_them
  FROM participant p JOIN interaction i ON i.id = p.interaction_id WHERE i.planned = 0
) WHERE place <= {MOST_TALKS} ORDER BY contact_id, place
"""
EVENT_TALKS = f"""
SELECT event_id, occurred_on, channel, summary, all_of_them FROM (
  SELECT event_id, occurred_on, channel, summary,
    row_number() OVER (PARTITION BY event_id ORDER BY occurred_on DESC, id DESC) AS place,
    count(*) OVER (PARTITION BY event_id) AS all_of_them
  FROM interaction WHERE planned = 0 AND event_id IS NOT NULL
) WHERE place <= {MOST_TALKS} ORDER BY event_id, place
"""
PROMISES = """
SELECT contact_id, owed_by, text, due_on FROM promise WHERE status IN ('open', 'renegotiated')
ORDER BY due_on IS NULL, due_on, id
"""
INSIGHTS = "SELECT contact_id, goal_id, learned_on, text FROM insight ORDER BY learned_on DESC, id DESC"
HELPERS = "SELECT goal_id, contact_id, coalesce(helps_with, '') FROM goal_contact ORDER BY goal_id, id"
PROGRESS = "SELECT goal_id, occurred_on, text FROM goal_progress ORDER BY occurred_on DESC, id DESC"
MET = "SELECT event_id, contact_id, coalesce(note, '') FROM attendance ORDER BY event_id, id"
KNOWS = """
SELECT contact_id, other_id FROM acquaintance UNION SELECT other_id, contact_id FROM acquaintance ORDER BY 1, 2
"""
INTRODUCED = "SELECT id, introduced_by FROM contact WHERE introduced_by IS NOT NULL"


class Thing(NamedTuple):
    """A person, a goal or an event: its facts for a machine, and its longer texts, by their columns."""

    id: int
    uid: str
    name: str
    handle: str
    facts: dict[str, Any]
    texts: dict[str, str | None]


def people(store: Store) -> list[Thing]:
    """Everybody of the network, the archived too, by id; not the address book."""
    return list(things(store, PEOPLE))


def goals(store: Store) -> list[Thing]:
    """Every goal, by id."""
    return list(things(store, GOALS))


def events(store: Store) -> list[Thing]:
    """Every event, by id."""
    return list(things(store, EVENTS))


def things(store: Store, statement: str) -> Iterator[Thing]:
    found = store.db.execute(statement)
    names = [name for name, *_ in found.description][5:]
    for id, uid, name, handle, facts, *texts in found:
        yield Thing(id, uid, name, handle, json.loads(facts), dict(zip(names, texts, strict=True)))


def lines(store: Store, statement: str) -> dict[int, list[tuple[Any, ...]]]:
    """The lines of a statement, by the id in its first column; lines without one are left out."""
    found: dict[int, list[tuple[Any, ...]]] = {}
    for id, *line in store.db.execute(statement):
        if id is not None:
            found.setdefault(id, []).append(tuple(line))
    return found
