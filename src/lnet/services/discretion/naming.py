"""Whom the texts of a page may name."""

from collections.abc import Collection, Iterable

from lnet.domain.addresses import address_key
from lnet.services.discretion.persona import Persona, Register
from lnet.services.discretion.pieces import GAP, HANDLE, LINK, Piece, pieces_of, spoken
from lnet.store.connect import Store
from lnet.store.read.summary import named as read


def register(store: Store, slugs: Collection[str], texts: Iterable[str | None]) -> Register:
    """Everybody linked to a page, whose names or addresses its texts may hold, or who is never to be shared."""
    found = {piece for text in texts if text for piece in pieces_of(text) if piece.kind != GAP}
    ids, common = read.bearers(store, {word for piece in found for word in spoken(piece)} - {""})
    addresses = {form for piece in found if piece.kind in (LINK, HANDLE) for form in address_keys(piece)}
    known = read.known(store, [*ids, *read.addressed(store, addresses)], sorted(slugs))
    return Register(map(Persona, known), common)


def address_keys(piece: Piece) -> list[str]:
    """The keys under which a link or a handle may be somebody's."""
    if piece.kind == LINK:
        return [address_key("url", piece.text)]
    return [address_key("handle", piece.text), address_key("handle", piece.text.removeprefix("@"))]
