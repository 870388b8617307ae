"""Where in a sentence a date counts, and what it says; the date phrases themselves are read by `domain.dates`.

It counts at the start, directly before `about`, after `on` and at the end; never behind for, by, until, before or
since. The first of these places that holds a date decides, whatever else looks like a date stays text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from lnet.domain.dates import FUTURE, Bias, find_date, read_date
from lnet.domain.sentence.lexicon import ARTICLES, BEFORE_A_DATE, NOT_THE_DAY
from lnet.domain.sentence.tokens import Tokens
from lnet.errors import DateError

_REACH = 8  # words; no date phrase has more
_CLOCK = r"(?P<hour>[0-9]{1,2})(?::(?P<minute>[0-9]{2})(?:[ \t]?(?P<half>[ap]m))?|[ \t]?(?P<sharp>[ap]m))(?!\w|:\w)"
_AT = r"(?:(?:at|@)[ \t]*)?"
_PART_OF_DAY = re.compile(r"[ \t]+(?:(?:in the|at)[ \t]+)?(?:morning|afternoon|evening|night|noon|lunchtime)\b", re.I)
_TIME_BEHIND = re.compile(rf",?[ \t]+{_AT}{_CLOCK}", re.I)
_TIME_BEFORE = re.compile(rf"(?:^|(?<=\s)){_AT}{_CLOCK}[ \t,]*$", re.I)
_COLON = re.compile(r"[ \t]*[:,][ \t]*|[ \t]+[–—-][ \t]+")


class Phrase(NamedTuple):
    """A date in the text from `start` to `end`, with the time of day beside it ("15:00"; None: none is said).

    `text` is the date alone. `on` is None and `error` set if it reads as a date or time but cannot be one.
    """

    start: int
    end: int
    text: str
    on: date | None
    error: DateError | None
    time: str | None = None


class Calendar(NamedTuple):
    """What reading a date depends on: today, whether past or future is meant, and the order of numeric dates."""

    today: date
    bias: Bias
    order: str | None = None

    def starts(self, text: str, start: int) -> bool:
        """Whether a date phrase starts at this offset."""
        return find_date(text, start, self.today, self.bias, self.order) is not None

    def phrase(self, text: str, start: int) -> Phrase | None:
        """The date phrase that starts exactly here, with a part of the day and a time behind it."""
        found = find_date(text, start, self.today, self.bias, self.order)
        if found is None or re.match(r"['’-]\w", text[found.end : found.end + 2]):
            return None
        end = found.end
        if part := _PART_OF_DAY.match(text, end):
            end = part.end()
        phrase = Phrase(start, end, text[start : found.end], found.on, found.error)
        clock = _TIME_BEHIND.match(text, end)
        return _timed(phrase, clock)._replace(end=clock.end()) if clock else phrase


def read_moment(text: str, calendar: Calendar) -> tuple[date, str | None]:
    """The day that a whole text names, and the time of day behind it ("fri 15:00"; None: none is said).

    Raises DateError for what is no date, and for a day on the wrong side of today.
    """
    text = text.strip()
    phrase = calendar.phrase(text, 0)
    if phrase is None or phrase.end < len(text):
        phrase = Phrase(0, len(text), text, read_date(text, calendar.today, calendar.bias, calendar.order), None)
    return day_meant(phrase, calendar), phrase.time


def day_meant(phrase: Phrase, calendar: Calendar) -> date:
    """The day of a phrase; raises DateError for one that cannot be, or lies on the wrong side of today."""
    if phrase.error or phrase.on is None:
        raise phrase.error or DateError(phrase.text)
    if calendar.bias is FUTURE and phrase.on < calendar.today:
        raise DateError(phrase.text, "that is past", "use lnet log")
    if calendar.bias is not FUTURE and phrase.on > calendar.today:
        raise DateError(phrase.text, "that is still to come", "use lnet plan")
    return phrase.on


def day_of(said: Tokens, calendar: Calendar, about: int | None, ends: Sequence[int]) -> Phrase | None:
    """The date of a sentence, with all that belongs to it ("on", the colon); None if no date counts.

    `about`: the offset at which the words before "about" end. `ends`: the offsets at which "the end" is.
    """
    return next(_candidates(said, calendar, about, ends), None)


def at_the_end(said: Tokens, calendar: Calendar, end: int) -> Phrase | None:
    """The longest date phrase that reaches exactly to `end` and is not behind for, by, until, before or since."""
    last = bisect_left(said.words, end, key=lambda word: word.start)
    for index in range(max(last - _REACH, 0), last):
        if said.words[index].escaped:
            continue
        phrase = calendar.phrase(said.text, said.words[index].start)
        if phrase and phrase.end == end:
            if _is_bound(said, index) or _is_noun(said, index, phrase):
                return None
            return _with_time_before(said.text, _with_on(said, index, phrase))
    return None


def end_of(text: str, tags: Sequence[tuple[int, int]], end: int) -> int:
    """The offset behind the last word, reading back from `end` over punctuation and these (topic and place) tags."""
    spans = [span for span in tags if span[1] <= end]
    while True:
        end = len(text[:end].rstrip(" \t\n.!?…,;:)]}–—-🙂"))
        if not spans or spans[-1][1] != end:
            return end
        end = spans.pop()[0]


def _candidates(said: Tokens, calendar: Calendar, about: int | None, ends: Sequence[int]) -> Iterator[Phrase]:
    yield from _at_the_start(said, calendar)
    if about is not None:
        yield from _found(at_the_end(said, calendar, about))
    yield from _behind_on(said, calendar)
    for end in ends:
        yield from _found(at_the_end(said, calendar, end))


def _found(phrase: Phrase | None) -> Iterator[Phrase]:
    if phrase:
        yield phrase


def _at_the_start(said: Tokens, calendar: Calendar) -> Iterator[Phrase]:
    start = 0
    for tag in (tag for tag in said.tags if tag.sign == "#"):
        if said.text[start : tag.start].strip():
            break
        start = tag.end
    start += len(said.text[start:]) - len(said.text[start:].lstrip())
    phrase = calendar.phrase(said.text, start)
    if phrase:
        colon = _COLON.match(said.text, phrase.end)
        yield phrase._replace(end=colon.end() if colon else phrase.end)


def _behind_on(said: Tokens, calendar: Calendar) -> Iterator[Phrase]:
    for index, word in enumerate(said.words[:-1]):
        if word.key != "on" or word.escaped or not said.joined(index):
            continue
        following = index + 1
        if said.words[following].key == "the" and following + 1 < len(said.words):
            following += 1
        phrase = None if said.words[following].escaped else calendar.phrase(said.text, said.words[following].start)
        if phrase:
            yield _with_time_before(said.text, phrase._replace(start=word.start))


def _is_bound(said: Tokens, index: int) -> bool:
    """Whether the phrase that starts with this word stands behind "by" or the like, perhaps "by the end of"."""
    while index and said.joined(index - 1):
        index -= 1
        if said.words[index].key not in BEFORE_A_DATE:
            break
    return not said.words[index].escaped and said.words[index].key in NOT_THE_DAY


def _is_noun(said: Tokens, index: int, phrase: Phrase) -> bool:
    """Whether a weekday is an ordinary word at the end: "in the sun"."""
    article = index > 0 and said.joined(index - 1) and said.words[index - 1].key in ARTICLES
    return article and phrase.text.isalpha()


def _with_on(said: Tokens, index: int, phrase: Phrase) -> Phrase:
    """The phrase with the "on" or "on the" in front of it."""
    for before in (index - 1, index - 2):
        if before < 0 or not said.joined(before) or said.words[before].key not in ("on", "the"):
            return phrase
        if said.words[before].key == "on":
            return phrase if said.words[before].escaped else phrase._replace(start=said.words[before].start)
    return phrase


def _with_time_before(text: str, phrase: Phrase) -> Phrase:
    """The phrase with a time in front of it: "at 15:00 on Friday"."""
    clock = None if phrase.time else _TIME_BEFORE.search(text, max(phrase.start - 24, 0), phrase.start)
    return _timed(phrase, clock)._replace(start=clock.start()) if clock else phrase


def _timed(phrase: Phrase, clock: re.Match[str]) -> Phrase:
    hour, minute, half = int(clock["hour"]), int(clock["minute"] or 0), (clock["half"] or clock["sharp"] or "").lower()
    if hour > (12 if half else 23) or minute > 59 or (half and not hour):
        error = DateError(clock[0].strip(" ,\t"), "there is no such time")
        return phrase._replace(on=None, error=phrase.error or error)
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return phrase._replace(time=f"{hour:02}:{minute:02}")
