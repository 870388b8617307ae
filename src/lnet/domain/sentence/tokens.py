"""The words and tags of a text, by Unicode word boundaries; addresses and `#412` hide what is inside them."""

import re
from functools import lru_cache
from typing import NamedTuple

from lnet.domain.name_words import MARKS
from lnet.domain.names import key

_W = rf"[\w{MARKS}]"
_WORD = rf"{_W}+(?:['’ʼ‘‐‑-]{_W}+)*"
_BEHIND = r"(?<![^\s(\[{\"'“‘«,;:/—–|])"  # at the start, behind white space or an opening mark
_BEHIND_BLANK = r"(?<![^\s(\[{\"'“‘«,;])"  # so not in "C:\new"
_TOKEN = re.compile(
    rf"""
      (?P<hidden> \b[A-Za-z][A-Za-z0-9+.-]{{1,20}}://\S+ | \bwww\.\S+       # an address
               | (?<![\w.+-])[\w.+%-]{{1,64}}@[\w-]+(?:\.[\w-]+)*           # an e-mail address
               | @[\w.-]{{1,64}}@\S+ | (?<=\w)[@#]\S+                       # a handle, the rest of a long address
               | (?<![\w.])[\w-]{{1,63}}(?:\.[a-z0-9][\w-]{{0,62}}){{0,6}}\.[a-z][\w-]+(?:[/?#:]\S*)? )  # x.org
    | (?P<escape> {_BEHIND_BLANK}\\(?=[\w#@+]) ) (?: [#@+]? {_WORD} )
    | {_BEHIND} (?P<sign> [#+] ) (?P<topic> [^\W\d_]{_W}* (?: [.+/&-]+{_W}+ )* (?: \+\+ | \#(?!\w) )? )
    | {_BEHIND} @ (?P<name> {_W}+ (?: [.'’-]{_W}+ )* )
    | (?P<number> \#\w\S* )
    | (?P<word> {_WORD} )
    """,
    re.VERBOSE,
)
_OWNER = re.compile(r"['’ʼ‘][sS]$")


class Word(NamedTuple):
    """One word: `key` to look it up by, `base` the same without a possessive 's, `escaped` behind a backslash."""

    start: int
    end: int
    text: str
    key: str
    base: str
    possessive: bool
    escaped: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return not self.escaped and (self.text[0].isupper() or self.text[0].istitle())

    @property
    def caseless(self) -> bool:
        """Whether its script knows no capitals, as Han or Arabic: then nothing can be asked of it."""
        return self.text[0].isalpha() and self.text[0].lower() == self.text[0].upper()


class Tag(NamedTuple):
    """`#topic`, `+topic` or `@name`: `sign` is "#" or "@", `name` what follows it."""

    start: int
    end: int
    sign: str
    name: str
    possessive: bool


class Tokens(NamedTuple):
    """A text with its words, its tags, and the places of the backslashes to take off, each in order."""

    text: str
    words: tuple[Word, ...]
    tags: tuple[Tag, ...]
    backslashes: tuple[int, ...]

    def joined(self, index: int) -> bool:
        """Whether only blanks lie between this word and the next."""
        gap = self.text[self.words[index].end : self.words[index + 1].start] if index + 1 < len(self.words) else "."
        return not gap.strip(" \t\u00a0")


@lru_cache(maxsize=4)  # a sentence is read by turns for names, days and people
def tokens(text: str) -> Tokens:
    """The tokens of a text (NFC). Linear in its length: no part of the pattern can be read in two ways."""
    words: list[Word] = []
    tags: list[Tag] = []
    backslashes: list[int] = []
    for found in _TOKEN.finditer(text):
        if found["word"]:
            words.append(_word(text, found.start(), found.end()))
        elif found["topic"]:
            tags.append(Tag(found.start(), found.end(), "#", found["topic"], possessive=False))
        elif found["name"]:
            tags.append(_at(found.start(), found["name"]))
        elif found["escape"]:
            backslashes.append(found.start())
            words.append(_word(text, found.start() + 1, found.end(), escaped=True))
    return Tokens(text, tuple(words), tuple(tags), tuple(backslashes))


def _at(start: int, name: str) -> Tag:
    base = _OWNER.sub("", name)
    return Tag(start, start + 1 + len(base), "@", base, possessive=base != name)


def _word(text: str, start: int, end: int, *, escaped: bool = False) -> Word:
    word = text[start:end]
    base = _OWNER.sub("", word)
    whole = key(word)
    quoted = text[start - 1 : start] in {"'", "‘"}
    plural = word[-1] in "sSxXzZ" and text[end : end + 1] in {"'", "’"} and not quoted  # James' paper
    return Word(start, end, word, whole, key(base) if base != word else whole, base != word or plural, escaped)
