"""Who is meant: from a typed name, slug or reference to one contact, or an honest error."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from lnet.domain.names import clean, key, words
from lnet.errors import AmbiguousError, NotFoundError
from lnet.store.connect import Store
from lnet.store.read import names as read
from lnet.store.read.names import Name

LookUp = Callable[[Store, str], list[Name]]


class Who(NamedTuple):
    """One contact, as far as naming them goes."""

    id: int
    name: str
    slug: str


def who_of(name: Name) -> Who:
    """Somebody who was found, as far as naming them goes."""
    return Who(name.id, name.name, name.slug)


def resolve(store: Store, text: str) -> Who:
    """The one contact meant by a slug, full name, nickname, c12, unique first name or unique prefix.

    Case and accents are optional; who is spelled just so is preferred, and the network to the address book.
    Raises NotFoundError with up to three suggestions, AmbiguousError with the candidates; never guesses.
    """
    found = by_slug(store, text) or whole_name(store, text) or by_number(store, text) or by_part(store, text)
    if not found:
        raise NotFoundError("contact", clean(text), suggestions(store, text))
    if len(found) > 1:
        raise AmbiguousError(clean(text), [candidate(name, found) for name in found])
    return who_of(found[0])


def numbered(store: Store, id: int) -> Who:
    """The contact with this id; raises NotFoundError if there is none."""
    found = read.by_id(store, id)
    if not found:
        raise NotFoundError("contact", f"c{id}")
    return who_of(found[0])


def resolve_all(store: Store, texts: Sequence[str]) -> list[Who]:
    """As `resolve`, for several; each person once, in the order given."""
    return list({who.id: who for who in (resolve(store, text) for text in texts)}.values())


# --- the ways to name somebody, the surest first ----------------------------------------------------------------


def by_slug(store: Store, text: str) -> list[Name]:
    """By the slug, spelled as a slug is: what completion offers and scripts pass must never mean anybody else."""
    slug = text.strip().removeprefix("@")
    return read.by_slug(store, slug) if re.fullmatch("[a-z0-9-]+", slug) else []


def whole_name(store: Store, text: str) -> list[Name]:
    """By the full name; a name without any letter (an emoji) as it stands."""
    wanted = key(text)
    found = read.by_key(store, wanted) if wanted else read.by_very_name(store, clean(text))
    return spelled_so(in_network(found), text)


def by_number(store: Store, text: str) -> list[Name]:
    """By c12, where nobody is called so."""
    number = re.fullmatch(r"[cC]([0-9]{1,12})", text.strip())
    return read.by_id(store, int(number[1])) if number else []


def by_part(store: Store, text: str) -> list[Name]:
    """By nickname, first name, any word of the name, a prefix, or some of its words; in the address book only last."""
    wanted = key(text)
    if not wanted:
        return []
    look_ups: tuple[LookUp, ...] = (read.by_nickname, first_name, read.by_word, read.by_prefix, some_words)
    found = [spelled_so(look_up(store, wanted), text) for look_up in look_ups]
    near = [[name for name in names if not name.address_book] for names in found]
    return next((names for names in (*near, *found) if names), [])


def first_name(store: Store, wanted: str) -> list[Name]:
    """By the first word of the name."""
    return [name for name in read.by_word(store, wanted) if words(name.name)[:1] == (wanted,)]


def some_words(store: Store, wanted: str) -> list[Name]:
    """By the first word and some of the next, in order: "grace hopper" and "grace h" for Grace Brewster Hopper."""
    first, *rest = wanted.split()
    return [name for name in first_name(store, first) if in_order(rest, words(name.name)[1:])]


def in_order(wanted: Sequence[str], among: Sequence[str]) -> bool:
    """Whether each word wanted begins a word, one after the other."""
    remaining = iter(among)
    return all(any(word.startswith(start) for word in remaining) for start in wanted)


# --- of several, the one ----------------------------------------------------------------------------------------


def in_network(found: list[Name]) -> list[Name]:
    """Those who are not merely in the address book; all of them where nobody else is."""
    return [name for name in found if not name.address_book] or found


def spelled_so(found: list[Name], text: str) -> list[Name]:
    """Of several, those spelled just so; else all of them.

    Somebody who types an accent means it; who types none may mean either, unless a whole name stands just so.
    """
    wanted = clean(text).removeprefix("@")
    folded = wanted.casefold()
    ways: list[Callable[[Name], bool]] = [
        lambda name: wanted in (name.name, *name.nicknames),
        lambda name: folded in map(str.casefold, (name.name, *name.nicknames)),
    ]
    if folded != key(wanted):
        ways.append(lambda name: f" {folded}" in f" {name.name.casefold()}")
    for spelled in ways:
        if len(found) > 1:
            found = list(filter(spelled, found)) or found
    return found


def candidate(name: Name, among: Sequence[Name]) -> str:
    """How a candidate is listed: by name, with the slug where the name alone does not tell."""
    alike = sum(1 for other in among if other.name == name.name) > 1
    return f"{name.name} ({name.slug})" if alike else name.name


def suggestions(store: Store, text: str) -> list[str]:
    """Up to three names that may be meant: those with a word like one of the words typed, the likest first."""
    from difflib import get_close_matches

    found: dict[str, str] = {}
    for word in words(text)[:4]:
        for close in close_words(store, word):
            found |= {key(name.name): name.name for name in in_network(read.by_word(store, close))[:3]}
    return [found[close] for close in get_close_matches(key(text), found, n=3, cutoff=0.0)]


def close_words(store: Store, word: str) -> list[str]:
    """Up to three words of names that look like this one: of those that begin alike, else of all."""
    from difflib import get_close_matches

    alike = get_close_matches(word, read.words_like(store, word[:1]), n=3, cutoff=0.7)
    return alike or get_close_matches(word, read.words_like(store, ""), n=3, cutoff=0.7)
