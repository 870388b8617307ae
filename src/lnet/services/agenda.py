"""All that has a day to come, for a calendar to show: follow-ups, promises, goals to look at, birthdays, people met."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lnet.domain.away import AwayDays
from lnet.domain.cadence import cadence, due_on
from lnet.domain.occasions import birthday_in, possessive
from lnet.store.connect import Store
from lnet.store.read.agenda import changed, follow_ups, owed, present
from lnet.store.read.aims import active_goals
from lnet.store.read.away import away_days
from lnet.store.read.contacts import Contact


class Dated(NamedTuple):
    """One thing and its day: `key` tells it from all others for ever, `changed_at` is when it was last changed.

    `yearly`: it comes again every year, from the first time `on`; `next_on` is when it comes next (for a birthday).
    `on` is None for a promise without a day.
    """

    kind: str
    key: str
    on: date | None
    title: str
    note: str
    changed_at: str
    yearly: bool = False
    next_on: date | None = None


def agenda(store: Store) -> Iterator[Dated]:
    """Everything, kind by kind; what is overdue stands on the day it was due, so that nothing changes by itself."""
    people = present(store)
    moments = changed(store, "contact")
    yield from due(store, people, moments)
    yield from promises(store)
    yield from goals(store)
    yield from birthdays(store, people)
    for each in follow_ups(store):
        note = f"lnet brief {each.slug}"
        yield Dated(
            "event", each.uid, each.on, f"Follow up with {each.name}, met at {each.event}", note, each.changed_at
        )


def due(store: Store, people: list[Contact], moments: dict[str, str]) -> Iterator[Dated]:
    """Whom to turn to, on the day they come due, or when a snooze ends if that is later."""
    away = AwayDays(away_days(store))
    for each in people:
        facts = each.facts()
        aim, on = cadence(facts, store.policy), due_on(facts, away, store.policy)
        if aim and on:
            on = max(on, each.snooze_until or on)
            note = f"You aim for every {aim.days} days ({aim.words}).\nlnet brief {each.slug}"
            yield Dated("followup", each.uid, on, f"Follow up with {each.name}", note, moments[each.uid])


def promises(store: Store) -> Iterator[Dated]:
    """What is owed, by me and to me."""
    for each in owed(store):
        mine = each.owed_by == "me"
        title = f"{each.contact}: {each.text}" if mine else f"{each.contact} promised: {each.text}"
        note = f"You promised it on {each.made_on}.\n" if mine else f"Promised to you on {each.made_on}.\n"
        yield Dated("promise", each.uid, each.due_on, title, f"{note}lnet promise keep {each.ref}", each.updated_at)


def goals(store: Store) -> Iterator[Dated]:
    """Active goals on the day they want to be looked at: a rhythm after anything moved, or when a snooze ends."""
    away, moments = AwayDays(away_days(store)), changed(store, "goal")
    for goal in active_goals(store):
        since = max(goal.created_on, goal.touched_on or goal.created_on)
        on = away.day_of(away.number(since) + goal.every_days) if goal.every_days else None
        if on:
            on = max(on, goal.snooze_until or on)
            note = f"Every {goal.every_days} days.\nlnet show g{goal.id}"
            yield Dated("goal", goal.uid, on, f"Look at your goal: {goal.title}", note, moments[goal.uid])


def birthdays(store: Store, people: list[Contact]) -> Iterator[Dated]:
    """Birthdays, of the address book only where the policy says so; without a year from 2000 on, a leap year."""
    for each in people:
        if not each.birthday or (each.address_book and not store.policy.address_book_birthdays):
            continue
        day = each.birthday[-5:]
        year = int(each.birthday[:4]) if each.birthday[:1] != "-" else 2000
        ahead = [birthday_in(day, store.today.year + more) for more in (0, 1)]
        coming = next((on for on in ahead if on >= store.today), ahead[-1])
        note = f"Born {each.birthday}.\n" if each.birthday[:1] != "-" else ""
        yield Dated(
            "birthday", each.uid, birthday_in(day, year), f"{possessive(each.name)} birthday",
            f"{note}lnet brief {each.slug}", each.updated_at, yearly=True, next_on=coming,
        )  # fmt: skip
