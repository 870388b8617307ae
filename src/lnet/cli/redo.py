"""`lnet redo`: do an undone step again."""

from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.opened import opened
from lnet.cli.options import AsJson
from lnet.cli.undo import DryRun
from lnet.render.human import history as human
from lnet.services import history

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Number = Annotated[int | None, typer.Argument(metavar="STEP", min=1, help="Its number; else the one undone last.")]


@app.command()
def redo(step: Number = None, dry_run: DryRun = False, as_json: AsJson = False) -> None:
    """Do an undone step again: the one that was undone last, or a given one.

    Example: lnet redo
    """
    with opened() as store:
        result = history.redo(store, step, keep=not dry_run)
    answer(result, "redo", human.reversed_, as_json=as_json)
