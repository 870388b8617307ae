"""People as the reminder engine sees them: their columns, figures, and the next conversation that is planned."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from lnet.domain.facts import Person
from lnet.store.connect import Store

# Figures know all conversations; on a day before somebody's newest they are reckoned again, as of that day.
COUNTED = "search_timeline t WHERE t.contact_id = c.id AND t.counts AND t.occurred_on <= :today"
GAP_TWICE = f"""
  SELECT sum(CASE WHEN n % 2 THEN 2 * gap ELSE gap END) FROM (
    SELECT gap, row_number() OVER (ORDER BY gap) AS place, count(*) OVER () AS n FROM (
      SELECT CAST(julianday(day) - julianday(lead(day) OVER (ORDER BY day DESC)) AS INTEGER) AS gap
      FROM (SELECT DISTINCT t.occurred_on AS day FROM {COUNTED} ORDER BY day DESC LIMIT 7)
    ) WHERE gap IS NOT NULL
  ) WHERE place IN ((n + 1) / 2, (n + 2) / 2)
"""
# My messages behind which nothing had come from them by that day.
SENT = """
  search_timeline t WHERE t.contact_id = c.id AND t.counts AND t.sent AND t.occurred_on <= :today AND NOT EXISTS (
    SELECT 1 FROM search_timeline a WHERE a.contact_id = c.id AND NOT a.planned AND NOT a.sent
      AND a.occurred_on <= :today AND (a.occurred_on, a.interaction_id) > (t.occurred_on, t.interaction_id))
"""
PERSON = f"""
SELECT c.id, c.uid, c.name, c.slug, c.created_on, c.status, c.circle,
  (SELECT json_group_array(role) FROM (SELECT role FROM contact_role WHERE contact_id = c.id ORDER BY id)),
  c.every_days, f.agreed_days,
  iif(f.newest_on > :today, (SELECT max(t.occurred_on) FROM {COUNTED}), f.last_on),
  iif(f.first_on > :today, NULL, f.first_on),
  iif(f.newest_on > :today, (SELECT count(DISTINCT t.occurred_on) FROM {COUNTED}), f.days),
  iif(f.newest_on > :today, ({GAP_TWICE}), f.gap_twice),
  c.clock_from, c.first_due, c.snooze_until,
  (SELECT min(t.occurred_on) FROM search_timeline t JOIN interaction i ON i.id = t.interaction_id
    WHERE t.contact_id = c.id AND t.occurred_on >= :today AND t.planned AND i.fulfilled_by IS NULL),
  iif(f.newest_on > :today, (SELECT min(t.occurred_on) FROM {SENT}), f.sent_from),
  iif(f.newest_on > :today, (SELECT max(t.occurred_on) FROM {SENT}), f.sent_on),
  (SELECT max(answered_on) FROM drift_answer d WHERE d.contact_id = c.id AND d.answered_on <= :today)
FROM contact c JOIN figure f ON f.contact_id = c.id
"""


def persons(store: Store, which: str, values: dict[str, Any]) -> list[Person]:
    """The people that fulfil a condition over `c` (contact) and `f` (figure), by id; `today` is among the values."""
    return [person(row) for row in store.db.execute(f"{PERSON} WHERE {which} ORDER BY c.id", values)]


def people(store: Store, ids: Iterable[int], today: date | None = None) -> list[Person]:
    """These people as the engine sees them, due or not, by id (for `why` and for the echo of a log)."""
    values = {"today": (today or store.today).isoformat(), "ids": json.dumps(list(ids))}
    return persons(store, "c.id IN (SELECT value FROM json_each(:ids))", values)


def person(row: Sequence[Any]) -> Person:
    """One row of PERSON."""
    id, uid, name, slug, created, status, circle, roles, every, agreed, last, first, days, gap, *later = row
    return Person(
        id, uid, name, slug, date.fromisoformat(created), status, circle,
        tuple(json.loads(roles)) if roles != "[]" else (), every, agreed, day(last), day(first), days, gap,
        *map(day, later),
    )  # fmt: skip


def day(text: str | None) -> date | None:
    """A stored day; None where there is none."""
    return date.fromisoformat(text) if text else None
