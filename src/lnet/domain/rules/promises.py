"""Promises: what I owe, with the highest points of all, and a quiet reminder of what is owed to me."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lnet.domain.dates import show_day
from lnet.domain.facts import Person, Promise
from lnet.domain.policy import Policy
from lnet.domain.rules.rule import Reason, Rule, Situation


def promised_for(promise: Promise, policy: Policy) -> date:
    """The day a promise is due; one without a day is due a fortnight after it was made."""
    if promise.due_on is not None:
        return promise.due_on
    return promise.made_on + min(timedelta(days=policy.promise_undated), date.max - promise.made_on)


@dataclass(frozen=True, slots=True)
class _OpenPromise(Reason):
    """An open promise; `late` is in days after its due day, negative before it."""

    promise: Promise
    late: int
    today: date

    @property
    def ref(self) -> str:
        """The promise's short reference."""
        return f"p{self.promise.id}"


class PromiseReason(_OpenPromise):
    """A promise of mine."""

    __slots__ = ()
    kind = "promise"

    @property
    def text(self) -> str:
        """ "you promised to send paper by Fri 12 Jun (3 days late)"."""
        said = f"you promised to {_said(self.promise, self.late, self.today)}"
        return f"{said}: renegotiate or release?" if self.to_settle else said

    @property
    def always(self) -> bool:
        """What is due today or late is shown whatever the budget."""
        return self.late >= 0 and not self.to_settle

    def reckoning(self, policy: Policy) -> str:
        """ "70 + 5 × 3", with the bound where it was reached."""
        bounds = {policy.promise_least: "at least", policy.promise_most: "at most"}
        bound = f", {bounds[self.points]} {self.points}" if self.points in bounds else ""
        sign = "−" if self.late < 0 else "+"
        return f"{policy.promise_base} {sign} {policy.promise_step} × {abs(self.late)}{bound}"


class OwedReason(_OpenPromise):
    """A promise made to me."""

    __slots__ = ()
    kind = "owed"

    @property
    def text(self) -> str:
        """ "they promised to send data by Fri 12 Jun (3 days late)"."""
        return f"they promised to {_said(self.promise, self.late, self.today)}"

    def reckoning(self, policy: Policy) -> str:
        """The points are fixed."""
        return str(policy.owed_points)


def _said(promise: Promise, late: int, today: date) -> str:
    what = promise.text.removeprefix("to ")
    if promise.due_on is None:
        return f"{what} (since {show_day(promise.made_on, today)}, no day was named)"
    return f"{what} by {show_day(promise.due_on, today)} ({_lateness(late)})"


def _lateness(late: int) -> str:
    if late > 0:
        return "1 day late" if late == 1 else f"{late} days late"
    return {0: "today", -1: "tomorrow"}.get(late, f"in {-late} days")


def _lateness_of(situation: Situation, owed_by: str) -> Iterator[tuple[Person, Promise, int]]:
    """The open promises of one side with the person and the days after the due day, by due day and then number."""
    policy, today = situation.policy, situation.today
    open_ones = [promise for promise in situation.facts.promises if promise.owed_by == owed_by]
    for promise in sorted(open_ones, key=lambda promise: (promised_for(promise, policy), promise.id)):
        person = situation.people.get(promise.contact_id)
        if person is not None:
            yield person, promise, (today - promised_for(promise, policy)).days


def _promises(situation: Situation) -> Iterator[Reason]:
    policy, today = situation.policy, situation.today
    for person, promise, late in _lateness_of(situation, "me"):
        if late >= -policy.promise_ahead:
            to_settle = late > policy.promise_review
            yield PromiseReason(person, _points(late, policy), to_settle, promise, late, today)


def _points(late: int, policy: Policy) -> int:
    return min(max(policy.promise_base + policy.promise_step * late, policy.promise_least), policy.promise_most)


def _owed(situation: Situation) -> Iterator[Reason]:
    points, today = situation.policy.owed_points, situation.today
    for person, promise, late in _lateness_of(situation, "them"):
        if _asks_now(late, situation.policy):
            yield OwedReason(person, points, to_settle=False, promise=promise, late=late, today=today)


def _asks_now(late: int, policy: Policy) -> bool:
    """Three days a fortnight: a reminder that stood there every day would be read by nobody."""
    return late >= policy.owed_after and (late - policy.owed_after) % policy.owed_every < policy.owed_shown


def _promise_not_yet(situation: Situation, person: Person) -> Iterator[str]:
    for whose, promise, late in _lateness_of(situation, "me"):
        if whose is person and late < -situation.policy.promise_ahead:
            yield f"not yet: you promised to {_said(promise, late, situation.today)}"


def _owed_not_yet(situation: Situation, person: Person) -> Iterator[str]:
    for whose, promise, late in _lateness_of(situation, "them"):
        if whose is person and not _asks_now(late, situation.policy):
            yield f"not now: they promised to {_said(promise, late, situation.today)}"


PROMISE = Rule(
    "promise", _promises, _promise_not_yet, statuses=frozenset({"active", "paused", "quiet"}), through_snooze=True
)
OWED = Rule("owed", _owed, _owed_not_yet, statuses=frozenset({"active", "paused"}), most="waiting_and_owed_most")
