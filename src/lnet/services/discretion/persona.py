"""Somebody as they may stand in a text: the words of their names, these run together, their handles and addresses."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from lnet.domain.name_words import EVERYDAY, PARTICLES
from lnet.domain.names import key, slug, words
from lnet.services.discretion.pieces import Piece, forms, squeezed
from lnet.store.read.search import UNSPACED
from lnet.store.read.summary.named import Known

# E-mail addresses begin with these without naming anybody.
NOBODYS = {"admin", "contact", "hello", "kontakt", "office", "support", "webmaster"}
TOGETHER_LEAST = 5  # letters of names run together; fewer may be a part of any word


class Persona:
    """One person, and every form in which a text may name them. Forms are keys: no case, no accents."""

    def __init__(self, known: Known) -> None:
        self.slug, self.share, self.address_book = known.slug, known.share, known.address_book
        self.names = (known.name, *known.nicknames)
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
        bare = [word.replace("'", "") for word in whole]
        latin = [word for name in self.names for word in slug(name).split("-") if len(word) > 1]
        return frozenset([*whole, *parts, *bare, *latin])

    @cached_property
    def strong(self) -> frozenset[str]:
        """Those of them that name somebody when they stand alone: not "van", not an initial."""
        alone = frozenset(map(key, self.names))
        return frozenset(word for word in self.words if word in alone or (len(word) > 1 and word not in PARTICLES))

    @cached_property
    def together(self) -> frozenset[str]:
        """Their names run together, "adalovelace" and "lovelaceada", and what their own addresses call them."""
        values = [value.lstrip("@") for kind, value in self.addresses if kind in ("email", "handle")]
        own = [squeezed(value.partition("@")[0]) for value in values]
        pages = [squeezed(value.rstrip("/").rpartition("/")[2]) for kind, value in self.addresses if kind == "url"]
        spelled = [parts for name in self.names for parts in (words(name), tuple(slug(name).split("-")))]
        made = [*own, *pages, *(form for parts in spelled for form in run_together(parts))]
        return frozenset(form for form in made if len(form) >= TOGETHER_LEAST and form not in NOBODYS | EVERYDAY)

    @cached_property
    def short(self) -> frozenset[str]:
        """Their names as handles shorten them: "alovelace", "adal"."""
        split = [tuple(map(squeezed, words(name))) for name in self.names]
        pairs = [(parts[0], parts[-1]) for parts in split if len(parts) > 1]
        made = [form for first, last in pairs for form in (first[:1] + last, first + last[:1])]
        return frozenset(form for form in made if len(form) >= TOGETHER_LEAST and form not in EVERYDAY)

    @cached_property
    def unspaced(self) -> tuple[str, ...]:
        """Their names in a script without spaces, and in one of three or four signs the given and the family name."""
        found = [squeezed(name) for name in self.names if UNSPACED.search(name)]
        given = [form[len(form) - 2 :] for form in found if len(form) in (3, 4)]
        family = [form[:2] for form in found if len(form) == 4]
        return tuple(form for form in (*found, *given, *family) if len(form) > 1 or self.never)


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
            (word[:4], person) for person in self.people if person.hidden for word in person.strong if len(word) >= 4
        )
        self.by_sign = {form: person for person in self.people if person.hidden for form in person.unspaced}
        self.wordless = {
            name: person for person in self.people if person.hidden for name in person.names if not key(name)
        }
        self.never = frozenset(
            form for person in self.people if person.never for form in person.strong | person.together if len(form) > 3
        )

    def named(self, piece: Piece) -> Iterable[Persona]:
        """Everybody of whose name a word may be a part, strong or weak."""
        return dict.fromkeys(person for form in forms(piece) for person in self.by_word.get(form, ()))


def grouped(pairs: Iterable[tuple[str, Persona]]) -> dict[str, list[Persona]]:
    """The people of each form."""
    found: dict[str, list[Persona]] = {}
    for form, person in pairs:
        if person not in found.setdefault(form, []):
            found[form].append(person)
    return found
