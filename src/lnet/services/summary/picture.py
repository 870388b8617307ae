"""The network of a page as a graph: people by the names under which they may be told, and goals."""

from itertools import count

from lnet.domain.network import AIMS, ME, TALKS, Edge, Network, Node
from lnet.services.summary.material import Material
from lnet.services.summary.teller import Teller
from lnet.store.read.summary.people import NO_CIRCLE, Member


def picture(tell: Teller, material: Material) -> Network:
    """Me, my goals, and the people who are tied to a goal or to somebody; for oneself those of a circle, too.

    Nothing where there is nobody of that kind. Others read no number of the store, by which one page could be laid over
    another.
    """
    tied = {end for tie in material.ties for end in (tie.source, tie.target)}
    people = [who for who in material.members if key_of(who) in tied or (tell.oneself and who.circle != NO_CIRCLE)]
    goals = [goal for goal in material.goals if goal.status == "active"]
    if not people:
        return Network()
    aims = [Node(goal.ref, "goal", tell.title(goal.title, {who.slug for who in goal.contacts})) for goal in goals]
    nodes = (Node(ME, ME, ME), *(person(tell, who) for who in people), *aims)
    keys = {node.key for node in nodes}
    mine = [Edge(ME, key_of(who), TALKS) for who in people if tell.oneself or key_of(who) not in helping(material)]
    ties = [Edge(*tie) for tie in material.ties if tie.source in keys and tie.target in keys]
    drawn = Network(nodes, (*mine, *(Edge(ME, goal.key, AIMS) for goal in aims), *ties))
    return drawn if tell.oneself else renumbered(drawn)


def renumbered(network: Network) -> Network:
    """A network whose people are numbered in their order: "person1", "person2" …"""
    numbers = count(1)
    keys = {node.key: f"person{next(numbers)}" if node.kind == "contact" else node.key for node in network.nodes}
    nodes = [node._replace(key=keys[node.key]) for node in network.nodes]
    edges = [edge._replace(source=keys[edge.source], target=keys[edge.target]) for edge in network.edges]
    return Network(tuple(nodes), tuple(edges))


def key_of(who: Member) -> str:
    """The key of somebody in the graph."""
    return f"person{who.id}"


def helping(material: Material) -> set[str]:
    """Who helps with a goal."""
    return {tie.source for tie in material.ties if tie.kind == "helps"}


def person(tell: Teller, who: Member) -> Node:
    """Somebody, by the name under which they may be told; their circle for oneself only."""
    circle = who.circle if tell.oneself and who.circle != NO_CIRCLE else None
    return Node(key_of(who), "contact", tell.discretion.name(who.slug, who.name), circle)
