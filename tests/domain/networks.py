"""Small networks for the tests of the reminder rules, as of Monday 15 June 2026, and strategies for wild ones."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

from lnet.domain.facts import (
    Away,
    Dormant,
    Facts,
    Feedback,
    Goal,
    Meeting,
    Occasion,
    Person,
    Planned,
    Promise,
)
from lnet.domain.occasions import KINDS
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


def meeting(days: int, event: int = 1, contact: int = 1, name: str = "PyCon") -> Meeting:
    """A flagged meeting at an event that ended `days` ago, with no word since."""
    return Meeting(event, contact, name, ago(days))


def feedback(days: int, direction: str = "received", identity: int = 1, contact: int = 1, **known: Any) -> Feedback:
    """Open feedback of `days` ago."""
    return Feedback(identity, contact, direction, "open", ago(days))._replace(**known)


def appointment(days: int, identity: int = 1, contact: int = 1, **known: Any) -> Planned:
    """A conversation that was planned for `days` ago (negative: for a day to come)."""
    return Planned(identity, contact, ago(days), **known)


def planned(*people: Person, policy: Policy = POLICY, today: date = TODAY, **facts: Any) -> Plan:
    """The plan for these people."""
    return plan(Facts(people=people, **facts), today, policy)


def goal(days: int, identity: int = 1, title: str = "Read query plans", every: int = 14, **known: Any) -> Goal:
    """An active goal last touched `days` ago."""
    return Goal(identity, f"goal{identity}", title, LONG_AGO, every, ago(days), **known)


# Days on both sides of every threshold, few enough for several facts to meet on one.
NEAR = tuple(map(ago, (
    0, 1, 2, 3, 6, 7, 8, 10, 13, 14, 15, 17, 20, 21, 22, 24, 28, 29, 30, 31, 40, 45, 46, 60, 90, 120, 179, 180, 200,
    270, 365, 400, 500, 1095, 1100, 1200, 1500, 2000, -1, -2, -3, -6, -7, -8, -14, -21, -22, -60,
)))  # fmt: skip
FAR = (
    TODAY, ago(1), ago(30), date(1900, 1, 1), date(1904, 2, 29), date(1999, 12, 31), date(2100, 3, 1),
    date(2200, 12, 31),
)  # fmt: skip
FURTHEST = (
    *FAR, date.min, date.min + timedelta(days=1), date(1, 12, 31), date(999, 6, 1), date(9999, 1, 1),
    date.max - timedelta(days=14), date.max - timedelta(days=1), date.max,
)  # fmt: skip
days = st.sampled_from(NEAR)
mondays = st.sampled_from([TODAY, ago(7), ago(-7)])
any_day = st.sampled_from(FAR) | st.dates(date(1900, 1, 1), date(2200, 12, 31))
all_days = st.sampled_from(FURTHEST) | st.dates()
aways = st.lists(
    st.builds(lambda start, length: Away(start, start + timedelta(days=length)), days, st.integers(-3, 60)), max_size=3
).map(tuple)


class Drawn:
    """The choices that follow from a seed: one number is drawn much faster than many values.

    A failing network shrinks fact by fact; what a fact holds does not.
    """

    def __init__(self, seed: str, when: Sequence[date] = NEAR) -> None:
        self.chance = Random(seed)
        self.when = when

    def of(self, *options: Any) -> Any:
        """One of the options."""
        return self.chance.choice(options)

    def day(self) -> date:
        """A day."""
        return self.chance.choice(self.when)

    def seldom(self) -> date | None:
        """A day, one time in three."""
        day = self.day()
        return day if self.of(0, 0, 1) else None

    def maybe(self) -> date | None:
        """A day, one time in two."""
        day = self.day()
        return day if self.of(0, 1) else None

    def who(self) -> int:
        """Somebody's number, perhaps of nobody."""
        return int(self.of(*range(1, 10)))


def people(identity: int = 1, when: Sequence[date] = NEAR) -> st.SearchStrategy[Person]:
    """Anybody: talked to or not, in a circle or not, snoozed, paused, planned with, awaiting a first conversation."""
    return st.integers(0, 2**32).map(lambda number: person_of(identity, Drawn(str(number), when)))


