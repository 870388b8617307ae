"""Who of an import knows whom, and through whom I met them: noted while people are decided, written once they are."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from lnet.services.drafts import Draft
from lnet.store.journal import Step
from lnet.store.write.imported import introduce_many, link_many

if TYPE_CHECKING:
    from lnet.services.imported_people import People, Row


class Tie(NamedTuple):
    """Somebody who is tied to another one of the same source."""

    id: int
    source: str
    other: str


class Ties:
    """What is new about an import's ties; one that was taken away here does not come again."""

    def __init__(self) -> None:
        self.knows: list[Tie] = []
        self.through: list[Tie] = []

    def add(self, row: "Row", draft: Draft, base: Mapping[str, Any]) -> None:
        """Note the ties of a card that had not come before."""
        new = [Tie(draft.id, row.source, at) for at in row.card.knows if at not in base.get("knows", ())]
        through = row.card.introduced_by
        if through and through != base.get("introduced_by") and draft.stands.values["introduced_by"] is None:
            self.through.append(Tie(draft.id, row.source, through))
            draft.edits += 1
        self.knows += new
        draft.edits += len(new)

    def write(self, open_: Step, people: "People") -> None:
        """Write them; the people must be there by now. Undo takes them away."""
        pairs = ((min(pair), max(pair)) for pair in resolved(self.knows, people))
        link_many(open_, "acquaintance", ("contact_id", "other_id"), pairs)
        introduce_many(open_, resolved(self.through, people))


def resolved(ties: list[Tie], people: "People") -> Iterator[tuple[int, int]]:
    """The ids of both; a tie to somebody who was deleted here, or never came, is left out."""
    for tie in ties:
        other = people.known.get((tie.source, tie.other))
        if other and other.id is not None and other.id != tie.id:
            yield tie.id, other.id
