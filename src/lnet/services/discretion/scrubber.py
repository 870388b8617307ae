"""Takes out of a text every name that is not to be told, every address and telephone number."""

import re
from collections.abc import Collection, Sequence

from lnet.services.discretion import pieces as kinds
from lnet.services.discretion.ledger import SOMEBODY, Ledger
from lnet.services.discretion.matching import Match, inflected, match
from lnet.services.discretion.persona import Persona, Register
from lnet.services.discretion.pieces import DIGITS_LEAST, Piece, digits_of, forms, pieces_of, squeezed

IN_PLACE = {kinds.MAIL: "(address)", kinds.NUMBER: "(number)", kinds.LINK: "(link)"}
ADDRESSES = (kinds.LINK, kinds.HANDLE)
NAMING = (kinds.WORD, kinds.HANDLE)


class Scrubber:
    """What becomes of the texts of one page, as the people of `register` are to be told of; `ledger` counts it."""

    def __init__(self, register: Register) -> None:
        self.register, self.ledger = register, Ledger()
        self.longest = max(map(len, register.hidden), default=0)
        signs = sorted(register.by_sign, key=len, reverse=True)
        self.signs = re.compile("|".join(map(parted, signs)) or "(?!)")

    def name(self, slug: str | None, name: str) -> str:
        """Somebody's name: as it is, an alias, or "somebody"."""
        person = self.register.by_slug.get(slug or "")
        if person is None or person.hidden:
            return self.shown(person)
        return (self.text(name, ()) or SOMEBODY) if self.tells_more(name) else name

    def tells_more(self, name: str) -> bool:
        """Whether a name has an address in it, or somebody never to be shared: "Tom (Zelda's husband)"."""
        found = self.pieces(name)
        named = [person for piece in found for person in self.register.named(piece)]
        others = any(person.never for person in named) and len(found) > 1
        return others or any(map(self.reaches, found))

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
        if not (self.names(found) or self.bends(text) or any(map(self.reaches, found)) or self.still_names(found)):
            return text
        self.ledger.removed["topic"] += 1
        return ""

    def pieces(self, text: str) -> list[Piece]:
        """The pieces of a text; names without a letter, which are no word, are replaced already."""
        for name, person in self.register.symbols.items():
            if name in text:
                self.ledger.replaced[person.slug] += 1
                text = text.replace(name, self.shown(person))
        return pieces_of(text)

    def names(self, found: Sequence[Piece]) -> bool:
        """Whether pieces name anybody whose name is not to be told."""
        each = [match(found, place, (), self.register) for place in range(len(found))]
        signs = any(self.signs.search(piece.text) for piece in found if piece.kind == kinds.RUN)
        return signs or any(named and named.hidden for named in each)

    def bends(self, text: str) -> bool:
        """Whether a topic is a case of a hidden name, which its small letters would hide: "adas"."""
        said = [person for piece in self.pieces(text.title()) for person in inflected(piece, (), self.register)]
        return any(person.hidden for person in said)

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
        if self.reaches(piece):
            self.ledger.removed["address"] += 1
            return IN_PLACE.get(piece.kind, IN_PLACE[kinds.NUMBER])
        return self.signs.sub(self.sign, piece.text) if piece.kind == kinds.RUN else piece.text

    def reaches(self, piece: Piece) -> bool:
        """Whether a piece is an e-mail address or a telephone number."""
        digits = digits_of(piece)
        known = len(digits) >= DIGITS_LEAST and any(each.endswith(digits) for each in self.register.numbers)
        return known or piece.kind in (kinds.MAIL, kinds.NUMBER)

    def sign(self, found: re.Match[str]) -> str:
        person = self.register.by_sign[squeezed(found[0])]
        self.ledger.replaced[person.slug] += 1
        return self.shown(person)

    def still_names(self, left: Sequence[Piece]) -> bool:
        """Whether pieces that stayed may name somebody: "Z*eld*a"; who is never shared, also with blanks between."""
        said = [(squeezed(piece.text), piece) for piece in left]
        for start, (word, piece) in enumerate(said):
            if piece.kind in NAMING and not self.register.never.isdisjoint(forms(piece)):
                return True
            if piece.kind == kinds.WORD and self.spells(word, said[start + 1 :]):
                return True
        return False

    def spells(self, word: str, behind: Sequence[tuple[str, Piece]]) -> bool:
        """Whether a word and some of those behind it spell a name together."""
        names = self.register.hidden
        for place, (more, piece) in enumerate(behind):
            if piece.kind == kinds.GAP and not joins(piece.text, behind[place + 1 :]):
                names = self.register.never
            word += more
            if len(word) > self.longest or piece.kind not in (kinds.WORD, kinds.GAP):
                return False
            if more and word in names:
                return True
        return False


def joins(gap: str, behind: Sequence[tuple[str, Piece]]) -> bool:
    """Whether what stands between two words parts no name: no blank, or one with a capital behind it."""
    return not any(map(str.isspace, gap)) or (gap == " " and bool(behind) and behind[0][1].text[0].isupper())


def parted(name: str) -> str:
    """The pattern of a name in signs, whether or not they stand apart: "グレースホッパー", "グレース・ホッパー"."""
    return r"[ \u3000・·]?".join(map(re.escape, name))
