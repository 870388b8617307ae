"""`lnet forget`: take somebody out of everything, for good."""

from typing import Annotated

import typer

from lnet.cli import seen
from lnet.cli.answer import answer
from lnet.cli.editor import scrub_drafts
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Person, Yes
from lnet.cli.settings import can_ask
from lnet.errors import UsageError
from lnet.render.human import forget as human
from lnet.render.screen import screen
from lnet.services import forget as service
from lnet.services.names import resolve

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Backups = Annotated[bool, typer.Option("--backups", help="Rewrite the backups that hold them, too.")]


@app.command()
def forget(name: Person, backups: Backups = False, yes: Yes = False, as_json: AsJson = False) -> None:
    """Delete a person and every trace of them: in others' texts, in the history, in the bytes of the store.

    The one thing that undo cannot take back. Asks first; a script says --yes.

    Example: lnet forget ada-lovelace --yes
    """
    with opened() as store:
        service.finish(store)
        who = resolve(store, name)
        if not yes:
            if as_json or not can_ask():
                raise UsageError("forgetting cannot be undone: say --yes", f"lnet forget {who.slug} --yes")
            human.before(service.plan(store, who), screen())
            typer.confirm("Forget them?", abort=True, err=True)
        seen.forget()
        scrub_drafts(service.scrubber(store, who))
        result = service.forget(store, who, in_backups=backups)
    answer(result, "forget", human.done, as_json=as_json)
