"""Which names of a sentence stand where participants do, and which only where somebody is mentioned."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lnet.domain.sentence import lexicon
from lnet.domain.sentence.context import Context
from lnet.domain.sentence.matching import Naming, stranger

_BLANK = "[ \\t\u00a0]"
_AND = re.compile(rf"{_BLANK}*(?P<comma>,?){_BLANK}*(?P<and>(?:and|plus)\b|[&+/])?{_BLANK}*", re.IGNORECASE)
_WITH = re.compile(rf"(?:with|w/){_BLANK}+(?:both{_BLANK}+)?", re.IGNORECASE)
# What may follow the last name of "with Ada, Bob": in "with Ada, Bob was ill" another sentence starts.
_LIST_ENDS = re.compile(
    rf"{_BLANK}*(?:$|[^\w\s]|\n|(?:about|re|regarding|at|on|in|over|for|to|from|during|after|before|via|by|and|with|of|"
    r"yesterday|today|last)\b)",
    re.IGNORECASE,
)


class Standing(NamedTuple):
    """The names of a sentence, each group in order.

    `present` stand where participants do; `unknown` too, but nobody known is called so; `others` stand elsewhere.
    """

    present: tuple[Naming, ...]
    unknown: tuple[Naming, ...]
    others: tuple[Naming, ...]


def standing(context: Context, named: Sequence[Naming], about: int | None) -> Standing:
    """Sorts the names: before `about` (an offset; None: no such word) or in a list right after `with`, or elsewhere.

    A possessive is a mention wherever it stands: Ada need not have been there for "lunch at Ada's".
    """
    lists = Lists(context, named, len(context.said.text) if about is None else about)
    there = {each.start: each for each in lists.present()}
    present = [there[start] for start in sorted(there)]
    return Standing(
        present=tuple(each for each in present if each.ids),
        unknown=tuple(each for each in present if not each.ids),
        others=tuple(each for each in named if each.ids and each.start not in there),
    )


class Lists:
    """The lists of names in a sentence: "Ada, Zoe and Bob"."""

    def __init__(self, context: Context, named: Sequence[Naming], head_end: int) -> None:
        self._context = context
        self._text = context.said.text
        self._named = {each.start: each for each in named}
        self._starts = [each.start for each in named]
        self._words = dict(_outside(context, named))
        self._head_end = head_end
        self._followed: set[int] = set()  # ends of names behind which the list was read on already

    def present(self) -> Iterator[Naming]:
        """Everybody who stands where participants do, in no order, some more than once."""
        for each in self._named.values():
            if each.start < self._head_end and not each.possessive:
                yield each
                yield from self._more(each.end)
        for start, at in self._words.items():
            behind = None if self._context.words[at].escaped else _WITH.match(self._text, start)
            if behind:
                yield from self._list(behind.end())
            elif start < self._head_end and self._is_introduced(at):
                yield from self._list(start)

    def _is_introduced(self, at: int) -> bool:
        """Whether a capitalised word would be somebody here: behind "met", or in "Zoe emailed me"."""
        words, joined = self._context.words, self._context.said.joined
        if at and joined(at - 1) and words[at - 1].key in lexicon.INTRODUCES and not words[at - 1].escaped:
            return True
        to_me = at + 2 < len(words) and words[at + 1].key in lexicon.WRITTEN and words[at + 2].key == "me"
        return self._context.is_behind_verb(at) or to_me

    def _list(self, start: int) -> Iterator[Naming]:
        first = self._name_at(start)
        if first and not first.possessive:
            yield first
            yield from self._more(first.end)

    def _more(self, end: int) -> Iterator[Naming]:
        """The rest of a list, behind one of its names."""
        while end not in self._followed and (link := _AND.match(self._text, end)) and link[0].strip():
            self._followed.add(end)
            found = self._name_at(link.end())
            if found is None or found.possessive or not (link["and"] or _LIST_ENDS.match(self._text, found.end)):
                return
            yield found
            end = found.end

    def _name_at(self, start: int) -> Naming | None:
        if start in self._named:
            return self._named[start]
        found = stranger(self._context, self._words[start]) if start in self._words else None
        following = bisect_right(self._starts, start)
        inside = found and following < len(self._starts) and self._starts[following] < found.end
        return None if inside else found


def _outside(context: Context, named: Sequence[Naming]) -> Iterator[tuple[int, int]]:
    """The words of no name: where each starts, and its place among all words."""
    names = iter(named)
    name = next(names, None)
    for at, word in enumerate(context.words):
        while name and name.end <= word.start:
            name = next(names, None)
        if name is None or word.start < name.start:
            yield word.start, at
