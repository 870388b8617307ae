"""Planned conversations: something to prepare the day before, and something to log when the day has passed."""

from collections.abc import Iterator

from lnet.domain.dates import days_ago, show_day
from lnet.domain.facts import Person, Planned
from lnet.domain.rules.rule import Reason, Rule, Situation


class PlanRule(Rule):
    """A conversation that is planned, and not held yet."""

    def ref(self, reason: Reason) -> str:
        """The plan's short reference."""
        return f"i{reason.about.id}"

    def passed(self, day: Situation) -> Iterator[tuple[Person, Planned, int]]:
        """The plans with the person and the days since the planned day, negative before it; the earliest first."""
        for plan in sorted(day.facts.planned, key=lambda plan: (plan.on, plan.time or "", plan.id)):
            person = day.people.get(plan.contact_id)
            if person is not None:
                yield person, plan, (day.today - plan.on).days


class PrepRule(PlanRule):
    """It is today or tomorrow: time to prepare."""

    kind = "prep"
    statuses = frozenset({"active", "paused", "quiet"})
    through_snooze = True

    def find(self, day: Situation) -> Iterator[Reason]:
        """Those of today and tomorrow."""
        points = {0: day.policy.prep_today, -1: day.policy.prep_tomorrow}
        for person, plan, days in self.passed(day):
            if days in points:
                yield Reason(self, person, points[days], days, day.today, plan)

    def text(self, reason: Reason) -> str:
        """ "planned for today at 15:00: coffee about indexes"."""
        plan = reason.about
        if reason.days == 0:
            return f"planned for today{_at(plan)}{_what(plan)}"
        comma = "," if plan.time else ""
        return f"planned for tomorrow, {show_day(plan.on, reason.today)}{comma}{_at(plan)}{_what(plan)}"

    def always(self, reason: Reason) -> bool:
        """What is planned for today is shown whatever the budget."""
        return reason.days == 0

    def not_yet(self, day: Situation, person: Person) -> Iterator[str]:
        """The plans that lie further ahead."""
        for whose, plan, days in self.passed(day):
            if whose is person and days < -1:
                yield f"not yet: planned for {show_day(plan.on, day.today)}{_at(plan)}{_what(plan)}"


class UnloggedRule(PlanRule):
    """The day has passed, and nothing was logged."""

    kind = "unlogged"

    def find(self, day: Situation) -> Iterator[Reason]:
        """Those of days gone by."""
        for person, plan, days in self.passed(day):
            if days >= 1:
                to_settle = days > day.policy.unlogged_review
                yield Reason(self, person, day.policy.unlogged_points, days, day.today, plan, to_settle)

    def text(self, reason: Reason) -> str:
        """ "planned for Fri 12 Jun (3 days ago) and not logged: coffee about indexes"."""
        plan = reason.about
        said = f"planned for {show_day(plan.on, reason.today)} ({days_ago(reason.days)}) and not logged{_what(plan)}"
        return f"{said}; held or dropped?" if reason.to_settle else said


def _at(plan: Planned) -> str:
    return f" at {plan.time}" if plan.time else ""


def _what(plan: Planned) -> str:
    said = " ".join(plan.summary.split())
    return f": {said}" if said else ""


PREP = PrepRule()
UNLOGGED = UnloggedRule()
