"""Searching everything that was written: words in, hits with a one-line excerpt out."""

import json
import unicodedata
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, NamedTuple

from lnet.errors import BadInputError
from lnet.services.references import ref
from lnet.store.connect import Store
from lnet.store.read import search
from lnet.store.read.search import END, START, Called, Entry, Wanted

DEFAULT_LIMIT = 20


class Part(NamedTuple):
    """A piece of an excerpt; `match`: it is what was looked for."""

    text: str
    match: bool = False


class Hit(NamedTuple):
    """Something found: what kind, how to name it (`ref`, or for a person `slug`), its day, its title or whose it is.

    `on` is the day it happened, or was recorded; None for people. `excerpt`: the line in which the words were found.
    `archived`: it is a person who is.
    """

    kind: str
    ref: str | None
    slug: str | None
    id: int
    uid: str
    on: date | None
    name: str
    excerpt: tuple[Part, ...]
    archived: bool = False

    def as_json(self) -> dict[str, Any]:
        """The fields, the excerpt as one text."""
        return {
            "kind": self.kind, "ref": self.ref, "slug": self.slug, "id": self.id, "uid": self.uid, "on": self.on,
            "name": self.name, "excerpt": "".join(part.text for part in self.excerpt), "archived": self.archived,
        }  # fmt: skip


class Hits(NamedTuple):
    """What was found, newest first, people before all; `more`: how many are not shown (`more_at_least`: or more).

    `how`: "words", the "start" of words, or "text" as it stands; only so many of the entries were read (0: all).
    """

    words: tuple[str, ...]
    hits: tuple[Hit, ...]
    more: int
    how: str
    looked_at: int

    @property
    def more_at_least(self) -> bool:
        """Whether the counting ended before the hits did."""
        return self.more >= search.COUNTED


def find(
    store: Store, words: Sequence[str], *, kinds: Collection[str] = (), since: date | None = None,
    until: date | None = None, person: int | None = None, limit: int = DEFAULT_LIMIT,
) -> Hits:  # fmt: skip
    """What holds all the words, newest first, of what a person has to do with if one is given; reads only.

    Raises BadInputError for no words.
    """
    places = search.places_of(store, person) if person else None
    wanted = Wanted(separate(words), frozenset(kinds), since, until, places)
    if not wanted.words:
        raise BadInputError("there is no word to find")
    found = search.search(store, wanted, limit)
    names = search.called(store, found.entries)
    hits = tuple(hit(entry, names[entry.kind, entry.id]) for entry in found.entries if (entry.kind, entry.id) in names)
    return Hits(wanted.words, hits, found.more, found.how, found.looked_at)


def separate(words: Sequence[str]) -> tuple[str, ...]:
    """The single words, each once, in the order given; the same text in another Unicode form is the same word."""
    return tuple(dict.fromkeys(unicodedata.normalize("NFC", " ".join(words)).split()))


def hit(entry: Entry, called: Called) -> Hit:
    """An entry with its name and reference."""
    named = None if entry.kind == "contact" else ref(entry.kind, entry.id)
    said = excerpt(entry.text, titled=entry.kind in TITLED)
    return Hit(entry.kind, named, called.slug, entry.id, called.uid, entry.on, called.name, said, called.archived)


# --- excerpts ---------------------------------------------------------------------------------------------------

TITLED = ("contact", "goal", "event", "community", "project", "resource")  # their first line is what they are called
BEFORE = 40  # characters shown before the first match
MOST = 160
OPENING = 60


def excerpt(text: str, *, titled: bool) -> tuple[Part, ...]:
    """The line with the most matches, behind the first line, so that one sees what it belongs to.

    A thing with a title bears it beside the excerpt: its first line is not said twice.
    """
    lines = [line.strip() for line in text.split("\n")]
    line = max(lines, key=lambda each: min(each.count(START), 20))
    if line.startswith("["):
        line = listed(line)
    first = "" if titled or line == lines[0] else cut(lines[0], OPENING)
    return tuple(part for part in parts(f"{first} · {around(line)}" if first else around(line)) if part.text)


def listed(line: str) -> str:
    """A line that is a JSON list (what somebody wants to learn), as people write it."""
    try:
        return "; ".join(map(str, json.loads(line.replace(START, "\\u0002").replace(END, "\\u0003"))))
    except (ValueError, TypeError):
        return line


def around(line: str) -> str:
    """The line, and of a long one the piece from a little before its first match."""
    if len(line) <= MOST:
        return line
    start = max(0, line.find(START) - BEFORE)
    return ("…" if start else "") + line[start : start + MOST] + ("…" if start + MOST < len(line) else "")


def cut(line: str, most: int) -> str:
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def parts(marked: str) -> list[Part]:
    """The pieces of a marked line, in order; a mark without its other half is none."""
    found = []
    for number, piece in enumerate(marked.split(START)):
        match, mark, rest = piece.partition(END) if number else ("", "", piece)
        found += [Part(match, match=True), Part(rest.replace(END, ""))] if mark else [Part(piece.replace(END, ""))]
    return found
