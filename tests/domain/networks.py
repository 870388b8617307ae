"""Small networks for the tests of the reminder rules, as of Monday 15 June 2026, and strategies for wild ones."""

import itertools
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from lnet.domain.facts import Away, Facts, Goal, Person, Promise
from lnet.domain.policy import Policy
from lnet.domain.reminders import Plan, plan

TODAY = date(2026, 6, 15)
LONG_AGO = date(2020, 1, 1)
POLICY = Policy()


def ago(days: int) -> date:
    """The day `days` before today; negative: to come."""
    return TODAY - timedelta(days=days)


def somebody(identity: int = 1, contact: int | None = None, **known: Any) -> Person:
    """A person added long ago, last talked to `contact` days ago (None: never)."""
    person = Person(identity, f"uid{identity}", f"Person {identity}", f"person-{identity}", LONG_AGO)
    if contact is not None:
        person = person._replace(last_on=ago(contact), first_on=ago(contact), contact_days=1)
    return person._replace(**known)


def regular(days_ago: list[int], identity: int = 1, **known: Any) -> Person:
    """A person talked to on each of these days, newest last, with the figures a store would derive."""
    days = sorted({ago(days) for days in days_ago})
    gaps = sorted((later - earlier).days for earlier, later in itertools.pairwise(days))[-6:]
    middle = len(gaps) // 2
    twice = None if not gaps else 2 * gaps[middle] if len(gaps) % 2 else gaps[middle - 1] + gaps[middle]
    return somebody(identity, last_on=days[-1], first_on=days[0], contact_days=len(days), gap_twice=twice, **known)


def promise(late: int, identity: int = 1, contact: int = 1, owed_by: str = "me", text: str = "send paper") -> Promise:
    """An open promise `late` days after its due day."""
    return Promise(identity, contact, owed_by, text, ago(late + 30), ago(late))


def planned(*people: Person, policy: Policy = POLICY, today: date = TODAY, **facts: Any) -> Plan:
    """The plan for these people."""
    return plan(Facts(people=people, **facts), today, policy)


def goal(days: int, identity: int = 1, title: str = "Read query plans", every: int = 14, **known: Any) -> Goal:
    """An active goal last touched `days` ago."""
    return Goal(identity, f"goal{identity}", title, LONG_AGO, every, ago(days), **known)


days = st.dates(date(2025, 6, 1), date(2027, 6, 30))  # close enough for thresholds, snoozes and absences to meet
any_day = st.dates(date(1900, 1, 1), date(2200, 12, 31))
aways = st.lists(
    st.builds(lambda start, length: Away(start, start + timedelta(days=length)), days, st.integers(-3, 60)), max_size=6
).map(tuple)


@st.composite
def people(draw: st.DrawFn, identity: int = 1, when: st.SearchStrategy[date] = days) -> Person:
    """Anybody: talked to or not, in a circle or not, snoozed, paused, planned with, awaiting a first conversation."""
    contacts = sorted(draw(st.lists(when, max_size=2)))
    return somebody(
        identity,
        created_on=draw(when),
        status=draw(st.sampled_from(["active", "active", "active", "paused", "quiet", "archived"])),
        circle=draw(st.sampled_from([None, "inner", "close", "active", "wide"])),
        every_days=draw(st.one_of(st.none(), st.integers(0, 400), st.just(36500))),
        agreed_days=draw(st.one_of(st.none(), st.integers(1, 100))),
        last_on=contacts[-1] if contacts else None,
        first_on=contacts[0] if contacts else None,
        contact_days=draw(st.integers(1, 9)) if contacts else 0,
        gap_twice=draw(st.integers(2, 1000)) if contacts else None,
        clock_from=draw(st.one_of(st.none(), when)),
        first_due=draw(st.one_of(st.none(), when)),
        snooze_until=draw(st.one_of(st.none(), when)),
        planned_on=draw(st.one_of(st.none(), when)),
    )


@st.composite
def networks(draw: st.DrawFn, when: st.SearchStrategy[date] = days) -> Facts:
    """Up to a dozen people with promises both ways, goals, away days, and some dealt with today."""
    count = draw(st.integers(0, 12))
    promises = st.builds(
        Promise, st.integers(1, 99), st.integers(1, 13), st.sampled_from(["me", "them"]), st.just("send paper"), when,
        st.one_of(st.none(), when),
    )  # fmt: skip
    goals = st.builds(
        Goal, st.integers(1, 9), st.just("uid"), st.sampled_from(["Read", "Write"]), when, st.integers(0, 60),
        st.one_of(st.none(), when), st.one_of(st.none(), when), st.one_of(st.none(), when),
    )  # fmt: skip
    return Facts(
        people=tuple(draw(people(identity, when)) for identity in range(1, count + 1)),
        promises=tuple(draw(st.lists(promises, max_size=6, unique_by=lambda one: one.id))),
        goals=tuple(draw(st.lists(goals, max_size=4, unique_by=lambda one: one.id))),
        away=draw(aways),
        dealt_with=frozenset(draw(st.sets(st.integers(1, 12), max_size=6))),
    )
