"""Who is meant by the pieces of a text.

In doubt a name is taken for that of somebody who is never to be told of. Else it is taken for those the text is about,
then for the one who bears it. A word that several bear, and nobody the text is about, is told as "somebody".
"""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from lnet.domain.name_words import EVERYDAY, GRAMMAR, PARTICLES
from lnet.domain.names import key
from lnet.services.discretion.persona import TOGETHER_LEAST, Persona, Register
from lnet.services.discretion.pieces import GAP, HANDLE, LINK, WORD, Piece, forms, parts, segments, squeezed
from lnet.services.discretion.spelling import STEM_LEAST, inflects

ENDS = ".!?:;→"  # behind one of these a capital is no sign of a name
SMALL = GRAMMAR | PARTICLES  # names only with a capital
RANK = ("name", "alias", "never")


class Match(NamedTuple):
    """So many pieces name this person; None for somebody, nobody can tell who."""

    length: int
    person: Persona | None

    @property
    def hidden(self) -> bool:
        """Whether the name must not stand there."""
        return self.person is None or self.person.hidden


def match(pieces: Sequence[Piece], place: int, about: Collection[str], register: Register) -> Match | None:
    """Who is named by a piece and those behind it; None if nobody is. `about`: the slugs of those the text is about."""
    piece = pieces[place]
    if piece.kind in (LINK, HANDLE):
        found = addressed(piece, about, register)
        return Match(1, found) if found else None
    if initial := behind_initial(pieces, place, about, register):
        return initial
    lengths = {person: extent(pieces, place, person) for person in register.named(piece)}
    longest = max(lengths.values(), default=1)
    if longest > 1:
        return meant([person for person in lengths if lengths[person] == longest], longest, about, register, piece)
    bearers = list(borne(piece, about, register, first=begins(pieces, place)))
    if bearers:
        return meant(bearers, 1, about, register, piece)
    return Match(1, None) if is_common(piece, register) else None


def behind_initial(pieces: Sequence[Piece], place: int, about: Collection[str], register: Register) -> Match | None:
    """Whom an initial and what follows it names: "A. Lovelace"; None if it is none."""
    letter = pieces[place].text
    if len(letter) > 1 or not letter.isupper() or place + 2 >= len(pieces) or not joins(pieces[place + 1]):
        return None
    found = match(pieces, place + 2, about, register)
    fits = found and found.person and any(word[0] == letter.lower() for word in found.person.words)
    return found._replace(length=found.length + 2) if found and fits else None


def meant(bearers: Sequence[Persona], length: int, about: Collection[str], register: Register, piece: Piece) -> Match:
    """Which of those who bear a name is meant."""
    near = [person for person in bearers if person.slug in about]
    ranked = sorted(near or bearers, key=lambda person: RANK.index(person.share))
    others = [person for person in ranked if person.share == ranked[-1].share]
    alone = len(others) == 1 and (bool(near) or length > 1 or not any(form in register.common for form in forms(piece)))
    if ranked[-1].hidden and not alone:
        return Match(length, None)
    return Match(length, ranked[-1])


