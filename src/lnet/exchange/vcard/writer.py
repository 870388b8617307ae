"""Everybody as vCards, of version 4.0 or 3.0, one card after the other.

What came from a vCard and has no field goes back as it came. So does a line of which a field holds a part, as long as
it says nothing else than the fields do now; what it does not say is written anew.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import quote

from lnet import __version__
from lnet.domain.cards import Address, PersonCard
from lnet.domain.names import words
from lnet.exchange.vcard.folding import fold
from lnet.exchange.vcard.lines import Line
from lnet.exchange.vcard.person import person_of
from lnet.exchange.vcard.properties import Property, parse
from lnet.exchange.vcard.reading import Reading
from lnet.store.connect import Store
from lnet.store.read.everybody import everybody

Fact = tuple[Any, ...]  # a field, and what it says
TEXTS = {"title": "TITLE", "note": "NOTE", "field": "X-LNET-FIELD", "how_met": "X-LNET-HOW-MET"}
LISTS = {"nicknames": "NICKNAME", "topics": "CATEGORIES", "roles": "X-LNET-ROLE", "aims": "X-LNET-AIM"}
WAYS = {"email": "EMAIL", "phone": "TEL", "url": "URL", "handle": "IMPP"}
# Labels that are types; all others are written as Apple does, in a line beside the address.
TYPES = {
    "home", "work", "cell", "fax", "pager", "main", "other", "mobile", "iphone", "school", "textphone", "car", "isdn",
    "modem", "pcs", "company",
}  # fmt: skip
ESCAPE = re.compile(r"[\\,;\n]")
GROUP = re.compile(r"item([0-9]{1,9})\.", re.IGNORECASE)
SCHEME = re.compile(r"(?!x-apple$)[a-z][a-z0-9+.-]*")


class Version(NamedTuple):
    """A version of vCard: its number, and whether it is 4.0."""

    number: str
    is_new: bool


V4, V3 = Version("4.0", is_new=True), Version("3.0", is_new=False)


def chunks(store: Store) -> Iterator[str]:
    """Everybody as vCard 4.0 (RFC 6350), a card at a time; nothing where there is nobody."""
    return cards(everybody(store, "vcard"), V4, store.today)


def chunks3(store: Store) -> Iterator[str]:
    """Everybody as vCard 3.0 (RFC 2426), which more programs read."""
    return cards(everybody(store, "vcard"), V3, store.today)


def cards(people: Iterable[PersonCard], version: Version, today: date) -> Iterator[str]:
    """The cards of people, folded."""
    for person in people:
        yield "".join(f"{fold(line)}\r\n" for line in Card(person, version, today).lines())


class Card:
    """The card of a person, in a version."""

    def __init__(self, person: PersonCard, version: Version, today: date) -> None:
        self.person = person
        self.version = version
        self.today = today
        self.has_name = False
        self.untold = facts(person)
        self.kept = [line for line in person.extra.get("lines", ()) if isinstance(line, str)]
        self.part = [
            line for block in person.extra.get("part", ()) if isinstance(block, str) for line in self.agreed(block)
        ]
        numbers = [int(match[1]) for line in (*self.kept, *self.part) if (match := GROUP.match(line))]
        self.group = max(numbers, default=0)

    def lines(self) -> Iterator[str]:
        """Its lines, not folded yet."""
        yield from ("BEGIN:VCARD", f"VERSION:{self.version.number}", f"PRODID:-//lnet//lnet {__version__}//EN")
        yield f"UID:{'urn:uuid:' if self.version.is_new else ''}{self.person.source_key}"
        if ("name", self.person.name) in self.untold:
            yield f"FN:{escaped(self.person.name)}"
        if not (self.has_name or self.version.is_new):
            yield f"N:{in_parts(self.person.name)}"
        yield from self.part
        yield from self.lists()
        yield from self.singles()
        for each in self.person.addresses:
            if said(each) in self.untold:
                yield from self.way(each)
        yield from self.kept
        yield "END:VCARD"

    def agreed(self, block: str) -> list[str]:
        """The lines of a property of which a field holds a part, if it says nothing but what the fields say now.

        What it says is told then. There is one N, as long as it is of the name.
        """
        found = [each for number, text in enumerate(block.split("\n")) if (each := parse(Line(number, text)))]
        reading = Reading(found, self.today)
        told = facts(person_of(reading, "", reading.full_name))
        is_name = reading.parts_of_name is not None
        if not (told or is_name) or not facts(self.person).keys() >= told.keys():
            return []
        if is_name and (self.has_name or not of_name(found[0], self.person.name)):
            return []
        self.has_name |= is_name
        self.untold = {fact: None for fact in self.untold if fact not in told}
        return block.split("\n")

    def lists(self) -> Iterator[str]:
        """Nicknames, topics and roles, each in one line."""
        for field, name in LISTS.items():
            if values := getattr(self.person, field):
                yield f"{name}:{','.join(map(escaped, values))}"

    def singles(self) -> Iterator[str]:
        """The fields that hold one value, and stand in no line that came."""
        person = self.person
        if ("organisation", person.organisation) in self.untold:
            yield f"ORG:{escaped(person.organisation or '')}"
        if ("birthday", person.birthday) in self.untold:
            yield self.birthday(person.birthday or "")
        if ("location", person.location) in self.untold:
            yield f"ADR:;;;{escaped(person.location or '')};;;"
        if person.met_on:
            yield f"X-LNET-MET-ON:{person.met_on.isoformat()}"
        for field, name in TEXTS.items():
            if (field, value := getattr(person, field)) in self.untold:
                yield f"{name}:{escaped(value)}"

    def birthday(self, on: str) -> str:
        """A birthday; without the year vCard 3.0 has no way to say it but Apple's."""
        if self.version.is_new:
            return f"BDAY:{'--' + on[2:].replace('-', '') if on.startswith('--') else on.replace('-', '')}"
        return f"BDAY;X-APPLE-OMIT-YEAR=1604:1604-{on[2:]}" if on.startswith("--") else f"BDAY:{on}"

    def way(self, address: Address) -> Iterator[str]:
        """An address, and what it is called where that is no type."""
        label, value = address.label or "", written(address)
        types = [] if address.kind == "handle" else label.split(" ")
        if address.kind == "handle" and SCHEME.fullmatch(label):
            value, label = f"{label}:{value}", ""
        elif address.kind == "handle":
            value = f"x-apple:{value}"
        elif TYPES.issuperset(types) and len({*types}) == len(types):
            label = ""
        kinds = [] if label or address.kind == "handle" else [each for each in types if each]
        kinds += ["pref"] if address.primary and not self.version.is_new else []
        more = f";TYPE={','.join(kinds)}" if kinds else ""
        more += ";PREF=1" if address.primary and self.version.is_new else ""
        group = self.next_group() if label else ""
        yield f"{group}{WAYS[address.kind]}{more}:{value}"
        if label:
            yield f"{group}X-ABLabel:{escaped(label)}"

    def next_group(self) -> str:
        """A group that no other line is in."""
        self.group += 1
        return f"item{self.group}."


