"""The network in DOT, the language of Graphviz, whole: every node and every tie, a tie's kind as its class.

The grammar: https://graphviz.org/doc/info/lang.html. Everything stored stands in double quotes, in which only the quote
and the backslash mean anything.
"""

from collections.abc import Iterator

from lnet.domain.network import Edge, Network, Node
from lnet.exchange.graph_label import label

SHAPES = {
    "me": "doublecircle", "contact": "ellipse", "goal": "hexagon", "community": "folder", "project": "box",
    "event": "cds",
}  # fmt: skip
DIRECTED = ("helps", "introduced", "aims")


def dot(network: Network) -> str:
    """The digraph, ending with a line break; nodes and edges in the order of the network."""
    lines = [*map(node, network.nodes), *map(edge, network.edges)]
    return "\n".join(["digraph network {", "  rankdir=LR;", *(f"  {line};" for line in lines), "}"]) + "\n"


def node(each: Node) -> str:
    """A node with its name, in the shape of its kind; the circle as a class for those who style it."""
    circle = f", class={quoted(each.circle)}" if each.circle else ""
    return f"{quoted(each.key)} [label={quoted(each.name)}, shape={SHAPES[each.kind]}{circle}]"


def edge(each: Edge) -> str:
    """An edge; only who helps, who introduced whom, and my aims have a direction."""
    looks = ", ".join(drawn(each))
    return f"{quoted(each.source)} -> {quoted(each.target)} [{looks}]"


def drawn(each: Edge) -> Iterator[str]:
    """The attributes of an edge: its kind as a class, its label, how it is drawn."""
    yield f"class={quoted(each.kind)}"
    if each.label:
        yield f"label={quoted(each.label)}"
    if each.kind not in DIRECTED:
        yield "dir=none"
    elif each.kind == "introduced":
        yield "style=dashed"


def quoted(text: str) -> str:
    """The text as a string of DOT."""
    return '"' + label(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
