"""The network as a graph: who and what there is, and what ties them; and the parts of it that are worth a picture."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

ME = "me"
TALKS, AIMS = "talks", "aims"  # what ties me: to people I talked with or have in a circle, and to my goals
SHARED = ("community", "project", "event")  # drawn where they tie at least two people


class Node(NamedTuple):
    """One thing of the network: `key` is its reference (g3), person12 for a person; `kind` its noun ("goal"); both "me"
    for me.

    Circle, roles, field, organisation and topics as far as they are known.
    """

    key: str
    kind: str
    name: str
    circle: str | None = None
    roles: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    field: str | None = None
    organisation: str | None = None


class Edge(NamedTuple):
    """A tie between two nodes, named by their keys.

    `kind`: "talks" (I, on `days` distinct days), "aims" (I, for a goal), "knows", "introduced" (me to the target),
    "helps" (with a goal), "member" (of a community), "works" (on a project), "met" (at an event). `label`: with what
    somebody helps, in which role they work, that I made them known to each other.
    """

    source: str
    target: str
    kind: str
    label: str = ""
    days: int = 0


class Network(NamedTuple):
    """Nodes and the edges between them, in a fixed order; `left_out`: how many nodes are not drawn."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    left_out: int = 0


def with_keys(network: Network, keep: Callable[[str], bool]) -> Network:
    """The nodes whose key is to be kept, and the edges between them; what then ties nobody together goes, too."""
    kept = {node.key for node in network.nodes if keep(node.key)}
    inside = [edge for edge in network.edges if edge.source in kept and edge.target in kept]
    tied = Counter(edge.target for edge in inside)
    nodes = tuple(
        node for node in network.nodes if node.key in kept and (node.kind not in SHARED or tied[node.key] > 1)
    )
    keys = {node.key for node in nodes}
    return Network(nodes, tuple(edge for edge in inside if edge.source in keys and edge.target in keys))


def around(network: Network, key: str) -> set[str]:
    """A node, its neighbours, and whoever shares a goal, community, project or event with it."""
    ties = neighbours(network)
    kinds = {node.key: node.kind for node in network.nodes}
    near = ties.get(key, set())
    through = {each for each in near if kinds[each] in (*SHARED, "goal")}
    return {key, *near}.union(*(ties[each] for each in through))


def about(network: Network, topic: str) -> set[str]:
    """The people and goals with this topic."""
    return {node.key for node in network.nodes if topic in node.topics}


def for_goal(network: Network, key: str) -> set[str]:
    """A goal and those who help with it."""
    return {key} | {edge.source for edge in network.edges if edge.target == key and edge.kind == "helps"}


def with_aims(network: Network, people: set[str]) -> set[str]:
    """These people, and the goals that they help with."""
    return people | {edge.target for edge in network.edges if edge.source in people and edge.kind == "helps"}


def narrowed(network: Network, wanted: Iterable[set[str]], named: Iterable[str] = ()) -> Network:
    """The part of the network that is in each set of keys, with me, what was named, and what they have in common.

    A community, project or event stays where it ties two of the people who stay.
    """
    kinds = {node.key: node.kind for node in network.nodes}
    chosen = set.intersection(*map(set, wanted)) | {ME, *named}
    return with_keys(network, lambda key: key in chosen or kinds[key] in SHARED)


def neighbours(network: Network) -> Mapping[str, set[str]]:
    """To whom and what each node is tied, me aside."""
    found: dict[str, set[str]] = {node.key: set() for node in network.nodes}
    for edge in network.edges:
        if edge.source != ME:
            found[edge.source].add(edge.target)
            found[edge.target].add(edge.source)
    return found


def most_connected(network: Network, most: int) -> Network:
    """A network small enough to be read: me and the nodes with the most ties, then those I talked with on most days."""
    if len(network.nodes) <= most:
        return network
    ties, days = neighbours(network), {edge.target: edge.days for edge in network.edges if edge.source == ME}
    ranked = sorted(network.nodes, key=lambda node: (node.key != ME, -len(ties[node.key]), -days.get(node.key, 0)))
    keys = {node.key for node in ranked[:most]}
    smaller = with_keys(network, keys.__contains__)
    return smaller._replace(left_out=len(network.nodes) - len(smaller.nodes))
