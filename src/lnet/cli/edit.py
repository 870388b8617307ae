"""`lnet edit REF`: the small text form of anything."""

import typer

from lnet.cli import kinds
from lnet.cli.opened import opened
from lnet.cli.options import named
from lnet.cli.show import Refs

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def edit(refs: Refs) -> None:
    """Edit anything in a small text form.

    The edit of each noun takes options as well: lnet goal edit --help.

    Example: lnet edit g3
    """
    with opened() as store:
        for thing in kinds.find_all(store, named(refs)):
            kinds.module(thing.noun).edit_ref(store, thing.id)
