"""Rows of one file that are the same person by the source's own key: folded into one before anything is compared.

So that the outcome does not depend on which of them was seen last, and the same file again changes nothing.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from lnet.domain.cards import PACE, SEVERAL, SINGLE, TALK, PersonCard
from lnet.domain.merging import verbatim


class Repeat(NamedTuple):
    """A further row of somebody: where it stands, and where the first one; `adds` if it said something new.

    `differs` names the fields in which it disagrees, with what it said; there the first row was taken.
    """

    where: str
    first: str
    source_key: str
    adds: bool
    differs: tuple[tuple[str, str], ...]


def folded(cards: Iterable[PersonCard]) -> tuple[list[PersonCard], list[Repeat]]:
    """Each person once, in the order of their first rows, with what later rows add; and those later rows."""
    first: dict[str, PersonCard] = {}
    repeats = []
    for card in cards:
        known = first.setdefault(card.source_key, card)
        if known is not card:
            both = joined(known, card)
            first[card.source_key] = both
            differs = tuple(differences(known, card))
            repeats.append(Repeat(card.where, known.where, card.source_key, both != known, differs))
    return list(first.values()), repeats


def joined(known: PersonCard, more: PersonCard) -> PersonCard:
    """The first card, with what is empty in it filled in and its lists grown."""
    values: dict[str, Any] = {name: getattr(known, name) or getattr(more, name) for name in SINGLE}
    for name in ("introduced_by", *PACE):
        values[name] = getattr(more, name) if getattr(known, name) is None else getattr(known, name)
    for name in (*SEVERAL, "addresses", "knows"):
        values[name] = tuple(dict.fromkeys(getattr(known, name) + getattr(more, name)))
    return known._replace(**values, extra=verbatim(more.extra, {}, known.extra))


def differences(known: PersonCard, more: PersonCard) -> Iterable[tuple[str, str]]:
    """The fields in which both say something, but not the same, with what the second says."""
    for name in SINGLE:
        mine, theirs = getattr(known, name), getattr(more, name)
        if mine and theirs and mine != theirs:
            yield name, str(theirs)


def grown(before: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """What two files that hold parts of one conversation say together: it began with the earlier part.

    Where one side wrote in the one and the other in the other, it is mutual; it is about what was known first.
    """
    both = {**more, **{name: value for name, value in before.items() if name in TALK or name == "topics"}}
    times = [each["time"] for each in (before, more) if "time" in each]
    if times:
        both["time"] = min(times)
    if before.get("direction") != more.get("direction"):
        both["direction"] = "mutual"
    return both
