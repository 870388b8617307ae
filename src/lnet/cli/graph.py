"""`lnet graph`: the network for programs that draw and reckon with graphs."""

import sys
from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.files import refuse_the_store, replace_file
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Goal, Known, one_of, past_day
from lnet.exchange.graphs import WRITERS, of_file
from lnet.render.machine import lines
from lnet.services.graph import Wanted
from lnet.services.graph import network as read_network
from lnet.services.names import resolve
from lnet.services.references import find
from lnet.store.connect import Store

app = typer.Typer(add_completion=False, rich_markup_mode=None)

FORMAT = one_of(tuple(WRITERS), "--format", help="As what; by default as the file's name ends, else mermaid.")
Topic = Annotated[str | None, typer.Option("--topic", "-t", help="Only what is about it.", click_type=Known("topic"))]
AROUND = typer.Option("--around", metavar="NAME", help="Only who is tied to somebody.", click_type=Known("contact"))
SINCE = typer.Option("--since", metavar="DATE", help="Only whom you talked to from that day on, and their goals.")
OUTPUT = typer.Option("-o", "--output", metavar="FILE", help="Write it into this file; - is standard output.")


@app.command()
def graph(
    written_as: Annotated[str | None, FORMAT] = None, goal: Goal = None, topic: Topic = None,
    around: Annotated[str | None, AROUND] = None, since: Annotated[str | None, SINCE] = None,
    output: Annotated[str | None, OUTPUT] = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """The network as a graph: people, goals, and what ties them.

    With --since it has whom you talked to from that day on, and the goals that they help with.
    Mermaid is for looking at, so it has at most 60 nodes, the most connected; DOT and GraphML have all of them.

    Example: lnet graph --goal g1 -o network.graphml
    """
    with opened() as store:
        network = read_network(store, wanted(store, goal, topic, around, since))
        file = None if output == "-" else output
        text = WRITERS[written_as or (of_file(file) if file else None) or "mermaid"](network)
        if file is not None:
            refuse_the_store(file, store.path)
            replace_file(file, text)
    if as_json:
        result = {"nodes": network.nodes, "edges": network.edges, "file": file}
        answer(result, "graph", lambda _, __: None, as_json=True)
    else:
        sys.stdout.write(lines([f"Wrote {file}"]) if file is not None else text)


def wanted(store: Store, goal: str | None, topic: str | None, around: str | None, since: str | None) -> Wanted:
    """What the options name; raises NotFoundError and AmbiguousError for what they do not, DateError for no day."""
    return Wanted(
        find(store, "goal", goal) if goal else None, topic or None, resolve(store, around).id if around else None,
        past_day(since),
    )  # fmt: skip
