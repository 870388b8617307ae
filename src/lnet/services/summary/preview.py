"""What a page for others leaves out, and which words of it might still be names: to be checked before it is sent."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from lnet.domain.name_words import CALENDAR
from lnet.domain.names import key
from lnet.services.discretion.ledger import PEER
from lnet.services.discretion.matching import ENDS
from lnet.services.discretion.persona import Register
from lnet.services.discretion.pieces import GAP, HANDLE, WORD, Piece, pieces_of
from lnet.services.summary import told
from lnet.services.summary.values import Summary
from lnet.store.connect import Store
from lnet.store.read.summary import numbers, people, talks
from lnet.store.read.summary.numbers import Numbers
from lnet.store.read.summary.page import ME, PUBLIC, Page

KINDS = {
    "people": "people", "conversations": "conversations", "insights": "insights", "feedback": "feedback",
    "promises_mine": "promises of mine", "promises_theirs": "promises to me", "promises_kept": "promises kept",
    "given": "help given", "received": "help received",
}  # fmt: skip
SINGLE = ("conversations", "feedback", "promises_mine", "promises_theirs", "promises_kept", "given", "received")


class Alias(NamedTuple):
    """Somebody who stands on the page by an alias, and how often their name was replaced in a text."""

    name: str
    alias: str
    replaced: int


class Preview(NamedTuple):
    """What is left out, by kind: whole entries (`left_out`) and parts of texts (`removed`); who stands by an alias, who
    is never named, how often somebody unclear was replaced; and the capitalised words that remain, those that begin a
    sentence apart.
    """

    audience: str
    since: date
    left_out: dict[str, int]
    removed: dict[str, int]
    aliases: tuple[Alias, ...]
    never: tuple[str, ...]
    somebody: int
    words: tuple[str, ...]
    first_words: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """The fields, `audience` as "for"."""
        return {"for": self.audience} | {name: getattr(self, name) for name in self._fields if name != "audience"}


def preview(store: Store, page: Page) -> Preview:
    """What becomes of a page for its audience; reads only. For oneself nothing is left out."""
    made = told(store, page)
    scrubber = made.discretion.scrubber
    if scrubber is None:
        return Preview(page.audience, page.since, {}, {}, (), (), 0, (), ())
    ledger, people = scrubber.ledger, scrubber.register.people
    names = {person.slug: person.names[0] for person in people}
    never = [person.slug for person in people if person.never]
    return Preview(
        page.audience, page.since, left_out(store, page, made.summary), dict(ledger.removed),
        tuple(Alias(names[slug], alias, ledger.replaced[slug]) for slug, alias in ledger.aliases.items()),
        tuple(names[slug] for slug in never), sum(ledger.replaced[slug] for slug in ("", *never)),
        *capitals(ledger.told, released(scrubber.register)),
    )  # fmt: skip


def left_out(store: Store, page: Page, summary: Summary) -> dict[str, int]:
    """How many of each kind are told to oneself and not to others."""
    own, theirs = sizes(store, page._replace(audience=ME)), shown(summary)
    found = {words: getattr(own, kind) - getattr(theirs, kind) for kind, words in KINDS.items()}
    return {words: number for words, number in found.items() if number > 0}


def sizes(store: Store, page: Page) -> Numbers:
    """The sizes of the page for oneself."""
    return numbers.numbers(store, page, sum(people.circles(store, page).values()), len(talks.talks(store, page)), 0)


def shown(summary: Summary) -> Numbers:
    """The sizes of what others are told; the public is told of no single conversation, promise, help or feedback."""
    none = dict.fromkeys(SINGLE, 0) if summary.audience == PUBLIC else {}
    return summary.numbers._replace(**none)


def released(register: Register) -> set[str]:
    """The words of the names that may be told."""
    return {word for person in register.people if not person.hidden for word in person.words}


def capitals(texts: Iterable[str], known: set[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The capitalised words of texts that are no known names, and handles: those inside a sentence, and those only at
    its start.
    """
    inside: set[str] = set()
    first: set[str] = set()
    for text in set(texts):
        starts, before = True, ""
        for piece in pieces_of(text):
            if piece.kind == WORD and before != PEER and is_capitalised(piece, known):
                (first if starts else inside).add(piece.text.removesuffix(piece.ending))
            elif piece.kind == HANDLE:
                inside.add(piece.text)
            starts = (starts or any(end in piece.text for end in ENDS)) if piece.kind == GAP else False
            before = piece.text if piece.kind == WORD else before
    return tuple(sorted(inside, key=str.casefold)), tuple(sorted(first - inside, key=str.casefold))


def is_capitalised(piece: Piece, known: set[str]) -> bool:
    """Whether a word has a capital and is no month, no known name, no alias."""
    form = key(piece.text.removesuffix(piece.ending))
    return piece.text[0].isupper() and len(form) > 1 and form not in CALENDAR | known and piece.text != PEER
