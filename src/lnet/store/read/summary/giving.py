"""What was promised, given and received in a period."""

from datetime import date
from typing import NamedTuple

from lnet.store.connect import Store
from lnet.store.read.promises import DUE_FIRST, PROMISES, Promise
from lnet.store.read.summary.page import NOT_PRIVATE, Page

PROMISES_MOST = 20  # in each direction
EXCHANGES_MOST = 15
RESOURCES_MOST = 15
INTRODUCTIONS_MOST = 15
NEWEST_PEOPLE = 2000  # among whom those are looked for whom I met through somebody
OWED = "status IN ('open', 'renegotiated')"
KEPT = "status = 'kept' AND closed_on BETWEEN ?1 AND ?2"
MINE = "owed_by = 'me'"  # what others owe me is nobody else's business
HELPED = "exchange x JOIN contact c ON c.id = x.contact_id WHERE x.occurred_on BETWEEN ?1 AND ?2 AND {}"
EXCHANGES = """
SELECT 'x' || x.id, x.occurred_on, c.name, c.slug, x.direction, x.kind, x.text FROM {}
ORDER BY x.occurred_on DESC, x.id DESC LIMIT ?3
"""
RESOURCES = """
SELECT 'r' || r.id, s.occurred_on, c.name, c.slug, s.direction, r.kind, r.title, coalesce(r.url, '')
FROM share s JOIN resource r ON r.id = s.resource_id JOIN contact c ON c.id = s.contact_id
WHERE s.occurred_on BETWEEN ?1 AND ?2 AND {} ORDER BY s.occurred_on DESC, s.id DESC LIMIT ?3
"""
# Made by me: two who know each other through me. Received: somebody who was introduced to me.
INTRODUCTIONS = """
SELECT on_, direction, one.name, one.slug, other.name, other.slug FROM (
  SELECT created_on AS on_, 'given' AS direction, contact_id AS one, other_id AS other FROM acquaintance
    WHERE introduced_by_me AND created_on BETWEEN ?1 AND ?2
  UNION ALL SELECT coalesce(met_on, created_on), 'received', id, introduced_by FROM contact
    WHERE id > (SELECT max(id) FROM contact) - {newest} AND introduced_by IS NOT NULL
      AND coalesce(met_on, created_on) BETWEEN ?1 AND ?2 AND status <> 'archived'
) JOIN contact one ON one.id = one JOIN contact other ON other.id = other
WHERE {one} AND {other} ORDER BY on_ DESC, one.id DESC LIMIT ?3
"""


class Exchange(NamedTuple):
    """Help given or received."""

    ref: str
    on: date
    name: str
    slug: str
    direction: str
    kind: str
    text: str


class Passed(NamedTuple):
    """A resource given to somebody, or received from them."""

    ref: str
    on: date
    name: str
    slug: str
    direction: str
    kind: str
    title: str
    url: str


class Introduction(NamedTuple):
    """ "given": I introduced one to the other. "received": `other` introduced me to `name`."""

    on: date
    direction: str
    name: str
    slug: str
    other: str
    other_slug: str


def owed(store: Store, page: Page, owed_by: str) -> list[Promise]:
    """The promises still owed by "me" or by "them", by their due day."""
    where = f"owed_by = ?1 AND {OWED} AND {page.made_with('promises')}"
    return PROMISES.listed(store, where, (owed_by,), DUE_FIRST, PROMISES_MOST)


def kept(store: Store, page: Page) -> list[Promise]:
    """The promises kept in the period, the latest first; for others only mine."""
    where = f"{KEPT} AND {page.made_with('promises')} AND {page.only(MINE)}"
    return PROMISES.listed(store, where, page.days, "closed_on DESC, id DESC", PROMISES_MOST)


def helped(page: Page) -> str:
    """The exchanges of the period told of, with whom."""
    private = NOT_PRIVATE.format("x.interaction_id")
    return HELPED.format(page.only(f"c.share <> 'never' AND (x.interaction_id IS NULL OR {private})"))


def exchanges(store: Store, page: Page) -> list[Exchange]:
    """Help given and received in the period, newest first."""
    rows = store.db.execute(EXCHANGES.format(helped(page)), (*page.days, EXCHANGES_MOST))
    return [Exchange(ref, date.fromisoformat(on), *rest) for ref, on, *rest in rows]


def resources(store: Store, page: Page) -> list[Passed]:
    """Resources given and received in the period, newest first."""
    rows = store.db.execute(RESOURCES.format(page.told_of("c")), (*page.days, RESOURCES_MOST))
    return [Passed(ref, date.fromisoformat(on), *rest) for ref, on, *rest in rows]


def introductions(store: Store, page: Page) -> list[Introduction]:
    """Introductions made and received in the period, newest first."""
    query = INTRODUCTIONS.format(newest=NEWEST_PEOPLE, one=page.told_of("one"), other=page.told_of("other"))
    rows = store.db.execute(query, (*page.days, INTRODUCTIONS_MOST))
    return [Introduction(date.fromisoformat(on), *rest) for on, *rest in rows]
