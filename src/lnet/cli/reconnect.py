"""`lnet reconnect`: dormant ties that would be worth a word now."""

from typing import Annotated

import typer

from lnet.cli.answer import answer_list
from lnet.cli.opened import opened
from lnet.cli.options import AsCsv, AsJson
from lnet.render.human import reconnect as human
from lnet.services.reconnect import suggestions

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Most = Annotated[int, typer.Option("--limit", min=0, help="At most this many.")]


@app.command()
def reconnect(limit: Most = 5, as_csv: AsCsv = False, as_json: AsJson = False) -> None:
    """People you have lost sight of, whom it would be worth to turn to again.

    The value: a topic of theirs that is one of your active goals, help you had from them, a field nobody else
    contacted lately is in, their expertise. The morning's list names one of them a week.

    Example: lnet reconnect --limit 3
    """
    with opened() as store:
        found = suggestions(store, limit)
    answer_list(found, "reconnect", human.suggested, as_json=as_json, as_csv=as_csv)
