"""The whole network as a graph, in each of the formats that `lnet graph` knows."""

from collections.abc import Iterator

from lnet.exchange.graphs import WRITERS
from lnet.services.graph import network
from lnet.store.connect import Store


def mermaid_chunks(store: Store) -> Iterator[str]:
    """The network as Mermaid, in one piece."""
    yield WRITERS["mermaid"](network(store))


def dot_chunks(store: Store) -> Iterator[str]:
    """The network as DOT, in one piece."""
    yield WRITERS["dot"](network(store))


def graphml_chunks(store: Store) -> Iterator[str]:
    """The network as GraphML, in one piece."""
    yield WRITERS["graphml"](network(store))
