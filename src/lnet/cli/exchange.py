"""`lnet exchange`: help given and received."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from lnet.cli import fields
from lnet.cli.answer import answer, answer_list
from lnet.cli.opened import opened
from lnet.cli.options import AsCsv, AsJson, Limit, On, Person, Since, With, Yes, named, one_of, past_day
from lnet.domain.vocabulary import EXCHANGE_KINDS, GIVEN_OR_RECEIVED
from lnet.errors import UsageError
from lnet.render.human import exchange as human
from lnet.render.human.saved import deleted
from lnet.services import exchanges
from lnet.services.exchanges import Filter
from lnet.services.names import resolve, resolve_all
from lnet.services.references import find_all
from lnet.services.saved import Saved, delete_all
from lnet.store.connect import Store
from lnet.store.read.exchanges import Exchange

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, help="Help you gave, and help you got."
)

Words = Annotated[list[str], typer.Argument(metavar="TEXT...", help="What the help was; its words are joined.")]
Refs = Annotated[list[str], fields.many("exchange", "x4, 4 or the start of the text")]
Given = Annotated[bool, typer.Option("--given", help="You helped them.")]
Received = Annotated[bool, typer.Option("--received", help="They helped you.")]
OnlyGiven = Annotated[bool, typer.Option("--given", help="Only what you gave.")]
OnlyReceived = Annotated[bool, typer.Option("--received", help="Only what you got.")]
Kind = Annotated[str | None, one_of(EXCHANGE_KINDS, "--kind", help="Advice, an introduction, support …")]
Text = Annotated[str | None, typer.Option("--text", help="Other words.")]
NONE: list[str] = []

SINGLES: fields.Singles = {
    "text": ("text", fields.as_typed),
    "direction": ("direction", fields.word_of("direction", GIVEN_OR_RECEIVED)),
    "kind": ("kind", fields.word_of("kind", EXCHANGE_KINDS)),
    "on": ("occurred_on", fields.past),
}
CLEARED = {"text": "", "kind": "other"}


def direction(given: bool, received: bool) -> str | None:
    """The direction that the options name, if they name one; both at once make no sense on a single exchange."""
    return None if given == received else "given" if given else "received"


@app.command()
def add(
    person: Person, text: Words, given: Given = False, received: Received = False, kind: Kind = None, on: On = None,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Note help that you gave somebody, or got from them.

    Example: lnet exchange add ada "read her draft" --given --kind feedback
    """
    way = direction(given, received)
    if way is None:
        raise UsageError("which way did it go?", "--given or --received")
    with opened() as store:
        who = resolve(store, person)
        result = exchanges.add(store, who, " ".join(text), way, kind=kind or "other", on=past_day(on))
        answer(result, "exchange.add", human.saved("Noted", store.today), as_json=as_json)


@app.command("list")
def list_(
    given: OnlyGiven = False, received: OnlyReceived = False, with_: With = NONE, kind: Kind = None,
    since: Since = None, limit: Limit = None, as_csv: AsCsv = False, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Help given and received, the newest first.

    Example: lnet exchange list --received --since "last month"
    """
    with opened() as store:
        people = [who.id for who in resolve_all(store, with_)]
        wanted = Filter(direction(given, received), kind or None, people, past_day(since))
        rows = exchanges.listed(store, wanted, limit)
    draw = human.listed(narrowed=any(wanted))
    answer_list(rows, "exchange.list", draw, as_json=as_json, as_csv=as_csv)


@app.command()
def show(refs: Refs, as_json: AsJson = False) -> None:
    """An exchange whole: which way it went, with whom, when.

    Example: lnet exchange show x4
    """
    with opened() as store:
        answer_pages(store, found(store, refs), as_json)


def found(store: Store, texts: Sequence[str]) -> list[int]:
    """The ids of a positional that takes many; raises UsageError if standard input named none."""
    ids = find_all(store, "exchange", named(texts))
    if not ids:
        raise UsageError("no exchange was named")
    return ids


def answer_pages(store: Store, ids: Sequence[int], as_json: bool) -> None:
    """One page an exchange; as JSON one object, or a list for several."""
    rows = exchanges.get(store, ids)
    data = rows[0] if len(rows) == 1 else rows
    answer(data, "exchange.show", lambda _, screen: human.pages(rows, store.today, screen), as_json=as_json)


@app.command()
def edit(
    refs: Refs, text: Text = None, given: Given = False, received: Received = False, kind: Kind = None, on: On = None,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Change exchanges; without options a form opens.

    Example: lnet exchange edit x4 --kind advice
    """
    options: dict[str, Any] = {"text": text, "direction": direction(given, received), "kind": kind, "on": on}
    with opened() as store:
        ids, values = found(store, refs), fields.values(store, options, SINGLES, CLEARED)
        if not values:
            edit_ref(store, fields.only(ids), as_json)
        else:
            result = exchanges.edit(store, ids, values)
            answer(result, "exchange.edit", human.saved("Changed", store.today), as_json=as_json)


@app.command()
def delete(refs: Refs, yes: Yes = False, as_json: AsJson = False) -> None:
    """Delete exchanges. Nothing is asked: undo brings all of it back.

    Example: lnet exchange delete x4
    """
    with opened() as store:
        delete_ref(store, found(store, refs), as_json)


# --- for `lnet show`, `edit` and `delete` (see kinds) -----------------------------------------------------------


def show_ref(store: Store, id: int, as_json: bool = False) -> None:
    """The page of one exchange."""
    answer_pages(store, [id], as_json)


def edit_ref(store: Store, id: int, as_json: bool = False) -> None:
    """The form of one exchange."""
    exchange = exchanges.get(store, [id])[0]
    before: dict[str, object] = {
        "text": exchange.text, "direction": exchange.direction, "kind": exchange.kind, "on": exchange.on,
    }  # fmt: skip

    def save(given: dict[str, Any]) -> Saved[Exchange]:
        return exchanges.edit(store, [id], fields.values(store, given, SINGLES, CLEARED | {"direction": "given"}))

    result = fields.in_form(f"{exchange.ref} {human.parties(exchange)}", before, save)
    answer(result, "exchange.edit", human.edited(store.today), as_json=as_json)


def delete_ref(store: Store, ids: Sequence[int], as_json: bool = False) -> None:
    """Delete the exchanges, in one step."""
    answer(delete_all(store, "exchange", ids), "exchange.delete", deleted, as_json=as_json)
