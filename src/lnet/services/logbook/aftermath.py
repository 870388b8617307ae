"""What a conversation did beyond being recorded: goals it counts for, promises still open, plans fulfilled."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from lnet.domain.away import AwayDays
from lnet.domain.cadence import cadence, due_on
from lnet.domain.facts import Person
from lnet.domain.policy import Policy
from lnet.domain.rest import resting_until
from lnet.store.connect import Store
from lnet.store.read import logs, owed, persons, plans
from lnet.store.read.away import away_days


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


class Unreminded(NamedTuple):
    """A participant of a plan who is not reminded of by rhythm until then, from which day on."""

    name: str
    from_on: date


class Aftermath(NamedTuple):
    """Goals by reference and title, promises still open, the plans it fulfilled, who is due when, and who rests.

    `resting`: who did not answer for the second time, and the day until which they are left alone. Of a plan: the goals
    it will count for, and whom it stands in for.
    """

    goals: tuple[tuple[str, str], ...]
    still_open: tuple[StillOpen, ...]
    fulfilled: tuple[str, ...]
    next: tuple[Next, ...]
    resting: tuple[Next, ...] = ()
    unreminded: tuple[Unreminded, ...] = ()


def of(
    store: Store, talk: int, people: Sequence[int], fulfilled: Sequence[int], new: Sequence[str | None]
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
        logs.goals_of(store, talk), tuple(still), tuple(f"i{plan}" for plan in fulfilled),
        days(due, there), days(rest, there),
    )  # fmt: skip


def days(by_id: Mapping[int, date | None], there: Mapping[int, Person]) -> tuple[Next, ...]:
    """The days that there are, each with its person's name."""
    return tuple(Next(there[id].name, day) for id, day in by_id.items() if day is not None)


def of_plan(store: Store, talk: int, people: Sequence[int], on: date) -> Aftermath:
    """The aftermath of a plan for a day: reminders by rhythm are silent from so many days before it on."""
    from_on = max(on - timedelta(days=store.policy.planned_within), store.today)
    there = {person.id: person for person in persons.people(store, people)}
    reminded = [there[id].name for id in people if is_reminded_of(there[id], store.policy)]
    stands_in = tuple(Unreminded(name, from_on) for name in reminded)
    return Aftermath(logs.goals_of(store, talk), (), (), (), unreminded=stands_in)


def is_reminded_of(person: Person, policy: Policy) -> bool:
    """Whether reminders by rhythm come for somebody at all."""
    return person.status == "active" and cadence(person, policy) is not None


def clashes(store: Store, talk: int, people: Sequence[int], on: date) -> list[str]:
    """What else is planned with the same people on the same day, in words."""
    others: dict[str, list[str]] = {}
    for ref, name in plans.on_day(store, on, people, talk):
        others.setdefault(ref, []).append(name)
    return [f"{ref} is planned with {', '.join(names)} on the same day" for ref, names in others.items()]
