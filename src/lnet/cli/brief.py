"""`lnet brief`: one screen about somebody before a meeting."""

import typer

from lnet.cli.answer import answer
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, People, named
from lnet.render.human import brief as human
from lnet.services import briefs
from lnet.services.names import resolve_all

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command(no_args_is_help=True)
def brief(people: People, as_json: AsJson = False) -> None:
    """One screen before a meeting.

    Who they are, what is open between you, the last conversations, what to ask.

    Example: lnet brief ada
    """
    with opened() as store:
        found = [briefs.brief(store, who) for who in resolve_all(store, named(people))]
    answer(found[0] if len(found) == 1 else found, "brief", human.shown, as_json=as_json)
