"""What a command that wrote leaves behind, whatever the noun: the things as they are now, and the step to undo."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from lnet.errors import BadInputError, DateError, NotFoundError
from lnet.services.references import ref, refs
from lnet.store.connect import Store
from lnet.store.journal import step as journal_step
from lnet.store.read import titles
from lnet.store.read.records import View
from lnet.store.write.rows import delete


class Numbered(Protocol):
    """A value that was read from the store: a named tuple with the id of its row."""

    @property
    def id(self) -> int:
        """The id."""


Thing = TypeVar("Thing")
Kind = TypeVar("Kind", bound=Numbered)


class Saved(NamedTuple, Generic[Thing]):
    """Things just written, in the order given, the step that undoes it, and what the person should know besides."""

    things: tuple[Thing, ...]
    step: int
    warnings: tuple[str, ...] = ()

    def as_json(self) -> Any:
        """One object for one thing, a list for several; each with the step as `undo`, and the warnings."""
        shown = [{**jsonable_fields(each), "undo": self.step, "warnings": self.warnings} for each in self.things]
        return shown[0] if len(shown) == 1 else shown


def jsonable_fields(thing: Any) -> dict[str, Any]:
    """The object of a thing for JSON: what it says itself, else its fields."""
    shown: dict[str, Any] = thing.as_json() if hasattr(thing, "as_json") else thing._asdict()
    return shown


class Deleted(NamedTuple):
    """Things just deleted: their references, what they were called, and the step that brings them back."""

    refs: tuple[str, ...]
    titles: tuple[str, ...]
    step: int

    def as_json(self) -> Any:
        """The references, and the step as `undo`."""
        return {"deleted": self.refs, "undo": self.step}


def get_all(store: Store, kind: View[Kind], noun: str, ids: Sequence[int]) -> tuple[Kind, ...]:
    """The records with these ids, in the order given; raises NotFoundError for an id that is none."""
    found = {record.id: record for record in kind.by_ids(store, ids)}
    for id in ids:
        if id not in found:
            raise NotFoundError(noun, ref(noun, id))
    return tuple(found[id] for id in ids)


def already(noun: str, ids: Sequence[int], state: str) -> tuple[str, ...]:
    """What to tell of things that were in a state before a command put them there: nothing has changed."""
    return tuple(f"{ref(noun, id)} was {state} already" for id in ids)


def delete_all(store: Store, noun: str, ids: Sequence[int]) -> Deleted:
    """Delete things of a noun with what belongs to them, in one step. Undo brings all of it back.

    Raises NotFoundError for an id that is none.
    """
    called = tuple(title(store, noun, id) for id in ids)
    with journal_step(store, f"{noun} delete", refs(noun, ids)) as open_:
        for id in ids:
            delete(open_, noun, id=id)
    return Deleted(tuple(ref(noun, id) for id in ids), called, open_.id)


def title(store: Store, noun: str, id: int) -> str:
    """What a thing is called; raises NotFoundError for an id that is none."""
    found = titles.by_id(store, noun, id)
    if found is None:
        raise NotFoundError(noun, ref(noun, id))
    return found.title


def happened(on: date | None, today: date) -> date:
    """The day something happened: today if it was not said. Raises DateError for a day to come."""
    if on is not None and on > today:
        raise DateError(on.isoformat(), "this is still to come")
    return on or today


def needed_day(on: object, today: date) -> date:
    """The day something happened, where it cannot be left out; raises BadInputError if it is, or is still to come."""
    if not isinstance(on, date):
        raise BadInputError("it needs a day on which it happened")
    return happened(on, today)