def begins(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a sentence begins with a piece, so that its capital says nothing."""
    before = pieces[place - 1] if place else None
    return before is None or (before.kind == GAP and any(end in before.text for end in ENDS))


def borne(piece: Piece, about: Collection[str], register: Register, *, first: bool) -> Iterable[Persona]:
    """Those whose name a word may be, each once; the `first` of a sentence is rather "The" than one of that name."""
    found: dict[Persona, None] = {}
    for form in forms(piece):
        bearers = () if piece.lower and form in SMALL else register.by_word.get(form, ())
        if first and form in GRAMMAR:
            bearers = [person for person in bearers if person.never or person.slug in about]
        hidden = [person for person in bearers if person.hidden]
        plain = piece.lower and (form in EVERYDAY or all(person.address_book for person in hidden))
        strong = [person for person in bearers if form in person.strong]
        found |= dict.fromkeys(each for each in strong if each.never or each.slug in about or not plain)
    return [*found, *(person for person in inflected(piece, about, register) if person not in found)]


def inflected(piece: Piece, about: Collection[str], register: Register) -> Iterable[Persona]:
    """Those whose names run together a word is ("adalovelace"), or a case of whose name ("Adas", "Иваном"): no everyday
    words, and of those not never told of only with a capital, and with a Latin ending other than "s" only whom the text
    is about.
    """
    word = squeezed(piece.text)
    for form in dict.fromkeys((word, word.rstrip("0123456789"))):
        yield from register.by_together.get(form, ())
    said = {word, key(piece.text)}  # the signs of vowels are letters, or none
    for person in dict.fromkeys(person for each in said for person in register.by_start.get(each[:STEM_LEAST], ())):
        near = person.slug in about or not word.isascii()
        names = [name for name in person.strong if name not in EVERYDAY and len(name) >= STEM_LEAST]
        if any(is_case(each, name, piece, person, near=near) for each in said for name in names):
            yield person


def is_case(word: str, name: str, piece: Piece, person: Persona, *, near: bool) -> bool:
    """Whether a word (as key) is a name with an ending that counts for this person."""
    if person.never:
        return inflects(word, name) or (TOGETHER_LEAST <= len(name) < len(word) and word.startswith(name))
    return not piece.lower and (word == name + "s" or (near and inflects(word, name)))


def is_common(piece: Piece, register: Register) -> bool:
    """Whether a word is a name that many bear; a small letter makes an everyday word of it."""
    found = [form for form in forms(piece) if form in register.common and form not in SMALL and len(form) > 1]
    return any(not (piece.lower and (form in EVERYDAY or register.common[form])) for form in found)


def extent(pieces: Sequence[Piece], place: int, person: Persona) -> int:
    """How many pieces from this place on are this person's name: "Ada", "Ada Lovelace", "Ada L."; at least one."""
    end, left = place, set(person.words) - set(forms(pieces[place]))
    initials = {word[0] for word in person.words}
    while end + 2 < len(pieces) and joins(pieces[end + 1]) and pieces[end + 2].kind == WORD and not pieces[end].ending:
        said = set(forms(pieces[end + 2]))
        initial = pieces[end + 2].text.isupper() and len(said) == 1 and said <= initials
        if not (said & left or initial):
            break
        left -= said
        end += 2
    return end - place + 1


def joins(gap: Piece) -> bool:
    """Whether what stands between two words may stand within a name."""
    return gap.kind == GAP and (gap.text.isspace() or gap.text in ("_", ". ", "-"))


def addressed(piece: Piece, about: Collection[str], register: Register) -> Persona | None:
    """Whom a link or a handle names; for a link also somebody shared by name, whose page it is."""
    said = segments(piece.text)
    whole, single = "".join(said), parts(piece.text)
    for person in sorted(register.people, key=lambda each: RANK.index(each.share), reverse=True):
        shown = person.hidden and shows(person, whole, [*said, *single], person.slug in about)
        if shown or owns(person, whole, said):
            return person
    return None


def owns(person: Persona, whole: str, parts: Sequence[str]) -> bool:
    """Whether this is an address of somebody's."""
    own = [squeezed(value) for kind, value in person.addresses if kind in ("url", "handle", "email")]
    return any(value and (value in parts or (value in whole and len(value) > TOGETHER_LEAST)) for value in own)


def shows(person: Persona, whole: str, parts: Sequence[str], near: bool) -> bool:
    """Whether an address has somebody's name in it: any word of somebody who is never told of, wherever it stands; else
    the whole name, or a word that is a part by itself.
    """
    if person.never and any(word in whole for word in map(squeezed, person.strong) if len(word) > 2):
        return True
    if person.handles.intersection(parts) or any(
        form in whole and (len(form) >= TOGETHER_LEAST or person.strong.issubset(parts)) for form in person.together
    ):
        return True
    alone = [word for word in person.strong if len(word) > 2 and word not in SMALL and (near or word not in EVERYDAY)]
    return any(squeezed(word) in parts for word in alone) or sum(word in whole for word in alone if len(word) > 3) > 1
