"""`lnet at`: the event I am at, to which every log belongs meanwhile."""

from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Known
from lnet.errors import UsageError
from lnet.render.human import at as human
from lnet.services import events

app = typer.Typer(add_completion=False, rich_markup_mode=None)

There = Annotated[
    list[str] | None,
    typer.Argument(metavar="[EVENT]", help="e3, @pycon or the start of its name.", click_type=Known("event")),
]
Off = Annotated[bool, typer.Option("--off", help="Be at no event.")]


@app.command()
def at(event: There = None, off: Off = False, as_json: AsJson = False) -> None:
    """Be at an event: until its last day, or --off, every log belongs to it.

    Unknown names in a log are added and flagged, and everybody you talk to was met there. Without an event it tells
    where you are.

    Example: lnet at PyCon
    """
    if event and off:
        raise UsageError("an event and --off exclude each other")
    with opened() as store:
        if event:
            there = events.arrive(store, events.needed(store, " ".join(event)))
        else:
            there = events.leave(store) if off else events.there(store)
        answer(there, "at", human.shown(store.today), as_json=as_json)
