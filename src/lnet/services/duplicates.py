"""Contacts that may be one person, each pair with its evidence and the command that merges; nothing is written."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from lnet.domain.twins import Pair, pairs
from lnet.store.connect import Store
from lnet.store.read import twins as read


class Duplicate(NamedTuple):
    """Two contacts that may be one person, and what speaks for two: in words, as found in the store."""

    pair: Pair
    apart: tuple[str, ...]

    @property
    def evidence(self) -> tuple[str, ...]:
        """What speaks for one person, the strongest first."""
        return tuple(each.text for each in self.pair.evidence if each.points > 0)

    @property
    def against(self) -> tuple[str, ...]:
        """What speaks for two."""
        return (*(each.text for each in self.pair.evidence if each.points < 0), *self.apart)

    @property
    def command(self) -> str:
        """The command line that merges the two."""
        return f"lnet contact merge {self.pair.keep.slug} {self.pair.other.slug}"

    @property
    def parting(self) -> str:
        """The command line that says they are two people."""
        return f"lnet contact distinct {self.pair.keep.slug} {self.pair.other.slug}"

    def as_json(self) -> dict[str, Any]:
        """One object of `contact duplicates --json`."""
        keep, other = self.pair.keep, self.pair.other
        return {
            "id": keep.id, "name": keep.name, "slug": keep.slug, "other_id": other.id, "other_name": other.name,
            "other_slug": other.slug, "points": self.pair.points, "evidence": self.evidence, "against": self.against,
            "command": self.command, "distinct_command": self.parting,
        }  # fmt: skip


class Duplicates(NamedTuple):
    """The strongest pairs, and how many more there are."""

    pairs: tuple[Duplicate, ...]
    more: int


def duplicates(store: Store, limit: int | None = None) -> Duplicates:
    """The pairs of contacts that may be one person, the strongest evidence first, at most `limit`.

    Left out are those of whom it was said that they are two. Six statements, whatever the size of the network.
    """
    found = pairs(read.twins(store), read.apart(store))
    shown = found[:limit]
    return Duplicates(tuple(with_history(store, shown)), len(found) - len(shown))


def with_history(store: Store, found: Sequence[Pair]) -> list[Duplicate]:
    """The pairs with what the store knows of both: that they talked with each other, that they know each other."""
    ids = [(pair.keep.id, pair.other.id) for pair in found]
    talks, known = read.together(store, ids), read.acquainted(store, ids)
    return [
        Duplicate(pair, tuple(filter(None, (
            f"both took part in {talks[place]}" if place in talks else "",
            "they know each other" if place in known else "",
        ))))
        for place, pair in enumerate(found)
    ]  # fmt: skip
