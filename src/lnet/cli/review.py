"""`lnet review`: the weekly ritual on a terminal, a checklist elsewhere."""

from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.opened import opened
from lnet.cli.options import AsJson
from lnet.cli.settings import can_ask
from lnet.render.human import review as human
from lnet.services.review import agenda

app = typer.Typer(add_completion=False, rich_markup_mode=None)

AsList = Annotated[bool, typer.Option("--list", help="A checklist, also on a terminal.")]


@app.command()
def review(as_list: AsList = False, as_json: AsJson = False) -> None:
    """Settle what is left over, one thing after the other, and plan the week.

    Each answer is stored at once; Enter skips, q stops, u takes the last answer back. Piped, it is a checklist.

    Example: lnet review --list
    """
    with opened() as store:
        if can_ask() and not (as_list or as_json):
            from lnet.cli.ritual import Ritual
            from lnet.render.screen import screen

            Ritual(store, screen()).run()
        else:
            answer(agenda(store), "review", human.checklist, as_json=as_json)
