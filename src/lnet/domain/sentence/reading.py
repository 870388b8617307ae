"""Reads a log sentence: text + known names + today → what was said."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from lnet.domain.dates import FUTURE, PAST
from lnet.domain.names import words
from lnet.domain.sentence import lexicon
from lnet.domain.sentence.channel import Head
from lnet.domain.sentence.clauses import clauses, spoken
from lnet.domain.sentence.company import standing
from lnet.domain.sentence.context import Context
from lnet.domain.sentence.days import Calendar, Phrase, day_of, end_of
from lnet.domain.sentence.forms import Forms
from lnet.domain.sentence.matching import Matcher
from lnet.domain.sentence.parts import Parts, split
from lnet.domain.sentence.people import People
from lnet.domain.sentence.remainder import Cut, Span, without
from lnet.domain.sentence.said import Known, Place, Said
from lnet.domain.sentence.tagged import Meaning, Tagged, nearest, topics
from lnet.domain.sentence.tokens import Tokens, tokens
from lnet.errors import BadInputError, DateError

_NO_ANSWERS: Mapping[str, int] = MappingProxyType({})
# "about an hour" is no topic.
_AMOUNT = re.compile(
    r"\s+(?:\d+|an?|half an?|one|two|three|four|five)\s*(?:h|hrs?|hours?|min(?:ute)?s?|days?|weeks?|months?)\b", re.I
)


def read(
    text: str,
    known: Sequence[Known],
    today: date,
    *,
    places: Sequence[Place] = (),
    future: bool = False,
    on: date | None = None,
    chosen: Mapping[str, int] = _NO_ANSWERS,
    order: str | None = None,
    company: Collection[int] = (),
    options: Sequence[tuple[str, str]] = (),
) -> Said:
    """All that a sentence says.

    `future`: it is a plan, so that dates lie ahead. `on`: the day given by an option, which wins over any date in the
    sentence. `chosen`: answers to earlier doubts, text as typed, casefolded → id (0: none of them). `order`: of numeric
    dates. `company`: ids of those who take part by an option; a clause that names one of them is theirs. `options`:
    further clauses given by options, (label, text).
    Raises BadInputError for an empty sentence, DateError for a date that cannot be (here).
    """
    parts = split(unicodedata.normalize("NFC", text))
    given = ((label, unicodedata.normalize("NFC", body)) for label, body in options if body.strip())
    labelled = (*parts.clauses, *given)
    if not parts.sentence and not labelled:
        raise BadInputError("the sentence is empty", "say who it was, and what about")
    forms = Forms(known)
    matcher, tagged = Matcher(forms), Tagged(forms, known, places)
    calendar, ahead = Calendar(today, FUTURE if future else PAST, order), Calendar(today, FUTURE, order)
    sentence = _Sentence(parts, tagged, calendar)
    occurred_on = on or _day(sentence.phrase, today, future=future)
    spoken_clauses = [spoken(label, body, tagged, ahead) for label, body in labelled]

    context = sentence.context(calendar)
    found = [*matcher.namings(context), *(each.naming for each in sentence.meanings if each.people)]
    stand = standing(context, sorted(found, key=lambda naming: naming.start), sentence.about)
    people = People(chosen, company)
    people.settle(stand, sentence.said.text)
    bound = tuple(clause for each in spoken_clauses for clause in clauses(each, matcher, people, ahead))

    head = Head(context, sorted((*found, *stand.unknown), key=lambda naming: naming.start), sentence.about)
    meanings = [*sentence.meanings, *(meaning for each in spoken_clauses for meaning in each.meanings)]
    spots = [place for meaning in meanings for place in meaning.places]
    return Said(
        occurred_on=occurred_on,
        dated=on is not None or sentence.phrase is not None,
        time=sentence.phrase.time if sentence.phrase else None,
        participants=tuple(people.participants.values()),
        mentions=people.mentions,
        doubts=people.doubts,
        unknown=tuple(dict.fromkeys(naming.text for naming in stand.unknown)),
        unknown_tags=_unknown(meanings),
        topics=topics([*sentence.said.tags, *(tag for each in spoken_clauses for tag in each.said.tags)]),
        channel=head.channel(),
        direction=head.direction(),
        event=nearest(spots, "event", occurred_on),
        community=nearest(spots, "community", occurred_on),
        clauses=bound,
        summary=sentence.summary(),
    )


def look_up_words(text: str) -> tuple[str, ...]:
    """The keys of all words that may be part of a name, each once: whom to fetch from the store before reading."""
    return tuple(dict.fromkeys(_keys(tokens(unicodedata.normalize("NFC", text)))))


def tags(text: str) -> tuple[str, ...]:
    """The names behind an `@`, as typed, each once: slugs and places to fetch before reading."""
    said = tokens(unicodedata.normalize("NFC", text))
    return tuple(dict.fromkeys(tag.name for tag in said.tags if tag.sign == "@"))


class _Sentence:
    """The sentence itself, less its clauses: its tokens, tags, head and date."""

    def __init__(self, parts: Parts, tagged: Tagged, calendar: Calendar) -> None:
        self.said = tokens(parts.sentence)
        self.meanings = tuple(tagged.meaning(tag) for tag in self.said.tags if tag.sign == "@")
        self.about = _about(self.said)
        # Tags do not count when it is asked where the end is: "coffee with ada yesterday #sql".
        tags = [tag for tag in self.said.tags if tag.sign == "#"] + [each.tag for each in self.meanings if each.places]
        self._tags = sorted((tag.start, tag.end) for tag in tags)
        ends = [self._end(end) for end in (parts.first_end, len(self.said.text))]
        self.phrase = day_of(self.said, calendar, self._end(self.about) if self.about is not None else None, ends)

    def _end(self, of: int) -> int:
        return end_of(self.said.text, self._tags, of)

    def context(self, calendar: Calendar) -> Context:
        """Its words as neighbours; those of the date are no names."""
        return Context(self.said, calendar, [(self.phrase.start, self.phrase.end)] if self.phrase else [], opens=True)

    def summary(self) -> str:
        """The sentence as typed, less its date and tags."""
        cuts = [Span(at, at + 1, Cut.SIGN) for at in self.said.backslashes]
        cuts += [Span(tag.start, tag.end, Cut.TOPIC) for tag in self.said.tags if tag.sign == "#"]
        for meaning in self.meanings:
            start, end = meaning.tag.start, meaning.tag.end
            cuts += [Span(start, end, Cut.PLACE)] if meaning.places else []
            cuts += [Span(start, start + 1, Cut.SIGN)] if meaning.people else []
        if self.phrase:
            cuts.append(Span(self.phrase.start, self.phrase.end, Cut.DATE))
        return without(self.said.text, cuts)


def _about(said: Tokens) -> int | None:
    """The offset of the word that ends the head; None if none does."""
    for word in said.words:
        if word.key in lexicon.ABOUT and not word.escaped and not _AMOUNT.match(said.text, word.end):
            return word.start
    return None


def _day(phrase: Phrase | None, today: date, *, future: bool) -> date:
    """The day a sentence is about: never one on the wrong side of today."""
    if phrase is None:
        return today
    if phrase.error or phrase.on is None:
        raise phrase.error or DateError(phrase.text)
    if future and phrase.on < today:
        raise DateError(phrase.text, "that is past", "use lnet log")
    if not future and phrase.on > today:
        raise DateError(phrase.text, "that is still to come", "use lnet plan")
    return phrase.on


def _unknown(meanings: Sequence[Meaning]) -> tuple[str, ...]:
    """The `@names` that mean nothing known; "@3pm" is none."""
    nothing = (each.tag.name for each in meanings if not (each.people or each.places))
    return tuple(dict.fromkeys(name for name in nothing if not name[0].isdigit()))


def _keys(said: Tokens) -> Iterator[str]:
    for word in said.words:
        if not word.escaped:
            yield from (*word.key.split(), *word.base.split())
    for name in (tag.name for tag in said.tags if tag.sign == "@"):
        yield from (*words(name), *words(re.sub(r"[-.'’]", " ", name)))
