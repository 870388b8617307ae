"""Feedback whose loop is open: received and not answered, asked for and not come, given and not heard of since."""

from collections.abc import Iterator
from datetime import date, timedelta

from lnet.domain.dates import counted, lateness, show_day
from lnet.domain.facts import Feedback, Person
from lnet.domain.policy import Policy
from lnet.domain.rules.rule import Reason, Rule, Situation


class FeedbackRule(Rule):
    """One kind, three ways; each has its own days and points."""

    kind = "feedback"

    def find(self, day: Situation) -> Iterator[Reason]:
        """Those whose day has come, the oldest first."""
        for note in sorted(day.facts.feedback, key=lambda note: (note.on, note.id)):
            person = day.people.get(note.contact_id)
            found = None if person is None else WAYS[note.direction](note, day)
            if person is not None and found is not None:
                points, days, to_settle = found
                yield Reason(self, person, points, days, day.today, note, to_settle)

    def text(self, reason: Reason) -> str:
        """In the words of its way."""
        return WORDS[reason.about.direction](reason)

    def ref(self, reason: Reason) -> str:
        """The feedback's short reference."""
        return f"f{reason.about.id}"

    def numbers(self, reason: Reason) -> dict[str, object]:
        """Which of the three ways."""
        return {"direction": reason.about.direction}

    def reckoning(self, reason: Reason, policy: Policy) -> str:
        """ "50 + 6 days late", with the bound where it was reached; the other ways are fixed."""
        if reason.about.direction != "received":
            return str(reason.points)
        most = policy.received_late_most
        bound = f", at most {most} more" if reason.days >= most else ""
        return f"{policy.received_base} + {counted(reason.days)} late{bound}"

    def not_yet(self, day: Situation, person: Person) -> Iterator[str]:
        """Feedback whose day has not come."""
        for note in day.facts.feedback:
            if note.contact_id == person.id and note.direction == "received" and received(note, day) is None:
                by = show_day(act_by(note, day.policy), day.today)
                yield f"not yet: their feedback{_about(note)} is to act on by {by}"


Found = tuple[int, int, bool] | None  # points, days, whether it is for the review


def act_by(note: Feedback, policy: Policy) -> date:
    """The day by which something is to come of feedback received: as noted, else a fortnight after it."""
    if note.act_by is not None:
        return note.act_by
    return note.on + min(timedelta(days=policy.received_after), date.max - note.on)


def received(note: Feedback, day: Situation) -> Found:
    """From its day on; a point more each day late, fifteen at most."""
    late, policy = (day.today - act_by(note, day.policy)).days, day.policy
    if late < 0:
        return None
    return policy.received_base + min(policy.received_late_most, late), late, late > policy.received_review


def requested(note: Feedback, day: Situation) -> Found:
    """From a week after it was asked for; after three weeks it is to be closed."""
    days, policy = (day.today - note.on).days, day.policy
    if note.loop != "open" or days < policy.requested_from:
        return None
    return policy.requested_points, days, days > policy.requested_review


def given(note: Feedback, day: Situation) -> Found:
    """In the third and fourth week after it was given; then never again."""
    days, policy = (day.today - note.on).days, day.policy
    if note.loop != "open" or not policy.given_from <= days <= policy.given_until:
        return None
    return policy.given_points, days, False


def _received_words(reason: Reason) -> str:
    note = reason.about
    if note.loop == "acted":
        said = f"you acted on their feedback{_about(note)}: tell them"
    elif note.act_by is not None:
        by = f"{show_day(note.act_by, reason.today)} ({lateness(reason.days)})"
        said = f"you meant to act on their feedback{_about(note)} by {by}"
    else:
        said = f"their feedback{_about(note)} has waited for you since {show_day(note.on, reason.today)}"
    return f"{said}; act, tell or close?" if reason.to_settle else said


def _requested_words(reason: Reason) -> str:
    said = f"you asked for feedback{_about(reason.about)} {counted(reason.days)} ago"
    return f"{said}; no answer: close it?" if reason.to_settle else f"{said}; no answer yet"


def _given_words(reason: Reason) -> str:
    return f"you gave feedback{_about(reason.about)} {counted(reason.days)} ago: ask how it landed"


def _about(note: Feedback) -> str:
    said = " ".join(note.text.split())
    return f" ({said})" if said else ""


WAYS = {"received": received, "requested": requested, "given": given}
WORDS = {"received": _received_words, "requested": _requested_words, "given": _given_words}
FEEDBACK = FeedbackRule()
