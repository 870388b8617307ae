"""What was done, step by step, and back again."""

from typing import Any, NamedTuple

from lnet.services.names import resolve
from lnet.store import journal, reversal
from lnet.store.connect import Store
from lnet.store.journal import Entry
from lnet.store.read.history import touching
from lnet.store.reversal import Reversal

SHOWN = 20


class Steps(NamedTuple):
    """Some steps, newest first, and whether there are more of them."""

    entries: tuple[Entry, ...]
    more: bool = False

    def as_json(self) -> Any:
        """The steps alone."""
        return self.entries


def steps(store: Store, name: str | None = None, limit: int | None = SHOWN) -> Steps:
    """The newest steps (None: all), of somebody alone where a name is given: theirs and of what is linked to them.

    Raises NotFoundError or AmbiguousError for the name.
    """
    most = None if limit is None else limit + 1  # one more, to know whether there are more
    found = journal.entries(store, most) if name is None else touching(store, resolve(store, name).id, most)
    return Steps(tuple(found[:limit]), limit is not None and len(found) > limit)


def undoable(store: Store) -> Steps:
    """The newest steps that can be taken back: those that are neither an undo or redo nor undone."""
    found = reversal.undoable(store, SHOWN + 1)
    return Steps(tuple(found[:SHOWN]), len(found) > SHOWN)


def undo(store: Store, number: int | None = None, *, keep: bool = True) -> Reversal:
    """Take back a step (the newest that is not undone), or only tell which; undoing that does it again.

    Raises NotFoundError for a number that is no step, ConflictError where a later step built on it.
    """
    return reversal.undo(store, number, keep=keep)


def redo(store: Store, number: int | None = None, *, keep: bool = True) -> Reversal:
    """Do an undone step again (the one undone last), or only tell which; undo takes it back once more."""
    return reversal.redo(store, number, keep=keep)
