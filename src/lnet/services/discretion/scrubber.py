"""Takes out of a text every name that is not to be told, every address and telephone number."""

import re
from collections.abc import Collection, Sequence

from lnet.services.discretion import pieces as kinds
from lnet.services.discretion.ledger import SOMEBODY, Ledger
from lnet.services.discretion.matching import Match, match
from lnet.services.discretion.persona import Persona, Register
from lnet.services.discretion.pieces import Piece, forms, pieces_of, squeezed

IN_PLACE = {kinds.MAIL: "(address)", kinds.NUMBER: "(number)", kinds.LINK: "(link)"}
ADDRESSES = (kinds.LINK, kinds.HANDLE)
TOGETHER_MOST = 3  # pieces that may be one name, parted


class Scrubber:
    """What becomes of the texts of one page, as the people of `register` are to be told of; `ledger` counts it."""

    def __init__(self, register: Register) -> None:
        self.register, self.ledger = register, Ledger()
        signs = sorted(register.by_sign, key=len, reverse=True)
        self.signs = re.compile("|".join(map(re.escape, signs)) or "(?!)")

    def name(self, slug: str | None, name: str) -> str:
        """Somebody's name: as it is, an alias, or "somebody"."""
        person = self.register.by_slug.get(slug or "")
        return name if person and not person.hidden else self.shown(person)

    def shown(self, person: Persona | None) -> str:
        """What stands for somebody whose name is not to be told."""
        return SOMEBODY if person is None or person.never else self.ledger.alias(person.slug)

    def text(self, text: str, about: Collection[str]) -> str:
        """A text as others may read it; "" for one in which somebody may be read who is never to be shared."""
        told, left = self.replaced(self.pieces(text), about)
        if self.still_names(left):
            self.ledger.removed["text"] += 1
            return ""
        self.ledger.told.append(told)
        return told

    def tag(self, text: str) -> str:
        """A topic as others may read it; "" for one that is somebody's name or address."""
        found = self.pieces(text)
        if not self.names(found) and not any(piece.kind in (kinds.MAIL, kinds.NUMBER) for piece in found):
            return text
        self.ledger.removed["topic"] += 1
        return ""

    def pieces(self, text: str) -> list[Piece]:
        """The pieces of a text; names without a letter, which are no word, are replaced already."""
        for name, person in self.register.wordless.items():
            if name in text:
                self.ledger.replaced[person.slug] += 1
                text = text.replace(name, self.shown(person))
        return pieces_of(text)

    def names(self, found: Sequence[Piece]) -> bool:
        """Whether pieces name anybody whose name is not to be told."""
        each = [match(found, place, (), self.register) for place in range(len(found))]
        signs = any(self.signs.search(piece.text) for piece in found if piece.kind == kinds.RUN)
        return signs or any(named and named.hidden for named in each)

    def replaced(self, found: Sequence[Piece], about: Collection[str]) -> tuple[str, list[Piece]]:
        """The pieces with every name replaced, as text; and those pieces that stayed as they are."""
        shown: list[str] = []
        left: list[Piece] = []
        place = 0
        while place < len(found):
            named = match(found, place, about, self.register)
            length = named.length if named else 1
            if named and (named.hidden or found[place].kind in ADDRESSES):
                self.put(shown, named, found[place + length - 1])
            elif named:
                shown += (piece.text for piece in found[place : place + length])
            else:
                shown.append(self.plain(found[place]))
                left.append(found[place])
            place += length
        return "".join(shown), left

    def put(self, shown: list[str], named: Match, last: Piece) -> None:
        """Add what stands for a name or an address; once, where somebody and somebody follow one another."""
        person = named.person
        self.ledger.replaced[person.slug if person else ""] += 1
        words = self.shown(person) if named.hidden or person is None else person.names[0]
        words = IN_PLACE.get(last.kind, words)
        if words == SOMEBODY and len(shown) > 1 and shown[-2:] == [SOMEBODY, " "]:
            del shown[-2:]
        shown.append(words)
        if last.ending:
            shown.append(last.ending)

    def plain(self, piece: Piece) -> str:
        """A piece that names nobody, or only in signs without spaces; no address or telephone number."""
        if piece.kind in (kinds.MAIL, kinds.NUMBER):
            self.ledger.removed["address"] += 1
            return IN_PLACE[piece.kind]
        return self.signs.sub(self.sign, piece.text) if piece.kind == kinds.RUN else piece.text

    def sign(self, found: re.Match[str]) -> str:
        person = self.register.by_sign[found[0]]
        self.ledger.replaced[person.slug] += 1
        return self.shown(person)

    def still_names(self, left: Sequence[Piece]) -> bool:
        """Whether pieces that stayed may name somebody who is never to be shared, also two or three together."""
        said = [squeezed(piece.text) for piece in left if piece.kind == kinds.WORD]
        whole = {form for piece in left if piece.kind in (kinds.WORD, kinds.HANDLE) for form in forms(piece)}
        ends = [(start, start + length) for start in range(len(said)) for length in range(2, TOGETHER_MOST + 1)]
        joined = {"".join(said[start:end]) for start, end in ends}
        return not self.register.never.isdisjoint(whole | joined)
