"""`lnet who TOPIC…`: who can help with it, and what speaks for them."""

from typing import Annotated

import typer

from lnet.cli.answer import answer, answer_list
from lnet.cli.opened import opened
from lnet.cli.options import All, AsCsv, AsJson, Known, Limit
from lnet.render.human import who as human
from lnet.services.expertise import DEFAULT_LIMIT
from lnet.services.expertise import who as look

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Topic = Annotated[
    list[str], typer.Argument(metavar="TOPIC...", help="A topic, of one word or several.", click_type=Known("topic"))
]


@app.command()
def who(
    topic: Topic, limit: Limit = None, everybody: All = False, as_csv: AsCsv = False, as_json: AsJson = False
) -> None:
    """Who can help with a topic, the most promising first, and why.

    What speaks for somebody: what they taught you, what you talked about, help, feedback and resources you had from
    them, goals they help with, their topics, their field and title.

    Example: lnet who query plans
    """
    with opened() as store:
        found = look(store, " ".join(topic), None if everybody else DEFAULT_LIMIT if limit is None else limit)
    if as_json or as_csv:
        answer_list(found.helpers, "who", lambda _, __: None, as_json=as_json, as_csv=as_csv)
    else:
        answer(found, "who", lambda result, screen: human.listed(result, store.today, screen))
