"""vCard files: one person a card, known again by its UID, else by name and address."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from lnet.domain.cards import Item, PersonCard, Problem, Rejected, digest
from lnet.domain.names import clean, key
from lnet.exchange.source import Format, Source
from lnet.exchange.vcard.lines import Cards, Entry, Fault, Line
from lnet.exchange.vcard.person import called, person_of
from lnet.exchange.vcard.properties import GUESSED, Property, parse
from lnet.exchange.vcard.reading import PICTURES, Reading

BEGINS = re.compile(r"(?:^|[\r\n])[ \t]*+BEGIN\s*:\s*VCARD[ \t]*(?:[\r\n]|$)", re.IGNORECASE)
NEAR = 64 * 1024  # characters within which the first card begins
RANKS = ("email", "phone", "url", "handle")  # by which somebody without a UID is known again
SHOWN = 3  # numbers of cards, where many have the same to be said of them


def fits(source: Source) -> bool:
    """Whether the file has a card."""
    start = source.data[: 4 * NEAR]
    encoding = source.likely()[0]
    return BEGINS.search(start.decode(encoding, "replace").lstrip("\ufeff")[:NEAR]) is not None


def read(source: Source) -> Iterator[Item]:
    """The people, and everything odd about their cards, in the order of the file.

    Raises BadInputError for a file without any card.
    """
    file = File(source.today)
    items: list[Item] = []
    for entry in Cards(source).entries():
        items += [Problem(f"line {entry.number}", entry.what)] if isinstance(entry, Fault) else file.card(entry)
    if not file.cards:
        raise source.refusal("no card in it (BEGIN:VCARD)")
    yield from (file.with_groups(item) if isinstance(item, PersonCard) else item for item in items)
    yield from file.summary()


class File:
    """What is known of a file while its cards are read: who was in it, what its groups are, what many cards share."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.cards = 0
        self.uids: dict[str, tuple[str, int]] = {}
        self.bare: dict[str, str] = {}
        self.groups: dict[str, list[str]] = {}
        self.members: dict[str, str] = {}  # UIDs by the key of the person
        self.shared: dict[str, dict[int, None]] = {}

    def card(self, entry: Entry) -> Iterator[Item]:
        """One card: its problems, then the person, or why there is none."""
        self.cards += 1
        properties, problems = self.properties(entry)
        reading = Reading(properties, self.today)
        for each in reading.left_out:
            self.share(f"the {PICTURES[each.name]} inside it is left out", entry.number)
        name, by = called(reading)
        if not name:
            said = ", ".join(dict.fromkeys(each.name for each in properties if each.name != "VERSION"))
            yield Rejected(f"card {entry.number}, line {entry.line}", f"no name (only {said})" if said else "no name")
            return
        problems += reading.extra.problems
        problems += [(entry.line, f"has no name; called by the {by}")] if by else []
        places = ((f"card {entry.number}, line {line}", what) for line, what in sorted(problems))
        yield from (Problem(place, f"{name}: {what}") for place, what in places)
        yield from self.person(entry, reading, name)

    def properties(self, entry: Entry) -> tuple[list[Property], list[tuple[int, str]]]:
        """The properties of a card, and what is odd about its lines."""
        found, problems = [], [(fault.number, fault.what) for fault in entry.faults]
        for line, each in zip(entry.lines, parsed(entry.lines), strict=True):
            if each is None:
                problems.append((line.number, f"'{clean(line.text)[:40]}' is not a property: left out"))
                continue
            found.append(each)
            for what in each.faults:
                self.share(f"a value {what}", entry.number)
        return found, problems

    def person(self, entry: Entry, reading: Reading, name: str) -> Iterator[Item]:
        """The person of a card; a group is none, its name becomes a topic of its members."""
        if reading.kind == "group":
            members = reading.lists["members"]
            for each in members:
                self.groups.setdefault(each, []).append(name)
            what = f"{name}: a group of {len(members)}, and nobody; its members in this file get it as a topic"
            yield Problem(f"card {entry.number}, line {entry.line}", what)
            return
        card = person_of(reading, f"card {entry.number}", name)
        uid, known_as = reading.uid, key(name) or name
        first, number = self.uids.setdefault(uid, (known_as, entry.number))
        if uid and first != known_as:
            yield Problem(card.where, f"{name}: has the UID of card {number} too; taken as somebody else")
            uid = f"{uid} · {known_as}"
        weaker = by_address(card, known_as)
        keys = [uid, *weaker] if uid else weaker or [self.apart(card, known_as)]
        self.members[keys[0]] = reading.uid
        yield card._replace(source_key=keys[0], former_keys=tuple(keys[1:]))

    def apart(self, card: PersonCard, name: str) -> str:
        """A key for somebody who has but a name: those who differ otherwise are taken for different people."""
        found, number, tells = name, 1, digest(card.content())
        while self.bare.setdefault(found, tells) != tells:
            number += 1
            found = f"{name} #{number}"
        return found

    def with_groups(self, card: PersonCard) -> PersonCard:
        """The person with the groups they are in as topics."""
        groups = self.groups.get(self.members[card.source_key], ())
        return card._replace(topics=tuple(dict.fromkeys((*card.topics, *groups)))) if groups else card

    def share(self, what: str, number: int) -> None:
        """Note something that may be so with many cards, to be told once."""
        self.shared.setdefault(what, {})[number] = None

    def summary(self) -> Iterator[Problem]:
        """What many cards share, told once."""
        for what, numbers in self.shared.items():
            first, more = list(numbers)[:SHOWN], len(numbers) - SHOWN
            cards = f"card {first[0]}" if len(numbers) == 1 else f"cards {', '.join(map(str, first))}"
            yield Problem(cards + (f" and {more} more" if more > 0 else ""), what)


def parsed(lines: Sequence[Line]) -> list[Property | None]:
    """The properties of the lines of a card; what names no charset has that of a line that does, if it needs any."""
    found = [parse(line) for line in lines]
    if not any(GUESSED in each.faults for each in found if each):
        return found
    beside = next((each.head.charset for each in found if each and each.head.charset), "")
    return [parse(line, beside) for line in lines]


def by_address(card: PersonCard, name: str) -> list[str]:
    """The keys of somebody by their name and each of their addresses, the more telling kinds first."""
    found = [each.key for kind in RANKS for each in card.addresses if each.kind == kind]
    return [f"{name} · {at}" for _, at in found if at]


FORMAT = Format("vcard", "vCard", fits, read)
