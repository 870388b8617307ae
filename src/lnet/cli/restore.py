"""`lnet restore`: bring a backup back."""

from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.app import settings
from lnet.cli.locks import Identity, key_for
from lnet.cli.options import AsJson, Yes
from lnet.cli.settings import can_ask
from lnet.render.human import backups as human
from lnet.render.safe import safe
from lnet.services import backups

app = typer.Typer(add_completion=False, rich_markup_mode=None)

File = Annotated[str, typer.Argument(metavar="FILE", help="A backup: its name in lnet backup --list, or a path.")]


@app.command()
def restore(file: File, identity: Identity = None, yes: Yes = False, as_json: AsJson = False) -> None:
    """Make the store what a backup holds. It is checked whole first, and what it replaces is kept as a backup.

    Not taken back by undo, but by restoring what was kept. On a terminal you are asked first.
    An encrypted one is opened by the key in --identity, or by its passphrase, which is asked for.

    Example: lnet restore lnet-20260614T063000Z-daily.db
    """
    path = backups.find(settings.store_path, file)
    if can_ask() and not (yes or as_json):
        typer.confirm(f"Replace {safe(str(settings.store_path))} by {safe(path.name)}?", abort=True, err=True)
    result = backups.restore(settings.store_path, path, settings.busy_seconds, key_for(path, identity))
    answer(result, "restore", human.restored, as_json=as_json)
