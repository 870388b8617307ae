"""What stands around a word and tells whether it is a name: capitals, dates, contact verbs, commas."""

from collections.abc import Sequence
from functools import cached_property

from lnet.domain import name_words
from lnet.domain.sentence import lexicon
from lnet.domain.sentence.days import Calendar
from lnet.domain.sentence.tokens import Tokens, Word

_LONGEST_RUN = 8  # capitalised words looked at behind a name
ANOTHER_NAME = "*"


class Context:
    """The words of one text as neighbours.

    `hidden` are the spans of its date; `opens`: whether it is the sentence itself, whose first word may be an everyday
    name without its capital, and not a clause.
    """

    def __init__(
        self, said: Tokens, calendar: Calendar, hidden: Sequence[tuple[int, int]] = (), *, opens: bool = False
    ) -> None:
        self.said = said
        self.words = said.words
        self._calendar = calendar
        self._hidden = [any(start <= word.start < end for start, end in hidden) for word in said.words]
        self._opens = opens

    @cached_property
    def first(self) -> int:
        """The word that opens the text, behind its date; -1 if there is none."""
        return next((at for at, hidden in enumerate(self._hidden) if not hidden), -1)

    def is_closed(self, at: int) -> bool:
        """Whether the word can be no name: behind a backslash, or in the date of the sentence."""
        return self.words[at].escaped or self._hidden[at]

    def is_capitalised_name(self, at: int) -> bool:
        """Whether the word has the capital of a name, and is neither "I" nor a date nor "ABOUT"."""
        word = self.words[at]
        if self.is_closed(at) or not word.capital or _is_i(word):
            return False
        if word.key in lexicon.NO_SURNAME or word.base in name_words.WEEKDAYS:
            return False
        return not self._calendar.starts(self.said.text, word.start)

    def run_end(self, at: int) -> int:
        """The last word of the capitalised name that goes on from this word: "Vincent van Gogh", "Zoe K. Park"."""
        begin = at
        while at - begin < _LONGEST_RUN and not self.words[at].possessive and self._goes_on(at):
            step = at + 1
            while self.words[step].key in name_words.PARTICLES and self.said.joined(step) and step - at < _LONGEST_RUN:
                step += 1
            if not self.is_capitalised_name(step):
                break
            at = step
        return at

    def stands_as_name(self, at: int) -> bool:
        """Whether a name is meant here, not an everyday word, a month or an article."""
        word = self.words[at]
        if len(word.base) == 1 and word.base.isascii():
            return word.capital and word.base not in "ai"
        if word.base in name_words.GRAMMAR:
            return word.capital and at != self.first  # as "An old friend …"
        if word.base in name_words.CALENDAR and self._is_in_a_date(at):
            return False
        return word.base not in name_words.EVERYDAY or word.capital or self._is_placed_as_name(at)

    def only_opens(self, at: int) -> bool:
        """Whether an everyday word may have its capital only from opening the sentence: "Will Ada come?"."""
        return at == self.first and self.words[at].base in name_words.EVERYDAY | name_words.GRAMMAR

    def in_front(self, at: int) -> str:
        """What a last name follows directly: "" for nothing of a name, the letter of an initial, or ANOTHER_NAME."""
        if at == 0:
            return ""
        before, gap = self.words[at - 1], self.said.text[self.words[at - 1].end : self.words[at].start]
        initial = len(before.base) == 1 and before.capital and not gap.strip(" .")
        if initial and (gap.startswith(".") or not _is_i(before)):
            return before.base
        if gap.strip(" \t") or not before.text[0].isupper() or _is_i(before):
            return ""
        ordinary = before.base in lexicon.TITLES | name_words.GRAMMAR or self._is_no_name(at - 1)
        return "" if ordinary else ANOTHER_NAME

    def is_verb(self, at: int) -> bool:
        """Whether the word is a verb of getting in touch: "emailed", at the start of a plan or promise also "email"."""
        if not 0 <= at < len(self.words) or self.words[at].escaped:
            return False
        return self.words[at].key in (lexicon.IMPERATIVES | lexicon.VERBS if at == self.first else lexicon.VERBS)

    def is_behind_verb(self, at: int) -> bool:
        """Whether a contact verb is directly in front, perhaps with its "to" or "from" between."""
        if at == 0 or not self.said.joined(at - 1):
            return False
        if at > 1 and self.words[at - 1].key in lexicon.VERB_TO and self.said.joined(at - 2):
            return self.is_verb(at - 2)
        return self.is_verb(at - 1)

    def _goes_on(self, at: int) -> bool:
        if at + 1 == len(self.words):
            return False
        gap = self.said.text[self.words[at].end : self.words[at + 1].start]
        abbreviated = len(self.words[at].base) == 1 or self.words[at].base in lexicon.TITLES
        return self.said.joined(at) or (abbreviated and gap.strip(" ") == ".")

    def _is_placed_as_name(self, at: int) -> bool:
        opens = self._opens and at == self.first
        if opens or self.is_behind_verb(at) or (self.said.joined(at) and self.is_verb(at + 1)):
            return True
        if at == 0:
            return False
        before, gap = self.words[at - 1], self.said.text[self.words[at - 1].end : self.words[at].start]
        introduced = before.key in lexicon.BEFORE_A_NAME and not before.escaped and not gap.strip(" /")
        return introduced or "," in gap or gap.strip() == "&"

    def _is_in_a_date(self, at: int) -> bool:
        """Whether May, April or Wed is of the calendar here: "in May", "the 12 May event"."""
        word = self.words[at]
        if at and self.said.joined(at - 1) and self.words[at - 1].key in lexicon.BEFORE_A_MONTH:
            return True
        for start in (each.start for each in self.words[max(at - 3, 0) : at + 1]):
            found = self._calendar.phrase(self.said.text, start)
            if found and found.end >= word.end and (start, found.end) != (word.start, word.end):
                return True
        return False

    def _is_no_name(self, at: int) -> bool:
        """Whether a capitalised word is a date, or only opens the sentence ("Met Lovelace")."""
        if self._calendar.starts(self.said.text, self.words[at].start) or self.is_verb(at):
            return True
        return at == self.first and self.words[at].key in lexicon.CHANNELS


def _is_i(word: Word) -> bool:
    return word.key == "i" or word.key.startswith("i'")
