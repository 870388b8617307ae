"""People named for a list of members: those who are known, and the names of those to be added with it."""

from collections.abc import Sequence
from typing import NamedTuple

from lnet.services.names import Who
from lnet.store.journal import Step
from lnet.store.write import contact


class Party(NamedTuple):
    """Known people and new names, each in the order given."""

    known: Sequence[Who] = ()
    new: Sequence[str] = ()

    @property
    def words(self) -> str:
        """Everybody, as history shows them."""
        return ", ".join([*(who.slug for who in self.known), *self.new])

    @property
    def names(self) -> list[str]:
        """The names of everybody, as people read them."""
        return [*(who.name for who in self.known), *self.new]

    @property
    def told(self) -> tuple[str, ...]:
        """What to tell of those who are new."""
        return tuple(f"{name} is new in your network" for name in self.new)

    def written(self, step: Step) -> dict[int, str]:
        """The names of all of them by id, those who are new added. Undo takes these away again."""
        there = {who.id: who.name for who in self.known}
        return there | {contact.add(step, name): name for name in self.new}
