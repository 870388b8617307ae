"""Event flags that nobody will act on any more: the event is too long ago."""

from datetime import date
from typing import NamedTuple

from lnet.store.connect import Store


class Flag(NamedTuple):
    """Somebody met at an event and still flagged to be followed up; `id` is that of the attendance."""

    id: int
    name: str
    slug: str
    event: str


BEFORE = """
SELECT a.id, c.name, c.slug, e.name FROM search_meeting m
JOIN attendance a ON a.event_id = m.event_id AND a.contact_id = m.contact_id
JOIN contact c ON c.id = m.contact_id JOIN event e ON e.id = m.event_id
WHERE m.ended_on < ? AND c.status <> 'archived' ORDER BY a.id
"""


def flagged_before(store: Store, day: date) -> list[Flag]:
    """The flags of events that ended before a day, of people with whom there was no word since."""
    return [Flag(*row) for row in store.db.execute(BEFORE, (day.isoformat(),))]
