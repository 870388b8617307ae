"""People named for a list of members, of whom some may be new: offered on a terminal, added by --create."""

from collections.abc import Sequence
from typing import Annotated

import typer

from lnet.cli.settings import can_ask
from lnet.domain.names import clean, key
from lnet.errors import NotFoundError, UsageError
from lnet.services.names import Who, resolve
from lnet.services.party import Party
from lnet.store.connect import Store

Create = Annotated[bool, typer.Option("--create", help="Add people who are not known.")]


def party(store: Store, texts: Sequence[str], *, create: bool = False, leaving: bool = False) -> Party:
    """Who is meant, each once: those who are known, and those to be added (nobody, if they are `leaving`).

    Raises NotFoundError for an unknown name that nobody wants added, AmbiguousError for one in doubt, UsageError for
    no name at all.
    """
    if not texts:
        raise UsageError("nobody was named")
    known: dict[int, Who] = {}
    new: dict[str, str] = {}
    for text in texts:
        try:
            who = resolve(store, text)
            known[who.id] = who
        except NotFoundError:
            if leaving or not clean(text) or not (create or wanted(text)):
                raise
            new.setdefault(key(text) or clean(text), clean(text))
    return Party(tuple(known.values()), tuple(new.values()))


def wanted(name: str) -> bool:
    """Whether the person on the terminal wants an unknown name added; False where nobody can be asked."""
    if not can_ask():
        return False
    from lnet.cli.prompt import Prompt

    return Prompt().add(name)
