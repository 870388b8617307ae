"""Merging contacts that are one person: everything of the others comes to the one who is kept, in one step."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from lnet.domain.names import clean
from lnet.domain.one_person import Difference, differences, united
from lnet.errors import BadInputError
from lnet.services import contacts
from lnet.services.contacts import Card
from lnet.services.names import Who
from lnet.store.connect import Store
from lnet.store.journal import Step, step
from lnet.store.read.contacts import Method
from lnet.store.read.merging import contact_row
from lnet.store.write import contact as write
from lnet.store.write.merge import Moved, leave_slug, move_all
from lnet.store.write.rows import update


class Absorbed(NamedTuple):
    """One contact who was merged into another: what moved, and what they said that was not taken over."""

    who: Who
    moved: tuple[Moved, ...]
    differences: tuple[Difference, ...]


class Merged(NamedTuple):
    """The contact who was kept, as they are now, and what came of each of the others.

    `undo` is the step that parts them again; None for a dry run, after which all is as it was.
    """

    card: Card
    methods: tuple[Method, ...]
    others: tuple[Absorbed, ...]
    undo: int | None

    @property
    def moved(self) -> dict[str, int]:
        """How many rows of each noun came over; nouns without any are left out."""
        return self.total("rows")

    @property
    def both(self) -> dict[str, int]:
        """How many links of each noun the kept contact had already."""
        return self.total("both")

    def total(self, what: str) -> dict[str, int]:
        """The numbers of all the others together."""
        sums: dict[str, int] = {}
        for each in (moved for other in self.others for moved in other.moved):
            sums[each.noun] = sums.get(each.noun, 0) + getattr(each, what)
        return {noun: number for noun, number in sums.items() if number}

    def as_json(self) -> dict[str, Any]:
        """The contact who was kept, with what was merged, what moved, and what was not taken over."""
        told = [
            {"field": each.field, "kept": each.kept, "other": each.other, "slug": other.who.slug}
            for other in self.others
            for each in other.differences
        ]
        merged = [{"id": other.who.id, "name": other.who.name, "slug": other.who.slug} for other in self.others]
        return self.card.as_json() | {
            "methods": self.methods, "merged": merged, "moved": self.moved, "both": self.both, "differences": told,
            "dry_run": self.undo is None, "undo": self.undo,
        }  # fmt: skip


def merge(store: Store, keep: Who, others: Sequence[Who], *, dry_run: bool = False) -> Merged:
    """Merge others into one contact, in one step; undo parts them again, exactly. `dry_run` only says what would be.

    Raises BadInputError for somebody who would be merged into themselves.
    """
    if keep.id in [other.id for other in others]:
        raise BadInputError(f"{keep.name} ({keep.slug}) is one contact, not two", "name two that are the same person")
    words = " ".join((keep.slug, *(other.slug for other in others)))
    with step(store, "contact merge", words, keep=not dry_run) as open_:
        absorbed = tuple(absorb(store, open_, keep.id, other) for other in others)
        card, methods = contacts.get(store, keep), contacts.methods(store, keep)
    return Merged(card, methods, absorbed, None if dry_run else open_.id)


def absorb(store: Store, open_: Step, keep: int, other: Who) -> Absorbed:
    """Let one contact hold all that another holds, and the other be gone, inside an open step."""
    mine, theirs = contact_row(store, keep), contact_row(store, other.id)
    after = united(mine, theirs)
    rhythm = contacts.rhythm(store, keep)
    moved = move_all(open_, keep, other.id)
    update(open_, "contact", keep, **after)
    if clean(theirs["name"]) != mine["name"]:
        write.add_nicknames(open_, keep, [theirs["name"]])
    leave_slug(open_, keep, other.id, theirs["slug"])
    if after["first_due"] is None and contacts.rhythm(store, keep) != rhythm:
        contacts.set_first_due(store, open_, keep)
    told = differences(mine, theirs, after, store.today.isoformat())
    return Absorbed(other, tuple(moved), tuple(told))
