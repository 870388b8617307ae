"""What tells the people of a file apart where the format has no numbers of its own: addresses, else names."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from lnet.domain.addresses import identifies
from lnet.domain.cards import PersonCard
from lnet.domain.names import key

Seen = dict[str, tuple[str | None, ...]]  # those of a key, and what else was said of them
TRUSTED = ("url", "email", "phone")  # the order in which an address is trusted


def told_apart(cards: Sequence[PersonCard], within: str = "") -> list[PersonCard]:
    """The cards with their keys: the first address that nobody of another name has, else an address and the name.

    Somebody without an address goes by name (`within` what: a name alone says too little); two of one name who differ
    otherwise are taken for two. What an older file may have known them by stands in `former_keys`.
    """
    homes, names, seen = shared(cards), Counter(key(card.name) for card in cards), Seen()
    return [keyed(card, homes, names, seen, within) for card in cards]


def shared(cards: Sequence[PersonCard]) -> set[tuple[str, str]]:
    """The addresses that people of different names have: of a family, of an office."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for card in cards:
        for at in identifying(card):
            names[at].add(key(card.name))
    return {at for at, found in names.items() if len(found) > 1}


def identifying(card: PersonCard) -> list[tuple[str, str]]:
    """Kinds and keys of the addresses that belong to one person, the most trusted kind first."""
    found = [each.key for each in card.addresses if each.kind in TRUSTED and identifies(*each.key)]
    return sorted(dict.fromkeys(found), key=lambda at: TRUSTED.index(at[0]))


def keyed(
    card: PersonCard, homes: set[tuple[str, str]], names: Counter[str], seen: Seen, within: str = ""
) -> PersonCard:
    """One card with its keys."""
    addresses, name = identifying(card), key(card.name)
    alone = f"{within} · {name or card.name}" if within else name or card.name
    strong = [at for kind, at in addresses if (kind, at) not in homes] + [f"{name} · {at}" for _, at in addresses]
    if not strong:
        tells = (card.organisation, card.title, card.location, card.birthday)
        return card._replace(source_key=apart(alone, tells, seen))
    former = (*strong[1:], alone) if names[name] == 1 else tuple(strong[1:])
    return card._replace(source_key=strong[0], former_keys=former)


def apart(weak: str, tells: tuple[str | None, ...], seen: Seen) -> str:
    """A key for somebody who has but a name: those who differ otherwise are taken for different people."""
    found, number = weak, 1
    while seen.setdefault(found, tells) != tells:
        number += 1
        found = f"{weak} #{number}"
    return found
