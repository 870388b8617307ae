"""A message of mine without an answer: asked about once, and no more."""

from collections.abc import Iterator

from lnet.domain.dates import counted, show_day
from lnet.domain.facts import Person
from lnet.domain.rest import resting_until, unanswered_twice
from lnet.domain.rules.rule import Reason, Rule, Situation


class WaitingRule(Rule):
    """My last message is unanswered, and it is the only one: for three weeks, from ten days after it."""

    kind = "waiting"
    most = "waiting_and_owed_most"

    def find(self, day: Situation) -> Iterator[Reason]:
        """Those who have not answered for long enough, and not for too long."""
        policy = day.policy
        for person in day.facts.people:
            if person.sent_on is None or unanswered_twice(person, policy):
                continue
            days = (day.today - person.sent_on).days
            if policy.waiting_from <= days <= policy.waiting_until:
                yield Reason(self, person, policy.waiting_points, days, day.today)

    def text(self, reason: Reason) -> str:
        """ "no answer to your message of 1 Jun (14 days); one nudge is fine"."""
        sent = reason.person.sent_on or reason.today
        return (
            f"no answer to your message of {show_day(sent, reason.today)} ({counted(reason.days)}); one nudge is fine"
        )

    def not_yet(self, day: Situation, person: Person) -> Iterator[str]:
        """That a message is unanswered, and what follows from it."""
        until = resting_until(person, day.today, day.policy)
        if until is not None:
            yield f"resting until {show_day(until, day.today)}: two messages without an answer"
        elif person.sent_on is not None and 0 <= (day.today - person.sent_on).days < day.policy.waiting_from:
            yield f"not yet: your message of {show_day(person.sent_on, day.today)} has no answer so far"


WAITING = WaitingRule()
