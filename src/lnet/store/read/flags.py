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


# An event without any day is as old as its entry.
BEFORE = """
SELECT a.id, c.name, c.slug, e.name FROM attendance a
JOIN contact c ON c.id = a.contact_id JOIN event e ON e.id = a.event_id
WHERE a.follow_up = 1 AND coalesce(e.ends_on, e.starts_on, e.created_on) < ? ORDER BY a.id
"""


def flagged_before(store: Store, day: date) -> list[Flag]:
    """The flags of events that ended before a day."""
    return [Flag(*row) for row in store.db.execute(BEFORE, (day.isoformat(),))]
