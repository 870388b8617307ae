"""The formats that a store can be written in, by name; the module of each is loaded when it is asked for.

A module writes one file: its function takes an open store and yields pieces of text (UTF-8, line ends as they are to
be in the file), so that a large store is never held in memory. It reads from a private copy and may take its time.
"""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import NamedTuple

from lnet.store.connect import Store

Pieces = Callable[[Store], Iterator[str]]


class Export(NamedTuple):
    """One format: what it is called, the module and function that write it, how the names of its files end."""

    title: str
    module: str
    function: str = "chunks"
    suffixes: tuple[str, ...] = ()

    def pieces(self) -> Pieces:
        """What writes it."""
        found: Pieces = getattr(import_module(self.module), self.function)
        return found


CALENDAR = "lnet.exchange.ics.writer"
GRAPHS = "lnet.exchange.graph_exports"
EXPORTS: Mapping[str, Export] = {
    "json": Export("lnet JSON, the whole store", "lnet.exchange.lossless", suffixes=(".json",)),
    "jsonl": Export("JSON lines", "lnet.exchange.json_lines", suffixes=(".jsonl", ".ndjson")),
    "google": Export("Google Contacts CSV", "lnet.exchange.google_export"),
    "ics": Export("iCalendar, the days to come", CALENDAR, suffixes=(".ics",)),
    "vcard": Export("vCard 4.0", "lnet.exchange.vcard.writer", suffixes=(".vcf", ".vcard")),
    "vcard3": Export("vCard 3.0", "lnet.exchange.vcard.writer", "chunks3"),
    "mermaid": Export("Mermaid", GRAPHS, "mermaid_chunks", (".mmd", ".mermaid")),
    "dot": Export("Graphviz DOT", GRAPHS, "dot_chunks", (".dot", ".gv")),
    "graphml": Export("GraphML", GRAPHS, "graphml_chunks", (".graphml",)),
}
