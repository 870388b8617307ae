"""What only the review looks at: an insight to apply, somebody to thank, who rests."""

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from lnet.domain.facts import Person
from lnet.domain.rest import resting_until
from lnet.domain.rows import rotation
from lnet.store.connect import Store
from lnet.store.read.days import days_before
from lnet.store.read.insights import INSIGHTS, Insight
from lnet.store.read.persons import people
from lnet.store.read.silence import RESTING


class Help(NamedTuple):
    """The latest that somebody did for me: `how` is "insight", "feedback", "exchange" or "share", `text` its words."""

    contact_id: int
    name: str
    slug: str
    how: str
    on: date
    text: str


# None once one was applied in the week.
UNAPPLIED = """
SELECT id FROM insight WHERE value = 'potential' AND NOT EXISTS
  (SELECT 1 FROM insight WHERE applied_on BETWEEN :monday AND :today)
"""
# Whom I talked to after it may have been thanked then, if it was before this week.
HELPED = """
WITH help AS (
  SELECT contact_id, 'insight' AS how, learned_on AS day, text FROM insight
  UNION ALL SELECT contact_id, 'feedback', occurred_on, coalesce(text, behaviour, situation, '') FROM feedback
    WHERE direction = 'received'
  UNION ALL SELECT contact_id, 'exchange', occurred_on, text FROM exchange WHERE direction = 'received'
  UNION ALL SELECT s.contact_id, 'share', s.occurred_on, r.title FROM share s JOIN resource r ON r.id = s.resource_id
    WHERE s.direction = 'received'
), latest AS (
  SELECT contact_id, how, max(day) AS day, text FROM help
  WHERE day BETWEEN :since AND :today AND contact_id IS NOT NULL GROUP BY contact_id
), since AS (
  SELECT l.*, (SELECT min(t.occurred_on) FROM search_timeline t WHERE t.contact_id = l.contact_id AND NOT t.planned
    AND (t.occurred_on > l.day OR t.occurred_on = l.day AND t.sent) AND t.occurred_on <= :today) AS talked_on
  FROM latest l
)
SELECT s.contact_id, c.name, c.slug, s.how, s.day, s.text, s.talked_on
FROM since s JOIN contact c ON c.id = s.contact_id
WHERE (s.talked_on IS NULL OR s.talked_on >= :monday) AND c.status IN ('active', 'paused')
  AND (c.snooze_until IS NULL OR c.snooze_until <= :today)
"""


def to_apply(store: Store) -> Insight | None:
    """An insight that was not applied yet, another one each week; None if there is none, or this week had its own."""
    monday = monday_of(store.today)
    days = {"monday": monday.isoformat(), "today": store.today.isoformat()}
    ids = [id for (id,) in store.db.execute(UNAPPLIED, days)]
    chosen = max(ids, key=lambda id: (rotation(monday, id), id), default=None)
    return next(iter(INSIGHTS.by_ids(store, [] if chosen is None else [chosen])), None)


def to_thank(store: Store) -> Help | None:
    """Somebody who helped lately and was not talked to since, another one each week; None once the week's one was."""
    monday = monday_of(store.today)
    days = {
        "monday": monday.isoformat(), "today": store.today.isoformat(),
        "since": days_before(store.today, store.policy.thanks_within),
    }  # fmt: skip
    rows = store.db.execute(HELPED, days).fetchall()
    chosen = max(rows, key=lambda row: (rotation(monday, row[0]), row[0]), default=None)
    return helped(chosen[:-1]) if chosen and not chosen[-1] else None


def helped(row: Sequence[str]) -> Help:
    contact_id, name, slug, how, on, text = row
    return Help(int(contact_id), name, slug, how, date.fromisoformat(on), text)


def resting(store: Store) -> list[tuple[Person, date]]:
    """Those who rest because two messages went unanswered, with the day on which they are back, the earliest first."""
    policy = store.policy
    values = {"rested": days_before(store.today, policy.rest_days), "apart": policy.rest_apart}
    ids = [id for id, *_ in store.db.execute(RESTING, values)]
    found = [(person, resting_until(person, store.today, policy)) for person in people(store, ids)]
    return sorted(((person, until) for person, until in found if until), key=lambda each: (each[1], each[0].id))


def monday_of(day: date) -> date:
    """The Monday of a day's week; what is chosen for a week stays chosen until it is over."""
    return date.fromordinal(max(day.toordinal() - day.weekday(), 1))


class Card(NamedTuple):
    """Somebody met at an event, with what is known of them.

    `waits`: flagged, and there was no word since. `said`: what the latest conversation there was about.
    """

    id: int
    name: str
    slug: str
    follow_up: bool
    waits: bool
    note: str | None
    said: str | None
    organisation: str | None
    circle: str | None
    topics: tuple[str, ...]


CARDS = """
SELECT c.id, c.name, c.slug, a.follow_up,
  EXISTS (SELECT 1 FROM search_meeting m WHERE m.contact_id = c.id AND m.event_id = a.event_id),
  a.note,
  (SELECT i.summary FROM interaction i JOIN participant p ON p.interaction_id = i.id AND p.contact_id = c.id
    WHERE i.event_id = a.event_id AND i.planned = 0 ORDER BY i.occurred_on DESC, i.id DESC LIMIT 1),
  c.organisation, c.circle,
  (SELECT json_group_array(topic) FROM (SELECT topic FROM contact_topic WHERE contact_id = c.id ORDER BY id))
FROM attendance a JOIN contact c ON c.id = a.contact_id
WHERE a.event_id = ? AND a.reviewed_on IS NULL AND c.status <> 'archived' ORDER BY a.id
"""


def to_look_back(store: Store, event_id: int) -> list[Card]:
    """Who was met at an event and not looked back at yet, in the order in which they were noted."""
    return [card(*row) for row in store.db.execute(CARDS, (event_id,))]


def card(id: int, name: str, slug: str, follow_up: int, waits: int, *known: str | None) -> Card:
    """One row of CARDS."""
    note, said, work, circle, topics = known
    return Card(
        id, name, slug, bool(follow_up), bool(waits), note, said, work, circle, tuple(json.loads(topics or "[]"))
    )  # fmt: skip
