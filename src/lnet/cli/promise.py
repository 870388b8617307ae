"""`lnet promise`: what you owe, and what is owed to you."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from lnet.cli import fields
from lnet.cli.answer import answer, answer_list
from lnet.cli.opened import opened
from lnet.cli.options import All, AsCsv, AsJson, By, Limit, Person, With, Yes, future_day, named
from lnet.domain.vocabulary import OWED_BY
from lnet.errors import UsageError
from lnet.render.human import promise as human
from lnet.render.human.saved import deleted
from lnet.services import promises
from lnet.services.names import resolve, resolve_all
from lnet.services.promises import Filter
from lnet.services.references import find_all
from lnet.services.saved import Saved, delete_all
from lnet.store.connect import Store
from lnet.store.read.promises import Promise

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, help="What you owe and what is owed to you."
)

Words = Annotated[list[str], typer.Argument(metavar="TEXT...", help="What was promised; its words are joined.")]
Refs = Annotated[list[str], fields.many("promise", "p7, 7 or the start of the text")]
Them = Annotated[bool, typer.Option("--them", help="They promised it to you.")]
Theirs = Annotated[bool, typer.Option("--them", help="Only what is owed to you.")]
Mine = Annotated[bool, typer.Option("--me", help="Only what you owe.")]
Text = Annotated[str | None, typer.Option("--text", help="Other words.")]
NewDay = Annotated[str | None, typer.Option("--by", metavar="DATE", help="The new day.")]
NONE: list[str] = []

SINGLES: fields.Singles = {
    "text": ("text", fields.as_typed),
    "by": ("due_on", fields.due_day),
    "owed_by": ("owed_by", fields.word_of("owed-by", OWED_BY)),
}


@app.command()
def add(person: Person, text: Words, by: By = None, them: Them = False, as_json: AsJson = False) -> None:
    """Note what you promised somebody, or they you.

    Example: lnet promise add ada "send the paper" --by fri
    """
    with opened() as store:
        owed_by = "them" if them else "me"
        result = promises.add(store, resolve(store, person), " ".join(text), future_day(by), owed_by=owed_by)
        answer(result, "promise.add", human.saved("Promised", store.today), as_json=as_json)


@app.command("list")
def list_(
    with_: With = NONE, me: Mine = False, them: Theirs = False, everything: All = False, limit: Limit = None,
    as_csv: AsCsv = False, as_json: AsJson = False,
) -> None:  # fmt: skip
    """What is still owed, by its day; with --all also what was kept or released.

    Example: lnet promise list --with ada
    """
    with opened() as store:
        owed_by = None if me == them else "me" if me else "them"
        wanted = Filter(owed_by, [who.slug for who in resolve_all(store, with_)], everything)
        rows = promises.listed(store, wanted, limit)
        draw = human.listed(store.today, narrowed=bool(owed_by or with_))
        answer_list(rows, "promise.list", draw, as_json=as_json, as_csv=as_csv)


@app.command()
def show(refs: Refs, as_json: AsJson = False) -> None:
    """A promise whole: whose, since when, by when.

    Example: lnet promise show p7
    """
    with opened() as store:
        answer_pages(store, found(store, refs), as_json)


def found(store: Store, texts: Sequence[str], *, live: bool = False) -> list[int]:
    """The ids of a positional that takes many; raises UsageError if standard input named none."""
    ids = find_all(store, "promise", named(texts), live=live)
    if not ids:
        raise UsageError("no promise was named")
    return ids


def answer_pages(store: Store, ids: Sequence[int], as_json: bool) -> None:
    """One page a promise; as JSON one object, or a list for several."""
    rows = promises.get(store, ids)
    data = rows[0] if len(rows) == 1 else rows
    answer(data, "promise.show", lambda _, screen: human.pages(rows, store.today, screen), as_json=as_json)


@app.command()
def edit(refs: Refs, text: Text = None, by: By = None, them: Them = False, as_json: AsJson = False) -> None:
    """Correct a promise; --by "" clears the day. Without options a form opens.

    To agree on another day there is renegotiate, which remembers the first.

    Example: lnet promise edit p7 --text "send both papers"
    """
    given: dict[str, Any] = {"text": text, "by": by, "owed_by": "them" if them else None}
    with opened() as store:
        ids, values = found(store, refs), fields.values(store, given, SINGLES, {"text": ""})
        if not values:
            edit_ref(store, fields.only(ids), as_json)
        else:
            result = promises.edit(store, ids, values)
            answer(result, "promise.edit", human.saved("Changed", store.today), as_json=as_json)


@app.command()
def keep(refs: Refs, as_json: AsJson = False) -> None:
    """Promises that were kept, yours or theirs.

    Example: lnet promise keep p7
    """
    close(refs, "kept", "keep", "Kept", as_json)


@app.command()
def release(refs: Refs, as_json: AsJson = False) -> None:
    """Promises that nobody expects any more.

    Example: lnet promise release p7
    """
    close(refs, "released", "release", "Released", as_json)


def close(refs: Sequence[str], status: str, command: str, verb: str, as_json: bool) -> None:
    with opened() as store:
        result = promises.close(store, found(store, refs, live=True), status, f"promise {command}")
        answer(result, f"promise.{command}", human.saved(verb, store.today), as_json=as_json)


@app.command()
def renegotiate(refs: Refs, by: NewDay = None, as_json: AsJson = False) -> None:
    """Agree on another day: still owed, and the first day is remembered.

    Example: lnet promise renegotiate p7 --by "next fri"
    """
    due_on = future_day(by)
    if due_on is None:
        raise UsageError("which day was agreed on?", "lnet promise renegotiate p7 --by fri")
    with opened() as store:
        result = promises.renegotiate(store, found(store, refs, live=True), due_on)
        answer(result, "promise.renegotiate", human.saved("Renegotiated", store.today), as_json=as_json)


@app.command()
def delete(refs: Refs, yes: Yes = False, as_json: AsJson = False) -> None:
    """Delete promises. Nothing is asked: undo brings all of it back.

    Example: lnet promise delete p7
    """
    with opened() as store:
        delete_ref(store, found(store, refs), as_json)


# --- for `lnet show`, `edit` and `delete` (see kinds) -----------------------------------------------------------


def show_ref(store: Store, id: int, as_json: bool = False) -> None:
    """The page of one promise."""
    answer_pages(store, [id], as_json)


def edit_ref(store: Store, id: int, as_json: bool = False) -> None:
    """The form of one promise."""
    promise = promises.get(store, [id])[0]
    before: dict[str, object] = {"text": promise.text, "by": promise.due_on, "owed-by": promise.owed_by}

    def save(given: dict[str, Any]) -> Saved[Promise]:
        return promises.edit(store, [id], fields.values(store, given, SINGLES, {"text": "", "owed_by": "me"}))

    result = fields.in_form(f"{promise.ref} {human.parties(promise)}", before, save)
    answer(result, "promise.edit", human.edited(store.today), as_json=as_json)


def delete_ref(store: Store, ids: Sequence[int], as_json: bool = False) -> None:
    """Delete the promises, in one step."""
    answer(delete_all(store, "promise", ids), "promise.delete", deleted, as_json=as_json)
