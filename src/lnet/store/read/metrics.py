"""The people of the network as its metrics see them: who they are, what a year with them was, whom they know.

Everybody counts but the archived and the address book. Each function is one statement, whatever the size.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from lnet.domain.metrics import Tie
from lnet.domain.metrics.ties import YEAR
from lnet.domain.policy import Policy
from lnet.domain.rules.dormant import dormant_days
from lnet.store.connect import Store
from lnet.store.read.days import days_before
from lnet.store.read.dormant import cadence

COUNTED = "c.status <> 'archived' AND EXISTS (SELECT 1 FROM figure f WHERE f.contact_id = c.id AND f.address_book = 0)"
PEOPLE = """
SELECT c.id, c.name, c.field, c.organisation,
  min(c.created_on, coalesce(c.met_on, c.created_on), coalesce(f.first_on, c.created_on)) AS since,
  coalesce(c.circle, '') = 'inner', f.rhythm, f.days, julianday(f.last_on) - julianday(f.first_on),
  (SELECT max(t.occurred_on) FROM search_timeline t
    WHERE t.contact_id = c.id AND t.counts AND t.occurred_on <= :day)
FROM contact c JOIN figure f ON f.contact_id = c.id
WHERE f.address_book = 0 AND c.status <> 'archived' AND since <= :day ORDER BY c.id
"""
# Both ends included: a conversation a year ago to the day is one of the year.
TALKS = """
SELECT p.contact_id, sum(coalesce(i.depth, 2) = 2), sum(i.depth IS 3), sum(i.depth IS 4),
  max(i.direction = 'mutual'), max(i.direction = 'outbound'), max(i.direction = 'inbound')
FROM interaction i JOIN participant p ON p.interaction_id = i.id
WHERE i.occurred_on BETWEEN ? AND ? AND i.planned = 0 AND coalesce(i.depth, 2) >= 2
GROUP BY p.contact_id
"""
HELPED_BOTH_WAYS = """
SELECT contact_id FROM (
  SELECT contact_id, direction FROM exchange WHERE occurred_on BETWEEN ?1 AND ?2
  UNION SELECT contact_id, direction FROM share WHERE occurred_on BETWEEN ?1 AND ?2
) GROUP BY contact_id HAVING count(*) = 2
"""
NO_TALKS = (0,) * 6
ACQUAINTED = "SELECT contact_id, other_id FROM acquaintance"
ONLY_MEMBERS = f"""
SELECT k.name, min(m.contact_id) FROM membership m JOIN community k ON k.id = m.community_id
JOIN contact c ON c.id = m.contact_id WHERE {COUNTED} GROUP BY k.id HAVING count(*) = 1 ORDER BY k.id
"""


class Person(NamedTuple):
    """Somebody who counts: since when I know them, and the last conversation up to a day (None for none).

    `asleep_after`: the days of silence from which on the tie is dormant; None for the inner circle, which never is.
    """

    id: int
    name: str
    field: str | None
    organisation: str | None
    since: date
    asleep_after: int | None
    last_on: date | None


def people(store: Store, day: date) -> list[Person]:
    """Everybody who counts and was known on a day, by id."""
    rows = store.db.execute(PEOPLE, {"day": day.isoformat()})
    return [person(row, store.policy) for row in rows]


def person(row: Sequence[Any], policy: Policy) -> Person:
    """One row of PEOPLE."""
    id, name, field, organisation, since, inner, rhythm, days, span, last = row
    _, every = cadence(rhythm, days, span or 0, policy)
    asleep = None if inner else dormant_days(every, policy)
    last_on = date.fromisoformat(last) if last else None
    return Person(id, name, field, organisation, date.fromisoformat(since), asleep, last_on)


def ties(store: Store, known: Sequence[Person], day: date) -> list[Tie]:
    """What the year up to a day was with each of these people, in their order. Two statements."""
    year = (days_before(day, YEAR), day.isoformat())
    talks = {who: told for who, *told in store.db.execute(TALKS, year)}
    helped = {who for (who,) in store.db.execute(HELPED_BOTH_WAYS, year)}
    return [tie(each, talks.get(each.id, NO_TALKS), each.id in helped, day) for each in known]


def tie(person: Person, talks: Sequence[int], helped: bool, day: date) -> Tie:
    """The tie with somebody, from one row of TALKS without its contact."""
    chat, substantive, deep, mutual, sent, came = talks
    both_ways = bool(mutual or (sent and came))
    return Tie((0, chat, substantive, deep), both_ways, helped, (day - person.since).days)


def acquainted(store: Store, known: Sequence[Person]) -> list[tuple[int, int]]:
    """Who knows whom, each pair once, among these people."""
    ids = {each.id for each in known}
    return [(one, other) for one, other in store.db.execute(ACQUAINTED) if one in ids and other in ids]


def only_members(store: Store) -> list[tuple[str, int]]:
    """The communities in which I know one person alone, by their names, with that person."""
    return store.db.execute(ONLY_MEMBERS).fetchall()
