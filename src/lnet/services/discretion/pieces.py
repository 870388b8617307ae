"""The pieces of a text in which somebody may be named: words, addresses, links, handles, numbers, and the gaps."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lnet.domain.name_words import MARKS
from lnet.domain.names import INVISIBLE, key
from lnet.store.read.search import UNSPACED

MAIL, LINK, HANDLE, NUMBER, WORD, RUN, GAP = "mail", "link", "handle", "number", "word", "run", "gap"
_RUN = UNSPACED.pattern
_LETTER = rf"(?:(?!{_RUN})[^\W_]|[{MARKS}])"
_PIECE = re.compile(
    rf"""
      (?P<mail> [^\s<>()\[\]{{}}"',;:@]+@[^\W_][\w-]*(?:\.[\w-]+)+ )
    | (?P<link> \b[A-Za-z][A-Za-z0-9+.-]{{1,20}}://\S+ | \bwww\.\S+
              | (?<![\w.@])[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{{2,}}\b(?:[/?\#]\S*)? )
    | (?P<handle> (?<!\w)@[\w.-]+(?:@[\w.-]+)? )
    | (?P<number> (?<![\w.])(?:\+|\()?\d[\d\ ()./-]{{5,}}\d(?!\w) )
    | (?P<run> {_RUN}+ )
    | (?P<word> {_LETTER}+(?:['’ʼ‘‐‑-]{_LETTER}+)* )
    """,
    re.VERBOSE,
)
_HIDDEN = re.compile(rf"(?<=\w)[{''.join(map(chr, INVISIBLE))}]+(?=\w)")
_POSSESSIVE = re.compile("['’ʼ‘]s?$", re.IGNORECASE)
_DATES = re.compile(r"\d{4}-\d{2}-\d{2}|\d{4}\s?-\s?\d{4}$")
REMEMBERED = 10_000  # words of a page, most of which come again
_DIGITS_LEAST = 7  # of a telephone number


class Piece(NamedTuple):
    """A piece of a text, by kind."""

    kind: str
    text: str

    @property
    def lower(self) -> bool:
        """Whether it begins with a small letter."""
        return self.text[:1].islower()

    @property
    def ending(self) -> str:
        """The possessive at its end."""
        found = _POSSESSIVE.search(self.text) if self.kind == WORD else None
        return found[0] if found else ""


def pieces_of(text: str) -> list[Piece]:
    """All of a text, piece by piece, without the invisible characters that could hide a name in it."""
    plain = unicodedata.normalize("NFC", _HIDDEN.sub("", text))
    found, end = [], 0
    for match in _PIECE.finditer(plain):
        if match.start() > end:
            found.append(Piece(GAP, plain[end : match.start()]))
        found.append(Piece(kind(match), match[0]))
        end = match.end()
    return [*found, Piece(GAP, plain[end:])] if end < len(plain) else found


def kind(match: re.Match[str]) -> str:
    """The kind of a match; digits that are days, years or a plain number are no telephone number."""
    if match.lastgroup == NUMBER:
        digits = sum(map(str.isdigit, match[0]))
        plain = match[0].isdigit() and not match[0].startswith("0")
        return GAP if digits < _DIGITS_LEAST or plain or _DATES.match(match[0]) else NUMBER
    return match.lastgroup or GAP


@lru_cache(REMEMBERED)
def forms(piece: Piece) -> tuple[str, ...]:
    """The keys under which a word may be a name: as it stands, without its possessive, then its parts.

    Parts are those of a hyphen, of an apostrophe (from three letters on), and of a change of case or a number:
    "AdaLovelace2" → "adalovelace2", "ada", "lovelace".
    """
    if piece.text.isalpha() and piece.text.isascii() and piece.text[1:].islower():  # nearly every word
        return (piece.text.lower(),)
    bare = piece.text.removesuffix(piece.ending)
    whole = [key(piece.text), key(bare)]
    parts = [key(part) for each in re.split("['’ʼ‘‐‑-]", bare) for part in (each, *humps(each))]
    return tuple(form for form in dict.fromkeys([*whole, *(part for part in parts if len(part) > 2)]) if form)


def humps(word: str) -> Iterator[str]:
    """The parts of a word between its changes from small to capital letters and its numbers."""
    start = 0
    for place in range(1, len(word)):
        before, here = word[place - 1], word[place]
        if (before.islower() and here.isupper()) or before.isdigit() != here.isdigit():
            yield word[start:place]
            start = place
    yield word[start:]


@lru_cache(REMEMBERED)
def squeezed(text: str) -> str:
    """The letters and digits of a text as one word: "linkedin.com/in/Ada-Lovelace" → "linkedincominadalovelace"."""
    form = key(text)
    return form if form.isalnum() else "".join(filter(str.isalnum, form))


def segments(address: str) -> list[str]:
    """The parts of a link or handle that stand between its dots and slashes, each as one word."""
    host = re.sub(r"^[A-Za-z][A-Za-z0-9+.-]*://", "", address)
    return [word for part in re.split(r"[/?#&=.@:]", host) if (word := squeezed(part))]


def spoken(piece: Piece) -> Iterator[str]:
    """All words that a piece may hold of somebody's name: to be looked up."""
    if piece.kind == WORD:
        yield from forms(piece)
        word = squeezed(piece.text)
        for place in range(3, len(word) - 2) if len(word) >= 7 else ():  # "adalovelace"
            yield from (word[:place], word[place:])
    elif piece.kind in (LINK, HANDLE):
        for segment in segments(piece.text):
            yield from substrings(segment[:40], 3, 12)
    elif piece.kind == RUN:
        yield from substrings(key(piece.text), 2, 5)


def substrings(word: str, least: int, most: int) -> Iterator[str]:
    """All parts of a word from `least` to `most` characters."""
    for start in range(len(word) - least + 1):
        yield from (word[start:end] for end in range(start + least, min(start + most, len(word)) + 1))
