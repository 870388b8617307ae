"""What is left of a text when dates and tags are taken out, closed up where something was cut."""

import re
from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

# A word that says nothing once what it led to is gone: "coffee with ada about #sql".
_DANGLING = re.compile(
    r"(?:^|(?<=\s))(?:about|re|regarding|at|on|in|via|from|for|of|during|the|and|or|&)$", re.IGNORECASE
)
_PLACED = re.compile(r"(?:^|(?<=\s))(?:at|in|during|via|from)$", re.IGNORECASE)
# Behind which such a word still says nothing: "about #sql with ada".
_GOES_ON = re.compile(
    r"(?:$|[.,;:!?)]|(?:about|re|regarding|with|at|on|in|over|via|from|during|and|for|after)\b)", re.IGNORECASE
)
_LINK = re.compile(r"[\s,]*(?:\b(?:and|or)\b|&)?[\s,]*", re.IGNORECASE)


class Cut(IntEnum):
    """What was taken out, which says how the text closes up; of several side by side the greatest decides."""

    SIGN = 0  # a backslash, or the @ of a name: the word stays as it stands
    DATE = 1
    TOPIC = 2
    PLACE = 3


class Span(NamedTuple):
    """A stretch of the text that is taken out."""

    start: int
    end: int
    cut: Cut


def without(text: str, spans: Iterable[Span]) -> str:
    """The text less these stretches, white space folded; no comma, empty bracket or "about" is left dangling."""
    done: list[str] = []
    left, cut, at = "", Cut.SIGN, 0
    cuts = [*sorted(spans, key=lambda span: (span.start, -span.end)), Span(len(text), len(text), Cut.SIGN)]
    for span in cuts:
        right = text[at : max(span.start, at)]
        if min(cut, span.cut) >= Cut.TOPIC and _LINK.fullmatch(right):  # "#sql and #python"
            right = ""
        if right.strip():
            done.append(left)
            done[-1], left = _closed(left, right, cut)
            cut = Cut.SIGN
        elif cut is Cut.SIGN:
            left += right
        cut, at = max(cut, span.cut), max(span.end, at)
    if cut > Cut.SIGN:
        left, _ = _closed(left, "", cut)
    return " ".join("".join((*done, left)).split())


def _closed(left: str, right: str, cut: Cut) -> tuple[str, str]:
    """Both sides of a cut, ready to be put together."""
    if cut is Cut.SIGN:
        return left, right
    left, right = left.rstrip(), right.lstrip()
    if left.endswith(("(", "[")) and right.startswith((")", "]")):
        left, right = left[:-1].rstrip(), right[1:].lstrip()
    if cut is Cut.PLACE:
        left = _PLACED.sub("", left).rstrip()
    while cut >= Cut.TOPIC and _GOES_ON.match(right) and _DANGLING.search(left):
        left = _DANGLING.sub("", left).rstrip()
    if not left or left[-1] in ",;:":
        right = right.lstrip(" \t\n,;:–—")
    if right[:1] in ".!?)":
        left = left.rstrip(",;: ")
    if not right:
        return re.sub(r"[\s,;:]+$|\s[–—-]$", "", left), ""
    glue = "" if right[0] in ".,;:!?)]…" or left.endswith("(") else " "
    return left + glue, right
