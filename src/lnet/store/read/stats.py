"""How much was talked about, when, how, with whom and about what, in a fixed number of statements.

Days are counted in the index of days alone, all of them. What has to look at the conversations themselves looks at the
newest LOOKED_AT of the period; a network of that many in a year is rare, and the answer says so.
"""

from datetime import date
from typing import NamedTuple

from lnet.store.connect import Store

LOOKED_AT = 3000
TOPICS_MOST = PEOPLE_MOST = 10

# Every entry of the index, less the plans: those still open have an index of their own, those fulfilled another.
DAYS = """
SELECT occurred_on, sum(n) FROM (
  SELECT occurred_on, count(*) AS n FROM interaction WHERE occurred_on BETWEEN ?1 AND ?2 GROUP BY 1
  UNION ALL SELECT occurred_on, -count(*) FROM interaction
    WHERE planned = 1 AND fulfilled_by IS NULL AND occurred_on BETWEEN ?1 AND ?2 GROUP BY 1
  UNION ALL SELECT occurred_on, -count(*) FROM interaction INDEXED BY interaction_fulfilled_by
    WHERE fulfilled_by IS NOT NULL AND planned = 1 AND occurred_on BETWEEN ?1 AND ?2 GROUP BY 1
) GROUP BY 1 HAVING sum(n) > 0
"""


def days(store: Store, since: date, until: date) -> dict[date, int]:
    """On how many conversations each day saw, those without any left out."""
    rows = store.db.execute(DAYS, (since.isoformat(), until.isoformat()))
    return {date.fromisoformat(day): number for day, number in rows}


class Tally(NamedTuple):
    """How many conversations there were of something: a channel, a topic; for a circle also with how many `people`."""

    name: str
    conversations: int
    people: int | None = None


class Person(NamedTuple):
    """Somebody, and how many conversations there were with them."""

    name: str
    slug: str
    conversations: int


class Tallies(NamedTuple):
    """The conversations looked at: `number` of them, with how many `people`, how many `imported`; then by what.

    Channels, topics and people with the most first, of topics and people the first ten; circles as they are stored.
    """

    number: int
    people: int
    imported: int
    circles: tuple[Tally, ...]
    channels: tuple[Tally, ...]
    topics: tuple[Tally, ...]
    persons: tuple[Person, ...]


TALLIES = f"""
WITH held AS MATERIALIZED (
  SELECT id, channel, imported_from IS NOT NULL AS imported FROM interaction
  WHERE occurred_on BETWEEN ? AND ? AND planned = 0 ORDER BY occurred_on DESC, id DESC LIMIT {LOOKED_AT}),
took AS MATERIALIZED (SELECT p.contact_id, h.id FROM held h CROSS JOIN participant p ON p.interaction_id = h.id),
each AS MATERIALIZED (SELECT contact_id, count(*) AS n FROM took GROUP BY contact_id)
SELECT 'all', '', count(*), sum(imported), (SELECT count(*) FROM each) FROM held
UNION ALL SELECT * FROM (SELECT 'channel', channel, count(*), 0, NULL FROM held GROUP BY channel ORDER BY 3 DESC, 2)
UNION ALL SELECT * FROM (
  SELECT 'topic', topic, count(*), 0, NULL FROM held h CROSS JOIN interaction_topic t ON t.interaction_id = h.id
  GROUP BY topic ORDER BY 3 DESC, 2 LIMIT {TOPICS_MOST})
UNION ALL SELECT * FROM (
  SELECT 'person', c.name, n, 0, c.slug FROM each CROSS JOIN contact c ON c.id = contact_id WHERE c.status <> 'archived'
  ORDER BY n DESC, c."key", c.id LIMIT {PEOPLE_MOST})
UNION ALL SELECT 'circle', coalesce(c.circle, 'none'), count(DISTINCT t.id), 0, count(DISTINCT c.id)
  FROM took t CROSS JOIN contact c ON c.id = t.contact_id GROUP BY 2
"""


def tallies(store: Store, since: date, until: date) -> Tallies:
    """The newest conversations of the period, counted by circle, channel, topic and person. One statement."""
    rows = store.db.execute(TALLIES, (since.isoformat(), until.isoformat())).fetchall()
    (total,) = (row for row in rows if row[0] == "all")
    of = {kind: [row[1:] for row in rows if row[0] == kind] for kind in ("circle", "channel", "topic", "person")}
    return Tallies(
        total[2], total[4], total[3] or 0,
        tuple(Tally(name, number, people) for name, number, _, people in of["circle"]),
        tuple(Tally(name, number) for name, number, *_ in of["channel"]),
        tuple(Tally(name, number) for name, number, *_ in of["topic"]),
        tuple(Person(name, slug, number) for name, number, _, slug in of["person"]),
    )  # fmt: skip


WITH = """
SELECT occurred_on, count(*) FROM search_timeline
WHERE contact_id = ? AND occurred_on BETWEEN ? AND ? AND planned = 0 GROUP BY 1
"""


def days_with(store: Store, contact: int, since: date) -> dict[date, int]:
    """How many conversations with somebody each day saw, from a day until today, those without any left out."""
    rows = store.db.execute(WITH, (contact, since.isoformat(), store.today.isoformat()))
    return {date.fromisoformat(day): number for day, number in rows}
