"""What an importer understood of a file: people, conversations, and what was odd, each with the place it stood at.

A format's reader yields these values and knows nothing of the store; the import service knows nothing of formats.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from lnet.domain.addresses import address_key
from lnet.domain.names import key

# The fields of a person that hold one value; a newer file replaces those that were not edited here.
SINGLE = ("name", "organisation", "title", "field", "location", "how_met", "met_on", "birthday", "note")
# Those that hold several; a newer file only adds to them.
SEVERAL = ("nicknames", "roles", "topics", "aims")
# What says how often to talk; it is given once, and only to those who have none.
PACE = ("circle", "every_days")
in_order = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
# The columns of a conversation.
TALK = ("occurred_on", "time", "channel", "direction", "summary", "note")


class Problem(NamedTuple):
    """Something dropped, kept back or odd: `where` in the file ("line 12", "card 3"), and `what`, in words."""

    where: str
    what: str


class Rejected(NamedTuple):
    """A whole row that cannot be taken in, and why; it counts as rejected and is reported."""

    where: str
    why: str


class Address(NamedTuple):
    """A way to reach somebody; `kind` is one of the vocabulary's METHOD_KINDS."""

    kind: str
    value: str
    label: str | None = None
    primary: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What two spellings of the same address have in common."""
        return self.kind, address_key(self.kind, self.value)


class PersonCard(NamedTuple):
    """One person of a file, as they came.

    `source_key` is what the source itself tells them apart by; it must be the same in every later file, and different
    for different people. `former_keys` are weaker ones, by which an older file may have known them. `birthday` is
    1990-04-15 or --04-15. `extra` is what lnet has no field for, verbatim. `knows` and `introduced_by` are keys of
    others in the same source. `circle` and `every_days` (0: never) are given to those who have none yet.
    """

    where: str
    source_key: str
    name: str
    organisation: str | None = None
    title: str | None = None
    field: str | None = None
    location: str | None = None
    how_met: str | None = None
    met_on: date | None = None
    birthday: str | None = None
    note: str | None = None
    nicknames: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()
    extra: Mapping[str, Any] = MappingProxyType({})
    former_keys: tuple[str, ...] = ()
    aims: tuple[str, ...] = ()
    knows: tuple[str, ...] = ()
    introduced_by: str | None = None
    circle: str | None = None
    every_days: int | None = None

    def content(self) -> dict[str, Any]:
        """The values as they came, in the form in which provenance keeps them; empty ones are left out."""
        values: dict[str, Any] = {name: getattr(self, name) for name in SINGLE}
        values["met_on"] = self.met_on.isoformat() if self.met_on else None
        values |= {name: list(getattr(self, name)) for name in SEVERAL}
        values["addresses"] = [[each.kind, each.value, each.label, each.primary] for each in self.addresses]
        values |= {"extra": dict(self.extra), "knows": list(self.knows), "introduced_by": self.introduced_by}
        return {name: value for name, value in values.items() if value} | ({"pace": self.pace} if self.pace else {})

    @property
    def pace(self) -> dict[str, Any]:
        """The circle and the cadence, as far as the source says."""
        return {name: value for name in PACE if (value := getattr(self, name)) is not None}


class TalkCard(NamedTuple):
    """One conversation of a file, held or `planned`; `people` took part (without me), each found as a person would be.

    Those of its people who are not known yet are reported, or added where that was asked for. `grows`: the file may
    hold only a part of it, so that it adds to what came before, and both sides having spoken make it mutual.
    """

    where: str
    source_key: str
    occurred_on: date
    people: tuple[PersonCard, ...]
    channel: str = "other"
    direction: str = "mutual"
    summary: str = ""
    note: str | None = None
    time: str | None = None
    topics: tuple[str, ...] = ()
    grows: bool = False
    planned: bool = False

    def content(self) -> dict[str, Any]:
        """The values as they came, in the form in which provenance keeps them; empty ones are left out."""
        values: dict[str, Any] = {name: getattr(self, name) for name in TALK}
        values |= {"occurred_on": self.occurred_on.isoformat(), "topics": list(self.topics)}
        return {name: value for name, value in values.items() if value}


class Me(NamedTuple):
    """Who I am in files that hold conversations: names, by their key, and addresses, by theirs."""

    names: frozenset[str] = frozenset()
    addresses: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def of(cls, names: Iterable[str], emails: Iterable[str], urls: Iterable[str]) -> "Me":
        """From names, e-mail addresses and profile pages as a person types them."""
        addresses = [Address("email", email).key for email in emails] + [Address("url", url).key for url in urls]
        return cls(frozenset(filter(None, map(key, names))), frozenset(addresses))

    def is_named(self, name: str) -> bool:
        """Whether this is one of my names."""
        return key(name) in self.names

    def has(self, kind: str, value: str) -> bool:
        """Whether this is one of my addresses."""
        return Address(kind, value).key in self.addresses


class StoredRow(NamedTuple):
    """A row of another store, by column, as its export has it; `number` counts the rows of its table from 0 on."""

    table: str
    number: int
    values: dict[str, Any]

    @property
    def where(self) -> str:
        """Its place in the file: "promise, row 12"."""
        return place(self.table, self.number)


def place(table: str, number: int) -> str:
    """Where a row stands in an export."""
    return f"{table}, row {number + 1}"


class Archive(NamedTuple):
    """A whole store as it was exported: too large to be held, so it is read twice.

    `keys` are the ids and uids of its rows, by table, in their order; `rows` reads them all, checked against the tables
    they are for. A row that cannot be one is Rejected.
    """

    where: str
    keys: Mapping[str, Sequence[tuple[int, str]]]
    rows: Callable[[], Iterator["StoredRow | Rejected | Problem"]]


Item = PersonCard | TalkCard | Archive | Rejected | Problem


class Batch(NamedTuple):
    """All that the file called `name` held; `source` is its kind, under which its rows are known again ("linkedin")."""

    source: str
    name: str
    items: tuple[Item, ...]

    @property
    def size(self) -> int:
        """How many rows it has to be worked through."""
        archives = [item for item in self.items if isinstance(item, Archive)]
        return len(self.items) + sum(len(keys) for each in archives for keys in each.keys.values())


def digest(content: Mapping[str, Any]) -> str:
    """A fingerprint of a row's values: equal values, equal digest, in whatever order they stand."""
    text = in_order(content)
    halves = "surrogatepass"  # a reader may ask before half characters are marked
    return hashlib.blake2b(text.encode(errors=halves), digest_size=16).hexdigest()
