"""What stands in the calendar for the days to come."""

from datetime import date
from typing import NamedTuple

from lnet.store.connect import Store
from lnet.store.read.conversations import Conversation, listed
from lnet.store.read.summary.page import Page

AHEAD_MOST = 15
# Goals and projects for everybody who reads; what renews and which agreement is to be looked at again for oneself.
DATES = """
SELECT * FROM (SELECT target_on AS on_, 'target', 'g' || id, title, NULL, NULL FROM goal
    WHERE status = 'active' AND target_on BETWEEN ?1 AND ?2 ORDER BY target_on LIMIT ?3)
UNION ALL SELECT * FROM (SELECT due_on, 'deadline', 'j' || id, title, NULL, NULL FROM project
    WHERE status = 'active' AND due_on BETWEEN ?1 AND ?2 ORDER BY due_on LIMIT ?3)
UNION ALL SELECT * FROM (SELECT starts_on, 'event', 'e' || id, name, NULL, NULL FROM event
    WHERE starts_on BETWEEN ?1 AND ?2 ORDER BY starts_on LIMIT ?3)
"""
OWN_DATES = """
UNION ALL SELECT * FROM (SELECT renews_on, 'renewal', 'c' || id, name, NULL, NULL FROM community
    WHERE renews_on BETWEEN ?1 AND ?2 ORDER BY renews_on LIMIT ?3)
UNION ALL SELECT * FROM (SELECT m.review_on, 'mentor_review', '', '', c.name, c.slug FROM mentor_agreement m
    JOIN contact c ON c.id = m.contact_id WHERE m.ended_on IS NULL AND m.review_on BETWEEN ?1 AND ?2
    AND c.status <> 'archived' ORDER BY m.review_on LIMIT ?3)
"""


class Dated(NamedTuple):
    """A day to come: "target" of a goal, "deadline" of a project, "event", "renewal", "mentor_review" with somebody."""

    on: date
    kind: str
    ref: str
    title: str
    name: str | None
    slug: str | None


def dates(store: Store, page: Page) -> list[Dated]:
    """What the calendar holds between the days of a page that looks ahead."""
    query = DATES if page.audience != "me" else DATES + OWN_DATES
    rows = store.db.execute(query, (*page.days, AHEAD_MOST))
    return [Dated(date.fromisoformat(on), *rest) for on, *rest in rows]


def plans(store: Store, page: Page) -> list[Conversation]:
    """The conversations planned between these days, the earliest first."""
    where = f"planned = 1 AND fulfilled_by IS NULL AND occurred_on BETWEEN ?1 AND ?2 AND {page.openly('conversations')}"
    return listed(store, where, page.days, AHEAD_MOST, "occurred_on, time, id")
