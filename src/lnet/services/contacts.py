"""Contacts: add, look up, change, delete. Every change is one step, undone as one."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from lnet.domain.away import AwayDays
from lnet.domain.birthdays import show_birthday
from lnet.domain.cadence import awaits_first, cadence, due_on
from lnet.domain.facts import NEVER
from lnet.domain.names import clean, key
from lnet.domain.spread import first_due_day
from lnet.errors import BadInputError, NotFoundError
from lnet.services.names import Who
from lnet.store.connect import Store
from lnet.store.journal import Step, find_entry, step
from lnet.store.read import away as read_away
from lnet.store.read import contacts as read
from lnet.store.read.contacts import Contact, Method
from lnet.store.read.names import by_key
from lnet.store.write import contact as write
from lnet.store.write.rows import Value, delete, update
from lnet.store.write.topic import add_topics, remove_topics

SINGLE_LINES = ("field", "organisation", "title", "location", "how_met")
HIDDEN = ("gap_twice", "agreed_days", "contact_days")


class Card(NamedTuple):
    """A contact as it is shown on a day: with the cadence in force, where it comes from, and when they come due."""

    contact: Contact
    every_days: int | None
    cadence_from: str | None
    cadence_words: str
    due_on: date | None
    today: date

    def as_json(self) -> dict[str, Any]:
        """The fields of the contact, with the cadence in force as `every_days` and the birthday as it is typed."""
        shown = [name for name in Contact._fields if name not in HIDDEN]
        own = {name: getattr(self.contact, name) for name in shown}
        born = self.contact.birthday and show_birthday(self.contact.birthday)
        aim = {"every_days": self.every_days, "cadence_from": self.cadence_from, "due_on": self.due_on}
        return {"ref": self.contact.slug, **own, **aim, "birthday": born}


class Saved(NamedTuple):
    """What a command left behind: the cards with their methods, the step that undoes it, others of the same name.

    `changed` is False where everything was so already.
    """

    cards: tuple[Card, ...]
    methods: tuple[tuple[Method, ...], ...]
    step: int
    namesakes: tuple[str, ...] = ()
    changed: bool = True

    def as_json(self) -> Any:
        """One object for one contact, a list for several, each with the step as `undo`."""
        both = zip(self.cards, self.methods, strict=True)
        shown = [card.as_json() | {"methods": methods, "undo": self.step} for card, methods in both]
        return shown[0] if len(shown) == 1 else shown


class Deleted(NamedTuple):
    """Who was deleted, how many conversations went with them, and the step that brings all of it back."""

    people: tuple[Who, ...]
    conversations: int
    step: int

    def as_json(self) -> Any:
        """One object for one contact, a list for several, each with the step as `undo`."""
        shown = [who._asdict() | {"deleted": True, "undo": self.step} for who in self.people]
        return shown[0] if len(shown) == 1 else shown


class Changes(NamedTuple):
    """What an edit does: columns to set (None clears), things to add, things to take away.

    What is both taken away and added stays, in its new spelling.
    """

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

    @property
    def empty(self) -> bool:
        """Whether nothing at all is to change."""
        return not any(self)


# --- looking up -------------------------------------------------------------------------------------------------


def card(store: Store, contact: Contact, away: AwayDays | None = None) -> Card:
    """The contact with its cadence reckoned; `away` saves reading the away days once more."""
    facts = contact.facts()
    aim = cadence(facts, store.policy)
    if aim is None:
        by_hand = "explicit" if contact.every_days == NEVER else None
        return Card(contact, None, by_hand, "", None, store.today)
    due = due_on(facts, away or away_days(store), store.policy)
    return Card(contact, aim.days, aim.code, aim.words, due, store.today)


def away_days(store: Store) -> AwayDays:
    """The days that do not count."""
    return AwayDays(read_away.away_days(store))


def get(store: Store, who: Who) -> Card:
    """The card of somebody who was resolved; raises NotFoundError if they are gone by now."""
    contact = read.get(store, who.id)
    if contact is None:
        raise NotFoundError("contact", who.name)
    return card(store, contact)


def methods(store: Store, who: Who) -> tuple[Method, ...]:
    """How to reach somebody, the primary ways first."""
    return read.methods(store, who.id)


def saved(store: Store, people: Sequence[Who], number: int, namesakes: Sequence[str] = ()) -> Saved:
    """The answer of a command that wrote, read back from the store."""
    cards = tuple(get(store, who) for who in people)
    ways = tuple(methods(store, who) for who in people)
    return Saved(cards, ways, number, tuple(namesakes), find_entry(store, number).changes > 0)


# --- changing ---------------------------------------------------------------------------------------------------


def add(store: Store, name: str, changes: Changes) -> Saved:
    """Add a person. A cadence gives them a first-due day. Undo removes them again.

    Raises BadInputError for an empty name.
    """
    name = named(name)
    namesakes = [found.slug for found in by_key(store, key(name))] if key(name) else []
    with step(store, "contact add", name) as open_:
        id = write.add(open_, name)
        apply(store, open_, id, changes)
    return saved(store, [Who(id, name, "")], open_.id, namesakes)


def edit(store: Store, people: Sequence[Who], changes: Changes, command: str = "contact edit") -> Saved:
    """Change several people alike, in one step. Undo sets all of them back.

    Raises BadInputError for an empty name, a method that cannot be one, somebody introduced by themselves.
    """
    with step(store, command, ", ".join(who.slug for who in people)) as open_:
        for who in people:
            apply(store, open_, who.id, changes)
    return saved(store, people, open_.id)


def rename(store: Store, who: Who, name: str) -> Saved:
    """Give somebody another name; the slug and all links stay. Undo gives the old name back."""
    name = named(name)
    namesakes = [found.slug for found in by_key(store, key(name)) if key(name) and found.id != who.id]
    with step(store, "contact rename", f"{who.slug} {name}") as open_:
        write.rename(open_, who.id, name)
    return saved(store, [who], open_.id, namesakes)


def set_status(store: Store, people: Sequence[Who], status: str, command: str) -> Saved:
    """Pause, quiet, resume or archive several people. Undo gives them back the status they had."""
    return edit(store, people, Changes({"status": status}), command)


def delete_all(store: Store, people: Sequence[Who]) -> Deleted:
    """Delete people and what is theirs alone. Undo brings all of it back."""
    with step(store, "contact delete", ", ".join(who.slug for who in people)) as open_:
        conversations = sum(write.delete_lone_conversations(open_, who.id) for who in people)
        for who in people:
            delete(open_, "contact", id=who.id)
    return Deleted(tuple(people), conversations, open_.id)


def named(name: str) -> str:
    """A name as it is stored; raises BadInputError for one of which nothing is left."""
    if not clean(name):
        raise BadInputError("a contact needs a name")
    return clean(name)


# --- one contact, inside a step ---------------------------------------------------------------------------------


def apply(store: Store, open_: Step, id: int, changes: Changes) -> None:
    """Write the changes of one contact, inside an open step."""
    values = tidy(changes.values)
    if values.get("introduced_by") == id:
        raise BadInputError("nobody is introduced by themselves")
    if "name" in values:
        write.rename(open_, id, named(str(values.pop("name") or "")))
    if changes.aims or changes.no_aims:
        values["aims"] = merged_aims(store, id, changes)
    before = rhythm(store, id)
    update(open_, "contact", id, **values)
    apply_lists(store, open_, id, changes)
    if rhythm(store, id) != before:
        set_first_due(store, open_, id)


def apply_lists(store: Store, open_: Step, id: int, changes: Changes) -> None:
    """Nicknames, roles, topics and methods: what goes first, then what comes."""
    write.remove_nicknames(open_, id, changes.no_nicknames)
    write.add_nicknames(open_, id, changes.nicknames)
    write.remove_roles(open_, id, changes.no_roles)
    write.add_roles(open_, id, changes.roles)
    remove_topics(open_, "contact", id, changes.no_topics)
    add_topics(open_, "contact", id, changes.topics)
    if changes.no_methods or changes.methods:
        apply_methods(store, open_, id, changes)


def apply_methods(store: Store, open_: Step, id: int, changes: Changes) -> None:
    """The ways to reach somebody: what goes first, then what comes."""
    from lnet.services.phones import reach_key

    for kind, value in changes.no_methods:
        write.remove_method(open_, id, kind, value, reach_key(kind, clean(value), store.phone_region))
    for kind, value in changes.methods:
        write.add_method(open_, id, kind, value, at=reach_key(kind, clean(value), store.phone_region))


def tidy(values: Mapping[str, Value]) -> dict[str, Value]:
    """Columns as they are stored: single lines folded, empty text cleared."""
    lines = {name: clean(value) for name, value in values.items() if name in SINGLE_LINES and isinstance(value, str)}
    return {name: None if value == "" else value for name, value in {**values, **lines}.items()}


def merged_aims(store: Store, id: int, changes: Changes) -> list[str]:
    """The aims they have, without those taken away and with those added."""
    contact = read.get(store, id)
    gone = {clean(aim).casefold() for aim in changes.no_aims}
    kept = [aim for aim in (contact.aims if contact else ()) if aim.casefold() not in gone]
    return [aim for aim in dict.fromkeys([*kept, *map(clean, changes.aims)]) if aim]


def rhythm(store: Store, id: int) -> int | None:
    """The cadence in force, in days; None for none."""
    contact = read.get(store, id)
    aim = cadence(contact.facts(), store.policy) if contact else None
    return aim.days if aim else None


def set_first_due(store: Store, open_: Step, id: int) -> None:
    """Give somebody with a cadence and no conversation (since a fresh start) a first-due day.

    Who has no cadence loses theirs.
    """
    contact = read.get(store, id)
    if contact is None or (contact.last_on is not None and not awaits_first(contact.facts())):
        return
    aim = cadence(contact.facts(), store.policy)
    update(open_, "contact", id, first_due=None)
    if aim is not None:
        taken = read.first_due_days(store)
        update(open_, "contact", id, first_due=first_due_day(taken, aim.days, store.today, store.policy))
