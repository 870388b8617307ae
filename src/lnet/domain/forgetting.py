"""Taking somebody out of texts: their names, nicknames and addresses become "‹forgotten›"."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from lnet.domain.name_words import EVERYDAY, PARTICLES
from lnet.domain.names import key, slug, words

FORGOTTEN = "‹forgotten›"
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
POSSESSIVE = re.compile("['’]s?$", re.IGNORECASE)


class Traces(NamedTuple):
    """What gives somebody away in a text.

    `phrases`: their names and nicknames as keys of words, the longest first. `singles`: words that mean them alone;
    `capitalised`: words that mean them where they are written with a capital. `literals`: what is found wherever it
    stands: addresses, slugs, names in scripts without spaces.
    """

    phrases: tuple[tuple[str, ...], ...]
    singles: frozenset[str]
    capitalised: frozenset[str]
    literals: tuple[str, ...]

    def scrub(self, text: str) -> str:
        """The text without them, equal where they are not in it. `scrub(scrub(x)) == scrub(x)`."""
        for literal in self.literals:
            text = re.sub(re.escape(literal), FORGOTTEN, text, flags=re.IGNORECASE)
        found = list(WORD.finditer(text))
        said = [POSSESSIVE.sub("", each[0]) for each in found]
        keys = [key(each) for each in said]
        shown, end, place = [], 0, 0
        while place < len(found):
            length = self.length_at(said, keys, place)
            if length:
                last = place + length - 1
                shown += [text[end : found[place].start()], FORGOTTEN]
                end = found[last].start() + len(said[last])
            place += length or 1
        return "".join([*shown, text[end:]])

    def length_at(self, said: Sequence[str], keys: Sequence[str], place: int) -> int:
        """How many words from here on are one of the phrases or mean them; 0 for none."""
        for phrase in self.phrases:
            if tuple(keys[place : place + len(phrase)]) == phrase:
                return len(phrase)
        parts = {keys[place], *keys[place].split("-")}
        capital = said[place][:1].isupper() and not self.capitalised.isdisjoint(parts)
        return int(capital or not self.singles.isdisjoint(parts))

    def scrub_all(self, value: Any) -> Any:
        """A value of JSON with every text in it scrubbed; the names of its fields stay."""
        if isinstance(value, str):
            return self.scrub(value)
        if isinstance(value, list):
            return [self.scrub_all(each) for each in value]
        if isinstance(value, dict):
            return {name: self.scrub_all(each) for name, each in value.items()}
        return value


def traces(
    names: Collection[str], addresses: Iterable[str], shared: Collection[str], namesakes: Collection[str] = ()
) -> tuple[Traces, Traces]:
    """The traces of somebody in any text, and in texts of what they took part in.

    `shared`: words that are in others' names too; `namesakes`: keys of names that others bear just so. These, and what
    is an everyday word, mean them only in what they took part in, a word only with its capital; a particle ("van")
    never does.
    """
    parts = {word for name in names for word in words(name) if len(word) > 1 and word not in PARTICLES}
    doubtful = {word for word in parts if word in EVERYDAY or word in shared}
    whole = {words(name) for name in names}
    sure = {each for each in whole if len(each) > 1}
    certain = {each for each in sure if " ".join(each) not in namesakes}
    literals = {form for name in names if in_one_piece(name) for form in forms(name)}
    literals |= {form for address in addresses for form in forms(address)}
    literals |= {slug(name) for name in names if "-" in slug(name)}
    ordered = tuple(sorted(filter(None, literals), key=lambda each: (-len(each), each)))
    anywhere = Traces(longest_first(certain), frozenset(parts - doubtful), frozenset(), ordered)
    return anywhere, anywhere._replace(phrases=longest_first(sure), capitalised=frozenset(doubtful))


def longest_first(phrases: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The phrases in the order in which they are tried."""
    return tuple(sorted(phrases, key=lambda each: (-len(each), each)))


def in_one_piece(name: str) -> bool:
    """Whether a name is found as it stands: in a script without spaces, or without any letter."""
    return not words(name) or (not name.isascii() and len(words(name)) == 1 and not any(map(str.isupper, name)))


def forms(text: str) -> set[str]:
    """The Unicode forms in which a text may be written down."""
    return {text, unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)}
