"""The network as a Mermaid flowchart, which Markdown readers draw: me on the left, people by circle, then goals.

Small enough to be read, and within what Mermaid draws by default (500 edges, 50,000 characters). Names stand in quoted
labels, in which everything but letters, digits and a few plain signs is an entity code (`#35;`), so that no name ends
its label, begins a comment or a link, or is taken for a word of the language. Nodes are numbered in their order: no
number of the store gets into a page that is shared.
"""

from collections.abc import Iterator, Mapping

from lnet.domain.network import AIMS, ME, TALKS, Edge, Network, Node, most_connected
from lnet.domain.vocabulary import CIRCLES
from lnet.exchange.graph_label import label

NODES_MOST = 60
EDGES_MOST = 300
NAME_MOST = 40
LABEL_MOST = 24
PLAIN = frozenset(" .,-'()/…")
SHAPES = {
    ME: '(("{}"))', "contact": '("{}")', "goal": '{{{{"{}"}}}}', "community": '[["{}"]]', "project": '["{}"]',
    "event": '>"{}"]',
}  # fmt: skip
ARROWS = {AIMS: "-->", "helps": "-->", "introduced": "-.->"}
LINE = "---"


def mermaid(network: Network) -> str:
    """The flowchart, ending with a line break; of a large network the most connected, and how many are not drawn."""
    drawn = most_connected(network, NODES_MOST)
    ids = {node.key: ME if node.kind == ME else f"n{number}" for number, node in enumerate(drawn.nodes)}
    lines = ["flowchart LR", *nodes(drawn, ids), *edges(drawn, ids), *left_out("more", drawn.left_out, "")]
    return "\n".join(lines) + "\n"


def left_out(id: str, number: int, what: str) -> Iterator[str]:
    """A node that says how much is not drawn; none if all is."""
    if number > 0:
        said = escaped(f"… and {number:,} more{what}, not drawn")
        yield f'  {id}["{said}"]'


def nodes(network: Network, ids: Mapping[str, str]) -> Iterator[str]:
    """The nodes, people in a box for each circle."""
    for circle in CIRCLES:
        inside = [node for node in network.nodes if node.circle == circle]
        if inside:
            yield f'  subgraph {circle}_circle["{circle} circle"]'
            yield from (f"    {shape(node, ids)}" for node in inside)
            yield "  end"
    yield from (f"  {shape(node, ids)}" for node in network.nodes if node.circle not in CIRCLES)


def shape(node: Node, ids: Mapping[str, str]) -> str:
    """A node in the shape of its kind."""
    return ids[node.key] + SHAPES[node.kind].format(escaped(label(node.name, NAME_MOST) or "–"))


def edges(network: Network, ids: Mapping[str, str]) -> Iterator[str]:
    """The ties; I am tied to a circle as a whole, to those in none one by one."""
    circles = {node.key: node.circle for node in network.nodes}
    tied = {circles[edge.target] for edge in network.edges if edge.kind == TALKS}
    yield from (f"  {ME} {LINE} {circle}_circle" for circle in CIRCLES if circle in tied)
    singly = [edge for edge in network.edges if edge.kind != TALKS or circles[edge.target] not in CIRCLES]
    yield from (f"  {tie(edge, ids)}" for edge in singly[:EDGES_MOST])
    yield from left_out("ties", len(singly) - EDGES_MOST, " ties")


def tie(edge: Edge, ids: Mapping[str, str]) -> str:
    """One edge, with what somebody helps with or works as."""
    arrow = ARROWS.get(edge.kind, LINE)
    said = escaped(label(edge.label, LABEL_MOST))
    return f"{ids[edge.source]} {arrow}" + (f'|"{said}"|' if said else "") + f" {ids[edge.target]}"


def escaped(text: str) -> str:
    """The text for a quoted label: codes for what Mermaid, or the HTML it makes of it, could read as anything else."""
    return "".join(each if each.isalnum() or each in PLAIN else f"#{ord(each)};" for each in text)
