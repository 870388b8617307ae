"""What a calendar is written from: when each row was last changed, and what of the store falls on a day."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lnet.domain.calendar_days import shifted
from lnet.store.connect import Store
from lnet.store.read.contacts import Contact, listed
from lnet.store.read.promises import DUE_FIRST, PROMISES, Promise

CHANGED = {
    # A conversation moves the next one, so that it changes what is due.
    "contact": """
      SELECT c.uid, max(c.updated_at, coalesce((SELECT max(i.updated_at) FROM participant p
        JOIN interaction i ON i.id = p.interaction_id WHERE p.contact_id = c.id), ''))
      FROM contact c""",
    "goal": """
      SELECT g.uid, max(g.updated_at, coalesce((SELECT max(p.updated_at) FROM goal_progress p
        WHERE p.goal_id = g.id), ''))
      FROM goal g""",
}
FLAGGED = """
SELECT a.uid, c.name, c.slug, e.name, m.ended_on, max(a.updated_at, e.updated_at) FROM search_meeting m
JOIN attendance a ON a.event_id = m.event_id AND a.contact_id = m.contact_id
JOIN contact c ON c.id = m.contact_id JOIN event e ON e.id = m.event_id
WHERE c.status <> 'archived' ORDER BY m.ended_on, a.id
"""


def present(store: Store) -> list[Contact]:
    """Everybody who is neither quiet nor archived, by name."""
    return list(listed(store, "status IN ('active', 'paused')"))


def owed(store: Store) -> list[Promise]:
    """What is still owed, by its day; what has none comes last."""
    return PROMISES.listed(store, "status IN ('open', 'renegotiated')", order=DUE_FIRST)


class FollowUp(NamedTuple):
    """Somebody met at an event and not heard of since: to be followed up `on`, the day after it."""

    uid: str
    name: str
    slug: str
    event: str
    on: date
    changed_at: str


def changed(store: Store, table: str) -> dict[str, str]:
    """When each contact or goal, and what moves it, was last changed: the moment, by uid."""
    return dict(store.db.execute(CHANGED[table]).fetchall())


def follow_ups(store: Store) -> Iterator[FollowUp]:
    """The flagged meetings that were not followed up, by their day."""
    for uid, name, slug, event, ended_on, at in store.db.execute(FLAGGED).fetchall():
        yield FollowUp(uid, name, slug, event, shifted(date.fromisoformat(ended_on), 1), at)
