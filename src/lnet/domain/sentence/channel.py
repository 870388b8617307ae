"""By what channel the conversation was held, and who turned to whom."""

import re
from collections.abc import Iterator, Sequence

from lnet.domain.sentence import lexicon
from lnet.domain.sentence.context import Context
from lnet.domain.sentence.matching import Naming

_BLANK = "[ \\t\u00a0]"
_TO_ME = re.compile(rf"{_BLANK}+(?:back{_BLANK}+)?(?:to{_BLANK}+)?(?:me|us)\b|{_BLANK}+by\b", re.IGNORECASE)
_TO = re.compile(rf"{_BLANK}+(?:back{_BLANK}+)?(?:to{_BLANK}+)?(?:both{_BLANK}+)?", re.IGNORECASE)
_FROM = re.compile(rf"{_BLANK}+(?:(?:back|again){_BLANK}+)?(from|to)\b", re.IGNORECASE)
_WITH = re.compile(rf"{_BLANK}+(?:back{_BLANK}+and{_BLANK}+forth{_BLANK}+)?with\b", re.IGNORECASE)
_SHE = frozenset({"she", "he", "they"})


class Head:
    """The words before `about` that belong to no name, and the names between them."""

    def __init__(self, context: Context, named: Sequence[Naming], about: int | None) -> None:
        self._context = context
        self._text = context.said.text
        end = len(self._text) if about is None else about
        names = {each.start: each for each in named if not each.possessive}
        self._starts, self._ends = set(names), {each.end for each in names.values()}
        self._words = [at for at in _outside(context, named) if context.words[at].start < end]

    def channel(self) -> str | None:
        """The channel of the first word that says one; "met" and "wrote" only if no other does. None: nothing said."""
        keys = [self._context.words[at].key for at in self._words]
        said = [lexicon.CHANNELS[key] for key in keys if key in lexicon.CHANNELS]
        if "call" in said and (said[0] == "call" or "conference" in keys):
            return "video" if "video" in said else "call"  # "a call on zoom", "a conference call"
        if said or not keys:
            return said[0] if said else None
        if self._words[0] == self._context.first and keys[0] in lexicon.PLANNED_CHANNELS:
            return lexicon.PLANNED_CHANNELS[keys[0]]
        weak = next((lexicon.WEAK_CHANNELS[key] for key in keys if key in lexicon.WEAK_CHANNELS), None)
        return "letter" if weak == "email" and lexicon.PAPER & set(keys) else weak

    def direction(self) -> str:
        """outbound for "emailed X", inbound for "X emailed me" and "heard from X", mutual for all else and for both."""
        said = set(self._directions())
        return said.pop() if len(said) == 1 else "mutual"

    def _directions(self) -> Iterator[str]:
        for at in self._words:
            key, behind = self._context.words[at].key, self._context.words[at].end
            link = _FROM.match(self._text, behind)
            received = link is not None and link[1].lower() == "from"
            if key in lexicon.WRITTEN or (key in lexicon.WRITE and at == self._context.first and not received):
                yield from self._written(at)
            elif link and (key == "heard" or key in lexicon.LETTERS):
                yield "inbound" if received else "outbound" if key != "heard" else "mutual"

    def _written(self, at: int) -> Iterator[str]:
        """Who wrote: "Ada emailed (me)", "emailed Ada", "emailed it"; not "Ada emailed Bob", "texted with Bob"."""
        word = self._context.words[at]
        if _WITH.match(self._text, word.end):
            return
        link = _TO.match(self._text, word.end)
        to_somebody = link is not None and link.end() in self._starts
        before = self._context.words[at - 1].key if at and self._context.said.joined(at - 1) else ""
        by_somebody = before in _SHE or len(self._text[: word.start].rstrip(" \t\u00a0")) in self._ends
        if _TO_ME.match(self._text, word.end) or (by_somebody and not to_somebody):
            yield "inbound"
        elif not by_somebody and (to_somebody or before == "i" or at == self._context.first):
            yield "outbound"


def _outside(context: Context, named: Sequence[Naming]) -> Iterator[int]:
    """The words of no name that may say something."""
    names = iter(named)
    name = next(names, None)
    for at, word in enumerate(context.words):
        while name and name.end <= word.start:
            name = next(names, None)
        if (name is None or word.start < name.start) and not context.is_closed(at):
            yield at
