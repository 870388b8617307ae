"""A fresh start: nobody is overdue any more, and nothing that was written is lost."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from lnet.domain.away import AwayDays
from lnet.domain.cadence import cadence, elapsed
from lnet.domain.facts import Facts, Goal, Person
from lnet.domain.goals import stale_goals
from lnet.domain.policy import Policy
from lnet.domain.spread import spread
from lnet.services import promises
from lnet.services.promises import Filter
from lnet.services.references import ref
from lnet.store.connect import Store
from lnet.store.journal import Step, step
from lnet.store.read.facts import facts
from lnet.store.read.flags import Flag, flagged_before
from lnet.store.read.promises import Promise
from lnet.store.write.rows import update


class Anew(NamedTuple):
    """Somebody whose days start again, with the cadence in force and the day they come due first."""

    person: Person
    every_days: int
    due_on: date

    def as_json(self) -> dict[str, Any]:
        """Who, how often, and when."""
        who = self.person
        return {"name": who.name, "slug": who.slug, "every_days": self.every_days, "due_on": self.due_on}


class FreshStart(NamedTuple):
    """What a fresh start changes and leaves: `people` by their new day, `promises` of mine by theirs.

    `step` takes all of it back; None while it is only proposed.
    """

    today: date
    people: tuple[Anew, ...]
    goals: tuple[Goal, ...]
    flags: tuple[Flag, ...]
    promises: tuple[Promise, ...]
    step: int | None = None

    @property
    def changes(self) -> bool:
        """Whether there is anything to start afresh."""
        return bool(self.people or self.goals or self.flags)

    def as_json(self) -> dict[str, Any]:
        """Who and what starts again, whose flags were cleared, what is still promised, and the step as `undo`."""
        return {
            "people": self.people,
            "goals": [{"ref": ref("goal", each.id), "title": each.title} for each in self.goals],
            "flags_cleared": [{"name": each.name, "slug": each.slug, "event": each.event} for each in self.flags],
            "promises": [
                {
                    "ref": each.ref, "contact": each.contact, "slug": each.slug, "text": each.text,
                    "due_on": each.due_on, "days_late": late(each, self.today),
                }
                for each in self.promises
            ],
            "undo": self.step,
        }  # fmt: skip


def late(promise: Promise, today: date) -> int | None:
    """The days since a promise was due, negative before it; None without a day."""
    return None if promise.due_on is None else (today - promise.due_on).days


def propose(store: Store) -> FreshStart:
    """What a fresh start would do today; nothing is written."""
    known = facts(store, whole=True)
    away, today, policy = AwayDays(known.away), store.today, store.policy
    stale = stale_goals(known.goals, away, today, policy)
    return FreshStart(
        today, anew(overdue(known, away, today, policy), today), tuple(row.goal for row in stale),
        tuple(flagged_before(store, today - timedelta(days=policy.event_review))),
        tuple(promises.listed(store, Filter("me"))),
    )  # fmt: skip


def begin(store: Store) -> FreshStart:
    """Start afresh: the days of everybody who is overdue, and of stale goals, count from today.

    People come due anew by turns; flags of events long past are cleared. Last conversations and promises stay as they
    are. Undo takes all of it back.
    """
    with step(store, "fresh-start") as open_:
        found = propose(store)
        write(open_, found)
    return found._replace(step=open_.id)


def write(open_: Step, found: FreshStart) -> None:
    """Write what was proposed."""
    for each in found.people:
        update(open_, "contact", each.person.id, clock_from=open_.today, first_due=each.due_on)
    for goal in found.goals:
        update(open_, "goal", goal.id, reviewed_on=open_.today)
    for flag in found.flags:
        update(open_, "attendance", flag.id, follow_up=0)


def overdue(known: Facts, away: AwayDays, today: date, policy: Policy) -> list[tuple[Person, int]]:
    """Everybody whose cadence has been reached, drifted or not, snoozed or not, with that cadence in days."""
    found = []
    for person in known.people:
        aim = cadence(person, policy) if person.status == "active" else None
        if aim is not None and elapsed(person, aim.days, away, today) >= aim.days:
            found.append((person, aim.days))
    return found


def anew(people: Iterable[tuple[Person, int]], today: date) -> tuple[Anew, ...]:
    """New first-due days, spread within each cadence, the oldest contact first; by day.

    Twelve people every 30 days come due after 3, 5, 8, 10, 13, 15, 18, 20, 23, 25, 28 and 30 days.
    """
    by_cadence: dict[int, list[Person]] = {}
    for person, every in people:
        by_cadence.setdefault(every, []).append(person)
    found = [each for every, group in by_cadence.items() for each in spread_out(group, every, today)]
    return tuple(sorted(found, key=lambda each: (each.due_on, each.person.id)))


def spread_out(group: Sequence[Person], every: int, today: date) -> list[Anew]:
    """The people of one cadence with their days; whoever was never talked to counts from the day they were added."""
    oldest_first = sorted(group, key=lambda person: (person.last_on or person.created_on, person.id))
    days = spread(len(group), every, today)
    return [Anew(person, every, day) for person, day in zip(oldest_first, days, strict=True)]
