"""`lnet brief`: one screen about somebody before a meeting, or about an event before you go."""

import re
from collections.abc import Callable
from typing import Annotated, Any

import typer

from lnet.cli.answer import answer
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Known, named
from lnet.errors import NotFoundError
from lnet.render.human import brief as human
from lnet.render.screen import Screen
from lnet.services import briefs
from lnet.services.names import Who, resolve
from lnet.services.references import called
from lnet.store.connect import Store

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Subjects = Annotated[
    list[str],
    typer.Argument(
        metavar="NAME...",
        help="Names, nicknames or slugs, or an event: e3, @pycon; - reads them from standard input.",
        click_type=Known("ref"),
    ),
]
Draw = Callable[[Any, Screen], None]
MAY_BE_AN_EVENT = re.compile("@.+|[eE][0-9]+", re.ASCII)


@app.command(no_args_is_help=True)
def brief(subjects: Subjects, as_json: AsJson = False) -> None:
    """One screen before a meeting, or before an event.

    Who they are, what is open between you, the last conversations, what to ask; of an event who of your network may be
    there, and why.

    Example: lnet brief ada
    """
    with opened() as store:
        told = [briefed(store, each) for each in dict.fromkeys(subject(store, text) for text in named(subjects))]
    found = [data for _, data in told]
    answer(found[0] if len(found) == 1 else found, "brief", lambda _, screen: draw(told, screen), as_json=as_json)


def subject(store: Store, text: str) -> Who | int:
    """Whom or (by id) which event a text names: a person, unless it is e3 or the @name of an event; else an event
    whose name starts so, if there is only one. Raises NotFoundError, AmbiguousError.
    """
    if MAY_BE_AN_EVENT.fullmatch(text.strip()):
        from lnet.services import events

        if event := events.named(store, text):
            return event
    try:
        return resolve(store, text)
    except NotFoundError:
        if len(found := called(store, "event", text, live=False)) == 1:
            return found[0].id
        raise


def briefed(store: Store, about: Who | int) -> tuple[Draw, Any]:
    """The brief, and how it is drawn."""
    if isinstance(about, Who):
        return human.shown, briefs.brief(store, about)
    from lnet.render.human import event_brief
    from lnet.services.event_briefs import event_brief as of_event

    return event_brief.shown(store.today), of_event(store, about)


def draw(told: list[tuple[Draw, Any]], screen: Screen) -> None:
    """One brief after the other, parted by a blank line."""
    for number, (one, data) in enumerate(told):
        if number:
            screen.line()
        one(data, screen)
