"""`lnet history`: what was done, step by step."""

from typing import Annotated

import typer

from lnet.cli.answer import answer, answer_list
from lnet.cli.app import settings
from lnet.cli.opened import opened
from lnet.cli.options import All, AsCsv, AsJson, Known, Limit
from lnet.render.human import history as human
from lnet.services import history

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Name = Annotated[
    str | None, typer.Argument(metavar="NAME", help="Only what concerns this person.", click_type=Known("contact"))
]


@app.command("history")
def history_(
    name: Name = None, limit: Limit = None, everything: All = False, as_csv: AsCsv = False, as_json: AsJson = False
) -> None:
    """The steps of this store, newest first (20 of them); of one person, those that touched them or what is theirs.

    Example: lnet history ada
    """
    with opened() as store:
        most = None if everything else history.SHOWN if limit is None else limit
        steps = history.steps(store, name, most)
    draw = human.listed(settings.today, "Nothing was done yet.")
    if as_csv:
        answer_list(steps.entries, "history", draw, as_json=as_json, as_csv=True)
    else:
        answer(steps, "history", draw, as_json=as_json)
