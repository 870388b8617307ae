"""Events as they are read: whole, with who was met there."""

from datetime import date
from typing import Any, NamedTuple

from lnet.store.read.records import View


class Attendee(NamedTuple):
    """Somebody met at an event; `follow_up`: flagged, `waits`: flagged, and there was no word since."""

    contact: str
    slug: str
    follow_up: bool
    waits: bool
    note: str | None


class Event(NamedTuple):
    """An event; `here_since`: the day from which I am there, `attendees`: in the order in which they were noted."""

    ref: str
    id: int
    uid: str
    name: str
    starts_on: date | None
    ends_on: date | None
    place: str | None
    url: str | None
    note: str | None
    here_since: date | None
    attendees: tuple[Attendee, ...]
    created_at: str
    updated_at: str

    @property
    def first_on(self) -> date | None:
        """Its first day, as far as one is known."""
        return self.starts_on or self.ends_on

    @property
    def last_on(self) -> date | None:
        """Its last day, as far as one is known."""
        return self.ends_on or self.starts_on

    @property
    def flagged(self) -> int:
        """How many of those met there are flagged."""
        return sum(each.follow_up for each in self.attendees)

    def as_json(self) -> dict[str, Any]:
        """The fields, and how many were met and flagged."""
        return self._asdict() | {"met": len(self.attendees), "flagged": self.flagged}


def attendee(item: dict[str, Any]) -> Attendee:
    """Somebody who was met, as the view tells of them."""
    return Attendee(**item | {"follow_up": bool(item["follow_up"]), "waits": bool(item["waits"])})


EVENTS = View("events", Event, days=("starts_on", "ends_on", "here_since"), lists={"attendees": attendee})


def upcoming_first(today: date) -> str:
    """The order of a list: what is to come or on by its first day, then what has no day, then what is over, newest
    first.
    """
    last, over = "coalesce(ends_on, starts_on)", f"coalesce(ends_on, starts_on) < '{today.isoformat()}'"
    return f"{over} IS 1, {last} IS NULL, iif({over}, NULL, coalesce(starts_on, ends_on)), {last} DESC, id DESC"
