"""`lnet done`: settle a row of the list, a person, or a thing by its reference."""

from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Known, On, named, past_day
from lnet.cli.targets import target
from lnet.render.human import done as human
from lnet.services.done import settle
from lnet.services.references import Target

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Targets = Annotated[
    list[str],
    typer.Argument(
        metavar="ROW-or-NAME-or-REF...",
        click_type=Known("ref"),
        help="Rows of the list you saw, people, promises (p7), goals, feedback, plans.",
    ),
]


@app.command(no_args_is_help=True)
def done(targets: Targets, on: On = None, as_json: AsJson = False) -> None:
    """Settle a row of the list you saw, a person (by a conversation today), or a reference.

    Example: lnet done 2
    """
    with opened() as store:
        words = named(targets)
        wanted = [Target(*target(store, word)) for word in words]
        result = settle(store, wanted, " ".join(words), past_day(on))
    answer(result, "done", human.settled, as_json=as_json)
