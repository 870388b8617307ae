"""`lnet review`: the weekly ritual on a terminal, a checklist elsewhere; or a look back at an event."""

from collections.abc import Callable
from functools import partial
from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Known
from lnet.cli.settings import can_ask
from lnet.render.human import review as human
from lnet.services.review import Agenda, agenda
from lnet.store.connect import Store

app = typer.Typer(add_completion=False, rich_markup_mode=None)

LookedBack = Annotated[
    str | None,
    typer.Argument(
        metavar="[EVENT]", help="Look back at an event: e3, @pycon or the start of its name.", click_type=Known("event")
    ),
]
AsList = Annotated[bool, typer.Option("--list", help="A checklist, also on a terminal.")]


@app.command()
def review(event: LookedBack = None, as_list: AsList = False, as_json: AsJson = False) -> None:
    """Settle what is left over, one thing after the other, and plan the week; or look back at an event.

    Each answer is stored at once; Enter skips, q stops, u takes the last answer back. Piped, it is a checklist.
    With an event it goes through the people met there who were not looked back at yet, card by card.

    Example: lnet review --list
    """
    with opened() as store:
        read = agenda_of(store, event) if event else agenda
        if can_ask() and not (as_list or as_json):
            from lnet.cli.ritual import Ritual
            from lnet.render.screen import screen

            Ritual(store, screen(), read).run()
        else:
            answer(read(store), "review", human.checklist, as_json=as_json)


def agenda_of(store: Store, event: str) -> Callable[[Store], Agenda]:
    """What there is to look at of an event."""
    from lnet.services.events import find
    from lnet.services.review.looked_back import event_agenda

    return partial(event_agenda, event_id=find(store, event))
