"""The formats in which a network can be written, by name."""

from collections.abc import Callable, Mapping

from lnet.domain.network import Network
from lnet.exchange.graph_dot import dot
from lnet.exchange.graph_graphml import graphml
from lnet.exchange.graph_mermaid import mermaid

WRITERS: Mapping[str, Callable[[Network], str]] = {"mermaid": mermaid, "dot": dot, "graphml": graphml}
SUFFIXES = {".mmd": "mermaid", ".mermaid": "mermaid", ".dot": "dot", ".gv": "dot", ".graphml": "graphml"}


def of_file(name: str) -> str | None:
    """The format that the end of a file's name tells; None if it tells none."""
    return next((kind for suffix, kind in SUFFIXES.items() if name.lower().endswith(suffix)), None)
