"""The forms under which people go in a sentence: from the full name down to a last name alone."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from lnet.domain.names import key, words
from lnet.domain.sentence.lexicon import SUFFIXES, TITLES
from lnet.domain.sentence.said import Known

_LONGEST_PREFIX = 6  # nobody types more of a name without typing all of it


class Kind(IntEnum):
    """What a form is of the name, the strongest first."""

    WHOLE = 1
    NICK = 2
    PART = 3  # first + last with the middle skipped, or a nickname + last
    PREFIX = 4  # first + middle
    INITIAL = 5  # first + last initial
    FIRST = 6
    LAST = 7


class Form(NamedTuple):
    """Somebody under one of their forms."""

    known: Known
    kind: Kind

    @property
    def initial(self) -> str:
        """The first letter of the name, as a key: "G. Hopper" can only be somebody with a G."""
        return key(self.known.name)[:1]


class Forms:
    """All forms of all known people, by the words they consist of."""

    def __init__(self, known: Sequence[Known]) -> None:
        self._forms: dict[tuple[str, ...], dict[int, Form]] = {}
        self._lengths: dict[str, set[int]] = {}
        self._words = {each.id: frozenset(_all_words(each)) for each in known}
        for each in known:
            for form, kind in _forms(each):
                self._add(form, Form(each, kind))

    def of(self, form: tuple[str, ...]) -> tuple[Form, ...]:
        """Those who go by exactly these words, each under the strongest kind."""
        return tuple(self._forms.get(form, {}).values())

    def lengths(self, first: str) -> frozenset[int]:
        """How many words the forms that start with this one have."""
        return frozenset(self._lengths.get(first, ()))

    def words_of(self, known: Known) -> frozenset[str]:
        """Every word of somebody's name and nicknames."""
        return self._words[known.id]

    def _add(self, words: tuple[str, ...], form: Form) -> None:
        there = self._forms.setdefault(words, {})
        if form.known.id not in there or form.kind < there[form.known.id].kind:
            there[form.known.id] = form
        self._lengths.setdefault(words[0], set()).add(len(words))


def _all_words(known: Known) -> Iterator[str]:
    for name in (known.name, *known.nicknames):
        yield from words(name)


def _forms(known: Known) -> Iterator[tuple[tuple[str, ...], Kind]]:
    full = words(known.name)
    if full:
        yield full, Kind.WHOLE
    if known.address_book:
        return
    core = _core(full)
    if core:
        yield core, Kind.WHOLE
    for nickname in filter(None, map(words, known.nicknames)):
        yield nickname, Kind.NICK
        if len(core) > 1:
            yield (*nickname, core[-1]), Kind.PART
    if len(core) > 1:
        yield from _parts(core)


def _core(full: tuple[str, ...]) -> tuple[str, ...]:
    """The name without "Dr." and "PhD": "Elizabeth II" keeps both of her words."""
    if len(full) > 2 and full[0] in TITLES:
        full = full[1:]
    while len(full) > 2 and full[-1] in SUFFIXES:
        full = full[:-1]
    return full


def _parts(core: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Kind]]:
    first, middle, last = core[0], core[1:-1], core[-1]
    if middle:
        yield (first, last), Kind.PART
        yield (first, *(word[0] for word in middle), last), Kind.PART
    for length in range(2, min(len(core), _LONGEST_PREFIX + 1)):
        yield core[:length], Kind.PREFIX
    yield (first, last[0]), Kind.INITIAL
    yield (first,), Kind.FIRST
    yield (last,), Kind.LAST
