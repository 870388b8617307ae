"""What the labelled clauses say: promises with their due day, insights, exchanges, questions, the next conversation."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lnet.domain.dates import read_when
from lnet.domain.sentence.context import Context
from lnet.domain.sentence.days import Calendar, Phrase, day_of, end_of
from lnet.domain.sentence.forms import Forms
from lnet.domain.sentence.matching import Matcher, Naming
from lnet.domain.sentence.people import People
from lnet.domain.sentence.remainder import Cut, Span, without
from lnet.domain.sentence.said import Clause, Known
from lnet.domain.sentence.tagged import Meaning, Tagged, taken_out, trailing
from lnet.domain.sentence.tokens import Tokens, tokens
from lnet.errors import DateError

_REFERENCE = re.compile(r"([a-z])([0-9]{1,9})(?!\w)[\s,.:;]*(?:and\b\s*)?", re.IGNORECASE)
_REACH = 10  # words in the longest "by the end of next month"


class Spoken(NamedTuple):
    """One clause taken apart: its tokens, what its `@names` mean, and its date."""

    label: str
    said: Tokens
    meanings: tuple[Meaning, ...]
    phrase: Phrase | None
    calendar: Calendar

    @property
    def context(self) -> Context:
        """Its words as neighbours; those of the date are no names."""
        return Context(self.said, self.calendar, [(self.phrase.start, self.phrase.end)] if self.phrase else [])

    @property
    def clause(self) -> Clause:
        """What it says, as yet without whom it belongs to."""
        planned = self.label == "next" and self.phrase
        return Clause(
            self.label, self.text, self.phrase.on if self.phrase else None, time=planned.time if planned else None
        )

    @property
    def text(self) -> str:
        """What is said, less the label, tags and date; nothing is taken out where nothing would be left."""
        cuts = taken_out(self.said, self.meanings, trailing(self.said, self.meanings))
        dated = self.phrase and (self.label == "next" or not self.phrase.time)  # a promise has no time of day
        date = [Span(self.phrase.start, self.phrase.end, Cut.DATE)] if self.phrase and dated else []
        less = without(self.said.text, [*cuts, *date])
        return less if less or self.label == "next" else without(self.said.text, cuts) or self.said.text


def spoken(label: str, body: str, tagged: Tagged, calendar: Calendar) -> Spoken:
    """Takes a clause apart. Raises DateError for a due day that cannot be, and for a `next:` without a day to come."""
    said = tokens(body)
    meanings = tuple(tagged.meaning(tag) for tag in said.tags if tag.sign == "@")
    places = [tag for tag in said.tags if tag.sign == "#"] + trailing(said, meanings)
    end = end_of(body, sorted((tag.start, tag.end) for tag in places), len(body))
    phrase = None
    if label in ("me", "them"):
        phrase = _due(said, calendar, end)
    elif label == "next":
        phrase = _planned(said, calendar, end)
    if phrase and phrase.error:
        raise phrase.error
    return Spoken(label, said, meanings, phrase, calendar)


def strangers(unknown: Sequence[str]) -> Matcher:
    """A matcher of those whom nobody knows yet; their ids are their places in the list."""
    return Matcher(Forms([Known(at, name) for at, name in enumerate(unknown)]))


def clauses(each: Spoken, matcher: Matcher, people: People, new: Matcher, unknown: Sequence[str]) -> Iterator[Clause]:
    """The clause, bound to the participant named first in it; one for each reference behind `done:`.

    `new` finds the participants who are unknown. Everybody else named in it is handed to `people` as a mention.
    """
    context = each.context
    named = [*matcher.namings(context), *(meaning.naming for meaning in each.meanings)]
    ids = {naming.start: people.mention(naming) for naming in sorted(named, key=_start) if naming.ids}
    person = next((at for at, who in ids.items() if who and people.takes_part(who)), None)
    stranger = next(new.namings(context), None)
    if stranger and stranger.ids and (person is None or stranger.start < person):
        yield from _with_reference(each.clause._replace(stranger=unknown[stranger.ids[0]]))
    else:
        yield from _with_reference(each.clause._replace(person=None if person is None else ids[person]))


def _start(naming: Naming) -> int:
    return naming.start


def _with_reference(clause: Clause) -> Iterator[Clause]:
    if clause.label.startswith("g") and clause.label[1:].isdigit():
        yield clause._replace(label="goal", ref=f"g{int(clause.label[1:])}")
    elif clause.label == "done":
        yield from _done(clause)
    else:
        yield clause


def _done(clause: Clause) -> Iterator[Clause]:
    """ "p7 and p8" are two; "7" alone is p7; without a reference the text says what is done."""
    at, refs = 0, []
    while found := _REFERENCE.match(clause.text, at):
        refs.append(f"{found[1].lower()}{int(found[2])}")
        at = found.end()
    if not refs and clause.text.isascii() and clause.text.isdigit():
        refs, at = [f"p{int(clause.text[:9])}"], len(clause.text)
    for ref in refs or [""]:
        yield clause._replace(text=clause.text[at:], ref=ref)


def _due(said: Tokens, calendar: Calendar, end: int) -> Phrase | None:
    """The day behind the last "by", if nothing follows it."""
    for index in range(len(said.words) - 2, max(len(said.words) - _REACH, 0) - 1, -1):
        word = said.words[index]
        if word.key != "by" or word.escaped or not said.joined(index):
            continue
        phrase = calendar.phrase(said.text, said.words[index + 1].start)
        if phrase and phrase.end == end:
            return phrase._replace(start=word.start)
    return None


def _planned(said: Tokens, calendar: Calendar, end: int) -> Phrase:
    phrase = day_of(said, calendar, None, [end])
    if phrase is None:
        text = said.text[:end].strip()
        phrase = Phrase(0, end, text, read_when(text, calendar.today), None)
    if phrase.on and phrase.on < calendar.today:
        raise DateError(phrase.text, "that is past")
    return phrase
