"""`lnet snooze`: people and goals out of sight for a while."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.app import settings
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Known, named
from lnet.cli.targets import ROW, target
from lnet.domain.calendar_days import shifted
from lnet.domain.dates import is_when, read_when
from lnet.errors import NotFoundError, UsageError
from lnet.render.human import snooze as human
from lnet.services.references import Target
from lnet.services.snooze import snooze as put_off
from lnet.store.connect import Store

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Words = Annotated[
    list[str],
    typer.Argument(
        metavar="ROW-or-NAME-or-GOAL... [WHEN]",
        click_type=Known("ref"),
        help="Rows of the list you saw, people, goals (g3); last, until when: 2w, fri, 2026-07-01.",
    ),
]
Clear = Annotated[bool, typer.Option("--clear", help="End the snooze: they are back at once.")]


@app.command(no_args_is_help=True)
def snooze(words: Words, clear: Clear = False, as_json: AsJson = False) -> None:
    """Let people and goals rest until a day, on which they are back; a week, unless a day or a duration comes last.

    What you promised and what is planned still shows.

    Example: lnet snooze ada 2w
    """
    texts, until = parted(words)
    if clear and until:
        raise UsageError(f"--clear ends a snooze, it takes no day such as '{words[-1]}'")
    with opened() as store:
        meant = named(texts)
        if not clear and until is None:
            until = shifted(store.today, store.policy.snooze_days)
        said = " ".join([*meant, *words[len(texts) :]])
        result = put_off(store, things(store, meant, words), until, said)
        answer(result, "snooze", human.snoozed(store.today), as_json=as_json)


def parted(words: Sequence[str]) -> tuple[list[str], date | None]:
    """The words that name somebody, and the day that the last of several means (None: it reads as none)."""
    today, order = settings.today, settings.date_order
    if len(words) > 1 and is_when(words[-1], today, order):
        return [*words[:-1]], read_when(words[-1], today, order)
    return [*words], None


def things(store: Store, texts: Sequence[str], words: Sequence[str]) -> list[Target]:
    """The people and goals that the texts name; raises UsageError where there are none, else what `target` raises."""
    if not texts:
        raise UsageError("nobody was named")
    try:
        found = [target(store, text, ("goal",)) for text in texts]
    except NotFoundError as error:
        error.hint = error.hint or unquoted_day(words)
        raise
    return [Target("contact" if noun == ROW else noun, id) for noun, id in found]


def unquoted_day(words: Sequence[str]) -> str:
    """The hint for a day of several words that stand alone: snooze ada next fri."""
    tails = [" ".join(words[place:]) for place in range(1, len(words) - 1)]
    day = next((tail for tail in tails if is_when(tail, settings.today, settings.date_order)), "")
    return f"a day of several words goes in quotes: '{day}'" if day else ""
