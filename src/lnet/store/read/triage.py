"""People in no circle and without a rhythm of their own, the most promising first: whom `triage` asks about."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from lnet.domain import promising
from lnet.domain.promising import Newcomer, Shared
from lnet.store.connect import Store
from lnet.store.read.days import days_before

PLACE = "lower(trim(organisation))"
# Nobody is asked about who is out of sight, or about whom it was said lately: not now.
WAITING = """
c.circle IS NULL AND c.every_days IS NULL AND c.status = 'active' AND f.agreed_days IS NULL
  AND (c.snooze_until IS NULL OR c.snooze_until <= :today)
  AND NOT EXISTS (SELECT 1 FROM drift_answer d WHERE d.contact_id = c.id AND d.answered_on <= :today
    AND d.answered_on > iif(d.answer = 'rest', :not_now, :later))
"""
# The points are those of `domain.promising`.
RANKED = f"""
WITH shares AS (
  SELECT x.contact_id FROM goal g JOIN goal_topic t ON t.goal_id = g.id JOIN contact_topic x ON x.topic = t.topic
  WHERE g.status = 'active'
), place AS (SELECT {PLACE} AS name FROM contact WHERE circle IS NOT NULL AND trim(organisation) <> '')
SELECT c.id FROM contact c JOIN figure f ON f.contact_id = c.id
WHERE {WAITING} AND coalesce(c.met_on, c.created_on) >= :since
ORDER BY
  :shares * (c.id IN (SELECT contact_id FROM shares)) + :talked * (coalesce(f.last_on, '') >= :recent)
  + :colleague * (coalesce(lower(trim(c.organisation)), '') IN (SELECT name FROM place))
  + :met * (coalesce(c.met_on, '') >= :recent) DESC,
  max(coalesce(f.last_on, ''), coalesce(c.met_on, ''), iif(c.imported_from IS NULL, c.created_on, '')) DESC, c.id
"""
PEOPLE = f"""
SELECT c.id, c.uid, c.name, c.slug, c.title, c.organisation, c.location, c.how_met,
  (SELECT json_group_array(topic) FROM (SELECT topic FROM contact_topic WHERE contact_id = c.id ORDER BY id)),
  c.met_on, c.created_on, c.imported_from, f.last_on, f.days, f.address_book,
  (SELECT json_group_array(json_array(topic, title)) FROM (
    SELECT x.topic, g.title FROM contact_topic x JOIN goal_topic t ON t.topic = x.topic
    JOIN goal g ON g.id = t.goal_id AND g.status = 'active' WHERE x.contact_id = c.id ORDER BY g.id, x.id))
FROM json_each(:ids) w JOIN contact c ON c.id = w.value JOIN figure f ON f.contact_id = c.id
WHERE {WAITING} ORDER BY w.key
"""
# Whose name stands for an organisation: of the closest circle, and there known longest.
COLLEAGUES = f"""
SELECT {PLACE}, substr(min(CASE circle WHEN 'inner' THEN 0 WHEN 'close' THEN 1 WHEN 'active' THEN 2 ELSE 3 END
  || printf('%012d', id) || name), 14), count(*) - 1
FROM contact WHERE circle IS NOT NULL AND {PLACE} IN (SELECT value FROM json_each(?)) GROUP BY 1
"""


def waiting(store: Store, since: date | None = None) -> list[int]:
    """The ids of all who wait for a circle, the most promising first, then the newest; met or recorded `since`."""
    points = {
        "shares": promising.SHARES_GOAL, "talked": promising.TALKED, "colleague": promising.COLLEAGUE,
        "met": promising.MET, "recent": days_before(store.today, promising.RECENT_DAYS),
        "since": since.isoformat() if since else "",
    }  # fmt: skip
    return [id for (id,) in store.db.execute(RANKED, asked(store) | points)]


def asked(store: Store) -> dict[str, Any]:
    """The parameters of WAITING: today, and the days after which somebody is asked about again."""
    later, not_now = store.policy.triage_later, store.policy.triage_not_now
    return {
        "today": store.today.isoformat(), "later": days_before(store.today, later),
        "not_now": days_before(store.today, not_now),
    }  # fmt: skip


def newcomers(store: Store, ids: Iterable[int]) -> list[Newcomer]:
    """Of these people those who still wait for a circle, in the order given. Two statements."""
    rows = store.db.execute(PEOPLE, asked(store) | {"ids": json.dumps(list(ids))}).fetchall()
    people = [newcomer(row) for row in rows]
    places = {place(who) for who in people} - {""}
    found = store.db.execute(COLLEAGUES, (json.dumps(sorted(places)),))
    known = {name: (colleague, more) for name, colleague, more in found}
    return [who._replace(colleague=at[0], colleagues=at[1]) if (at := known.get(place(who))) else who for who in people]


def newcomer(row: Sequence[Any]) -> Newcomer:
    """One row of PEOPLE."""
    values = dict(zip(Newcomer._fields, row, strict=False))  # the colleagues are not known yet
    for name in ("met_on", "created_on", "last_on"):
        values[name] = date.fromisoformat(values[name]) if values[name] else None
    values["topics"] = tuple(json.loads(values["topics"]))
    values["shared"] = tuple(Shared(*each) for each in json.loads(values["shared"]))
    values["address_book"] = bool(values["address_book"])
    return Newcomer(**values)


def place(who: Newcomer) -> str:
    """The form in which two spellings of an organisation are equal, as SQLite has it: only A to Z are folded."""
    name = (who.organisation or "").strip(" ")
    return "".join(each.lower() if each.isascii() else each for each in name)
