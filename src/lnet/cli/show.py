"""`lnet show REF…`: anything that has a name or a reference."""

from typing import Annotated

import typer

from lnet.cli import kinds
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Known, named

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Refs = Annotated[
    list[str],
    typer.Argument(metavar="REF...", help="A person, g3, i41 …; - reads standard input.", click_type=Known("ref")),
]


@app.command()
def show(refs: Refs, as_json: AsJson = False) -> None:
    """Show anything: a person, a goal, a conversation.

    Example: lnet show g3
    """
    with opened() as store:
        kinds.show_all(store, kinds.find_all(store, named(refs)), as_json=as_json)
