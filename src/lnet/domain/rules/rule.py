"""What a reminder rule is, what it is told, and what it finds."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from lnet.domain.away import AwayDays
from lnet.domain.facts import Facts, Person
from lnet.domain.policy import Policy


class Situation(NamedTuple):
    """The facts on a day, with what every rule needs made ready once: away days, and people by id."""

    facts: Facts
    today: date
    policy: Policy
    away: AwayDays
    people: Mapping[int, Person]


def situation(facts: Facts, today: date, policy: Policy) -> Situation:
    """The situation of `facts` on `today`."""
    return Situation(facts, today, policy, AwayDays(facts.away), {person.id: person for person in facts.people})


class Rule:
    """One kind of reminder, a small class each; the registry's order is the order among equal scores.

    `statuses`: the contact statuses in which it is heard. `through_snooze`: heard during a snooze too. `most`: the name
    of the policy field that caps how many rows a day may lead with this kind; kinds that name the same field share it.
    """

    kind: str
    statuses: frozenset[str] = frozenset({"active", "paused"})
    through_snooze: bool = False
    most: str | None = None

    def find(self, day: Situation) -> "Iterable[Reason]":
        """Each reason of this kind, whether or not its person may be disturbed."""
        raise NotImplementedError

    def hears(self, person: Person, day: Situation) -> bool:
        """Whether the person may be listed for this kind: by status, and by snooze (on its last day they are back)."""
        if person.status not in self.statuses:
            return False
        return self.through_snooze or person.snooze_until is None or person.snooze_until <= day.today

    def text(self, reason: "Reason") -> str:
        """The reason in words with its numbers."""
        raise NotImplementedError

    def reckoning(self, reason: "Reason", policy: Policy) -> str:
        """How the points come about, as a sum: "70 + 5 × 3"."""
        return str(reason.points)

    def ref(self, reason: "Reason") -> str | None:
        """The short reference of the thing behind it ("p7"), if there is one."""
        return None

    def numbers(self, reason: "Reason") -> dict[str, object]:
        """What the JSON of a reason has besides kind, points, text and ref."""
        return {}

    def always(self, reason: "Reason") -> bool:
        """Whether the row is shown even when today's list is full."""
        return False

    def not_yet(self, day: Situation, person: Person) -> Iterator[str]:
        """Why there is no reason of this kind for a person, in words (for `why`); nothing where none is to be told."""
        yield from ()


class Reason(NamedTuple):
    """Why a person is listed, worth `points`.

    `days` are what its kind counts (days late, days elapsed), `about` is the fact behind it. `to_settle`: it has left
    today's list for the review; `drifted`, if it left because the person drifted out of their cadence. Words are made
    when asked for: a list may hold thousands of rows of which five are shown.
    """

    rule: Rule
    person: Person
    points: int
    days: int
    today: date
    about: Any = None
    to_settle: bool = False
    drifted: bool = False

    @property
    def kind(self) -> str:
        """The kind in one stable word."""
        return self.rule.kind

    @property
    def text(self) -> str:
        """The reason in words with its numbers."""
        return self.rule.text(self)

    @property
    def ref(self) -> str | None:
        """The short reference of the thing behind it ("p7"), if there is one."""
        return self.rule.ref(self)

    @property
    def always(self) -> bool:
        """Whether the row is shown even when today's list is full."""
        return self.rule.always(self)

    def reckoning(self, policy: Policy) -> str:
        """How the points come about, as a sum: "70 + 5 × 3"."""
        return self.rule.reckoning(self, policy)

    def fields(self) -> dict[str, object]:
        """As in JSON: kind, points, text, and ref where there is one; a kind may add its numbers."""
        plain: dict[str, object] = {"kind": self.kind, "points": self.points, "text": self.text}
        if self.ref is not None:
            plain["ref"] = self.ref
        return plain | self.rule.numbers(self)