def person_of(identity: int, chosen: Drawn) -> Person:
    contacts = chosen.of([], [chosen.day()], sorted([chosen.day(), chosen.day()]), [LONG_AGO])
    sent = chosen.of([], [], [chosen.day()], sorted([chosen.day(), chosen.day()]))
    return somebody(
        identity,
        created_on=chosen.of(LONG_AGO, chosen.day()),
        status=chosen.of("active", "active", "active", "active", "paused", "quiet", "archived"),
        circle=chosen.of(None, "inner", "close", "active", "wide"),
        roles=chosen.of((), (), ("mentor",), ("expert",)),
        every_days=chosen.of(None, None, None, None, 0, 1, 21, 400, 36500),
        agreed_days=chosen.of(None, None, None, 14, 30),
        last_on=contacts[-1] if contacts else None,
        first_on=contacts[0] if contacts else None,
        contact_days=chosen.of(1, 4, 5, 20, 21) if contacts else 0,
        gap_twice=chosen.of(2, 13, 48, 1000) if contacts else None,
        clock_from=chosen.seldom(),
        first_due=chosen.seldom(),
        snooze_until=chosen.seldom(),
        planned_on=chosen.seldom(),
        sent_from=sent[0] if sent else None,
        sent_on=sent[-1] if sent else None,
        asked_on=chosen.seldom(),
    )


FACTS: dict[str, tuple[int, Any]] = {
    "promises": (5, lambda one: Promise(0, one.who(), one.of("me", "them"), "send paper", one.day(), one.maybe())),
    "planned": (4, lambda one: Planned(
        0, one.who(), one.of(one.day(), one.when[0]), one.of(None, "15:00"), one.of("", "coffee"),
    )),
    "meetings": (6, lambda one: Meeting(one.of(1, 2, 3), one.who(), "PyCon", one.day())),
    "feedback": (4, lambda one: Feedback(
        0, one.who(), one.of("received", "requested", "given"), one.of("open", "open", "acted"), one.day(), one.maybe(),
    )),
    "dormant": (8, lambda one: Dormant(
        one.who(), one.of("sql", "sql", ""), "Read", one.of("", "you learned from them"), one.of("", "Biology"),
    )),
    "goals": (3, lambda one: Goal(
        0, "uid", one.of("Read", "Write"), one.day(), one.of(14, 0, 7, 60), one.maybe(), one.maybe(), one.seldom(),
    )),
    "occasions": (4, lambda one: Occasion(
        one.of(*KINDS), one.day(), one.of("Ada", "Ben"), one.of(None, "c1"), one.of(None, 1990),
    )),
}  # fmt: skip


@st.composite
def networks(draw: st.DrawFn, when: Sequence[date] = NEAR) -> Facts:
    """Up to eight people with every kind of fact, away days, and some dealt with today."""

    def several(name: str, most: int) -> Iterator[Drawn]:
        for place, number in enumerate(draw(st.lists(st.integers(0, 2**32), max_size=most))):
            yield Drawn(f"{name} {place} {number}", when)  # so that the same number twice is not the same fact twice

    facts: dict[str, Any] = {name: each_once(map(made, several(name, most))) for name, (most, made) in FACTS.items()}
    return Facts(
        people=tuple(person_of(identity, each) for identity, each in enumerate(several("people", 8), 1)),
        away=draw(aways),
        dealt_with=frozenset(draw(st.lists(st.integers(1, 9), max_size=3))),
        **facts,
    )


def each_once(facts: Iterable[Any]) -> tuple[Any, ...]:
    """The facts with numbers of their own; of those that are about the same thing the last."""
    found: dict[Any, Any] = {}
    for number, fact in enumerate(facts, 1):
        if isinstance(fact, Occasion):
            found[fact[:4]] = fact
        elif isinstance(fact, Dormant):
            found[fact.contact_id] = fact
        else:
            about = (fact.event_id, fact.contact_id) if isinstance(fact, Meeting) else number
            found[about] = fact if isinstance(fact, Meeting) else fact._replace(id=number)
    return tuple(found.values())
