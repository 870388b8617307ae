"""What the days to come bring: the rules asked again for each of them, as if all that happened were what is planned."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from lnet.domain.facts import Facts, Occasion, Person
from lnet.domain.goals import GoalRow, stale_goals
from lnet.domain.policy import Policy
from lnet.domain.rows import Row, gathered, row
from lnet.domain.rules import Reason, Situation, situation

FURTHEST = 400  # days: beyond that only a cadence of over a year would come

Key = tuple[int, str, str | None]


class Day(NamedTuple):
    """A day to come: who comes due on it, in order, which goals go stale, and what the calendar holds."""

    on: date
    people: tuple[Row, ...]
    goals: tuple[GoalRow, ...]
    dates: tuple[Occasion, ...]


def coming(facts: Facts, today: date, days: int, policy: Policy) -> list[Day]:
    """Each of the next `days` days on which something is new: a reason that stood there before is not.

    A plan stands on its own day, not on the eve of it. Suggestions to turn to somebody again are left out, for they
    depend on the room of their day.
    """
    found = []
    seen = {_key(reason) for reason in _due(facts, today, policy)}
    stale = {each.goal.id for each in _stale(facts, today, policy)}
    for on in _days(today, days):
        new = [reason for reason in _due(facts, on, policy) if _key(reason) not in seen and not _eve(reason)]
        goals = tuple(each for each in _stale(facts, on, policy) if each.goal.id not in stale)
        dates = tuple(each for each in facts.occasions if each.on == on)
        seen.update(map(_key, new))
        stale.update(each.goal.id for each in goals)
        if new or goals or dates:
            found.append(Day(on, _rows(new, policy), goals, dates))
    return found


def next_listed(facts: Facts, person: Person, today: date, policy: Policy) -> Reason | None:
    """The first reason that will list somebody who is not listed today, with its day as its `today`; None: none will.

    `facts` are all that is known of them; looked for over the next 400 days.
    """
    alone = facts._replace(people=(person,), goals=(), occasions=())
    for on in _days(today, FURTHEST):
        for reason in _due(alone, on, policy):
            return reason
    return None


def as_of(facts: Facts, on: date, policy: Policy) -> Situation:
    """The situation on a day to come, on which what was planned for the days before has been held."""
    people = tuple(_talked_to(person, facts, on) for person in facts.people)
    planned = tuple(plan for plan in facts.planned if plan.on >= on)
    return situation(facts._replace(people=people, planned=planned), on, policy)


def _talked_to(person: Person, facts: Facts, on: date) -> Person:
    """The person as they are after the conversations planned before `on`."""
    if person.planned_on is None or person.planned_on >= on:
        return person
    plans = [plan.on for plan in facts.planned if plan.contact_id == person.id]
    held = max((day for day in plans if day < on), default=person.planned_on)
    ahead = min((day for day in plans if day >= on), default=None)
    last = held if person.last_on is None else max(held, person.last_on)
    return person._replace(planned_on=ahead, last_on=last, sent_from=None, sent_on=None)


def _key(reason: Reason) -> Key:
    return reason.person.id, reason.kind, reason.ref


def _eve(reason: Reason) -> bool:
    return reason.kind == "prep" and reason.days < 0


def _due(facts: Facts, on: date, policy: Policy) -> Iterator[Reason]:
    due, _ = gathered(as_of(facts, on, policy))
    for each in due:
        yield from (reason for reason in each.reasons if reason.kind != "reconnect")


def _rows(reasons: list[Reason], policy: Policy) -> tuple[Row, ...]:
    """The reasons as rows, one a person, in the order of their scores."""
    by_person: dict[int, tuple[Reason, ...]] = {}
    for reason in reasons:
        by_person[reason.person.id] = (*by_person.get(reason.person.id, ()), reason)
    return tuple(sorted((row(each, policy) for each in by_person.values()), key=lambda each: -each.score))


def _stale(facts: Facts, on: date, policy: Policy) -> tuple[GoalRow, ...]:
    return stale_goals(facts.goals, situation(facts, on, policy).away, on, policy)


def _days(today: date, days: int) -> Iterator[date]:
    for number in range(1, min(days, (date.max - today).days) + 1):
        yield today + timedelta(days=number)
