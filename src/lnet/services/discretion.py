"""What others may read of people: names as each of them is to be shared, also where they stand in a text."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from lnet.domain.names import key, words
from lnet.domain.sentence.lexicon import EVERYDAY, PARTICLES
from lnet.store.connect import Store
from lnet.store.read import summary as read
from lnet.store.read.summary import ME, MENTOR, Namesakes

SOMEBODY = "a contact"
ADDRESS = re.compile(r"\S+@\S+\.\S+")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
WEAK = "+"  # of a word: a part of a name only beside another part of it ("van", an initial, the space between)
POSSESSIVE = re.compile("['’]s$")


class Discretion(NamedTuple):
    """How people are told of to an audience: `shares` by slug; `namesakes`: whose names the words of the texts are."""

    audience: str
    shares: Mapping[str, str]
    namesakes: Mapping[str, Namesakes]

    def name(self, slug: str | None, name: str) -> str:
        """Somebody's name for this audience: as it is, the initials for a mentor, or "a contact"."""
        if self.audience == ME or self.shares.get(slug or "") == "name":
            return name
        known = self.audience == MENTOR and self.shares.get(slug or "") == "alias"
        return (initials(name) if known else "") or SOMEBODY

    def text(self, text: str | None, people: Sequence[tuple[str, str]] = ()) -> str:
        """A text without the names that are not to be told, and without addresses; `people`: slug and name of those
        it is about, whose names are found in lower case too. "" for no text.
        """
        if self.audience == ME or not text:
            return text or ""
        known = {word: (slug, name) for slug, name in people for word in words(name)}
        for slug, name in people:  # names in scripts without spaces are no words of their own
            told = self.name(slug, name)
            text = text if told == name else re.sub(re.escape(name), told, text, flags=re.IGNORECASE)
        return self.without_words(ADDRESS.sub("(address)", text), known)

    def without_words(self, text: str, known: Mapping[str, tuple[str, str]]) -> str:
        """The text with each run of words of names as one alias."""
        pieces = [(piece, self.told(piece, known)) for piece in re.split(f"({WORD.pattern})", text)]
        merged = []
        for place, (piece, told) in enumerate(pieces):
            between = not piece.strip() and 0 < place < len(pieces) - 1
            joins = between and pieces[place - 1][1] and pieces[place + 1][1]
            merged.append((piece, WEAK if joins else told))
        return "".join(run(list(each)) for _, each in groupby(merged, key=lambda pair: pair[1] is not None))

    def told(self, word: str, known: Mapping[str, tuple[str, str]]) -> str | None:
        """What stands for a word of a name; WEAK for one that is a part of it only beside another; None if it stays."""
        bare = key(POSSESSIVE.sub("", word))
        if bare in PARTICLES or len(bare) < 2:
            return WEAK if bare in known or bare in self.namesakes else None
        if bare in known:
            slug, name = known[bare]
            told = self.name(slug, name)
            return None if told == name else told
        found = self.namesakes.get(bare)
        if found is None or (word[:1].islower() and (found.address_book or bare in EVERYDAY)):
            return None
        return (initials(found.name) if self.audience == MENTOR and found.number == 1 else "") or SOMEBODY


def run(pairs: list[tuple[str, str | None]]) -> str:
    """One run of words: as it is, or its alias, with the possessive of its last word."""
    aliases = [alias for _, alias in pairs if alias and alias != WEAK]
    if not aliases:
        return "".join(piece for piece, _ in pairs)
    possessive = POSSESSIVE.search(pairs[-1][0])
    alias = next((each for each in aliases if each != SOMEBODY), SOMEBODY)
    return alias + (possessive[0] if possessive else "")


def initials(name: str) -> str:
    """ "Ada Lovelace" → "A. L."; "" where a name has no letters with case (Han, kana)."""
    firsts = [word[0] for word in words(name)[:3]]
    return " ".join(f"{first.upper()}." for first in firsts) if firsts and all(map(str.islower, firsts)) else ""


def discretion(store: Store, audience: str, slugs: Collection[str], texts: Iterable[str | None]) -> Discretion:
    """How to tell these people and texts to an audience; two statements, none for oneself."""
    if audience == ME:
        return Discretion(audience, {}, {})
    spoken = {key(POSSESSIVE.sub("", word)) for text in texts if text for word in WORD.findall(text)}
    return Discretion(audience, read.shares(store, slugs), read.names_of(store, spoken - {""}))
