"""Which thing is meant: from g3, 3 or the start of a title to one row, or an honest error."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lnet.domain.names import clean, key
from lnet.domain.vocabulary import REFERENCE_LETTERS
from lnet.errors import AmbiguousError, NotFoundError
from lnet.store.connect import Store
from lnet.store.read import titles
from lnet.store.read.titles import Titled

LETTERS = {noun: letter for letter, noun in REFERENCE_LETTERS.items()}
SHOWN = 40  # of a long title, in a list of candidates


class Target(NamedTuple):
    """A thing that was named: its noun and id; the noun "row" means the contact in a row of the list."""

    noun: str
    id: int


def parse(text: str) -> tuple[str, int] | None:
    """The noun and number of a short reference: "g3" → ("goal", 3), in either case; None for any other text."""
    match = re.fullmatch("([a-z])([0-9]{1,12})", text.strip().lower(), re.ASCII)
    if match is None or match[1] not in REFERENCE_LETTERS:
        return None
    return REFERENCE_LETTERS[match[1]], int(match[2])


def ref(noun: str, id: int) -> str:
    """The short reference of a thing: ("goal", 3) → "g3"."""
    return f"{LETTERS[noun]}{id}"


def refs(noun: str, ids: Iterable[int]) -> str:
    """Several of them in one line: "g3, g7"."""
    return ", ".join(ref(noun, id) for id in ids)


def find(store: Store, noun: str, text: str, *, live: bool = False) -> int:
    """The id of the one thing of `noun` meant by g3, by 3, or by a whole title or a unique start of one.

    `live`: among things called alike the one that is still open or active is meant (for verbs that end something).
    People are found by `services.names`. Raises NotFoundError with suggestions, AmbiguousError with the candidates.
    """
    number = own_number(noun, text)
    if number is not None and titles.by_id(store, noun, number):
        return number
    found = called(store, noun, text, live=live)
    if len(found) == 1:
        return found[0].id
    if found:
        hint = f"use the reference, such as {ref(noun, found[0].id)}"
        raise AmbiguousError(clean(text), [candidate(noun, each) for each in found], hint)
    raise NotFoundError(noun, clean(text), suggestions(store, noun, text), another(noun, text))


def find_all(store: Store, noun: str, texts: Sequence[str], *, live: bool = False) -> list[int]:
    """As `find`, for several; each thing once, in the order given."""
    return list(dict.fromkeys(find(store, noun, text, live=live) for text in texts))


def own_number(noun: str, text: str) -> int | None:
    """The number in "g3" or "3" where the noun fits; None for any other text."""
    if re.fullmatch("[0-9]{1,12}", text.strip(), re.ASCII):
        return int(text.strip())
    named = parse(text)
    return named[1] if named and named[0] == noun else None


def called(store: Store, noun: str, text: str, *, live: bool) -> list[Titled]:
    """The things whose title starts so; only those of that whole title, if there are any."""
    wanted = key(text)
    found = titles.by_start(store, noun, wanted) if wanted else titles.by_very_title(store, noun, clean(text) or "\0")
    if live:
        found = [each for each in found if each.live] or found
    return [each for each in found if key(each.title) == wanted] or found


def candidate(noun: str, thing: Titled) -> str:
    """How a candidate is listed: "g3 Read query plans", a long title shortened."""
    title = thing.title if len(thing.title) <= SHOWN else thing.title[: SHOWN - 1].rstrip() + "…"
    return f"{ref(noun, thing.id)} {title}"


def suggestions(store: Store, noun: str, text: str) -> list[str]:
    """Up to three things whose title is much like the text; none for a reference, which is right or wrong."""
    if own_number(noun, text) is not None or parse(text):
        return []
    from difflib import get_close_matches

    by_key = {key(each.title)[:SHOWN]: each for each in titles.every(store, noun)}
    return [candidate(noun, by_key[close]) for close in get_close_matches(key(text)[:SHOWN], by_key, n=3, cutoff=0.6)]


def another(noun: str, text: str) -> str:
    """The hint for a reference to something else: "p7 is a promise"."""
    named = parse(text)
    return f"{text.strip()} names {article(named[0])}" if named and named[0] != noun else ""


def article(noun: str) -> str:
    """The noun as one thing: "an insight", "a promise"."""
    return noun if noun == "feedback" else f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
