"""Who is meant: from a typed name, slug or reference to one contact, or an honest error."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lnet.domain.names import clean, key
from lnet.errors import AmbiguousError, NotFoundError
from lnet.store.connect import Store
from lnet.store.read import contacts as read
from lnet.store.read.contacts import Name


@dataclass(frozen=True, slots=True)
class Who:
    """One contact, as far as naming them goes."""

    id: int
    name: str
    slug: str


def resolve(store: Store, text: str) -> Who:
    """The one contact meant by a full name, nickname, unique first name or prefix, slug, or c12.

    Raises NotFoundError with up to three suggestions, AmbiguousError with the candidates; never guesses.
    """
    for look_up in (whole_name, first_name, prefix):
        found = spelled_so(look_up(store, text), text)
        if len(found) == 1:
            return Who(found[0].id, found[0].name, found[0].slug)
        if found:
            raise AmbiguousError(clean(text), [candidate(name, found) for name in found])
    raise NotFoundError("contact", clean(text), suggestions(store, text))


def resolve_all(store: Store, texts: Sequence[str]) -> list[Who]:
    """As `resolve`, for several; each person once, in the order given."""
    return list({who.id: who for who in (resolve(store, text) for text in texts)}.values())


def whole_name(store: Store, text: str) -> list[Name]:
    """By slug, full name or nickname; by c12 where nobody is called so."""
    slug = text.strip().removeprefix("@").lower()
    if re.fullmatch(r"[a-z0-9-]+", slug) and (found := read.by_slug(store, slug)):
        return found
    wanted = key(text)
    found = (read.by_key(store, wanted) or read.by_nickname(store, wanted)) if wanted else []
    number = re.fullmatch(r"c([0-9]{1,12})", slug)
    return found or (read.by_id(store, int(number[1])) if number else []) or by_very_name(store, text)


def by_very_name(store: Store, text: str) -> list[Name]:
    """For names without any letter (an emoji): spelled just so."""
    return read.names_of(store.db.execute(f"{read.NAME} WHERE c.name = ?", (clean(text),))) if not key(text) else []


def first_name(store: Store, text: str) -> list[Name]:
    """By a first name alone, else by any word of the name; people of the network before the address book."""
    wanted = key(text)
    if not wanted or " " in wanted:
        return []
    found = read.by_word(store, wanted)
    return in_network([name for name in found if key(name.name).split()[:1] == [wanted]]) or in_network(found)


def prefix(store: Store, text: str) -> list[Name]:
    """By the beginning of the name or slug."""
    wanted = key(text)
    return in_network(read.by_prefix(store, wanted)) if wanted else []


def in_network(found: list[Name]) -> list[Name]:
    """Those who are not merely in the address book; all of them where nobody else is."""
    return [name for name in found if not name.address_book] or found


def spelled_so(found: list[Name], text: str) -> list[Name]:
    """Of several, the one spelled just so (accents, then case); else all of them."""
    spellings: tuple[Callable[[str], str], ...] = (str.casefold, str)
    for spelling in spellings:
        if len(found) > 1:
            wanted = spelling(clean(text))
            found = [name for name in found if wanted in map(spelling, (name.name, *name.nicknames))] or found
    return found


def candidate(name: Name, among: Sequence[Name]) -> str:
    """How a candidate is listed: by name, with the slug where the name alone does not tell."""
    alike = sum(1 for other in among if other.name == name.name) > 1
    return f"{name.name} ({name.slug})" if alike else name.name


def suggestions(store: Store, text: str) -> list[str]:
    """Up to three names that may be meant: those with a word like one of the words typed."""
    from difflib import get_close_matches

    found: dict[str, None] = {}
    for word in key(text).split()[:4]:
        nearby = read.words_like(store, word[:2]) or read.words_like(store, word[:1])
        for close in get_close_matches(word, nearby, n=3, cutoff=0.7):
            found |= dict.fromkeys(name.name for name in in_network(read.by_word(store, close))[:3])
    ranked = get_close_matches(clean(text), found, n=3, cutoff=0.0)
    return ranked[:3]
