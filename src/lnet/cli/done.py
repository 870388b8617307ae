"""`lnet done`: settle a row of the list, a person, or a thing by its reference."""

import re
from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Known, On, named, past_day
from lnet.cli.seen import contact_of_row
from lnet.render.human import done as human
from lnet.services import references
from lnet.services.done import Target, settle
from lnet.services.names import resolve
from lnet.store.connect import Store

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
        result = settle(store, [target(store, word) for word in words], " ".join(words), past_day(on))
    answer(result, "done", human.settled, as_json=as_json)


def target(store: Store, text: str) -> Target:
    """What a word names: a row of the list seen today, a reference, else a person."""
    if re.fullmatch("[0-9]{1,9}", text, re.ASCII):
        return Target("row", contact_of_row(store, int(text)))
    reference = references.parse(text)
    if reference and reference[0] != "contact":
        return Target(reference[0], references.find(store, reference[0], text))
    return Target("contact", resolve(store, text).id)
