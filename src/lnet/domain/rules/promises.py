"""Promises: what I owe, with the highest points of all, and a quiet reminder of what is owed to me."""

from collections.abc import Iterator
from datetime import date, timedelta

from lnet.domain.dates import lateness, show_day
from lnet.domain.facts import Person, Promise
from lnet.domain.policy import Policy
from lnet.domain.rules.rule import Reason, Rule, Situation


def promised_for(promise: Promise, policy: Policy) -> date:
    """The day a promise is due; one without a day is due a fortnight after it was made."""
    if promise.due_on is not None:
        return promise.due_on
    return promise.made_on + min(timedelta(days=policy.promise_undated), date.max - promise.made_on)


class OpenPromise(Rule):
    """A promise of one side, by due day and then number."""

    owed_by: str

    def ref(self, reason: Reason) -> str:
        """The promise's short reference."""
        return f"p{reason.about.id}"

    def late(self, day: Situation) -> Iterator[tuple[Person, Promise, int]]:
        """The open promises with the person and the days after the due day."""
        mine = [promise for promise in day.facts.promises if promise.owed_by == self.owed_by]
        for promise in sorted(mine, key=lambda promise: (promised_for(promise, day.policy), promise.id)):
            person = day.people.get(promise.contact_id)
            if person is not None:
                yield person, promise, (day.today - promised_for(promise, day.policy)).days


class PromiseRule(OpenPromise):
    """A promise of mine: from two days ahead, and always from its day on, until it is one to renegotiate."""

    kind = "promise"
    owed_by = "me"
    statuses = frozenset({"active", "paused", "quiet"})
    through_snooze = True

    def find(self, day: Situation) -> Iterator[Reason]:
        """Those that are near or late."""
        for person, promise, late in self.late(day):
            if late >= -day.policy.promise_ahead:
                to_settle = late > day.policy.promise_review
                yield Reason(self, person, points(late, day.policy), late, day.today, promise, to_settle)

    def text(self, reason: Reason) -> str:
        """ "you promised to send paper by Fri 12 Jun (3 days late)"."""
        said = f"you promised to {_said(reason.about, reason.days, reason.today)}"
        return f"{said}: renegotiate or release?" if reason.to_settle else said

    def always(self, reason: Reason) -> bool:
        """What is due today or late is shown whatever the budget."""
        return reason.days >= 0 and not reason.to_settle

    def reckoning(self, reason: Reason, policy: Policy) -> str:
        """ "70 + 5 × 3", with the bound where it was reached."""
        bounds = {policy.promise_least: "at least", policy.promise_most: "at most"}
        bound = f", {bounds[reason.points]} {reason.points}" if reason.points in bounds else ""
        sign = "−" if reason.days < 0 else "+"
        return f"{policy.promise_base} {sign} {policy.promise_step} × {abs(reason.days)}{bound}"

    def not_yet(self, day: Situation, person: Person) -> Iterator[str]:
        """The promises that are not near."""
        for whose, promise, late in self.late(day):
            if whose is person and late < -day.policy.promise_ahead:
                yield f"not yet: you promised to {_said(promise, late, day.today)}"


class OwedRule(OpenPromise):
    """A promise made to me: three days a fortnight, for nobody reads a reminder that stands there every day."""

    kind = "owed"
    owed_by = "them"
    most = "waiting_and_owed_most"

    def find(self, day: Situation) -> Iterator[Reason]:
        """Those whose days it is."""
        for person, promise, late in self.late(day):
            if _asks_now(late, day.policy):
                yield Reason(self, person, day.policy.owed_points, late, day.today, promise)

    def text(self, reason: Reason) -> str:
        """ "they promised to send data by Fri 12 Jun (3 days late)"."""
        return f"they promised to {_said(reason.about, reason.days, reason.today)}"

    def not_yet(self, day: Situation, person: Person) -> Iterator[str]:
        """The promises whose days it is not."""
        for whose, promise, late in self.late(day):
            if whose is person and not _asks_now(late, day.policy):
                yield f"not now: they promised to {_said(promise, late, day.today)}"


def points(late: int, policy: Policy) -> int:
    """What a promise of mine is worth: three days late 70 + 5 × 3 = 85."""
    return min(max(policy.promise_base + policy.promise_step * late, policy.promise_least), policy.promise_most)


def _said(promise: Promise, late: int, today: date) -> str:
    what = promise.text.removeprefix("to ")
    if promise.due_on is None:
        return f"{what} (since {show_day(promise.made_on, today)}, no day was named)"
    return f"{what} by {show_day(promise.due_on, today)} ({lateness(late)})"


def _asks_now(late: int, policy: Policy) -> bool:
    return late >= policy.owed_after and (late - policy.owed_after) % policy.owed_every < policy.owed_shown


PROMISE = PromiseRule()
OWED = OwedRule()
