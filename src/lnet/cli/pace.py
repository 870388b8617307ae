"""`lnet pace`: what all cadences together ask for."""

import typer

from lnet.cli.answer import answer
from lnet.cli.app import settings
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Since, past_day
from lnet.render.human import pace as human
from lnet.services import pace as service

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def pace(since: Since = None, as_json: AsJson = False) -> None:
    """How many conversations a day and a week your circles ask for, before you commit to them.

    Each person counts by the cadence in force: set by hand, agreed with a mentor, of the circle, or learned.
    With --since it is held against how many you had.

    Example: lnet pace
    """
    with opened() as store:
        result = service.pace(store, past_day(since))
    answer(result, "pace", human.pace(settings.today), as_json=as_json)
