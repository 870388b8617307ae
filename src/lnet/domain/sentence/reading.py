"""Reads a log sentence: text + known names + today → what was said."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from lnet.domain.dates import FUTURE, PAST
from lnet.domain.names import words
from lnet.domain.sentence.channel import Head
from lnet.domain.sentence.clauses import Spoken, clauses, spoken, strangers
from lnet.domain.sentence.company import standing
from lnet.domain.sentence.days import Calendar
from lnet.domain.sentence.forms import Forms
from lnet.domain.sentence.matching import Matcher, Naming
from lnet.domain.sentence.parts import split
from lnet.domain.sentence.people import People
from lnet.domain.sentence.plain import Plain
from lnet.domain.sentence.said import Known, Place, Said
from lnet.domain.sentence.tagged import Meaning, Tagged, nearest, topics
from lnet.domain.sentence.tokens import Tokens, tokens
from lnet.errors import BadInputError

_NO_ANSWERS: Mapping[str, int] = MappingProxyType({})


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
    tagged = Tagged(forms, known, places)
    ahead = Calendar(today, FUTURE, order)
    plain = Plain(parts, tagged, ahead if future else Calendar(today, PAST, order))
    day = on or plain.day
    asides = [spoken(label, body, tagged, ahead) for label, body in labelled]
    return _said(plain, asides, day, Matcher(forms), People(chosen, company), dated=on is not None)


def look_up_words(text: str) -> tuple[str, ...]:
    """The keys of all words that may be part of a name, each once: whom to fetch from the store before reading."""
    return tuple(dict.fromkeys(_keys(tokens(unicodedata.normalize("NFC", text)))))


def tags(text: str) -> tuple[str, ...]:
    """The names behind an `@`, as typed, each once: slugs and places to fetch before reading."""
    said = tokens(unicodedata.normalize("NFC", text))
    return tuple(dict.fromkeys(tag.name for tag in said.tags if tag.sign == "@"))


def _said(plain: Plain, asides: Sequence[Spoken], day: date, matcher: Matcher, people: People, *, dated: bool) -> Said:
    context = plain.context
    found = [*matcher.namings(context), *(each.naming for each in plain.meanings if each.people)]
    stand = standing(context, _in_order(found), plain.about)
    people.settle(stand, plain.said.text)
    unknown = tuple(dict.fromkeys(naming.text for naming in stand.unknown))
    new = strangers(unknown)
    bound = tuple(clause for each in asides for clause in clauses(each, matcher, people, new, unknown))
    head = Head(context, _in_order([*found, *stand.unknown]), plain.about)
    meanings = [*plain.meanings, *(meaning for each in asides for meaning in each.meanings)]
    places = [place for meaning in meanings for place in meaning.places]
    return Said(
        occurred_on=day,
        dated=dated or plain.phrase is not None,
        time=plain.time,
        participants=tuple(people.participants.values()),
        mentions=people.mentions,
        doubts=people.doubts,
        unknown=unknown,
        unknown_tags=_unknown_tags(meanings),
        topics=topics([*plain.said.tags, *(tag for each in asides for tag in each.said.tags)]),
        channel=head.channel(),
        direction=head.direction(),
        event=nearest(places, "event", day),
        community=nearest(places, "community", day),
        clauses=bound,
        summary=plain.summary,
    )


def _in_order(found: Sequence[Naming]) -> list[Naming]:
    return sorted(found, key=lambda naming: naming.start)


def _unknown_tags(meanings: Sequence[Meaning]) -> tuple[str, ...]:
    """The `@names` that mean nothing known; "@3pm" is none."""
    nothing = (each.tag.name for each in meanings if not (each.people or each.places))
    return tuple(dict.fromkeys(name for name in nothing if not name[0].isdigit()))


def _keys(said: Tokens) -> Iterator[str]:
    for word in said.words:
        if not word.escaped:
            yield from (*word.key.split(), *word.base.split())
    for name in (tag.name for tag in said.tags if tag.sign == "@"):
        yield from (*words(name), *words(re.sub(r"[-.'’]", " ", name)))
