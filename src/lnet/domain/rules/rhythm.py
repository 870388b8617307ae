"""The cadence: it has been long enough."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from lnet.domain.cadence import Cadence, awaits_first, cadence, drift_days, elapsed
from lnet.domain.dates import show_day
from lnet.domain.facts import Person
from lnet.domain.policy import Policy
from lnet.domain.rules.rule import Reason, Rule, Situation


@dataclass(frozen=True, slots=True)
class CadenceReason(Reason):
    """`days` have passed, away days left out, and `aim` is what I meant to keep."""

    kind: ClassVar[str] = "cadence"
    days: int
    aim: Cadence

    @property
    def text(self) -> str:
        """ "45 days; you aim for every 30"."""
        said = f"{_since(self.person, self.days)}; {_AIMS[self.aim.code]} {self.aim.days}"
        return f"{said}; drifted: keep, lengthen or rest?" if self.to_settle else said

    @property
    def drifted_days(self) -> int | None:
        """The elapsed days, once they are too many for a reminder to help."""
        return self.days if self.to_settle else None

    def reckoning(self, policy: Policy) -> str:
        """ "20 + 20 × 45 ÷ 30", with the bound where it was reached."""
        bound = f", at most {policy.cadence_most}" if self.points == policy.cadence_most else ""
        return f"{policy.cadence_base} + {policy.cadence_step} × {self.days} ÷ {self.aim.days}{bound}"

    def fields(self) -> dict[str, object]:
        """With the elapsed days and the cadence."""
        # Not super(): a dataclass with slots is a new class, which zero-argument super() does not know.
        return Reason.fields(self) | {"days": self.days, "every": self.aim.days}


_AIMS = {
    "explicit": "you aim for every", "circle": "you aim for every", "mentor": "you agreed on every",
    "learned": "your usual rhythm is",
}  # fmt: skip


def _since(person: Person, days: int) -> str:
    """The elapsed days in words; those reckoned from a first-due day are no days that anybody has lived through."""
    if awaits_first(person):
        return "no conversation yet" if person.last_on is None else "not since your fresh start"
    said = "1 day" if days == 1 else f"{days} days"
    return said if person.last_on is not None else f"no conversation in {said}"


def has_plan(person: Person, situation: Situation) -> bool:
    """Whether a conversation is planned so soon that no reminder is needed."""
    if person.planned_on is None:
        return False
    return 0 <= (person.planned_on - situation.today).days <= situation.policy.planned_within


def cadence_points(days: int, every: int, policy: Policy) -> int:
    """What `days` elapsed of a cadence are worth: 45 of 30 days give 20 + 20 × 45 ÷ 30 = 50."""
    return min(policy.cadence_most, policy.cadence_base + policy.cadence_step * days // every)


def _cadences(situation: Situation) -> Iterator[Reason]:
    policy, away, today = situation.policy, situation.away, situation.today
    for person in situation.facts.people:
        aim = cadence(person, policy)
        if aim is None or has_plan(person, situation):
            continue
        days = elapsed(person, aim.days, away, today)
        if days >= aim.days:
            points = cadence_points(days, aim.days, policy)
            drifted = person.circle != "inner" and days >= drift_days(aim.days, policy)
            yield CadenceReason(person, points, drifted, days, aim)


def _cadence_not_yet(situation: Situation, person: Person) -> Iterator[str]:
    aim = cadence(person, situation.policy)
    if aim is None:
        yield "no cadence: never" if person.every_days is not None else "no cadence: in no circle, no rhythm learned"
    elif has_plan(person, situation) and person.planned_on is not None:
        yield f"not listed: a conversation is planned for {show_day(person.planned_on, situation.today)}"
    else:
        days = elapsed(person, aim.days, situation.away, situation.today)
        if days < aim.days:
            yield f"not due: {days} of {aim.days} days"


CADENCE = Rule("cadence", _cadences, _cadence_not_yet)
