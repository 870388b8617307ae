"""What an answer does: each is a step of its own, stored at once."""

from typing import NamedTuple

from lnet.services import history
from lnet.services.review.item import Choice, Item, Said
from lnet.store.connect import Store
from lnet.store.journal import step

NOTHING = Said()


class Answered(NamedTuple):
    """An item that was answered, what is so now in a few words, and the step that undoes it."""

    item: Item
    said: str
    step: int


def settle(store: Store, item: Item, choice: Choice, said: Said = NOTHING) -> Answered:
    """Write one answer to an item. Undo takes back all of it, so that the item comes again.

    Raises BadInputError for a text that is empty, or a day on the wrong side of today.
    """
    with step(store, "review", f"{choice.word}: {item.ref or item.slug}") as open_:
        words = choice.write(store, open_, item, said)
    return Answered(item, words, open_.id)


def take_back(store: Store, answered: Answered) -> None:
    """Undo an answer; raises ConflictError where something was changed since that builds on it."""
    history.undo(store, answered.step)
