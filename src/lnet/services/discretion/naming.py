"""Whom the texts of a page may name."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from lnet.domain.addresses import address_key
from lnet.domain.name_words import NOBODYS
from lnet.domain.names import words
from lnet.services.discretion.persona import TOGETHER_LEAST, Persona, Register
from lnet.services.discretion.pieces import (
    DIGITS_LEAST,
    GAP,
    HANDLE,
    LINK,
    WORD,
    Piece,
    digits_of,
    pieces_of,
    spoken,
    squeezed,
)
from lnet.store.connect import Store
from lnet.store.read.summary import named as read

GLUED_MOST = 8  # words and the signs between them that may be one name


def register(store: Store, slugs: Collection[str], texts: Iterable[str | None]) -> Register:
    """Everybody linked to a page, whose names or addresses its texts may hold, or who is never to be shared."""
    said = [pieces_of(text) for text in set(texts) if text]
    found = {piece for pieces in said for piece in pieces}
    joined = {word for pieces in said for word in glued(pieces)}
    alone = {word for piece in found for word in spoken(piece)}
    spelled = alone.union(joined, *map(pairs, said)) - {""}
    ids, common = read.bearers(store, spelled)
    former = read.former_names(store)
    ids += [
        id for id, names in former.items() if not spelled.isdisjoint(each for name in names for each in words(name))
    ]
    addresses = {form for piece in found for form in address_keys(piece)}
    single = {squeezed(piece.text) for piece in found if piece.kind == WORD} | joined
    called = {word for word in single - NOBODYS if len(word) >= TOGETHER_LEAST}
    known = read.known(store, [*ids, *read.addressed(store, addresses, called)], sorted(slugs), former)
    return Register(map(Persona, known), common)


def address_keys(piece: Piece) -> list[str]:
    """The keys under which a link, a handle or a number may be somebody's."""
    if piece.kind == LINK:
        return [address_key("url", piece.text)]
    if piece.kind == HANDLE:
        return [address_key("handle", piece.text), address_key("handle", piece.text.removeprefix("@"))]
    return [digits] if len(digits := digits_of(piece)) >= DIGITS_LEAST else []


def pairs(pieces: Sequence[Piece]) -> Iterator[str]:
    """Two words with capitals as one: "Mary Kate" may be Mary-Kate, "Mc Donald" McDonald."""
    for first, gap, last in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if first.kind == last.kind == WORD and gap.text == " " and first.text[0].isupper() and last.text[0].isupper():
            one, two = squeezed(first.text), squeezed(last.text)
            yield from (f"{one}{sign}{two}" for sign in ("", "-", "'"))


def glued(pieces: Sequence[Piece]) -> Iterator[str]:
    """Words without a blank between them as one: "A**d**a", "code_fox"."""
    for start, piece in enumerate(pieces):
        word = squeezed(piece.text) if piece.kind == WORD else ""
        for more in pieces[start + 1 : start + 1 + GLUED_MOST] if word else ():
            if more.kind not in (WORD, GAP) or any(map(str.isspace, more.text)):
                break
            word += squeezed(more.text)
            if more.kind == WORD:
                yield word
