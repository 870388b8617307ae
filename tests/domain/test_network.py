"""The parts of a network that are worth a picture."""

from lnet.domain import network as graph
from lnet.domain.network import Edge, Network, Node

NODES = (
    Node("me", "me", "me"), Node("c1", "contact", "Ada", topics=("sql",)), Node("c2", "contact", "Ravi"),
    Node("c3", "contact", "Wei", topics=("sql",)), Node("c4", "contact", "Mei"),
    Node("g1", "goal", "Plans", topics=("sql",)), Node("g2", "goal", "Rust"),
    Node("k1", "community", "Forum"), Node("k2", "community", "Choir"),
)  # fmt: skip
EDGES = (
    *(Edge("me", f"c{number}", "talks", days=number) for number in (1, 2, 3, 4)), Edge("me", "g1", "aims"),
    Edge("c1", "c2", "knows"), Edge("c1", "g1", "helps"), Edge("c4", "g2", "helps"), Edge("c1", "k1", "member"),
    Edge("c3", "k1", "member"), Edge("c4", "k2", "member"),
)  # fmt: skip
WHOLE = Network(NODES, EDGES)


def keys(network: Network) -> str:
    """The keys of the nodes, in order."""
    return " ".join(node.key for node in network.nodes)


def test_what_ties_only_one_of_them_is_left_out() -> None:
    """A community of one says nothing about the network."""
    assert keys(graph.with_keys(WHOLE, lambda _: True)) == "me c1 c2 c3 c4 g1 g2 k1"
    assert keys(graph.with_keys(WHOLE, lambda key: key != "c3")) == "me c1 c2 c4 g1 g2"


def test_around_somebody_are_neighbours_and_who_shares_something() -> None:
    """People they know, goals they help with, and the others of their communities."""
    assert graph.around(WHOLE, "c1") == {"c1", "c2", "g1", "k1", "c3"}
    assert graph.around(WHOLE, "c2") == {"c2", "c1"}


def test_a_part_has_its_people_and_what_they_have_in_common() -> None:
    """Several wishes narrow each other; I am always in it, and so is who was named."""
    assert keys(graph.narrowed(WHOLE, [graph.about(WHOLE, "sql")])) == "me c1 c3 g1 k1"
    assert keys(graph.narrowed(WHOLE, [graph.for_goal(WHOLE, "g1")], ["g1"])) == "me c1 g1"
    both = [graph.about(WHOLE, "sql"), graph.around(WHOLE, "c2")]
    assert keys(graph.narrowed(WHOLE, both, ["c2"])) == "me c1 c2"
    assert keys(graph.narrowed(WHOLE, [graph.about(WHOLE, "chess")])) == "me"


def test_edges_stay_between_those_who_stay() -> None:
    """And no other."""
    part = graph.narrowed(WHOLE, [graph.for_goal(WHOLE, "g1")])
    assert [(edge.source, edge.target) for edge in part.edges] == [("me", "c1"), ("me", "g1"), ("c1", "g1")]


def test_the_most_connected_are_me_and_those_with_most_ties() -> None:
    """Then those I talked with on most days; how many are left out is told, and the order stays."""
    few = graph.most_connected(WHOLE, 4)
    assert (keys(few), few.left_out) == ("me c1 c4", 6)  # the forum would tie only one of them
    assert graph.most_connected(WHOLE, 9) is WHOLE
