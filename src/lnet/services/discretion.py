"""What others may read of people: names as each of them is to be shared, also where they stand in a text."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from lnet.domain.names import key, words
from lnet.domain.sentence.lexicon import EVERYDAY, PARTICLES
from lnet.store.connect import Store
from lnet.store.read import summary as read
from lnet.store.read.summary import ME, MENTOR, Namesakes

SOMEBODY = "a contact"
ADDRESS = re.compile(r"\S+@\S+\.\S+")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
POSSESSIVE = re.compile("['’]s$", re.IGNORECASE)


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
        by_name = sorted(people, key=lambda who: self.shares.get(who[0]) != "name")  # of two namesakes the alias wins
        known = {word: (slug, name) for slug, name in by_name for word in words(name)}
        for slug, name in people:
            if not initials(name):  # in a script without spaces a name is no word of its own
                text = text.replace(name, self.name(slug, name))
        return self.without_words(ADDRESS.sub("(address)", text), known)

    def without_words(self, text: str, known: Mapping[str, tuple[str, str]]) -> str:
        """The text with each name in it as one alias."""
        said = [self.said(word, known) for word in WORD.findall(text)]
        gaps = WORD.split(text)
        told = joined(joined(said, gaps)[::-1], gaps[::-1])[::-1]
        shown = [gaps[0]]
        for place, word in enumerate(told):
            goes_on = place > 0 and word.alias and word.alias == told[place - 1].alias and not told[place - 1].ending
            if goes_on and gaps[place].isspace():
                shown[-2:] = [word.shown, gaps[place + 1]]
            else:
                shown += [word.shown, gaps[place + 1]]
        return "".join(shown)

    def said(self, word: str, known: Mapping[str, tuple[str, str]]) -> "Said":
        """A word of a text, with what stands for it."""
        for form in forms(word):
            found = self.meant(form, known)
            if found:
                alias, name = found
                weak = form in PARTICLES or len(form) == 1 or (form not in known and self.is_everyday(word, form))
                return Said(word, form, "" if weak else alias, name)
        return Said(word)

    def meant(self, form: str, known: Mapping[str, tuple[str, str]]) -> tuple[str, str] | None:
        """The alias and the name of whose name a word is a part; None if it is of none, or may be told."""
        if form in known:
            slug, name = known[form]
            told = self.name(slug, name)
            return None if told == name else (told, name)
        if form not in self.namesakes:
            return None
        found = self.namesakes[form]
        alone = self.audience == MENTOR and found.number == 1
        return (initials(found.name) if alone else "") or SOMEBODY, found.name

    def is_everyday(self, word: str, form: str) -> bool:
        """Whether a word without a capital is probably no name."""
        return word[:1].islower() and (form in EVERYDAY or self.namesakes[form].address_book)


class Said(NamedTuple):
    """A word of a text: as a key, the alias that stands for it ("" if it stays), and whose name it may be a part of."""

    text: str
    form: str = ""
    alias: str = ""
    name: str = ""

    @property
    def ending(self) -> str:
        """Its possessive."""
        found = POSSESSIVE.search(self.text)
        return found[0] if found else ""

    @property
    def shown(self) -> str:
        """The word as it is told."""
        return self.alias + self.ending if self.alias else self.text


def joined(said: Sequence[Said], gaps: Sequence[str]) -> list[Said]:
    """The words; one that only might be meant (everyday words, "van", a first name that many have) takes the alias of
    the one before if that is the same name: "grace hopper". Gap n stands before word n.
    """
    found: list[Said] = []
    for word, gap in zip(said, gaps, strict=False):
        before = found[-1] if found else Said("")
        open_ = word.form and word.alias in ("", SOMEBODY)
        joins = open_ and before.alias and gap.isspace() and word.form in words(before.name)
        found.append(word._replace(alias=before.alias, name=before.name) if joins else word)
    return found


def forms(word: str) -> list[str]:
    """The keys under which a word may be a name: without its possessive, and the parts of a handle (ada-lovelace)."""
    bare = key(POSSESSIVE.sub("", word))
    return [bare, *bare.split("-")] if "-" in bare else [bare]


def initials(name: str) -> str:
    """ "Ada Lovelace" → "A. L."; "" where a name has no letters with case (Han, kana)."""
    firsts = [word[0] for word in words(name)[:3]]
    return " ".join(f"{first.upper()}." for first in firsts) if firsts and all(map(str.islower, firsts)) else ""


def discretion(store: Store, audience: str, slugs: Collection[str], texts: Iterable[str | None]) -> Discretion:
    """How to tell these people and texts to an audience; two statements, none for oneself."""
    if audience == ME:
        return Discretion(audience, {}, {})
    spoken = {form for text in texts if text for word in WORD.findall(text) for form in forms(word)}
    return Discretion(audience, read.shares(store, slugs), read.names_of(store, spoken - {""}))
