"""People met at an event and flagged: a word within days, or it was no meeting."""

from collections.abc import Iterator

from lnet.domain.dates import days_ago
from lnet.domain.policy import Policy
from lnet.domain.rules.rule import Reason, Rule, Situation


class EventRule(Rule):
    """Met there, flagged, and no word since: most pressing two days after, then less, then for the review."""

    kind = "event"
    most = "event_most"

    def find(self, day: Situation) -> Iterator[Reason]:
        """From the event's last day on; of several events the latest first."""
        for meeting in sorted(
            day.facts.meetings, key=lambda meeting: (meeting.ended_on, meeting.event_id), reverse=True
        ):
            person, days = day.people.get(meeting.contact_id), (day.today - meeting.ended_on).days
            if person is not None and days >= 0:
                to_settle = days > day.policy.event_review
                yield Reason(self, person, points(days, day.policy), days, day.today, meeting, to_settle)

    def text(self, reason: Reason) -> str:
        """ "met at PyCon, which ended 2 days ago; no word since"."""
        if reason.days == 0:
            return f"met at {reason.about.event}, which ends today"
        said = f"met at {reason.about.event}, which ended {days_ago(reason.days)}; no word since"
        return f"{said}: follow up or let it be?" if reason.to_settle else said

    def ref(self, reason: Reason) -> str:
        """The event's short reference."""
        return f"e{reason.about.event_id}"

    def reckoning(self, reason: Reason, policy: Policy) -> str:
        """ "50 + 15 × 2", then "80 − 2 × 1"; late ones have a number of their own."""
        days, top = reason.days, policy.event_base + policy.event_step * policy.event_peak
        if days > max(policy.event_peak, policy.event_fresh):
            return str(reason.points)
        if days <= policy.event_peak:
            return f"{policy.event_base} + {policy.event_step} × {days}"
        return f"{top} − {policy.event_fall} × {days - policy.event_peak}"


def points(days: int, policy: Policy) -> int:
    """What a meeting is worth so many days after the event: 50, 65, 80, then 2 less a day until 70, then 45."""
    if days > max(policy.event_peak, policy.event_fresh):
        return policy.event_late
    climbed = policy.event_base + policy.event_step * min(days, policy.event_peak)
    return max(climbed - policy.event_fall * max(0, days - policy.event_peak), 0)


EVENT = EventRule()
