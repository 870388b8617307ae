"""`lnet draft`: a message to somebody, written in the person's editor, and logged once it was sent."""

from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Known, Via
from lnet.cli.options import named as from_stdin
from lnet.cli.seen import person_or_row
from lnet.cli.settings import can_ask
from lnet.domain.messages import without_comments
from lnet.domain.vocabulary import CHANNELS
from lnet.errors import UsageError
from lnet.render.human import message as human
from lnet.render.safe import safe
from lnet.render.screen import screen
from lnet.services import messages
from lnet.services.done import Settled
from lnet.services.messages import Draft
from lnet.services.names import Who, numbered
from lnet.services.passing_on import named
from lnet.store.connect import Store

app = typer.Typer(add_completion=False, rich_markup_mode=None)

To = Annotated[
    list[str],
    typer.Argument(
        metavar="ROW-or-NAME-or-REF...",
        help="Rows of the list you saw, names, slugs, or what it is about: p7, f5.",
        click_type=Known("contact"),
    ),
]
About = Annotated[
    str | None,
    typer.Option("--about", metavar="REF", help="What to pass on: r9, or n12.", click_type=Known("resource")),
]
Print = Annotated[bool, typer.Option("--print", help="Print it, and log nothing.")]


@app.command(no_args_is_help=True)
def draft(to: To, about: About = None, printed: Print = False, via: Via = None, as_json: AsJson = False) -> None:
    """Draft a message to somebody, and log it once it was sent; to several one after the other.

    Named by a promise or by feedback, they are written to about that. With --about it passes on a resource, which is
    noted as shared once it was sent, or what you learned. Without a terminal it is printed, and nothing is logged.

    Example: lnet draft ada --print
    """
    with opened() as store:
        wanted = dict.fromkeys(addressed(store, text) for text in given(to))
        passes = named(store, about) if about else None
        drafts = (messages.draft(store, who, via, matter, passes) for who, matter in wanted)
        if as_json or printed or not can_ask():
            found = tuple(drafts)
            answer(found if len(found) > 1 else found[0], "draft", human.printed, as_json=as_json)
            return
        for each in drafts:
            write(store, each, one_of=len(wanted))


def given(to: list[str]) -> list[str]:
    """What the argument names; raises UsageError if standard input named nobody."""
    texts = from_stdin(to)
    if not texts:
        raise UsageError("nobody was named")
    return texts


def addressed(store: Store, text: str) -> tuple[Who, str | None]:
    """Who is meant, and the reference of what it is about if they were named by that."""
    whose = messages.addressee(store, text)
    who = numbered(store, whose or person_or_row(store, text))
    return who, text.strip().lower() if whose else None


def write(store: Store, found: Draft, one_of: int) -> None:
    """Have one message written and sent, and say what that did; of several each begins with a name."""
    if one_of > 1:
        human.addressee(found, screen())
    if (sent := written(store, found)) is not None:
        from lnet.render.human.done import settled

        answer(sent, "draft", settled)


def written(store: Store, found: Draft) -> Settled | None:
    """The message written, handed over and logged as sent; None where it was not."""
    from lnet.cli.editor import edited

    with edited(human.for_editor(found)) as file:
        text = without_comments(file.text)
        if not text:
            screen().line("Nothing was sent or stored.")
            return None
        hand_over(text)
        human.before_sending(found, screen())
        channel = asked_channel(found.channel)
        if channel is None:
            file.kept = True
            print(f"Nothing was stored; your draft: {safe(file.path)}")  # noqa: T201  # a path that wraps is none
            return None
        return messages.send(store, found, text, channel)


def hand_over(text: str) -> None:
    """The message in the clipboard, or printed where there is none."""
    from lnet.cli.clipboard import copied

    if program := copied(text):
        screen().line(f"Copied to the clipboard ({program}).")
    else:
        human.lines(text, screen())
        screen().line()


def asked_channel(channel: str) -> str | None:
    """The channel by which the message was sent; None if it was not. Enter means yes, by `channel`."""
    typed = input("Sent? [Y/n/via] ").strip().lower()
    while True:
        if typed in ("", "y", "yes"):
            return channel
        if typed in ("n", "no"):
            return None
        named = typed.removeprefix("via ").strip().replace("-", "_").replace(" ", "_")
        if named in CHANNELS:
            return named
        if named != "via":
            print(f"One of {', '.join(CHANNELS).replace('_', '-')}; Ctrl-C stores nothing.")  # noqa: T201
        typed = input("Via: ").strip().lower() or "via"
