"""The network in GraphML, whole, with all that is known of each node and tie.

Gephi, yEd, Cytoscape and networkx read it; the format: http://graphml.graphdrawing.org/primer/graphml-primer.html.
XML 1.0 cannot carry most control characters, whatever way they are written: they become U+FFFD, the replacement
character. Those it can carry but a terminal would obey, and line breaks, are written as character references.
"""

import re
from collections.abc import Iterable, Iterator

from lnet.domain.network import Edge, Network, Node
from lnet.domain.steering import STEERING

HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""
OF_NODES = ("kind", "name", "circle", "roles", "topics", "field", "organisation")
OF_EDGES = ("tie", "label", "days")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
REFERRED = re.compile(f"[&<>\"'\t\n\r{STEERING}]")
NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}


def graphml(network: Network) -> str:
    """The document, ending with a line break; nodes and edges in the order of the network."""
    lines = [*keys(), '  <graph id="network" edgedefault="directed">']
    for node in network.nodes:
        lines += element(f'<node id="{escaped(node.key)}">', "node", node_data(node))
    for edge in network.edges:
        start = f'<edge source="{escaped(edge.source)}" target="{escaped(edge.target)}">'
        lines += element(start, "edge", edge_data(edge))
    return HEAD + "\n".join([*lines, "  </graph>", "</graphml>"]) + "\n"


def keys() -> Iterator[str]:
    """The attributes that nodes and edges have; all of them text, but for the days."""
    for of, names in (("node", OF_NODES), ("edge", OF_EDGES)):
        for name in names:
            kind = "int" if name == "days" else "string"
            yield f'  <key id="{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>'


def element(start: str, tag: str, data: Iterable[tuple[str, str]]) -> list[str]:
    """A node or an edge with its data; what it does not have is left out."""
    said = [f'      <data key="{name}">{escaped(text)}</data>' for name, text in data if text]
    return [f"    {start}", *said, f"    </{tag}>"]


def node_data(node: Node) -> list[tuple[str, str]]:
    """What is known of a node; lists parted by semicolons."""
    known = (
        node.kind, node.name, node.circle or "", "; ".join(node.roles), "; ".join(node.topics), node.field or "",
        node.organisation or "",
    )  # fmt: skip
    return list(zip(OF_NODES, known, strict=True))


def edge_data(edge: Edge) -> list[tuple[str, str]]:
    """What is known of a tie."""
    return list(zip(OF_EDGES, (edge.kind, edge.label, str(edge.days or "")), strict=True))


def escaped(text: str) -> str:
    """The text as XML 1.0 carries it."""
    carried = FORBIDDEN.sub("\ufffd", text)
    return REFERRED.sub(lambda found: NAMED.get(found[0], f"&#x{ord(found[0]):x};"), carried)
