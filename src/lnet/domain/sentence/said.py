"""What a log sentence is told (who and what may be named) and what it says back: plain frozen values."""

from datetime import date
from typing import NamedTuple


class Known(NamedTuple):
    """Somebody who may be named: the full name as stored, nicknames, the slug (for `@ada-lovelace`).

    `address_book`: matches by the full name only, and by a full name of one word only if it is capitalised.
    """

    id: int
    name: str
    nicknames: tuple[str, ...] = ()
    slug: str = ""
    address_book: bool = False


class Place(NamedTuple):
    """What `@name` may mean besides a person: `kind` is "event" or "community".

    Of several editions of an event the one whose `starts_on` is nearest the day of the sentence is meant.
    """

    kind: str
    id: int
    name: str
    starts_on: date | None = None


class Person(NamedTuple):
    """A name that was recognised: the text as typed (without a possessive 's) and the contact's id."""

    text: str
    id: int


class Doubt(NamedTuple):
    """A name that fits several contacts: nothing was chosen. `mention`: it only stood where mentions stand."""

    text: str
    candidates: tuple[int, ...]
    mention: bool


class Clause(NamedTuple):
    """One labelled part of the sentence.

    `label`: me, them, learned, practice, trend, feedback, gave, got, ask, next, done or goal. `text`: what follows the
    label, less tags, and for me/them/next less the date. `on`: the due day (me, them) or the planned day (next).
    `person`: the participant named in it; None: nobody is, so the caller takes the first. `ref`: "p7" for done, "g3"
    for goal ("" if `done:` names no reference). `time`: "15:00" of `next: fri 15:00`.
    `stranger`: one of `Said.unknown`, named in it before any participant; it is theirs if they are added.
    """

    label: str
    text: str
    on: date | None = None
    person: int | None = None
    ref: str = ""
    time: str | None = None
    stranger: str | None = None


class Said(NamedTuple):
    """All that a sentence says.

    `dated`: a date was named (in the sentence or by the option); without one `occurred_on` is today. Participants,
    mentions and doubts come in the order in which they are named, each once; nobody is both participant and mention.
    `unknown`: capitalised names of nobody known, where a participant would stand, to be offered for adding.
    `unknown_tags`: names after an `@` that mean nothing known (without the `@`); they stay in the summary. `topics`:
    lower case, without `#`, each once. `channel`: None when nothing hints at one. `summary`: the sentence as typed,
    less dates, tags and clauses (may be empty).
    """

    occurred_on: date
    dated: bool
    time: str | None
    participants: tuple[Person, ...]
    mentions: tuple[Person, ...]
    doubts: tuple[Doubt, ...]
    unknown: tuple[str, ...]
    unknown_tags: tuple[str, ...]
    topics: tuple[str, ...]
    channel: str | None
    direction: str
    event: int | None
    community: int | None
    clauses: tuple[Clause, ...]
    summary: str
