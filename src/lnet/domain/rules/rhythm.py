"""It has been long enough: by what was agreed with a mentor, or by one's own cadence."""

from collections.abc import Iterator

from lnet.domain.cadence import Cadence, awaits_first, cadence, drift_days, elapsed
from lnet.domain.dates import counted, show_day
from lnet.domain.facts import Person
from lnet.domain.policy import Policy
from lnet.domain.rest import resting_until
from lnet.domain.rules.rule import Reason, Rule, Situation

_AIMS = {
    "explicit": "you aim for every", "circle": "you aim for every", "mentor": "you agreed on every",
    "learned": "your usual rhythm is",
}  # fmt: skip


class RhythmRule(Rule):
    """So many days of a cadence have passed, away days left out, and no conversation is planned soon."""

    statuses = frozenset({"active"})
    agreed: bool  # whether it is for those with a mentor agreement or for the others

    def elapsed(self, day: Situation) -> Iterator[tuple[Person, Cadence, int]]:
        """Everybody whom the rule is for, with their cadence and the days elapsed; without those with a plan soon."""
        for person in day.facts.people:
            aim = cadence(person, day.policy) if bool(person.agreed_days) is self.agreed else None
            if aim is not None and not has_plan(person, day):
                yield person, aim, elapsed(person, aim.days, day.away, day.today)

    def hears(self, person: Person, day: Situation) -> bool:
        """Not while somebody rests who did not answer twice."""
        return Rule.hears(self, person, day) and resting_until(person, day.today, day.policy) is None

    def text(self, reason: Reason) -> str:
        """ "45 days; you aim for every 30"."""
        aim = reason.about
        said = f"{_since(reason.person, reason.days)}; {_AIMS[aim.code]} {aim.days}"
        return f"{said}; drifted: keep, lengthen or rest?" if reason.drifted else said

    def numbers(self, reason: Reason) -> dict[str, object]:
        """The elapsed days and the cadence."""
        return {"days": reason.days, "every": reason.about.days}

    def enough(self, days: int, every: int, policy: Policy) -> bool:
        """Whether so many days are enough to be listed."""
        raise NotImplementedError

    def not_yet(self, day: Situation, person: Person) -> Iterator[str]:
        """Why the cadence does not list somebody, or that they have none."""
        if bool(person.agreed_days) is not self.agreed:
            return
        aim = cadence(person, day.policy)
        if aim is None:
            yield (
                "no cadence: never" if person.every_days is not None else "no cadence: in no circle, no rhythm learned"
            )
        elif has_plan(person, day) and person.planned_on is not None:
            yield f"not by rhythm: a conversation is planned for {show_day(person.planned_on, day.today)}"
        else:
            days = elapsed(person, aim.days, day.away, day.today)
            if not self.enough(days, aim.days, day.policy):
                yield f"not due: {days} of {aim.days} days"


class MentorRule(RhythmRule):
    """A mentor: from four fifths of what was agreed on, so that there is time to find a day; it never drifts."""

    kind = "mentor"
    agreed = True

    def find(self, day: Situation) -> Iterator[Reason]:
        """Those with whom it is nearly time, or over it."""
        for person, aim, days in self.elapsed(day):
            if self.enough(days, aim.days, day.policy):
                yield Reason(self, person, mentor_points(days, aim.days, day.policy), days, day.today, aim)

    def enough(self, days: int, every: int, policy: Policy) -> bool:
        """Four fifths of the cadence."""
        return 100 * days >= policy.mentor_percent * every

    def reckoning(self, reason: Reason, policy: Policy) -> str:
        """ "30 + 20 × 24 ÷ 30", with the bound where it was reached."""
        return _sum(reason, policy.mentor_base, policy.mentor_step, policy.mentor_most)


class CadenceRule(RhythmRule):
    """Everybody else: from the whole cadence on, until they have drifted; the inner circle never does."""

    kind = "cadence"
    agreed = False

    def find(self, day: Situation) -> Iterator[Reason]:
        """Those whose cadence is reached."""
        policy = day.policy
        for person, aim, days in self.elapsed(day):
            if days >= aim.days:
                drifted = person.circle != "inner" and days >= drift_days(aim.days, policy)
                points = cadence_points(days, aim.days, policy)
                yield Reason(self, person, points, days, day.today, aim, drifted, drifted)

    def enough(self, days: int, every: int, policy: Policy) -> bool:
        """The whole cadence."""
        return days >= every

    def reckoning(self, reason: Reason, policy: Policy) -> str:
        """ "20 + 20 × 45 ÷ 30", with the bound where it was reached."""
        return _sum(reason, policy.cadence_base, policy.cadence_step, policy.cadence_most)


def _sum(reason: Reason, base: int, step: int, most: int) -> str:
    bound = f", at most {most}" if reason.points == most else ""
    return f"{base} + {step} × {reason.days} ÷ {reason.about.days}{bound}"


def _since(person: Person, days: int) -> str:
    """The elapsed days in words; those reckoned from a first-due day are no days that anybody has lived through."""
    if awaits_first(person):
        return "no conversation yet" if person.last_on is None else "no conversation since your fresh start"
    return counted(days) if person.last_on is not None else f"no conversation in {counted(days)}"


def has_plan(person: Person, day: Situation) -> bool:
    """Whether a conversation is planned so soon that no reminder is needed."""
    if person.planned_on is None:
        return False
    return 0 <= (person.planned_on - day.today).days <= day.policy.planned_within


def cadence_points(days: int, every: int, policy: Policy) -> int:
    """What `days` elapsed of a cadence are worth: 45 of 30 days give 20 + 20 × 45 ÷ 30 = 50."""
    return min(policy.cadence_most, policy.cadence_base + policy.cadence_step * days // every)


def mentor_points(days: int, every: int, policy: Policy) -> int:
    """What `days` elapsed of an agreement are worth: 24 of 30 days give 30 + 20 × 24 ÷ 30 = 46."""
    return min(policy.mentor_most, policy.mentor_base + policy.mentor_step * days // every)


MENTOR = MentorRule()
CADENCE = CadenceRule()
