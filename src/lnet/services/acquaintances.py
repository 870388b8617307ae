"""Who knows whom, and whom I introduced to each other. Every change is one step, undone as one."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from lnet.errors import BadInputError, NotFoundError
from lnet.services.names import Who
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.read.dossier import ACQUAINTED, Acquainted
from lnet.store.write import acquaintance as write

COMMAND = "contact know"


class Known(NamedTuple):
    """Somebody and everybody they know by now, the step that undoes it, and what to know besides."""

    who: Who
    knows: tuple[Acquainted, ...]
    step: int
    warnings: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Who is meant, whom they `knows`, the step as `undo`, and the warnings."""
        return self.who._asdict() | {"knows": self.knows, "undo": self.step, "warnings": self.warnings}


def know(store: Store, who: Who, others: Sequence[Who], *, introduced: bool = False) -> Known:
    """Note that somebody knows others, and they them. Undo takes it back.

    Raises BadInputError for somebody who would know themselves.
    """
    if any(other.id == who.id for other in others):
        raise BadInputError(f"{who.name} is named twice", "name two people: lnet contact know ada wei")
    with step(store, f"{COMMAND} --introduced" if introduced else COMMAND, named(who, others)) as open_:
        same = [other for other in others if not write.know(open_, who.id, other.id, introduced=introduced)]
    return Known(who, known(store, who), open_.id, tuple(f"{each.name}: noted already" for each in same))


def introduce(store: Store, who: Who, others: Sequence[Who]) -> Known:
    """As `know`, because I introduced them to each other; who knew each other already were introduced all the same."""
    return know(store, who, others, introduced=True)


def forget(store: Store, who: Who, others: Sequence[Who]) -> Known:
    """Take away that somebody knows others. Undo brings it back. Raises NotFoundError where it is not noted."""
    with step(store, f"{COMMAND} --remove", named(who, others)) as open_:
        for other in others:
            if not write.forget(open_, who.id, other.id):
                raise NotFoundError("link", f"{who.name} and {other.name}")
    return Known(who, known(store, who), open_.id)


def known(store: Store, who: Who) -> tuple[Acquainted, ...]:
    """Everybody whom somebody knows, by name."""
    return tuple(ACQUAINTED.listed(store, "contact_id = ?", (who.id,), "name, link"))


def named(who: Who, others: Sequence[Who]) -> str:
    """All of them, as history shows them."""
    return f"{who.slug} {', '.join(other.slug for other in others)}"
