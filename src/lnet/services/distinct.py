"""Contacts of whom I said that they are two people, however alike. Every change is one step, undone as one."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from lnet.errors import BadInputError, NotFoundError
from lnet.services.names import Who
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.read.twins import DISTINCT, Namesake
from lnet.store.write import distinct as write

COMMAND = "contact distinct"


class Apart(NamedTuple):
    """Somebody and everybody they are not, the step that undoes it, and what to know besides."""

    who: Who
    others: tuple[Namesake, ...]
    step: int
    warnings: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Who is meant, from whom they are `distinct`, the step as `undo`, and the warnings."""
        return self.who._asdict() | {"distinct": self.others, "undo": self.step, "warnings": self.warnings}


def part(store: Store, who: Who, others: Sequence[Who]) -> Apart:
    """Note that somebody is none of the others, so that nobody asks again. Undo takes it back.

    Raises BadInputError for somebody who would not be themselves.
    """
    if any(other.id == who.id for other in others):
        raise BadInputError(f"{who.name} ({who.slug}) is one contact, not two", "name two that are different people")
    with step(store, COMMAND, named(who, others)) as open_:
        same = [other for other in others if not write.part(open_, who.id, other.id)]
    return Apart(who, told_apart(store, who), open_.id, tuple(f"{each.slug}: noted already" for each in same))


def doubt(store: Store, who: Who, others: Sequence[Who]) -> Apart:
    """Take away that somebody is none of the others: they may be one person again. Undo brings it back.

    Raises NotFoundError where it is not noted.
    """
    with step(store, f"{COMMAND} --remove", named(who, others)) as open_:
        for other in others:
            if not write.doubt(open_, who.id, other.id):
                raise NotFoundError("pair told apart", f"{who.slug} and {other.slug}")
    return Apart(who, told_apart(store, who), open_.id)


def told_apart(store: Store, who: Who) -> tuple[Namesake, ...]:
    """Everybody from whom somebody was told apart, by name."""
    return tuple(DISTINCT.listed(store, "contact_id = ?", (who.id,), "name, link"))


def named(who: Who, others: Sequence[Who]) -> str:
    """All of them, as history shows them."""
    return f"{who.slug} {', '.join(other.slug for other in others)}"
