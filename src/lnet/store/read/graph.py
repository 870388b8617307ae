"""The network as nodes and edges: one statement each for people, goals, what is shared, and the ties."""

import json
from collections.abc import Iterable, Iterator
from datetime import date

from lnet.domain.network import AIMS, ME, TALKS, Edge, Network, Node, with_keys
from lnet.store.connect import Store

# The people of a network, and whoever else was asked for by name or by a topic.
PEOPLE = """
SELECT 'person' || c.id, c.name, c.circle,
  (SELECT json_group_array(role) FROM (SELECT role FROM contact_role WHERE contact_id = c.id ORDER BY id)),
  (SELECT json_group_array(topic) FROM (SELECT topic FROM contact_topic WHERE contact_id = c.id ORDER BY id)),
  c.field, c.organisation, f.days
FROM contact c JOIN figure f ON f.contact_id = c.id
WHERE c.id = ?1 OR c.status <> 'archived' AND (
  f.address_book = 0 OR c.id IN (SELECT contact_id FROM contact_topic WHERE topic = ?2))
ORDER BY c.id
"""
GOALS = """
SELECT 'g' || id, title, (SELECT json_group_array(topic) FROM (
  SELECT topic FROM goal_topic WHERE goal_id = g.id ORDER BY id))
FROM goal g WHERE status IN ('active', 'paused') OR id = ? ORDER BY id
"""
SHARED = """
SELECT * FROM (SELECT 'c' || id, 'community', name FROM community ORDER BY id)
UNION ALL SELECT * FROM (SELECT 'j' || id, 'project', title FROM project ORDER BY id)
UNION ALL SELECT * FROM (SELECT 'e' || id, 'event', name FROM event ORDER BY id)
"""
TIES = """
SELECT 'person' || contact_id, 'person' || other_id, 'knows', iif(introduced_by_me, 'introduced by me', '')
  FROM acquaintance
UNION ALL SELECT 'person' || introduced_by, 'person' || id, 'introduced', ''
  FROM contact WHERE introduced_by IS NOT NULL
UNION ALL SELECT 'person' || contact_id, 'g' || goal_id, 'helps', coalesce(helps_with, '') FROM goal_contact
UNION ALL SELECT 'person' || contact_id, 'c' || community_id, 'member', '' FROM membership
UNION ALL SELECT 'person' || contact_id, 'j' || project_id, 'works', coalesce(role, '') FROM project_member
UNION ALL SELECT 'person' || contact_id, 'e' || event_id, 'met', '' FROM attendance
"""
KINDS = (TALKS, AIMS, "knows", "introduced", "helps", "member", "works", "met")


def network(store: Store, person: int | None = None, topic: str | None = None, goal: int | None = None) -> Network:
    """Me, the people of the network, goals active or paused, what ties at least two of the people, and all ties.

    Of the archived only `person`, of the address book `person` and those with `topic`; `goal` in any state.
    Nodes in the order me, people, goals, communities, projects, events, each by id; edges by kind, then so.
    """
    known = list(people(store, person, topic))
    aims = [Node(key, "goal", title, topics=tuple(json.loads(topics))) for key, title, topics in goals(store, goal)]
    nodes = [Node(ME, ME, ME), *(node for node, _ in known), *aims, *(Node(*row) for row in store.db.execute(SHARED))]
    mine = [*(talked(*each) for each in known), *(Edge(ME, node.key, AIMS) for node in aims)]
    edges = [*filter(None, mine), *(Edge(*row) for row in store.db.execute(TIES))]
    return with_keys(Network(tuple(nodes), tuple(ordered(edges, nodes))), lambda _: True)


def people(store: Store, person: int | None, topic: str | None) -> Iterator[tuple[Node, int]]:
    """The people, each with on how many distinct days we talked."""
    for key, name, circle, roles, topics, field, organisation, days in store.db.execute(PEOPLE, (person, topic)):
        lists = tuple(json.loads(roles)), tuple(json.loads(topics))
        yield Node(key, "contact", name, circle, *lists, field, organisation), days


def talked_to(store: Store, since: date) -> set[str]:
    """The keys of the people with a conversation on that day or later."""
    rows = store.db.execute("SELECT 'person' || contact_id FROM figure WHERE last_on >= ?", (since.isoformat(),))
    return {key for (key,) in rows}


def goals(store: Store, goal: int | None) -> list[tuple[str, str, str]]:
    """The goals: reference, title, topics."""
    return store.db.execute(GOALS, (goal,)).fetchall()


def talked(node: Node, days: int) -> Edge | None:
    """What ties somebody to me; None for somebody in no circle whom I never talked to."""
    return Edge(ME, node.key, TALKS, days=days) if node.circle or days else None


def ordered(edges: Iterable[Edge], nodes: Iterable[Node]) -> list[Edge]:
    """The edges whose ends are both there, by kind and then in the order of the nodes."""
    place = {node.key: number for number, node in enumerate(nodes)}
    inside = [edge for edge in edges if edge.source in place and edge.target in place]
    return sorted(inside, key=lambda edge: (KINDS.index(edge.kind), place[edge.source], place[edge.target]))
