"""Which people a list shows, and in which order."""

from datetime import date
from typing import NamedTuple

from lnet.services.contacts import Card, away_days, card
from lnet.store.connect import Store
from lnet.store.read import contacts as read
from lnet.store.write.rows import Value
from lnet.store.write.topic import topic_name


class Filter(NamedTuple):
    """Which people a list shows; by default not the archived, not the address book."""

    circle: str | None = None
    role: str | None = None
    topic: str | None = None
    organisation: str | None = None
    field: str | None = None
    status: str | None = None
    community: int | None = None
    event: int | None = None
    due: bool = False
    everybody: bool = False
    address_book: bool = False

    def where(self) -> tuple[str, list[Value]]:
        """The condition over the view `people`, and its parameters."""
        terms: list[tuple[str, Value]] = [
            ("circle = ?", self.circle),
            ("id IN (SELECT contact_id FROM contact_role WHERE role = ?)", self.role),
            ("id IN (SELECT contact_id FROM contact_topic WHERE topic = ?)", self.topic and topic_name(self.topic)),
            ("instr(lower(organisation), lower(?)) > 0", self.organisation),
            ("instr(lower(field), lower(?)) > 0", self.field),
            ("status = ?", self.status),
            ("id IN (SELECT contact_id FROM membership WHERE community_id = ?)", self.community),
            ("id IN (SELECT contact_id FROM attendance WHERE event_id = ?)", self.event),
        ]
        used = [(term, value) for term, value in terms if value is not None]
        return " AND ".join([self.scope(), *(term for term, _ in used)]), [value for _, value in used]

    def scope(self) -> str:
        """Who is looked at before any other condition."""
        if self.address_book:
            return "address_book = 1"
        if self.everybody:
            return "1"
        archived = "1" if self.status else "status <> 'archived'"
        return f"address_book = 0 AND {archived}"


def is_due(card: Card) -> bool:
    """Whether their cadence has come due and they are not snoozed."""
    snoozed = card.contact.snooze_until
    return card.due_on is not None and card.due_on <= card.today and (snoozed is None or snoozed <= card.today)


def listed(store: Store, wanted: Filter, sort: str = "name", limit: int | None = None) -> list[Card]:
    """The people of a list, by name, by last conversation (newest first) or by due day (earliest first)."""
    where, parameters = wanted.where()
    away = away_days(store)
    cards = [card(store, contact, away) for contact in read.listed(store, where, parameters)]
    if wanted.due:
        cards = [each for each in cards if is_due(each)]
    if sort == "last":
        cards.sort(key=lambda each: each.contact.last_on or date.min, reverse=True)
    elif sort == "due":
        cards.sort(key=lambda each: each.due_on or date.max)
    return cards[:limit]
