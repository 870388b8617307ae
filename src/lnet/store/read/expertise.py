"""What speaks for whom on a topic, each kind read by an index and bounded, whatever the size of the network.

Texts are found in the full-text index, the newest first; what bears a topic is found by the indexes of topics, too,
since the index of texts knows no signs ("c++"). Of each only so many of the newest are read.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from lnet.domain.expertise import Evidence, Known, Meant
from lnet.store.connect import Store
from lnet.store.read.search import KINDS, PEOPLES_DAY

NOTES_MOST = 1000  # the newest notes that hold the words
TAGGED_MOST = 500  # the newest of each kind with one topic
TOPICS_MOST = 8  # topics that are looked for by themselves
PEOPLE_MOST = 500  # people with a topic, and people in whose field or title the words are
KNOWN_MOST = 3000  # topics of each table
TAGGED = {
    "interaction": ("search_topic", "interaction_id", "occurred_on DESC, interaction_id DESC"),
    "insight": ("insight_topic", "insight_id", "id DESC"), "resource": ("resource_topic", "resource_id", "id DESC"),
    "goal": ("goal_topic", "goal_id", "id DESC"),
}  # fmt: skip

# From one topic to the next, so that one with many rows costs no more than one with few.
NEXT = """
SELECT t FROM (WITH RECURSIVE each(t) AS (
  SELECT min(topic) FROM {0} UNION ALL
  SELECT (SELECT min(topic) FROM {0} WHERE topic > t) FROM each WHERE t IS NOT NULL LIMIT {1}) SELECT t FROM each)
WHERE t IS NOT NULL
"""
TABLES = ("contact_topic", *(table for table, _, _ in TAGGED.values()))
TOPICS = " UNION ".join(NEXT.format(table, KNOWN_MOST) for table in TABLES)


def topics(store: Store) -> list[str]:
    """All topics there are, by the alphabet."""
    return sorted(topic for (topic,) in store.db.execute(TOPICS))


# --- people with the topic, and people whose work it is ---------------------------------------------------------

BEARERS = """
SELECT contact_id, topic FROM contact_topic WHERE topic IN (SELECT value FROM json_each(?)) LIMIT ?
"""


def bearers(store: Store, meant: Meant) -> list[Evidence]:
    """Those who have one of the topics, once each, with the one spelled as it was typed if they have it."""
    found: dict[int, Evidence] = {}
    for kind, which in (("topic", meant.exact), ("close_topic", meant.close)):
        for contact, topic in store.db.execute(BEARERS, (json.dumps(which), PEOPLE_MOST)):
            found.setdefault(contact, Evidence(contact, kind, text=topic))
    return list(found.values())


WORKERS = f"""
SELECT c.id, c.field, c.title, c.organisation FROM search JOIN contact c ON c.id = search.rowid & ((1 << 36) - 1)
WHERE search MATCH ? AND search.rowid >= {PEOPLES_DAY << 40} ORDER BY search.rowid LIMIT ?
"""


def workers(store: Store, match: str) -> list[tuple[int, str | None, str | None, str | None]]:
    """Those of whom the words are told somewhere, the longest known first: id, field, title, organisation."""
    return store.db.execute(WORKERS, (match, PEOPLE_MOST)).fetchall() if match else []


# --- what was said, taught, given ------------------------------------------------------------------------------

EVIDENCE = """
WITH hit(kind, id) AS MATERIALIZED ({hits})
SELECT p.contact_id, 'conversations', count(*), max(i.occurred_on), '', NULL FROM hit h
  CROSS JOIN interaction i ON i.id = h.id JOIN participant p ON p.interaction_id = i.id
  WHERE h.kind = 'interaction' AND NOT i.planned GROUP BY p.contact_id
UNION ALL SELECT n.contact_id, 'insights', count(*), max(n.learned_on), n.text, 'n' || n.id FROM hit h
  CROSS JOIN insight n ON n.id = h.id WHERE h.kind = 'insight' AND n.contact_id IS NOT NULL GROUP BY n.contact_id
UNION ALL SELECT f.contact_id, 'feedback', count(*), max(f.occurred_on), '', 'f' || f.id FROM hit h
  CROSS JOIN feedback f ON f.id = h.id WHERE h.kind = 'feedback' AND f.direction = 'received' GROUP BY f.contact_id
