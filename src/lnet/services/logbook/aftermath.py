"""What a conversation did beyond being recorded: goals it counts for, promises still open, plans fulfilled."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lnet.domain.away import AwayDays
from lnet.domain.cadence import due_on
from lnet.domain.facts import Person
from lnet.domain.rest import resting_until
from lnet.store.connect import Store
from lnet.store.read import logs, owed, persons
from lnet.store.read.away import away_days
from lnet.store.read.conversations import Conversation


class StillOpen(NamedTuple):
    """A promise that was open before and still is."""

    ref: str
    owed_by: str
    text: str
    contact: str
    due_on: date | None


class Next(NamedTuple):
    """When a participant comes due again."""

    name: str
    due_on: date


class Aftermath(NamedTuple):
    """Goals by reference and title, promises still open, the plans it fulfilled, who is due when, and who rests.

    `resting`: who did not answer for the second time, and the day until which they are left alone.
    """

    goals: tuple[tuple[str, str], ...]
    still_open: tuple[StillOpen, ...]
    fulfilled: tuple[str, ...]
    next: tuple[Next, ...]
    resting: tuple[Next, ...] = ()


def of(
    store: Store, talk: Conversation, people: Sequence[int], plans: Sequence[int], new: Sequence[str | None]
) -> Aftermath:
    """The aftermath of a conversation with `people`; promises in `new` were just made and are not "still" open."""
    there = {person.id: person for person in persons.people(store, people)}
    still = [
        StillOpen(f"p{promise.id}", promise.owed_by, promise.text, there[promise.contact_id].name, promise.due_on)
        for promise in owed.open_promises(store, people)
        if f"p{promise.id}" not in new
    ]
    away = AwayDays(away_days(store))
    rest = {id: resting_until(there[id], store.today, store.policy) for id in people}
    due = {id: due_on(there[id], away, store.policy) for id in people if rest[id] is None}
    return Aftermath(
        logs.goals_of(store, talk.id), tuple(still), tuple(f"i{plan}" for plan in plans),
        days(due, there), days(rest, there),
    )  # fmt: skip


def days(by_id: Mapping[int, date | None], there: Mapping[int, Person]) -> tuple[Next, ...]:
    """The days that there are, each with its person's name."""
    return tuple(Next(there[id].name, day) for id, day in by_id.items() if day is not None)
