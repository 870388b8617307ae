"""The people of the network, circle by circle, as many as a page can hold."""

import json
from datetime import date
from typing import NamedTuple

from lnet.domain.vocabulary import CIRCLES
from lnet.store.connect import Store
from lnet.store.read.summary.page import ME, Page

NO_CIRCLE = "none"
NEAR_MOST = 200  # of each circle, and of those talked to or added last: who may be among the latest
PEOPLE_MOST = {"inner": 25, "close": 25, "active": 15, "wide": 10, NO_CIRCLE: 10}
# Whoever may be among the latest of a circle: those talked to last, some of each circle, and those added last.
PEOPLE = """
WITH near AS (
  SELECT * FROM (SELECT contact_id AS id FROM figure WHERE newest_on IS NOT NULL ORDER BY newest_on DESC LIMIT {most})
  UNION SELECT * FROM (SELECT id FROM contact ORDER BY id DESC LIMIT {most})
  {circles}
), placed AS (
  SELECT c.id, coalesce(c.circle, 'none') AS circle,
    row_number() OVER (PARTITION BY c.circle ORDER BY f.last_on DESC, c."key", c.id) AS place
  FROM near JOIN contact c ON c.id = near.id JOIN figure f ON f.contact_id = c.id
  WHERE f.address_book = 0 AND c.status <> 'archived' AND {told}
)
SELECT c.id, c.slug, c.name, p.circle,
  (SELECT json_group_array(role) FROM (SELECT role FROM contact_role WHERE contact_id = c.id ORDER BY id)),
  (SELECT json_group_array(topic) FROM (SELECT topic FROM contact_topic WHERE contact_id = c.id ORDER BY id)),
  (SELECT t.occurred_on FROM search_timeline t WHERE t.contact_id = c.id AND t.counts AND t.occurred_on <= ?1
    ORDER BY t.occurred_on DESC LIMIT 1)
FROM json_each(?2) m JOIN placed p ON p.circle = m.key AND p.place <= m.value JOIN contact c ON c.id = p.id
ORDER BY p.place
"""
OF_CIRCLE = "UNION SELECT * FROM (SELECT id FROM contact WHERE circle = '{}' LIMIT {})"
IN_CIRCLE = "contact c WHERE c.circle = '{}' AND c.status <> 'archived' AND {}"
IN_NONE = (
    "contact c WHERE c.circle IS NULL AND c.status <> 'archived' AND {}"
    " AND c.id NOT IN (SELECT contact_id FROM figure WHERE address_book = 1)"
)


class Member(NamedTuple):
    """Somebody of the network: what they are to me, what they know, when we last talked. `circle` may be "none"."""

    id: int
    slug: str
    name: str
    circle: str
    roles: tuple[str, ...]
    topics: tuple[str, ...]
    last_on: date | None


def people(store: Store, page: Page) -> list[Member]:
    """The people by circle, innermost first, those in none last; in one by their last conversation, latest first.

    For others in the order in which they were added: who is near, and whom I talked to last, is nobody's business.
    """
    circles = " ".join(OF_CIRCLE.format(circle, NEAR_MOST) for circle in CIRCLES)
    query = PEOPLE.format(most=NEAR_MOST, circles=circles, told=page.told_of("c"))
    rows = store.db.execute(query, (page.until.isoformat(), json.dumps(PEOPLE_MOST)))
    members = [
        Member(id, slug, name, circle, tuple(json.loads(roles)), tuple(json.loads(topics)), day(last))
        for id, slug, name, circle, roles, topics, last in rows
    ]
    if page.audience != ME:
        return sorted(members, key=lambda member: member.id)
    order = (*CIRCLES, NO_CIRCLE)
    return sorted(members, key=lambda member: order.index(member.circle))  # stable: the order within a circle stays


def circles(store: Store, page: Page) -> dict[str, int]:
    """How many people are in each circle, those in none as "none"; circles without anybody are left out."""
    told = page.told_of("c")
    each = [page.counted(IN_CIRCLE.format(circle, told)) for circle in CIRCLES] + [page.counted(IN_NONE.format(told))]
    numbers = store.db.execute(f"SELECT {', '.join(each)}").fetchone()
    return {circle: number for circle, number in zip((*CIRCLES, NO_CIRCLE), numbers, strict=True) if number}


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
