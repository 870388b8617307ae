"""What tells the people of a file apart where the format has no numbers of its own: addresses, else names."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from lnet.domain.addresses import identifies
from lnet.domain.cards import PersonCard
from lnet.domain.names import key

Seen = dict[str, tuple[str | None, ...]]  # those of a key, and what else was said of them
TRUSTED = ("url", "email", "phone")  # the order in which an address is trusted


class Told(NamedTuple):
    """What tells who a card is: the key of the name, and the addresses that belong to one person, the best first."""

    card: PersonCard
    name: str
    addresses: list[tuple[str, str]]


def told_apart(cards: Sequence[PersonCard], within: str = "") -> list[PersonCard]:
    """The cards with their keys: the first address that nobody of another name has, else an address and the name.

    Somebody without an address goes by name (`within` what: a name alone says too little); two of one name who differ
    otherwise are taken for two. What an older file may have known them by stands in `former_keys`.
    """
    told = [Told(card, key(card.name), identifying(card)) for card in cards]
    homes, names, seen = shared(told), Counter(each.name for each in told), Seen()
    return [keyed(each, homes, within, seen, alone=names[each.name] == 1) for each in told]


def shared(told: Sequence[Told]) -> set[tuple[str, str]]:
    """The addresses that people of different names have: of a family, of an office."""
    first: dict[tuple[str, str], str] = {}
    return {at for each in told for at in each.addresses if first.setdefault(at, each.name) != each.name}


def identifying(card: PersonCard) -> list[tuple[str, str]]:
    """Kinds and keys of the addresses that belong to one person, the most trusted kind first."""
    found = (each.key for each in card.addresses if each.kind in TRUSTED)
    return sorted(dict.fromkeys(at for at in found if identifies(*at)), key=lambda at: TRUSTED.index(at[0]))


def keyed(told: Told, homes: set[tuple[str, str]], within: str, seen: Seen, *, alone: bool) -> PersonCard:
    """One card with its keys; `alone`: nobody else has the name."""
    card, name, addresses = told
    weak = f"{within} · {name or card.name}" if within else name or card.name
    strong = [at for kind, at in addresses if (kind, at) not in homes] + [f"{name} · {at}" for _, at in addresses]
    if not strong:
        tells = (card.organisation, card.title, card.location, card.birthday)
        return card._replace(source_key=apart(weak, tells, seen))
    return card._replace(source_key=strong[0], former_keys=(*strong[1:], weak) if alone else tuple(strong[1:]))


def apart(weak: str, tells: tuple[str | None, ...], seen: Seen) -> str:
    """A key for somebody who has but a name: those who differ otherwise are taken for different people."""
    found, number = weak, 1
    while seen.setdefault(found, tells) != tells:
        number += 1
        found = f"{weak} #{number}"
    return found
