"""The sentence and its labelled clauses, before anything is read from either."""

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from lnet.domain.sentence.lexicon import LABELS, OTHER_SPELLINGS

# Who writes lines in an editor may write them as a list: "- me: send paper".
_LABEL = re.compile(
    rf"\s*(?:[-*•][ \t]+)?({'|'.join((*LABELS, *OTHER_SPELLINGS))}|g[0-9]{{1,9}})[ \t]*:(?!//)", re.IGNORECASE
)
# A semicolon inside an address parts nothing, unless a label follows it.
_ADDRESS = rf"\b(?:[a-z][a-z0-9+.-]{{1,20}}://|www\.)[^\s;]*(?:;(?!{_LABEL.pattern})[^\s;]+)*"
_BORDER = re.compile(rf"(?P<address>{_ADDRESS})|\\?;|(?P<line>[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+)", re.IGNORECASE)


class Parts(NamedTuple):
    """`sentence`: the parts without a label, joined; `first_end`: where the first of them ends in it.

    `clauses`: (label, rest) in order; a label without a text is left out, so that a form may be half filled in.
    """

    sentence: str
    first_end: int
    clauses: tuple[tuple[str, str], ...]


def split(text: str, among: Container[str] | None = None) -> Parts:
    """The parts of a text between semicolons and line breaks: those without a label make the sentence.

    `among`: only these labels count (None: all of them); a part with another is one without.
    """
    plain, first_end = "", 0
    clauses: list[tuple[str, str]] = []
    for border, part in _parts(text):
        label = _LABEL.match(part)
        if label is None or (among is not None and _name(label[1]) not in among):
            glue = border if plain.strip() else ""
            plain += glue + part if part.strip() else ""
            first_end = first_end or len(plain)
        elif rest := part[label.end() :].strip():
            clauses.append((_name(label[1]), rest))
    return Parts(plain, first_end, tuple(clauses))


def joined(words: Sequence[str]) -> str:
    """One text of the words of a shell command: there a label needs no semicolon before it.

    ["coffee", "with", "ada", "me:", "send", "paper"] → "coffee with ada ; me: send paper". One word is a quoted
    sentence and stays as it is. Empty for no words.
    """
    return " ".join(f"; {word}" if place and _LABEL.match(word) else word for place, word in enumerate(words))


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Each part with what joins it to the one before: "; " or a line break."""
    begin, border = 0, ""
    for found in _BORDER.finditer(text):
        if found["address"] is None:
            yield border, text[begin : found.start()]
            begin, border = found.end(), "\n" if found["line"] else "; "
    yield border, text[begin:]


def _name(label: str) -> str:
    name = label.lower()
    return OTHER_SPELLINGS.get(name, name)
