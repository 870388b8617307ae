"""`lnet doctor`: is everything as it should be."""

from pathlib import Path
from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.opened import opened
from lnet.cli.options import AsJson
from lnet.cli.progress import stages
from lnet.cli.settings import user_directory
from lnet.errors import StoreError
from lnet.render.human import doctor as human
from lnet.services import doctor as service

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Fix = Annotated[bool, typer.Option("--fix", help="Mend what can be made anew from the data.")]


@app.command()
def doctor(fix: Fix = False, as_json: AsJson = False) -> None:
    """Check the store: file, tables, every row against the journal, figures, search index, permissions.

    Reads everything, so it takes its time on a large store. Ends with 6 while anything is wrong.

    Example: lnet doctor
    """
    with opened() as store, stages("Checking", service.MOST_CHECKS) as passing:
        found = service.examine(store, own_places(store.path), fix=fix, passing=passing)
    answer(found, "doctor", human.checked, as_json=as_json)
    if found.left:
        raise typer.Exit(StoreError.exit_status)


def own_places(store: Path) -> list[Path]:
    """What else is to be the person's own: lnet's own folders and the files in them."""
    data, state = user_directory("data"), user_directory("state")
    return [*([data] if store.parent == data else []), state, *(state.iterdir() if state.is_dir() else ())]
