"""Kinds of things: which module of `lnet.cli` shows, edits and deletes what a reference names. Loaded when first used.

Each noun's module offers three functions, which answer by themselves:

- `show_ref(store, id, as_json)`: the thing, as `lnet NOUN show` shows it;
- `edit_ref(store, id)`: the small text form of the thing (on a terminal only, see `form`);
- `delete_ref(store, ids, as_json)`: all of them, in one step.
"""

import contextlib
import io
import json
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import Any, NamedTuple

from lnet.cli.answer import answer
from lnet.cli.commands import COMMANDS
from lnet.errors import AmbiguousError, NotFoundError, UsageError
from lnet.render.screen import screen
from lnet.services import names, references
from lnet.store.connect import Store
from lnet.store.read import titles

MODULES = {
    "contact": "contact", "goal": "goal", "project": "project", "event": "event", "community": "community",
    "resource": "resource", "interaction": "interaction", "promise": "promise", "feedback": "feedback",
    "insight": "insight", "exchange": "exchange",
}  # fmt: skip
TITLED = ("goal", "project", "event", "community", "resource")


class Thing(NamedTuple):
    """Something that was named: its noun and its id."""

    noun: str
    id: int


def module(noun: str) -> Any:
    """The module of a noun, with its three functions; raises UsageError for one that has no command."""
    if noun not in COMMANDS:
        raise UsageError(f"lnet has no command for {references.article(noun)} yet")
    return import_module(f"lnet.cli.{MODULES[noun]}")


def find(store: Store, text: str, titled: Sequence[str] = TITLED) -> Thing:
    """What a text names: by reference (g3), else a person, else by a unique start of a title of these nouns.

    Raises NotFoundError (with the people who may be meant) or AmbiguousError.
    """
    named = references.parse(text)
    if named and (named[0] != "community" or titles.by_id(store, *named)):
        refuse_namesake(store, *named, text)
        return Thing(named[0], references.find(store, named[0], text))
    try:
        return Thing("contact", names.resolve(store, text).id)
    except NotFoundError as error:
        if text.strip().isdigit():
            error.hint = f"say which kind: g{text.strip()}, i{text.strip()} …"
            raise
        if thing := by_title(store, text, titled):
            return thing
        raise


def refuse_namesake(store: Store, noun: str, id: int, text: str) -> None:
    """Raise AmbiguousError where c12 is a community and also somebody whose name has no letters for a slug."""
    people = names.by_slug(store, text) if noun == "community" else []
    if people:
        raise AmbiguousError(text, [people[0].name, f"community {id}"], "lnet contact show, or lnet community show")


def by_title(store: Store, text: str, titled: Sequence[str]) -> Thing | None:
    """What a unique start of a title names; None if nothing is called so. Raises AmbiguousError for several."""
    found: list[tuple[str, int]] = []
    for noun in titled:
        with contextlib.suppress(NotFoundError):
            found.append((noun, references.find(store, noun, text)))
    if len(found) > 1:
        raise AmbiguousError(text, [references.ref(*each) for each in found], "use the reference")
    return Thing(*found[0]) if found else None


def find_all(store: Store, texts: Sequence[str]) -> list[Thing]:
    """As `find`, for several; each thing once, in the order given."""
    return list(dict.fromkeys(find(store, text) for text in texts))


# --- several things at once -------------------------------------------------------------------------------------


def show_all(store: Store, things: Sequence[Thing], *, as_json: bool) -> None:
    """Show each thing as its noun does; as JSON one object for one, a list for several."""
    calls = [partial(module(thing.noun).show_ref, store, thing.id, as_json) for thing in things]
    together("show", calls, as_json=as_json)


def delete_all(store: Store, things: Sequence[Thing], *, as_json: bool) -> None:
    """Delete things, those of one noun in one step; as JSON a list, if they are of several nouns."""
    nouns = {noun: [thing.id for thing in things if thing.noun == noun] for noun, _ in things}
    calls = [partial(module(noun).delete_ref, store, ids, as_json) for noun, ids in nouns.items()]
    together("delete", calls, as_json=as_json)


def together(command: str, calls: Sequence[Callable[[], None]], *, as_json: bool) -> None:
    """Make the calls, each of which answers: parted by a blank line, or as JSON gathered in one envelope."""
    if as_json and len(calls) > 1:
        answer([data_of(call) for call in calls], command, lambda _, __: None, as_json=True)
        return
    for number, call in enumerate(calls):
        if number and command == "show":
            screen().line()
        call()


def data_of(call: Callable[[], None]) -> Any:
    """The data of the JSON envelope that a call prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        call()
    return json.loads(out.getvalue())["data"]
