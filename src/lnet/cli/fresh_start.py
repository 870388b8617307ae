"""`lnet fresh-start`: begin again without arrears."""

import typer

from lnet.cli.answer import answer
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Yes
from lnet.cli.settings import can_ask
from lnet.render.human import fresh_start as human
from lnet.render.screen import screen
from lnet.services import fresh_start as service
from lnet.services.fresh_start import FreshStart

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("fresh-start")
def fresh_start(yes: Yes = False, as_json: AsJson = False) -> None:
    """Begin again: whoever is overdue comes due anew, by turns, and stale goals count from today.

    Last conversations and what you promised stay as they are. On a terminal you are asked first.

    Example: lnet fresh-start
    """
    with opened() as store:
        asked = can_ask() and not (yes or as_json) and agree(service.propose(store))
        result = service.begin(store)
    answer(result, "fresh-start", human.agreed if asked else human.done, as_json=as_json)


def agree(found: FreshStart) -> bool:
    """Show what a fresh start would do and ask for it; False, without a question, where it would do nothing.

    Raises Abort for a no.
    """
    if found.changes:
        human.proposed(found, screen())
        typer.confirm("Start afresh?", abort=True, err=True)
    return found.changes
