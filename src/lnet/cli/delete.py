"""`lnet delete REF…`: anything, and back again by undo."""

import typer

from lnet.cli import kinds
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Yes, named
from lnet.cli.show import Refs

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def delete(refs: Refs, yes: Yes = False, as_json: AsJson = False) -> None:
    """Delete anything: people, goals, conversations.

    Nothing is asked: undo brings all of it back.

    Example: lnet delete i41
    """
    with opened() as store:
        kinds.delete_all(store, kinds.find_all(store, named(refs)), as_json=as_json)
