"""`lnet why`: the reasons and the arithmetic behind a reminder, or behind its absence."""

from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Known, named
from lnet.cli.seen import person_or_row
from lnet.render.human import why as human
from lnet.services import why as service

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Names = Annotated[
    list[str],
    typer.Argument(
        metavar="NAME-or-ROW...", help="Names, slugs, or rows of the list you saw.", click_type=Known("contact")
    ),
]


@app.command(no_args_is_help=True)
def why(names: Names, as_json: AsJson = False) -> None:
    """Why somebody is on today's list, or why not: the whole arithmetic.

    Example: lnet why ada
    """
    with opened() as store:
        ids = list(dict.fromkeys(person_or_row(store, name) for name in named(names)))
        found = service.why(store, ids)
    shown = [explanation.fields() for explanation in found]
    if as_json:
        answer(shown[0] if len(shown) == 1 else shown, "why", lambda *_: None, as_json=True)
    else:
        answer(found, "why", human.explained)
