"""`lnet give`: three ways to help somebody this week."""

import typer

from lnet.cli.answer import answer_list
from lnet.cli.opened import opened
from lnet.cli.options import AsCsv, AsJson, Since, past_day
from lnet.render.human import giving as human
from lnet.services import giving

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def give(since: Since = None, as_csv: AsCsv = False, as_json: AsJson = False) -> None:
    """Three ways to help somebody this week, each with its reason and the command that does it.

    Something to share, two people to introduce, something you learned: from the aims and topics of your people, and
    what they have not had yet. With --since only what you saved or learned from that day on is shared or told.

    Example: lnet give
    """
    with opened() as store:
        ways = giving.give(store, past_day(since))
    answer_list(ways, "give", human.proposed, as_json=as_json, as_csv=as_csv)
