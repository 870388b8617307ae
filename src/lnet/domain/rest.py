"""Messages that nobody answered: one may be asked about once, after a second the person is left to rest."""

from datetime import date, timedelta

from lnet.domain.facts import Person
from lnet.domain.policy import Policy

EXEMPT = ("inner", "close")


def unanswered_twice(person: Person, policy: Policy) -> bool:
    """Whether my messages without an answer lie so far apart that they were two."""
    if person.sent_from is None or person.sent_on is None:
        return False
    return (person.sent_on - person.sent_from).days >= policy.rest_apart


def resting_until(person: Person, today: date, policy: Policy) -> date | None:
    """The day on which somebody who did not answer twice may be reminded of again; None: they do not rest.

    Counted from the second message (180 days). Never mentors, nor the inner and close circles. Anything that came
    from them, and any conversation, ends it: then nothing is unanswered.
    """
    if not unanswered_twice(person, policy) or person.circle in EXEMPT or is_mentor(person) or person.sent_on is None:
        return None
    until = person.sent_on + min(timedelta(days=policy.rest_days), date.max - person.sent_on)
    return until if today < until else None


def is_mentor(person: Person) -> bool:
    """Whether somebody is a mentor, by agreement or by role."""
    return bool(person.agreed_days) or "mentor" in person.roles
