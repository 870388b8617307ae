"""`lnet triage`: people without a circle, one key each on a terminal, a list elsewhere."""

from typing import Annotated

import typer

from lnet.cli.answer import answer_list
from lnet.cli.opened import opened
from lnet.cli.options import AsCsv, AsJson, Limit, past_day
from lnet.cli.settings import can_ask
from lnet.render.human import triage as human
from lnet.services.triage import listed, waiting

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="Only those met, or added, since that day.")]
AsList = Annotated[bool, typer.Option("--list", help="The list, also on a terminal.")]


@app.command()
def triage(
    since: Since = None, limit: Limit = None, as_list: AsList = False, as_csv: AsCsv = False, as_json: AsJson = False
) -> None:
    """Take people into a circle, or not: one after the other, one key each.

    The address book and everybody without a circle, the most promising first: a topic of your goals, a conversation
    lately, a colleague in your circles, somebody just met. Each answer is stored at once; u takes the last back, q
    stops. Whoever is for later is asked about in a month, "not now" in a year. Piped, it is a list.

    Example: lnet triage --since 2026-05-01
    """
    with opened() as store:
        day = past_day(since)
        if can_ask() and not (as_list or as_csv or as_json):
            from lnet.cli.triage_ritual import Sitting
            from lnet.render.screen import screen

            Sitting(store, screen(), waiting(store, day)[:limit]).run()
        else:
            answer_list(listed(store, day, limit), "triage", human.listed, as_json=as_json, as_csv=as_csv)
