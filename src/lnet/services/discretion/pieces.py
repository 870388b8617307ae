"""The pieces of a text in which somebody may be named: words, addresses, links, handles, numbers, and the gaps."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from lnet.domain.name_words import MARKS
from lnet.domain.names import key
from lnet.services.discretion.spelling import spellings, stems, unwritten, without_prefix
from lnet.store.read.search import UNSPACED

MAIL, LINK, HANDLE, NUMBER, WORD, RUN, GAP = KINDS = "mail", "link", "handle", "number", "word", "run", "gap"
_RUN = UNSPACED.pattern
_LETTER = rf"(?:(?!{_RUN})[^\W_]|[{MARKS}])"
_PIECE = re.compile(
    rf"""
      (?P<mail> [^\s<>()\[\]{{}}"',;:@]+@[^\W_][\w-]*(?:\.[\w-]+)* )
    | (?P<link> \b[A-Za-z][A-Za-z0-9+.-]{{1,20}}://\S+ | \bwww\.\S+
              | (?<![\w.@])[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{{2,}}\b(?:[/?\#]\S*)? )
    | (?P<handle> (?<!\w)@[\w.-]+(?:@[\w.-]+)? )
    | (?P<day> (?<![\w.])(?:\d{{4}}(?P<a>[-./])\d{{1,2}}(?P=a)\d{{1,2}}
              | \d{{1,2}}(?P<b>[-./])\d{{1,2}}(?P=b)(?:\d{{4}}|\d\d)
              | (?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d)(?![\w]|[-./]\d) )
    | (?P<number> (?<![\w.])(?:\+|\()?\d[\d\ \u00a0\u2009\u202f()./\u2010-\u2013-]{{5,}}\d(?!\w) )
    | (?P<run> {_RUN}+(?:[ \u3000·]{_RUN}+)* )
    | (?P<word> {_LETTER}+(?:['’ʼ‘‐‑-]{_LETTER}+)* )
    """,
    re.VERBOSE,
)
# Signs that nobody sees: joiners, marks of direction, variants, tags.
_HIDDEN = re.compile(
    "(?<=\\w)[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e01ef]+(?=\\w)"
)
_POSSESSIVE = re.compile("['’ʼ‘]s?$", re.IGNORECASE)
# Counts, the number of a book, decimals, an address of the internet.
_PLAIN = re.compile(r"[1-9]\d{,8}|[1-9]\d*000|97[89]\d{10}|\d+\.\d+|(?:\d{1,3}\.){3}\d{1,3}")
REMEMBERED = 10_000  # words of a page, most of which come again
DIGITS_LEAST = 7  # of a telephone number


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
        return GAP if digits < DIGITS_LEAST or _PLAIN.fullmatch(match[0]) else NUMBER
    return match.lastgroup if match.lastgroup in KINDS else GAP


@lru_cache(REMEMBERED)
def forms(piece: Piece) -> tuple[str, ...]:
    """The keys under which a word may be a name: as it stands, without its possessive, in one, in other spellings, then
    its parts.

    Parts are those of a hyphen, of an apostrophe (from three letters on), and of a change of case or a number:
    "AdaLovelace2" → "adalovelace2", "ada", "lovelace".
    """
    if piece.text.isalpha() and piece.text.isascii() and piece.text[1:].islower():  # nearly every word
        return (piece.text.lower(),)
    bare = piece.text.removesuffix(piece.ending)
    whole = [key(piece.text), key(bare), squeezed(bare), *spellings(bare), *without_prefix(bare)]
    parts = [key(part) for each in re.split("['’ʼ‘‐‑-]", bare) for part in (each, *humps(each))]
    return tuple(form for form in dict.fromkeys([*whole, *(part for part in parts if len(part) > 2)]) if form)


def digits_of(piece: Piece) -> str:
    """The digits of a piece that is a number and nothing else; "" for others."""
    return piece.text if piece.kind == GAP and piece.text.isdigit() else ""


def humps(word: str) -> Iterator[str]:
    """The parts of a word between its changes from small to capital letters and its numbers; "ALovelace" has two."""
    start = 0
    for place in range(1, len(word)):
        before, here, next_ = word[place - 1], word[place], word[place + 1 : place + 2]
        begins = here.isupper() and (before.islower() or (before.isupper() and next_.islower()))
        if begins or before.isdigit() != here.isdigit():
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
    return [word for part in re.split(r"[/?#&=.@:]", readable(address)) if (word := squeezed(part))]


@lru_cache(REMEMBERED)
def parts(address: str) -> tuple[str, ...]:
    """The words of a link or handle, in every form they may be a name in: "/J%C3%BCrgen_M" → "jurgen", "juergen"."""
    found = re.findall(r"[^\W_]+", readable(address))
    return tuple(dict.fromkeys(form for word in found for form in forms(Piece(WORD, word))))


def readable(address: str) -> str:
    """An address without its scheme, and with its percent signs decoded."""
    return unicodedata.normalize("NFC", unquote(re.sub(r"^[A-Za-z][A-Za-z0-9+.-]*://", "", address)))


def spoken(piece: Piece) -> Iterator[str]:
    """All words that a piece may hold of somebody's name: to be looked up."""
    if piece.kind == WORD:
        yield from forms(piece)
        yield from (each for form in forms(piece) for each in (unwritten(form), *stems(form)))
        word = squeezed(piece.text)
        for place in range(3, len(word) - 2) if len(word) >= 7 else ():  # "adalovelace"
            yield from (word[:place], word[place:], f"{word[:place]}-{word[place:]}")
        yield from (f"{word[:1]}'{word[1:]}", word[1:], word.removesuffix("s"))  # "oconnor", "alovelace", "adas"
    elif piece.kind in (LINK, HANDLE):
        yield from parts(piece.text)
        for segment in segments(piece.text):
            yield from substrings(segment[:40], 3, 12)
    elif piece.kind == RUN:
        yield from substrings(squeezed(piece.text), 1, 8)


def substrings(word: str, least: int, most: int) -> Iterator[str]:
    """All parts of a word from `least` to `most` characters."""
    for start in range(len(word) - least + 1):
        yield from (word[start:end] for end in range(start + least, min(start + most, len(word)) + 1))
