"""What a reminder rule is, what it is told, and what it finds."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, NamedTuple

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


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a person is listed, worth `points`. The base of one small class a kind.

    `to_settle`: it has left today's list for the review. Words are made when asked for: a list may hold thousands of
    rows of which five are shown.
    """

    kind: ClassVar[str]
    person: Person
    points: int
    to_settle: bool

    @property
    def text(self) -> str:
        """The reason in words with its numbers."""
        raise NotImplementedError

    @property
    def ref(self) -> str | None:
        """The short reference of the thing behind it ("p7"), if there is one."""
        return None

    @property
    def always(self) -> bool:
        """Whether the row is shown even when today's list is full."""
        return False

    @property
    def drifted_days(self) -> int | None:
        """The elapsed days of somebody who has drifted out of their cadence; None for every other reason."""
        return None

    def reckoning(self, policy: Policy) -> str:
        """How the points come about, as a sum: "70 + 5 × 3"."""
        raise NotImplementedError

    def fields(self) -> dict[str, object]:
        """As in JSON: kind, points, text, and ref where there is one; a kind may add its numbers."""
        plain: dict[str, object] = {"kind": self.kind, "points": self.points, "text": self.text}
        return plain if self.ref is None else plain | {"ref": self.ref}


def _nothing(situation: Situation, person: Person) -> Iterator[str]:
    """Nothing to say about a person to whom the rule does not apply."""
    yield from ()


class Rule(NamedTuple):
    """One kind of reminder. The registry's order is the order among equal scores.

    `find` yields each reason of its kind in the situation, whether or not its person may be disturbed; `not_yet` says
    in words why there is none for a person (for `why`). `statuses`: the contact statuses in which it is heard.
    `through_snooze`: heard during a snooze too. `most`: the name of the policy field that caps how many rows a day
    may lead with this kind; kinds that name the same field share it.
    """

    kind: str
    find: Callable[[Situation], Iterable[Reason]]
    not_yet: Callable[[Situation, Person], Iterable[str]] = _nothing
    statuses: frozenset[str] = frozenset({"active"})
    through_snooze: bool = False
    most: str | None = None

    def hears(self, person: Person, today: date) -> bool:
        """Whether the person may be listed for this kind: by status, and by snooze (on its last day they are back)."""
        if person.status not in self.statuses:
            return False
        return self.through_snooze or person.snooze_until is None or person.snooze_until <= today
