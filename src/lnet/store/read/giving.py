"""What there is to give, and to whom: a bounded number of people and things, in a fixed number of statements."""

import json
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, NamedTuple

from lnet.domain.giving import Offer, Peer, Shared
from lnet.store.connect import Store
from lnet.store.read.days import days_before
from lnet.store.read.persons import day

PEOPLE_MOST = 200  # whom suggestions are made for: those with aims first, then those talked to last
THINGS_MOST = 100  # the newest resources, the newest insights
PAIRS_MOST = 200  # of those who might be introduced, whether they know each other
FRESH_DAYS = 90  # an insight is told while it is new

# Active, and taken into the network; who is snoozed or left to rest is for the caller to leave out.
WELCOME = "c.status = 'active' AND NOT f.address_book"
# By an index each: who has one of the topics, and who helps with a goal that has; and whoever has aims, in any words.
NEAR = """
SELECT x.contact_id AS id FROM json_each(:topics) t JOIN contact_topic x ON x.topic = t.value
UNION SELECT l.contact_id FROM json_each(:topics) t JOIN goal_topic x ON x.topic = t.value
  JOIN goal g ON g.id = x.goal_id AND g.status = 'active' JOIN goal_contact l ON l.goal_id = g.id
UNION SELECT id FROM contact WHERE aims <> '[]'
"""
SOCIABLE = f"{NEAR} UNION SELECT contact_id FROM contact_topic"  # whom one might introduce as well
POOL = f"""
SELECT c.id FROM ({{}}) near JOIN contact c ON c.id = near.id JOIN figure f ON f.contact_id = c.id WHERE {WELCOME}
ORDER BY c.aims = '[]', f.newest_on DESC, c.id DESC LIMIT :most
"""
CARERS, EVERYBODY = POOL.format(NEAR), POOL.format(SOCIABLE)
# `helped_on`: of resources, help, feedback and introductions, whichever they had last.
PEERS = """
SELECT c.id, c.name, c.slug,
  (SELECT json_group_array(topic) FROM (SELECT topic FROM contact_topic x WHERE x.contact_id = c.id ORDER BY x.id)),
  c.aims,
  (SELECT json_group_array(json_array('g' || g.id, g.title, json((SELECT json_group_array(topic) FROM
      (SELECT topic FROM goal_topic t WHERE t.goal_id = g.id ORDER BY t.id)))))
    FROM goal_contact l JOIN goal g ON g.id = l.goal_id WHERE l.contact_id = c.id AND g.status = 'active'),
  c.organisation, c.introduced_by,
  (SELECT max(occurred_on) FROM search_timeline s WHERE s.contact_id = c.id AND NOT s.planned
    AND s.occurred_on <= :today),
  nullif(max(
    coalesce((SELECT max(occurred_on) FROM share s WHERE s.contact_id = c.id AND s.direction = 'given'), ''),
    coalesce((SELECT max(occurred_on) FROM exchange x WHERE x.contact_id = c.id AND x.direction = 'given'), ''),
    coalesce((SELECT max(occurred_on) FROM feedback b WHERE b.contact_id = c.id AND b.direction = 'given'), ''),
    coalesce((SELECT max(created_on) FROM acquaintance a WHERE a.contact_id = c.id AND a.introduced_by_me), ''),
    coalesce((SELECT max(created_on) FROM acquaintance a WHERE a.other_id = c.id AND a.introduced_by_me), '')), ''),
  c.share = 'never',
  (SELECT json_group_object(topic, occurred_on) FROM (SELECT t.topic, max(s.occurred_on) AS occurred_on
    FROM search_timeline s JOIN interaction_topic t ON t.interaction_id = s.interaction_id
    WHERE s.contact_id = c.id AND NOT s.planned AND s.occurred_on BETWEEN :since AND :today GROUP BY t.topic))
FROM json_each(:ids) w JOIN contact c ON c.id = w.value
"""
TOPICS = "(SELECT json_group_array(topic) FROM (SELECT topic FROM {0}_topic WHERE {0}_id = {0}.id ORDER BY id))"
RESOURCES = f"""
SELECT 'r' || id, id, title, {TOPICS.format("resource")}, created_on,
  (SELECT json_group_array(contact_id) FROM share WHERE resource_id = resource.id)
FROM resource WHERE {{}} ORDER BY id DESC LIMIT :most
"""
WITH_TOPICS = "EXISTS (SELECT 1 FROM {0}_topic t WHERE t.{0}_id = {0}.id)"
NEWEST_RESOURCES = RESOURCES.format(f"created_on >= :since AND {WITH_TOPICS.format('resource')}")
ONE_RESOURCE = RESOURCES.format("id = :id")
# Nothing that was said in private, and nothing that was already passed on to those who were there.
INSIGHTS = f"""
SELECT 'n' || id, id, text, {TOPICS.format("insight")}, learned_on,
  (SELECT json_group_array(who) FROM (SELECT insight.contact_id AS who WHERE insight.contact_id IS NOT NULL
    UNION SELECT p.contact_id FROM participant p WHERE p.interaction_id = insight.interaction_id))
FROM insight
WHERE learned_on BETWEEN :since AND :today AND {WITH_TOPICS.format("insight")}
  AND NOT EXISTS (SELECT 1 FROM interaction i WHERE i.id = insight.interaction_id AND i.private)
ORDER BY learned_on DESC, id DESC LIMIT :most
"""
# Noted as such, or together in a conversation, held or planned.
ACQUAINTED = """
SELECT p.one, p.other
FROM (SELECT json_extract(value, '$[0]') AS one, json_extract(value, '$[1]') AS other FROM json_each(:pairs)) p
WHERE EXISTS (SELECT 1 FROM acquaintance a WHERE a.contact_id = p.one AND a.other_id = p.other)
  OR EXISTS (SELECT 1 FROM search_timeline t JOIN participant o ON o.interaction_id = t.interaction_id
    WHERE t.contact_id = p.one AND o.contact_id = p.other)
"""


