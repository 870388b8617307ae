"""Kinds of things: which module of `lnet.cli` shows, edits and deletes what a reference names. Loaded when first used.

Each noun's module offers three functions, which answer by themselves:

- `show_ref(store, id, as_json)`: the thing, as `lnet NOUN show` shows it;
- `edit_ref(store, id)`: the small text form of the thing (on a terminal only, see `form`);
- `delete_ref(store, ids, as_json)`: all of them, in one step.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Any, NamedTuple

from lnet.cli.answer import answer
from lnet.errors import NotFoundError
from lnet.render.screen import screen
from lnet.store.connect import Store

# By noun, in the order in which a title is looked up.
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
    """The module of a noun, with its three functions."""
    return import_module(f"lnet.cli.{MODULES[noun]}")


def find(store: Store, text: str) -> Thing:
    """What a text names: by reference (g3), else a person, else by a unique start of a title.

    Raises NotFoundError (with the people who may be meant) or AmbiguousError.
    """
    from lnet.services import names, references

    named = references.parse(text)
    if named and named[0] != "contact":
        return Thing(named[0], references.find(store, named[0], text))
    try:
        return Thing("contact", names.resolve(store, text).id)
    except NotFoundError:
        if titled := by_title(store, text):
            return titled
        raise


def by_title(store: Store, text: str) -> Thing | None:
    """What a unique start of a title names, goals first; None if nothing is called so."""
    from lnet.services import references

    for noun in TITLED:
        try:
            return Thing(noun, references.find(store, noun, text))
        except NotFoundError:
            continue
    return None


def find_all(store: Store, texts: Sequence[str]) -> list[Thing]:
    """As `find`, for several; each thing once, in the order given."""
    return list(dict.fromkeys(find(store, text) for text in texts))


# --- several things at once -------------------------------------------------------------------------------------


def show_all(store: Store, things: Sequence[Thing], as_json: bool) -> None:
    """Show each thing as its noun does; as JSON one object for one, a list for several."""
    if as_json and len(things) > 1:
        show_together(store, things)
        return
    for number, thing in enumerate(things):
        if number:
            screen().line()
        module(thing.noun).show_ref(store, thing.id, as_json=as_json)


def show_together(store: Store, things: Sequence[Thing]) -> None:
    """The objects of several things in one envelope, gathered from what each noun answers."""
    import contextlib
    import io
    import json

    answers = []
    for thing in things:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            module(thing.noun).show_ref(store, thing.id, as_json=True)
        answers.append(json.loads(out.getvalue())["data"])
    answer(answers, "show", lambda _, __: None, as_json=True)


def delete_all(store: Store, things: Sequence[Thing], as_json: bool) -> None:
    """Delete things, those of one noun in one step."""
    for noun in dict.fromkeys(thing.noun for thing in things):
        module(noun).delete_ref(store, [thing.id for thing in things if thing.noun == noun], as_json)