UNION ALL SELECT x.contact_id, 'help', count(*), max(x.occurred_on), x.text, 'x' || x.id FROM hit h
  CROSS JOIN exchange x ON x.id = h.id WHERE h.kind = 'exchange' AND x.direction = 'received' GROUP BY x.contact_id
UNION ALL SELECT s.contact_id, 'resources', count(*), max(s.occurred_on), r.title, 'r' || r.id FROM hit h
  CROSS JOIN resource r ON r.id = h.id JOIN share s ON s.resource_id = r.id
  WHERE h.kind = 'resource' AND s.direction = 'received' GROUP BY s.contact_id
UNION ALL SELECT l.contact_id, 'goal', count(*), NULL,
  g.title || CASE WHEN l.helps_with <> '' THEN ': ' || l.helps_with ELSE '' END, 'g' || max(g.id) FROM hit h
  CROSS JOIN goal g ON g.id = h.id JOIN goal_contact l ON l.goal_id = g.id
  WHERE h.kind = 'goal' GROUP BY l.contact_id
"""
NOTED = f"""
SELECT value, rowid & ((1 << 36) - 1) FROM (
  SELECT rowid FROM search WHERE search MATCH ? AND rowid < {PEOPLES_DAY << 40} ORDER BY rowid DESC LIMIT {NOTES_MOST}
) JOIN json_each('{json.dumps(KINDS)}') ON "key" = (rowid >> 36) & 15
"""


def evidence(store: Store, match: str, tagged: Sequence[str]) -> Iterator[Evidence]:
    """What was said, taught and given, by whom: in what holds the words, and in what bears one of the topics.

    Of insights, help and resources the latest is named, and how many there are.
    """
    parts: list[tuple[str, list[str]]] = [(NOTED, [match])] if match else []
    parts += [(bearing(noun), [topic]) for topic in tagged[:TOPICS_MOST] for noun in TAGGED]
    if not parts:
        return
    hits = " UNION ".join(f"SELECT * FROM ({query})" for query, _ in parts)
    query = EVIDENCE.format(hits=hits)
    for contact, kind, number, on, text, ref in store.db.execute(
        query, [each for _, values in parts for each in values]
    ):
        yield Evidence(contact, kind, number, date.fromisoformat(on) if on else None, text, ref)


def bearing(noun: str) -> str:
    """The query for the newest things of a noun with a topic."""
    table, column, order = TAGGED[noun]
    return f"SELECT '{noun}', {column} FROM {table} WHERE topic = ? ORDER BY {order} LIMIT {TAGGED_MOST}"


HELPS_WITH = """
SELECT l.contact_id, 'g' || g.id, g.title, l.helps_with FROM goal_contact l JOIN goal g ON g.id = l.goal_id
WHERE l.helps_with IS NOT NULL ORDER BY g.id DESC LIMIT ?
"""


def helping(store: Store) -> list[tuple[int, str, str, str]]:
    """Who helps with which goal, as far as it was said with what: contact, reference, title, with what."""
    return store.db.execute(HELPS_WITH, (NOTES_MOST,)).fetchall()


# --- the people -------------------------------------------------------------------------------------------------

PEOPLE = """
SELECT c.id, c.uid, c.name, c.slug, c.circle, c.status, f.last_on, f.address_book,
  (SELECT json_group_array(role) FROM (SELECT role FROM contact_role WHERE contact_id = c.id ORDER BY id))
FROM json_each(?) w CROSS JOIN contact c ON c.id = w.value JOIN figure f ON f.contact_id = c.id
WHERE c.status <> 'archived'
"""


def people(store: Store, ids: Collection[int]) -> list[Known]:
    """Those of these people who are not archived."""
    rows = store.db.execute(PEOPLE, (json.dumps(sorted(ids)),))
    return [known(*row) for row in rows]


def known(
    id: int, uid: str, name: str, slug: str, circle: str | None, status: str, last: str | None, book: int, roles: str
) -> Known:
    """One row of PEOPLE."""
    on = date.fromisoformat(last) if last else None
    return Known(id, uid, name, slug, circle, status, on, bool(book), tuple(json.loads(roles)))
