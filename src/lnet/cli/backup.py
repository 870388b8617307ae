"""`lnet backup`: a copy of the store, now; and the list of those there are."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from lnet.cli.answer import answer, answer_list
from lnet.cli.app import settings
from lnet.cli.locks import Encrypt, To, lock
from lnet.cli.options import AsCsv, AsJson
from lnet.render.human import backups as human
from lnet.services import backups

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Listed = Annotated[bool, typer.Option("--list", help="Only show the backups there are.")]


@app.command()
def backup(
    encrypt: Encrypt = False,
    to: To = [],  # noqa: B006  # Typer makes a new one for each call
    listed: Listed = False, as_csv: AsCsv = False, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Copy the store into the folder backups beside it, checked whole.

    One is made by itself with the first change of a day, and before a migration, a large import and a restore.
    An encrypted one (age) is for places that are not yours alone.

    Example: lnet backup --list
    """
    if not listed:
        locked = lock(to, encrypt=encrypt)
        made = backups.make(settings.store_path, settings.now.date(), settings.busy_seconds, locked)
        answer(made, "backup", human.made, as_json=as_json)
        return
    found = backups.listed(settings.store_path)
    if as_csv and not as_json:
        answer_list(found.backups, "backup", no_renderer, as_csv=True)
    else:
        answer(found, "backup", human.listed, as_json=as_json)


no_renderer: Callable[[Any, Any], None] = lambda _, __: None  # noqa: E731  # CSV is not drawn
