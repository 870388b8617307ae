"""`lnet edit REF`: anything, by the options of its noun's own edit, or in the small text form."""

from collections.abc import Sequence

import typer

from lnet.cli import kinds
from lnet.cli.app import load
from lnet.cli.opened import opened
from lnet.cli.options import named
from lnet.cli.show import Refs
from lnet.errors import UsageError
from lnet.services import names, references
from lnet.store.connect import Store

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command(context_settings={"ignore_unknown_options": True})
def edit(refs: Refs) -> None:
    """Edit anything: by options behind it, without any in a small text form.

    The options are those of its noun: lnet goal edit --help.

    Example: lnet edit g3
    """
    first = next((place for place, word in enumerate(refs) if word.startswith("-") and word != "-"), len(refs))
    with opened() as store:
        things = kinds.find_all(store, named(refs[:first]))
        if not refs[first:]:
            for thing in things:
                kinds.module(thing.noun).edit_ref(store, thing.id)
            return
        nouns, words = {thing.noun for thing in things}, [word_for(store, thing) for thing in things]
    if len(nouns) != 1:
        raise UsageError("options come behind what they change, and change things of one kind at a time")
    by_options(nouns.pop(), [*words, *refs[first:]])


def word_for(store: Store, thing: kinds.Thing) -> str:
    """What its noun's own edit calls a thing: a person by slug, since somebody may be named c2; else the reference."""
    return names.numbered(store, thing.id).slug if thing.noun == "contact" else references.ref(*thing)


def by_options(noun: str, words: Sequence[str]) -> None:
    """Hand things and options to `lnet NOUN edit`."""
    kinds.module(noun)  # raises for a noun that has no command yet
    load(noun, "edit").main(["edit", *words], prog_name=f"lnet {noun}", standalone_mode=False)
