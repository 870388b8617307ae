"""`lnet undo`: take back a step."""

from collections.abc import Callable
from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.app import settings
from lnet.cli.opened import opened
from lnet.cli.options import AsJson
from lnet.render.human import history as human
from lnet.services import history

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Number = Annotated[int | None, typer.Argument(metavar="STEP", min=1, help="Its number in history; else the newest.")]
Listed = Annotated[bool, typer.Option("--list", help="Only show what can be taken back.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Tell what it would do, and change nothing.")]


@app.command()
def undo(step: Number = None, listed: Listed = False, dry_run: DryRun = False, as_json: AsJson = False) -> None:
    """Take back the last step that is not undone yet, or a given one, exactly.

    Refused where a later step built on it. Undo the number of an undo, or lnet redo, to do it again.

    Example: lnet undo
    """
    with opened() as store:
        if listed:
            draw: Callable[..., None] = human.listed(settings.today, "Nothing to undo.")
            result: object = history.undoable(store)
        else:
            result, draw = history.undo(store, step, keep=not dry_run), human.reversed_
    answer(result, "undo", draw, as_json=as_json)
