"""Somebody as they may stand in a text: the words of their names, these run together, their handles and addresses."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from unicodedata import category

from lnet.domain.name_words import EVERYDAY, GRAMMAR, NOBODYS, PARTICLES
from lnet.domain.names import key, slug, words
from lnet.services.discretion.pieces import Piece, forms, squeezed
from lnet.services.discretion.spelling import STEM_LEAST, spellings
from lnet.store.read.search import UNSPACED
from lnet.store.read.summary.named import Known

# Letters of names run together, of a name shortened, and of either where only a handle stands; fewer may be any word.
TOGETHER_LEAST, SHORT_LEAST, OWN_LEAST, HANDLE_LEAST = 5, 6, 3, 4


class Persona:
    """One person, and every form in which a text may name them. Forms are keys: no case, no accents."""

    def __init__(self, known: Known) -> None:
        self.slug, self.share, self.address_book = known.slug, known.share, known.address_book
        self.names = (known.name, *known.nicknames, *known.former)
        self.addresses = known.addresses

    @property
    def never(self) -> bool:
        """Whether they are not to be told of at all."""
        return self.share == "never"

    @property
    def hidden(self) -> bool:
        """Whether their name is not to be told."""
        return self.share != "name"

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of their names, those between hyphens and apostrophes, and all as Latin letters have them."""
        whole = [word for name in self.names for word in words(name)]
        parts = [part for word in whole for part in word.replace("'", "-").split("-") if len(part) > 2]
        bare = [squeezed(word) for word in whole]
        spelled = [form for name in self.names for word in name.split() for form in spellings(word)]
        latin = [word for form in (*spelled, *map(slug, self.names)) for word in form.split("-") if len(word) > 1]
        return frozenset([*whole, *parts, *bare, *latin])

    @cached_property
    def strong(self) -> frozenset[str]:
        """Those of them that name somebody when they stand alone: no initial, and a "van" only where a name begins."""
        whole = frozenset(map(key, self.names))
        first = {words(name)[0] for name in self.names if name[0].isupper() and key(name)}
        more = {word for word in self.words if len(word) > 1 and (word in first or word not in PARTICLES)}
        return whole.intersection(self.words) | more

    @cached_property
    def together(self) -> frozenset[str]:
        """Their names run together, "adalovelace" and "lovelaceada", "alovelace", and what their own addresses call
        them: as any word may be.
        """
        made = [form for form in self.whole if len(form) >= TOGETHER_LEAST]
        made += (form for form in self.own if len(form) >= (OWN_LEAST if self.never else TOGETHER_LEAST))
        made += (form for form in self.short if len(form) >= SHORT_LEAST + (not self.never))
        return frozenset(made) - NOBODYS - EVERYDAY - GRAMMAR

    @cached_property
    def handles(self) -> frozenset[str]:
        """All of these, and "adal" and the like: as only a part of a link or a handle may be."""
        made = (form for form in (*self.whole, *self.own, *self.short) if len(form) >= OWN_LEAST)
        return self.together | frozenset(made) - NOBODYS - EVERYDAY - GRAMMAR

    @cached_property
    def whole(self) -> frozenset[str]:
        """Their names as one word."""
        spelled = [parts for name in self.names for parts in (words(name), tuple(slug(name).split("-")))]
        return frozenset(form for parts in spelled for form in run_together(parts))

    @cached_property
    def own(self) -> frozenset[str]:
        """What their addresses call them: the first part of an e-mail address, a handle, the last part of a page."""
        values = [value.lstrip("@") for kind, value in self.addresses if kind in ("email", "handle")]
        pages = [value.rstrip("/").rpartition("/")[2] for kind, value in self.addresses if kind == "url"]
        return frozenset(squeezed(value) for each in values for value in own_names(each)) | {*map(squeezed, pages)}

    @cached_property
    def short(self) -> frozenset[str]:
        """Their names as handles shorten them: "alovelace", "adal"."""
        latin = [tuple(slug(name).split("-")) for name in self.names]
        split = [*latin, *(tuple(map(squeezed, words(name))) for name in self.names)]
        pairs = [(parts[0], parts[-1]) for parts in split if len(parts) > 1]
        made = [form for first, last in pairs for form in (first[:1] + last, first + last[:1])]
        return frozenset(form for form in made if len(form) >= HANDLE_LEAST)

    @cached_property
    def unspaced(self) -> tuple[str, ...]:
        """Their names in a script without spaces, the words of these, and in one of three or four signs the given and
        the family name.
        """
        found = [squeezed(name) for name in self.names if UNSPACED.search(name)]
        parts = [word for name in self.names if UNSPACED.search(name) for word in words(name) if len(word) > 1]
        given = [form[len(form) - 2 :] for form in found if len(form) in (3, 4)]
        family = [form[:2] for form in found if len(form) == 4]
        return tuple(form for form in (*found, *parts, *given, *family) if len(form) > 1 or self.never)

    @cached_property
    def symbols(self) -> tuple[str, ...]:
        """Their names that have no letter, but signs that are more than punctuation."""
        return tuple(name for name in self.names if not key(name) and any(map(is_symbol, name)))


def is_symbol(sign: str) -> bool:
    """Whether a sign is a picture, and no punctuation."""
    return category(sign) in ("So", "Sk", "Cn", "Co")


def own_names(value: str) -> Iterator[str]:
    """What an address calls somebody: "ada+news@example.org" → "ada+news", "ada"."""
    local = value.partition("@")[0]
    yield from (local, local.partition("+")[0])


def run_together(parts: tuple[str, ...]) -> Iterator[str]:
    """The words of a name as one, also the first and the last of them alone, in both orders."""
    plain = [squeezed(part) for part in parts]
    if len(plain) > 1:
        yield from ("".join(plain), plain[0] + plain[-1], plain[-1] + plain[0])


class Register:
    """Everybody whom the texts of a page may name, found by their forms; `common`: words that too many bear, as keys,
    with whether all of those are in the address book only.
    """

    def __init__(self, people: Iterable[Persona], common: dict[str, bool]) -> None:
        self.people = tuple(people)
        self.common = common
        self.by_slug = {person.slug: person for person in self.people}
        self.by_word = grouped((word, person) for person in self.people for word in person.words)
        self.by_together = grouped((form, person) for person in self.people for form in person.together)
        self.by_start = grouped(
            (word[:STEM_LEAST], person) for person in self.people if person.hidden for word in person.strong
        )
        self.by_sign = {form: person for person in self.people if person.hidden for form in person.unspaced}
        self.symbols = {name: person for person in self.people if person.hidden for name in person.symbols}
        self.numbers = tuple(value for person in self.people for kind, value in person.addresses if kind == "phone")
        self.never = spelled_out(person for person in self.people if person.never)
        self.hidden = spelled_out(person for person in self.people if person.hidden)

    def named(self, piece: Piece) -> Iterable[Persona]:
        """Everybody of whose name a word may be a part, strong or weak."""
        return dict.fromkeys(person for form in forms(piece) for person in self.by_word.get(form, ()))


def spelled_out(people: Iterable[Persona]) -> frozenset[str]:
    """The names of people by which they would still be known if letters or syllables stood apart."""
    return frozenset(form for person in people for form in person.strong | person.together if len(form) >= OWN_LEAST)


def grouped(pairs: Iterable[tuple[str, Persona]]) -> dict[str, list[Persona]]:
    """The people of each form."""
    found: dict[str, list[Persona]] = {}
    for form, person in pairs:
        if person not in found.setdefault(form, []):
            found[form].append(person)
    return found
