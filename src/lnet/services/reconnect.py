"""Whom to turn to again: dormant ties, and what each would be worth now."""

from typing import Any, NamedTuple

from lnet.domain.away import AwayDays
from lnet.domain.facts import Facts
from lnet.domain.openings import Matter, opening
from lnet.domain.rules import Reason, situation
from lnet.domain.rules.dormant import RECONNECT, value
from lnet.store.connect import Store
from lnet.store.read import persons
from lnet.store.read.away import away_days
from lnet.store.read.dormant import ranked
from lnet.store.read.lasts import Last, lasts, matters
from lnet.store.read.ranges import Calendar
from lnet.store.read.silence import silent_people


class Suggestion(NamedTuple):
    """Somebody to turn to again: why, what that is worth and how it comes about, the last conversation, an opening."""

    reason: Reason
    value: int
    worth: str
    last: Last | None
    opening: str

    def as_json(self) -> dict[str, Any]:
        """One object of `reconnect --json`."""
        who = self.reason.person
        return {
            "id": who.id, "uid": who.uid, "name": who.name, "slug": who.slug, "value": self.value,
            **self.reason.fields(), "worth": self.worth, "last": self.last, "opening": self.opening,
        }  # fmt: skip


def suggestions(store: Store, limit: int | None = None) -> list[Suggestion]:
    """The dormant ties worth turning to, the best first, at most `limit`; on any day, whatever the morning's list."""
    away = away_days(store)
    calendar = Calendar(store.today, AwayDays(away), store.policy)
    ties = ranked(store, calendar, silent_people(store, calendar).ids)[:limit]
    ids = [tie.contact_id for tie in ties]
    known = Facts(people=tuple(persons.people(store, ids)), dormant=tuple(ties), away=away)
    last, known_matters = lasts(store, ids), matters(store, ids)
    return [
        Suggestion(
            reason, value(reason.about, reason.person, store.policy), reason.reckoning(store.policy),
            last.get(reason.person.id), opening(known_matters.get(reason.person.id, Matter())),
        )
        for reason in RECONNECT.suggested(situation(known, store.today, store.policy))
    ]  # fmt: skip
