"""The sentence itself, less its clauses: its words and tags, where its head ends, its date, and its summary."""

import re
from datetime import date

from lnet.domain.sentence.context import Context
from lnet.domain.sentence.days import Calendar, day_meant, day_of, end_of
from lnet.domain.sentence.lexicon import ABOUT
from lnet.domain.sentence.parts import Parts
from lnet.domain.sentence.remainder import Cut, Span, without
from lnet.domain.sentence.tagged import Tagged, taken_out
from lnet.domain.sentence.tokens import Tokens, tokens

# "About an hour" is no topic.
_AMOUNT = re.compile(
    r"\s+(?:\d+|an?|half an?|one|two|three|four|five)\s*(?:h|hrs?|hours?|min(?:ute)?s?|days?|weeks?|months?)\b", re.I
)


class Plain:
    """A sentence less its clauses. `about`: the offset of the word that ends the head; None: all of it is head."""

    def __init__(self, parts: Parts, tagged: Tagged, calendar: Calendar) -> None:
        self.said = tokens(parts.sentence)
        self.meanings = tuple(tagged.meaning(tag) for tag in self.said.tags if tag.sign == "@")
        self.about = _about(self.said)
        self._calendar = calendar
        self._places = [meaning.tag for meaning in self.meanings if meaning.places]
        ends = [self._end(end) for end in (parts.first_end, len(self.said.text))]
        self.phrase = day_of(self.said, calendar, self._end(self.about) if self.about is not None else None, ends)

    @property
    def time(self) -> str | None:
        """The time of day beside the date."""
        return self.phrase.time if self.phrase else None

    @property
    def context(self) -> Context:
        """Its words as neighbours; those of the date are no names."""
        hidden = [(self.phrase.start, self.phrase.end)] if self.phrase else []
        return Context(self.said, self._calendar, hidden, opens=True)

    @property
    def summary(self) -> str:
        """The sentence as typed, less its date and tags."""
        cuts = taken_out(self.said, self.meanings, self._places)
        if self.phrase:
            cuts.append(Span(self.phrase.start, self.phrase.end, Cut.DATE))
        return without(self.said.text, cuts)

    @property
    def day(self) -> date:
        """The day it is about: today if none is named, never one on the wrong side of today (DateError)."""
        return self._calendar.today if self.phrase is None else day_meant(self.phrase, self._calendar)

    def _end(self, of: int) -> int:
        """Where the words end before this offset: "coffee with ada yesterday #sql" ends with yesterday."""
        tags = [*(tag for tag in self.said.tags if tag.sign == "#"), *self._places]
        return end_of(self.said.text, sorted((tag.start, tag.end) for tag in tags), of)


def _about(said: Tokens) -> int | None:
    for word in said.words:
        if word.key in ABOUT and not word.escaped and not _AMOUNT.match(said.text, word.end):
            return word.start
    return None
