"""The event I am at, if I am at one. Apart from the other reads of events: every conversation asks."""

from datetime import date
from typing import NamedTuple

from lnet.store.connect import Store
from lnet.store.read.persons import day

# By an index of the one event that has such a day.
HERE = """
SELECT id, name, here_since, coalesce(starts_on, ends_on), coalesce(ends_on, starts_on) AS last_on FROM event
WHERE here_since IS NOT NULL AND here_since <= :today AND (last_on IS NULL OR last_on >= :today)
ORDER BY here_since DESC, id DESC LIMIT 1
"""


class Here(NamedTuple):
    """The event I am at, from which day on; `first_on` and `last_on`: its own days, as far as they are known."""

    id: int
    name: str
    since: date
    first_on: date | None
    last_on: date | None

    def holds(self, on: date) -> bool:
        """Whether what happened on a day, which is no later than today, was there."""
        return on >= min(self.since, self.first_on or self.since)


def here_on(store: Store, on: date, named: int | None = None) -> Here | None:
    """Where I am, if what happened on a day was there: it names no other event, and is of no day before this one."""
    now = here(store)
    return now if now and named in (None, now.id) and now.holds(on) else None


def here(store: Store) -> Here | None:
    """Where I am on the store's day; None for nowhere. It ends by itself with the event's last day."""
    row = store.db.execute(HERE, {"today": store.today.isoformat()}).fetchone()
    if row is None:
        return None
    id, name, since, first, last = row
    return Here(id, name, date.fromisoformat(since), day(first), day(last))
