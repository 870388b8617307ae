"""Who is met at events: known people, strangers who are added with that, flags and notes. Each command is one step."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol

from lnet.domain.cards import Problem
from lnet.domain.names import clean, key
from lnet.errors import NotFoundError
from lnet.services import events
from lnet.services.names import Who, resolve
from lnet.services.references import ref
from lnet.store.connect import Store
from lnet.store.journal import Step, step
from lnet.store.read.events import Attendee, Event
from lnet.store.read.names import by_id
from lnet.store.write import attendance, contact
from lnet.store.write.rows import Value


class Ask(Protocol):
    """How the person is asked, where there is one."""

    def add(self, name: str) -> bool:
        """Whether an unknown name is to be added."""


class Named(NamedTuple):
    """Whom the names mean: people who are known, and names of nobody known, who are to be added."""

    people: tuple[Who, ...]
    new: tuple[str, ...] = ()


class Mark(NamedTuple):
    """What is noted with a meeting: a flag (None leaves it as it is) and a note (None: none)."""

    follow_up: bool | None = None
    note: str | None = None


class Met(NamedTuple):
    """Somebody met at an event: `added` with that, or met there `again`; `gained`: what is newly known of them."""

    id: int
    name: str
    slug: str
    added: bool
    again: bool
    follow_up: bool
    note: str | None
    gained: tuple[str, ...] = ()


class Meeting(NamedTuple):
    """What `event meet` did: the event, everybody it named, lines that were not understood, the step that undoes it."""

    event: Event
    people: tuple[Met, ...]
    step: int
    problems: tuple[Problem, ...] = ()

    @property
    def created(self) -> list[str]:
        """The names of those who were added to the network."""
        return [each.name for each in self.people if each.added]

    def as_json(self) -> dict[str, Any]:
        """The event with all who were met there, the people named now, and the step as `undo`."""
        return {
            "event": self.event, "people": self.people, "created": self.created, "problems": self.problems,
            "undo": self.step,
        }  # fmt: skip


def named(store: Store, texts: Sequence[str], *, create: bool = False, ask: Ask | None = None) -> Named:
    """Whom these names mean, by the rules of every command; each person and each new name once.

    Raises AmbiguousError, and NotFoundError for an unknown name that is neither to be created nor agreed to.
    """
    people: dict[int, Who] = {}
    new: dict[str, str] = {}
    for text in texts:
        try:
            who = resolve(store, text)
            people[who.id] = who
        except NotFoundError:
            name = clean(text)
            if not key(name) or not (create or (ask is not None and ask.add(name))):
                raise
            new.setdefault(key(name), name)
    return Named(tuple(people.values()), tuple(new.values()))


def meet(store: Store, event_id: int, who: Named, mark: Mark) -> Meeting:
    """Note that people were met at an event, and add those who are new. Undo takes all of it back.

    Whoever was met there already gets the flag and the note, as far as they are given. A flag that is set or taken away
    then says that they were looked back at: no review asks about them again. Raises NotFoundError where a flag is to be
    taken away of somebody who was not met there.
    """
    (event,) = events.get(store, [event_id])
    slugs = [*(each.slug for each in who.people), *who.new]
    with step(store, "event meet", f"{event.ref} {', '.join(slugs)}") as open_:
        added = [add(open_, event, name) for name in who.new]
        again = {each.id: not write(open_, event_id, each.id, mark) for each in who.people}
        if mark.follow_up is False:
            refuse_unmet(event, [each for each in who.people if not again[each.id]])
        for id in added:
            write(open_, event_id, id, mark)
    return read_back(store, event_id, again | dict.fromkeys(added, False), added, open_.id)


def refuse_unmet(event: Event, people: Sequence[Who]) -> None:
    """Raise NotFoundError for the first of people who were not met at an event."""
    for who in people:
        raise NotFoundError("meeting", f"{event.ref} {who.name}")


def add(open_: Step, event: Event, name: str, **values: Value) -> int:
    """Add somebody who was met at an event; gives back the id."""
    return contact.add(open_, name, **known_from(event.name, met_day(event, open_.today)), **values)


def known_from(event: str, on: date | None) -> dict[str, Value]:
    """The columns of a new contact that say where we met, and on which day."""
    return {"how_met": event, "met_on": on}


def met_day(event: Event, today: date) -> date | None:
    """The day on which somebody was met at an event: today while it is on, else its first day; None before it."""
    first, last = event.first_on, event.last_on
    if first is None or last is None or first > today:
        return None
    return today if today <= last else first


def write(open_: Step, event_id: int, contact_id: int, mark: Mark) -> bool:
    """Note one meeting with what is noted of it; True if they had not been met there yet."""
    new = attendance.meet(open_, event_id, contact_id, follow_up=mark.follow_up, note=mark.note)
    if not new and mark.follow_up is not None:
        attendance.look_back(open_, event_id, contact_id)
    return new


def remove(store: Store, event_id: int, people: Sequence[Who]) -> Meeting:
    """Let people not have been met at an event. Undo brings it back. Raises NotFoundError for who was not."""
    event = ref("event", event_id)
    with step(store, "event meet --remove", f"{event} {', '.join(who.slug for who in people)}") as open_:
        for who in people:
            if not attendance.remove(open_, event_id, who.id):
                raise NotFoundError("meeting", f"{event} {who.name}")
    gone = tuple(Met(*who, added=False, again=False, follow_up=False, note=None) for who in people)
    return Meeting(events.get(store, [event_id])[0], gone, open_.id)


def read_back(
    store: Store, event_id: int, again: dict[int, bool], added: Sequence[int], number: int,
    gained: dict[int, tuple[str, ...]] | None = None, problems: Sequence[Problem] = (),
) -> Meeting:  # fmt: skip
    """The answer of a step that noted meetings, by contact id whether they had been met there before."""
    (event,) = events.get(store, [event_id])
    there = {each.slug: each for each in event.attendees}
    people = []
    for id, before in again.items():
        (who,) = by_id(store, id)
        noted: Attendee = there[who.slug]
        people.append(
            Met(id, who.name, who.slug, id in added, before, noted.follow_up, noted.note, (gained or {}).get(id, ()))
        )
    return Meeting(event, tuple(people), number, tuple(problems))
