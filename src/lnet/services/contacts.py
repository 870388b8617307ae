"""Contacts: add, look up, change. Every change is one step, undone as one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from lnet.domain.away import AwayDays
from lnet.domain.cadence import cadence, due_on
from lnet.domain.facts import Away
from lnet.domain.names import clean, key
from lnet.domain.spread import first_due_day
from lnet.errors import BadInputError, NotFoundError
from lnet.services.names import Who
from lnet.store.connect import Store
from lnet.store.journal import Step, step
from lnet.store.read import contacts as read
from lnet.store.read.contacts import Contact
from lnet.store.write import contact as write
from lnet.store.write.rows import Value, delete, update
from lnet.store.write.topic import add_topics, remove_topics

SINGLE_LINES = ("field", "organisation", "title", "location", "how_met")
HIDDEN = ("gap_twice", "agreed_days", "clock_from", "contact_days")


@dataclass(frozen=True, slots=True)
class Card:
    """A contact as it is shown: with the cadence in force, where it comes from, and when they come due."""

    contact: Contact
    every_days: int | None
    cadence_from: str | None
    cadence_words: str
    due_on: date | None

    def as_json(self) -> dict[str, Any]:
        """The fields of the contact, with the cadence in force as `every_days`."""
        own = {field.name: getattr(self.contact, field.name) for field in fields(self.contact) if field.name not in HIDDEN}
        return own | {"every_days": self.every_days, "cadence_from": self.cadence_from, "due_on": self.due_on}


@dataclass(frozen=True, slots=True)
class Saved:
    """What a command left behind: the cards, the step that undoes it, and others of the same name."""

    cards: tuple[Card, ...]
    step: int
    namesakes: tuple[str, ...] = ()

    def as_json(self) -> Any:
        """One object for one contact, a list for several, each with the step as `undo`."""
        shown = [card.as_json() | {"undo": self.step} for card in self.cards]
        return shown[0] if len(shown) == 1 else shown


@dataclass(frozen=True, slots=True)
class Changes:
    """What an edit does: columns to set (None clears), things to add, things to take away."""

    values: Mapping[str, Value]
    nicknames: Sequence[str] = ()
    no_nicknames: Sequence[str] = ()
    roles: Sequence[str] = ()
    no_roles: Sequence[str] = ()
    topics: Sequence[str] = ()
    no_topics: Sequence[str] = ()
    aims: Sequence[str] = ()
    no_aims: Sequence[str] = ()
    methods: Sequence[tuple[str, str]] = ()  # kind, value
    no_methods: Sequence[tuple[str, str]] = ()


def card(store: Store, contact: Contact, away: AwayDays | None = None) -> Card:
    """The contact with its cadence reckoned."""
    facts = contact.facts()
    aim = cadence(facts, store.policy)
    due = due_on(facts, away or away_days(store), store.policy) if aim else None
    return Card(contact, aim.days if aim else None, aim.code if aim else None, aim.words if aim else "", due)


def away_days(store: Store) -> AwayDays:
    """The days that do not count."""
    return AwayDays([Away(from_on, to_on) for from_on, to_on in read.away_days(store)])


def get(store: Store, who: Who) -> Card:
    """The card of somebody who was resolved."""
    contact = read.get(store, who.id)
    if contact is None:
        raise NotFoundError("contact", who.name)
    return card(store, contact)


def add(store: Store, name: str, changes: Changes) -> Saved:
    """Add a person. A cadence gives them a first-due day. Undo removes them again.

    Raises BadInputError for an empty name.
    """
    if not clean(name):
        raise BadInputError("a contact needs a name")
    namesakes = tuple(found.slug for found in read.by_key(store, key(name)))
    with step(store, "contact add", clean(name)) as open_:
        id = write.add(open_, name)
        apply(store, open_, id, changes)
    return Saved((get(store, Who(id, name, "")),), open_.id, namesakes)


def edit(store: Store, people: Sequence[Who], changes: Changes, command: str = "contact edit") -> Saved:
    """Change several people alike, in one step. Undo sets all of them back."""
    with step(store, command, ", ".join(who.slug for who in people)) as open_:
        for who in people:
            apply(store, open_, who.id, changes)
    return Saved(tuple(get(store, who) for who in people), open_.id)


def apply(store: Store, open_: Step, id: int, changes: Changes) -> None:
    """Write the changes of one contact."""
    values = tidy(changes.values)
    if changes.aims or changes.no_aims:
        values["aims"] = merged_aims(store, id, changes)
    update(open_, "contact", id, **values)
    write.add_nicknames(open_, id, changes.nicknames)
    write.remove_nicknames(open_, id, changes.no_nicknames)
    write.add_roles(open_, id, changes.roles)
    write.remove_roles(open_, id, changes.no_roles)
    add_topics(open_, "contact", id, changes.topics)
    remove_topics(open_, "contact", id, changes.no_topics)
    for kind, value in changes.methods:
        write.add_method(open_, id, kind, value)
    for kind, value in changes.no_methods:
        write.remove_method(open_, id, kind, value)
    if {"circle", "every_days"} & values.keys():
        set_first_due(store, open_, id)


def tidy(values: Mapping[str, Value]) -> dict[str, Value]:
    """Columns as they are stored: single lines folded, empty text cleared."""
    folded = {name: clean(value) if name in SINGLE_LINES and isinstance(value, str) else value for name, value in values.items()}
    return {name: None if value == "" else value for name, value in folded.items()}


def merged_aims(store: Store, id: int, changes: Changes) -> list[str]:
    """The aims they have, with those added and without those taken away."""
    contact = read.get(store, id)
    aims = dict.fromkeys([*(contact.aims if contact else ()), *map(clean, changes.aims)])
    gone = {clean(aim).casefold() for aim in changes.no_aims}
    return [aim for aim in aims if aim and aim.casefold() not in gone]


def set_first_due(store: Store, open_: Step, id: int) -> None:
    """Give somebody with a cadence and without any conversation their first-due day; take it from who has none."""
    contact = read.get(store, id)
    if contact is None or contact.last_on is not None:
        return
    aim = cadence(contact.facts(), store.policy)
    update(open_, "contact", id, first_due=None)
    if aim is not None:
        taken = read.first_due_days(store)
        update(open_, "contact", id, first_due=first_due_day(taken, aim.days, store.today, store.policy))


def rename(store: Store, who: Who, name: str) -> Saved:
    """Give somebody another name; the slug and all links stay. Undo gives the old name back."""
    if not clean(name):
        raise BadInputError("a contact needs a name")
    with step(store, "contact rename", f"{who.slug} {clean(name)}") as open_:
        write.rename(open_, who.id, name)
    return Saved((get(store, who),), open_.id)


def set_status(store: Store, people: Sequence[Who], status: str, command: str) -> Saved:
    """Pause, quiet, resume or archive several people. Undo gives them back the status they had."""
    return edit(store, people, Changes({"status": status}), command)


def delete_all(store: Store, people: Sequence[Who]) -> int:
    """Delete people and what is theirs alone; gives back the step. Undo brings all of it back."""
    with step(store, "contact delete", ", ".join(who.slug for who in people)) as open_:
        for who in people:
            delete_conversations(open_, who.id)
            delete(open_, "contact", id=who.id)
    return open_.id


def delete_conversations(open_: Step, id: int) -> None:
    """Conversations in which only this person took part go with them; the others stay, without them."""
    alone = open_.db.execute(
        "SELECT interaction_id FROM participant WHERE contact_id = ?1 AND NOT EXISTS"
        " (SELECT 1 FROM participant o WHERE o.interaction_id = participant.interaction_id AND o.contact_id <> ?1)",
        (id,),
    ).fetchall()
    for (interaction,) in alone:
        delete(open_, "interaction", id=interaction)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which people a list shows; by default not the archived, not the address book."""

    circle: str | None = None
    role: str | None = None
    topic: str | None = None
    organisation: str | None = None
    field: str | None = None
    status: str | None = None
    community: int | None = None
    event: int | None = None
    due: bool = False
    everybody: bool = False
    address_book: bool = False

    def where(self) -> tuple[str, list[Value]]:
        """The condition over the view `people`, and its parameters."""
        terms: list[tuple[str, Value]] = [
            ("circle = ?", self.circle),
            ("id IN (SELECT contact_id FROM contact_role WHERE role = ?)", self.role),
            ("id IN (SELECT contact_id FROM contact_topic WHERE topic = ?)", self.topic and self.topic.lstrip("#+").casefold()),
            ("organisation LIKE '%' || ? || '%'", self.organisation),
            ("field LIKE '%' || ? || '%'", self.field),
            ("status = ?", self.status),
            ("id IN (SELECT contact_id FROM membership WHERE community_id = ?)", self.community),
            ("id IN (SELECT contact_id FROM attendance WHERE event_id = ?)", self.event),
        ]
        used = [(term, value) for term, value in terms if value is not None]
        return " AND ".join([self.scope(), *(term for term, _ in used)]), [value for _, value in used]

    def scope(self) -> str:
        """Who is looked at before any other condition."""
        if self.address_book:
            return "address_book = 1"
        if self.everybody:
            return "1"
        archived = "1" if self.status else "status <> 'archived'"
        return f"address_book = 0 AND {archived}"


def listed(store: Store, wanted: Filter, sort: str = "name", limit: int | None = None) -> list[Card]:
    """The people of a list, by name, by last conversation (newest first) or by due day (earliest first)."""
    where, parameters = wanted.where()
    away = away_days(store)
    cards = [card(store, contact, away) for contact in read.listed(store, where, parameters)]
    if wanted.due:
        cards = [each for each in cards if each.due_on and each.due_on <= store.today]
    if sort == "last":
        cards.sort(key=lambda each: each.contact.last_on or date.min, reverse=True)
    elif sort == "due":
        cards.sort(key=lambda each: each.due_on or date.max)
    return cards[:limit]