class Things(NamedTuple):
    """What there is to give: resources and insights, the newest first."""

    resources: Sequence[Offer]
    insights: Sequence[Offer]

    @property
    def topics(self) -> set[str]:
        """All their topics."""
        return {topic for each in (*self.resources, *self.insights) for topic in each.topics}


def things(store: Store, since: date | None = None) -> Things:
    """What there is to give: resources with topics, and insights with topics that are still fresh.

    `since`: only what was saved or learned from this day on.
    """
    first = since.isoformat() if since else ""
    values = {"most": THINGS_MOST, "today": store.today.isoformat(), "since": first}
    fresh = {"since": max(days_before(store.today, FRESH_DAYS), first)}
    return Things(offers(store, NEWEST_RESOURCES, values), offers(store, INSIGHTS, values | fresh))


def resource(store: Store, id: int) -> Offer:
    """One resource as something to give; it must be there."""
    return offers(store, ONE_RESOURCE, {"id": id, "most": 1})[0]


def offers(store: Store, query: str, values: dict[str, Any]) -> list[Offer]:
    """The things that a query finds."""
    return [
        Offer(ref, id, title, tuple(json.loads(topics)), date.fromisoformat(on), frozenset(json.loads(had)))
        for ref, id, title, topics, on, had in store.db.execute(query, values)
    ]


def peers(store: Store, topics: Collection[str], but: Collection[int], *, everybody: bool = False) -> list[Peer]:
    """Those who may care about one of the topics, active and taken into the network; nobody of `but`.

    Whoever has aims is among them, whatever these say; `everybody`: and whoever has any topic. A bounded number: those
    with aims first, then those talked to last.
    """
    today = store.today.isoformat()
    pool = {"topics": json.dumps(sorted(topics)), "most": PEOPLE_MOST + len(but)}
    ids = [id for (id,) in store.db.execute(EVERYBODY if everybody else CARERS, pool) if id not in but][:PEOPLE_MOST]
    values = {"ids": json.dumps(ids), "today": today, "since": days_before(store.today, FRESH_DAYS)}
    return [peer(row) for row in store.db.execute(PEERS, values)]


def peer(row: Sequence[Any]) -> Peer:
    """Somebody, of one row of PEERS."""
    id, name, slug, topics, aims, goals, organisation, introduced_by, talked, helped, unnamed, spoke = row
    return Peer(
        id, name, slug, tuple(json.loads(topics)), tuple(json.loads(aims)),
        tuple(Shared(ref, title, tuple(about)) for ref, title, about in json.loads(goals)), organisation or "",
        introduced_by, day(talked), day(helped), bool(unnamed),
        {topic: date.fromisoformat(on) for topic, on in json.loads(spoke).items()},
    )  # fmt: skip


def acquainted(store: Store, pairs: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those of the pairs (smaller id first) who know each other, as far as is known; one statement."""
    return set(store.db.execute(ACQUAINTED, {"pairs": json.dumps(pairs)}))
