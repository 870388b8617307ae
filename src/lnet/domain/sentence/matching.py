"""Which names stand in a text, and who may be meant by each: the longest match first."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lnet.domain import name_words
from lnet.domain.names import clean
from lnet.domain.sentence import lexicon
from lnet.domain.sentence.context import Context
from lnet.domain.sentence.forms import Form, Forms, Kind
from lnet.domain.sentence.tokens import Word

_INSIDE = " \t\u00a0.()\"“”'‘’"  # what may lie between the words of a name


class Naming(NamedTuple):
    """A name in a text. `ids`: who may be meant; none for somebody unknown ("Ada Wong").

    `text` is as typed without a possessive 's; `possessive`: it had one, so that nobody need have been there.
    """

    start: int
    end: int
    text: str
    ids: tuple[int, ...]
    possessive: bool


class Spot(NamedTuple):
    """All that the rules ask about some words of a text that spell a form of somebody's name.

    `named`: no everyday word is meant; `upper`: the first word has its capital (or its script has none);
    `in_front`: see `Context.in_front`; `run`: key and base of the capitalised words directly behind.
    """

    typed: str
    words: int
    named: bool
    upper: bool
    in_front: str
    run: tuple[tuple[str, str], ...]


class Matcher:
    """Finds the names of known people; one may serve for many texts."""

    def __init__(self, forms: Forms) -> None:
        self._forms = forms
        # A text may name one of two hundred Adas two thousand times.
        self._answers: dict[tuple[tuple[str, ...], Spot], tuple[tuple[Form, ...], bool]] = {}

    def namings(self, context: Context) -> Iterator[Naming]:
        """All names of known people, and unknown ones that begin like a known one ("Ada Wong"), in order."""
        at = 0
        while at < len(context.words):
            found = None if context.is_closed(at) else self._longest(context, at)
            if found is None:
                at += 1
            else:
                last, who = found
                yield _naming(context, at, last, tuple(form.known.id for form in who))
                at = last + 1

    def _longest(self, context: Context, at: int) -> tuple[int, Sequence[Form]] | None:
        word = context.words[at]
        lengths = self._forms.lengths(word.key) | self._forms.lengths(word.base)
        for last in sorted((at + length - 1 for length in lengths), reverse=True):
            spelling = self._spelling(context, at, last)
            if not spelling:
                continue
            who, stranger = self._answer(spelling, _spot(context, at, last))
            if who:
                return self._absorbed(context, last, who)
            if stranger and not (last == at and context.only_opens(at)):
                return context.run_end(last), ()
        return None

    def _spelling(self, context: Context, at: int, last: int) -> tuple[str, ...]:
        """The form that these words spell in one unbroken row; () if there is none."""
        words = context.words[at : last + 1]
        if len(words) != last - at + 1 or not all(_unbroken(context, index) for index in range(at, last)):
            return ()
        before = tuple(word.key for word in words[:-1])
        spellings = ((*before, words[-1].key), (*before, words[-1].base))
        return next((spelling for spelling in spellings if self._forms.of(spelling)), ())

    def _answer(self, spelling: tuple[str, ...], spot: Spot) -> tuple[tuple[Form, ...], bool]:
        """Who is meant; if nobody, whether a stranger is."""
        if (spelling, spot) not in self._answers:
            fitting = [form for form in self._forms.of(spelling) if _fits(form, spot)]
            free = [form for form in fitting if self._ends_there(form, spot)]
            stranger = any(form.kind is not Kind.LAST for form in fitting)
            self._answers[spelling, spot] = (tuple(_best(free, spot.typed)), stranger)
        return self._answers[spelling, spot]

    def _ends_there(self, form: Form, spot: Spot) -> bool:
        """Whether no capitalised word follows that is not in this person's name; a full name of two words may."""
        if form.kind in (Kind.WHOLE, Kind.PART) and spot.words > 1:
            return True
        names = self._forms.words_of(form.known)
        return all(key in names or base in names for key, base in spot.run)

    def _absorbed(self, context: Context, last: int, who: Sequence[Form]) -> tuple[int, Sequence[Form]]:
        """The match with more capitalised words of the same name behind it: "Hopper Grace"."""
        while context.said.joined(last) and not context.words[last].possessive and context.words[last + 1].capital:
            word = context.words[last + 1]
            bearers = [form for form in who if self._forms.words_of(form.known) & {word.key, word.base}]
            if not bearers or context.is_closed(last + 1):
                break
            last, who = last + 1, bearers
        return last, who


def stranger(context: Context, at: int) -> Naming | None:
    """The capitalised name that starts with this word, whoever bears it; None for ordinary words and dates."""
    word = context.words[at]
    ordinary = word.key in name_words.GRAMMAR or word.key in lexicon.CHANNELS or context.is_verb(at)
    if ordinary or not context.is_capitalised_name(at) or not word.base.replace("-", "").replace("'", "").isalpha():
        return None
    last = context.run_end(at)
    alone = last == at and (len(word.base) == 1 or word.base in lexicon.TITLES or _is_acronym(word))
    return None if alone else _naming(context, at, last, ())


def _is_acronym(word: Word) -> bool:
    return len(word.base) > 2 and word.text.isupper()


def _naming(context: Context, at: int, last: int, ids: tuple[int, ...]) -> Naming:
    start, word, text = context.words[at].start, context.words[last], context.said.text
    typed = text[start : word.end]
    if word.possessive and word.base != word.key:
        typed = typed[:-2]
    elif last > at and len(word.base) == 1 and text[word.end : word.end + 1] == "." and text[word.end + 1 :].strip():
        typed += "."  # the initial's own, unless it ends the sentence
    return Naming(start, word.end, typed, ids, word.possessive)


def _unbroken(context: Context, at: int) -> bool:
    word, following = context.words[at], context.words[at + 1]
    gap = context.said.text[word.end : following.start]
    # "Dr. Ada", "J. R. Tolkien"; but "saw Ada. Lovelace was late"
    stop = "." in gap and len(word.key) > 2 and word.key not in lexicon.TITLES
    return not (context.is_closed(at + 1) or word.possessive or stop or gap.strip(_INSIDE))


def _spot(context: Context, at: int, last: int) -> Spot:
    first, end = context.words[at], context.words[last]
    behind = (
        () if end.possessive or not context.said.joined(last) else context.words[last + 1 : context.run_end(last) + 1]
    )
    return Spot(
        typed=context.said.text[first.start : end.end],
        words=last - at + 1,
        named=last > at or context.stands_as_name(at),
        upper=first.capital or first.caseless,
        in_front="" if last > at else context.in_front(at),
        run=tuple((word.key, word.base) for word in behind),
    )


def _fits(form: Form, spot: Spot) -> bool:
    if spot.words > 1:
        return spot.typed.split()[-1] not in {"a", "i", "I"}
    if form.kind is Kind.LAST:
        return spot.named and spot.upper and spot.in_front in ("", form.initial)
    return spot.named and (spot.upper or not form.known.address_book)


def _best(forms: Sequence[Form], typed: str) -> Sequence[Form]:
    """A whole name before anybody else's part; then accents as typed; then the network before the address book."""
    whole = [form for form in forms if form.kind is Kind.WHOLE] or forms
    accented = [form for form in whole if _has_these_accents(form, typed)] or whole
    return [form for form in accented if not form.known.address_book] or accented


def _has_these_accents(form: Form, typed: str) -> bool:
    """Whether accents were typed and are this person's: without any, everybody may be meant."""
    names = " ".join(map(clean, (form.known.name, *form.known.nicknames))).casefold().split()
    return not typed.isascii() and set(typed.casefold().split()) <= set(names)
