"""Dormant ties: people not talked to for long, of whom one a week is worth a new beginning.

Dormant ties bring fresh knowledge at little cost (Levin, Walter and Murnighan, "Dormant Ties", Organization Science
22(4), 2011); the value below says which of them to begin with.
"""

from collections.abc import Iterator

from lnet.domain.cadence import cadence, elapsed
from lnet.domain.dates import counted
from lnet.domain.facts import Dormant, Person
from lnet.domain.policy import Policy
from lnet.domain.rest import resting_until
from lnet.domain.rules.rhythm import has_plan
from lnet.domain.rules.rule import Reason, Rule, Situation


class ReconnectRule(Rule):
    """On one day of the week one person at most, and only where the list has room."""

    kind = "reconnect"
    statuses = frozenset({"active"})
    most = "reconnect_most"

    def find(self, day: Situation) -> Iterator[Reason]:
        """On the day for it those who are dormant and worth it; on any other nobody."""
        if day.today.weekday() == day.policy.reconnect_weekday:
            yield from self.suggested(day)

    def suggested(self, day: Situation) -> Iterator[Reason]:
        """Those who are dormant and worth it, whatever the day."""
        policy = day.policy
        for tie in day.facts.dormant:
            person = day.people.get(tie.contact_id)
            if person is None or has_plan(person, day) or not is_dormant(person, day):
                continue
            worth = value(tie, person, policy)
            if worth >= policy.reconnect_least:
                yield Reason(self, person, points(worth, policy), days_of(person, day), day.today, tie)

    def hears(self, person: Person, day: Situation) -> bool:
        """Not while somebody rests who did not answer twice."""
        return Rule.hears(self, person, day) and resting_until(person, day.today, day.policy) is None

    def text(self, reason: Reason) -> str:
        """ "400 days; cares about sql, for your goal Read query plans; helped you before"."""
        return "; ".join([counted(reason.days), *(said for said, _ in grounds(reason.about, reason.person))])

    def numbers(self, reason: Reason) -> dict[str, object]:
        """The days since the last contact."""
        return {"days": reason.days}

    def reckoning(self, reason: Reason, policy: Policy) -> str:
        """ "20 + 2 × 5: topic 3 + helped 2"."""
        worth = value(reason.about, reason.person, policy)
        return f"{policy.reconnect_base} + {policy.reconnect_step} × {worth}: {worth_in_words(reason, policy)}"


def grounds(tie: Dormant, person: Person) -> Iterator[tuple[str, str]]:
    """What speaks for a word with them, each in words and with the policy's number for it."""
    if tie.topic:
        yield f"{tie.topic}, for your goal {tie.goal}", "value_topic"
    if tie.helped:
        yield tie.helped, "value_helped"
    if tie.new:
        yield f"nobody else of late from {tie.new}", "value_new"
    if "expert" in person.roles:
        yield "an expert", "value_expert"


def value(tie: Dormant, person: Person, policy: Policy) -> int:
    """What a word with them is worth now: 3 for a goal's topic, 2 for help before, 2 for a field that is new …"""
    worth = int(sum(getattr(policy, name) for _, name in grounds(tie, person)))
    return worth - (policy.value_many if person.contact_days > policy.many_contacts else 0)


def worth_in_words(reason: Reason, policy: Policy) -> str:
    """The sum behind the value: "topic 3 + helped 2"."""
    parts = [
        f"{name.removeprefix('value_')} {getattr(policy, name)}" for _, name in grounds(reason.about, reason.person)
    ]
    many = f" − {policy.value_many} (often met)" if reason.person.contact_days > policy.many_contacts else ""
    return " + ".join(parts) + many


def points(worth: int, policy: Policy) -> int:
    """What a suggestion is worth on the list: 20 + 2 × its value."""
    return policy.reconnect_base + policy.reconnect_step * worth


def is_dormant(person: Person, day: Situation) -> bool:
    """Whether somebody was talked to once, and not for long; the inner circle never is dormant."""
    if person.circle == "inner" or person.last_on is None:
        return False
    aim = cadence(person, day.policy)
    return days_of(person, day) >= dormant_days(aim.days if aim else None, day.policy)


def dormant_days(every: int | None, policy: Policy) -> int:
    """From how many elapsed days on somebody is dormant: three cadences, within half a year and three years."""
    return max(policy.dormant_least, min(policy.dormant_times * (every or policy.dormant_every), policy.dormant_most))


def days_of(person: Person, day: Situation) -> int:
    """The days that count since the last contact."""
    aim = cadence(person, day.policy)
    return elapsed(person, aim.days if aim else None, day.away, day.today)


RECONNECT = ReconnectRule()