def facts(person: PersonCard) -> dict[Fact, None]:
    """What the fields say of which a line may hold more: each field with its value, and each address."""
    fields = ("name", "organisation", "title", "location", "birthday", "note", "field", "how_met")
    found: list[Fact] = [(name, value) for name in fields if (value := getattr(person, name))]
    return dict.fromkeys([*found, *map(said, person.addresses)])


def said(address: Address) -> Fact:
    """What a line says of an address."""
    return (*address.key, address.label or "", address.primary)


def of_name(found: Property, name: str) -> bool:
    """Whether the family name and the given name of an N are in a name."""
    mine = set(words(name))
    return all(mine.issuperset(words(part)) for part in found.components()[:2])


def in_parts(name: str) -> str:
    """The components of an N, which vCard 3.0 asks for: nameparser's opinion on a name that came as one."""
    from nameparser import HumanName

    parsed = HumanName(name)
    parts = (parsed.last, parsed.first, parsed.middle, parsed.title, parsed.suffix)
    return ";".join(map(escaped, parts)) if parsed.first or parsed.last else f"{escaped(name)};;;;"


def written(address: Address) -> str:
    """The value of an address: text, but for pages, which are written as they are, and chat names, which are URIs."""
    if address.kind == "handle":
        return quote(address.value, safe="@+=&~!$'()*:")
    return address.value.replace("\\", "\\\\") if address.kind == "url" else escaped(address.value)


def escaped(text: str) -> str:
    """A text as a value of vCard 3.0 and 4.0."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return ESCAPE.sub(lambda match: "\\n" if match[0] == "\n" else f"\\{match[0]}", plain)
