"""What the suggestions of `gaps` rest on: numbers, and whom or what they would name. Each function is one statement."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from lnet.domain.gaps.situation import LATELY_DAYS, Somebody
from lnet.store.connect import Store
from lnet.store.read.days import days_before
from lnet.store.read.metrics import COUNTED
from lnet.store.read.metrics_goals import MENTORS

ASKED = "feedback WHERE direction = 'requested' AND occurred_on BETWEEN :since AND :day"
CHANGED_HANDS = """
(SELECT 1 FROM exchange WHERE direction = '{0}' AND occurred_on BETWEEN :lately AND :day
  UNION ALL SELECT 1 FROM share WHERE direction = '{0}' AND occurred_on BETWEEN :lately AND :day)
"""
HELD = "interaction WHERE occurred_on BETWEEN :since AND :day AND planned = 0"
LEARNED = "insight WHERE learned_on BETWEEN :since AND :day"
EVENTS = "event WHERE coalesce(ends_on, starts_on, created_on) >= :since"
PROJECTS = "project WHERE status <> 'closed' OR closed_on >= :since"
COUNTED_THINGS = {
    "conversations": f"{HELD} AND coalesce(depth, 2) >= 2", "asked": ASKED, "given": CHANGED_HANDS.format("given"),
    "received": CHANGED_HANDS.format("received"), "insights": LEARNED, "applied": f"{LEARNED} AND value <> 'potential'",
    "events": EVENTS, "communities": "community",
    "forums": f"(SELECT 1 FROM community WHERE kind = 'forum' UNION ALL SELECT 1 FROM {HELD} AND channel = 'forum')",
    "projects": PROJECTS,
    "acquaintances": "acquaintance",
}  # fmt: skip
NUMBERS = f"SELECT {', '.join(f'(SELECT count(*) FROM {each})' for each in COUNTED_THINGS.values())}"

# Whom a suggestion may name: who counts and is not to be left alone; who was talked to last comes first.
FREE = f"{COUNTED} AND c.status = 'active' AND (c.snooze_until IS NULL OR c.snooze_until <= :day)"
LINKED = "c.id IN (SELECT l.contact_id FROM goal_contact l WHERE 'g' || l.goal_id = :goal)"
SHARING = """
EXISTS (SELECT 1 FROM goal_topic t JOIN contact_topic x ON x.topic = t.topic
  WHERE 'g' || t.goal_id = :goal AND x.contact_id = c.id)
"""
COLLABORATOR = "EXISTS (SELECT 1 FROM contact_role r WHERE r.contact_id = c.id AND r.role = 'collaborator')"
ONE_OF = "c.id IN (SELECT value FROM json_each(:ids))"
SOMEBODY = f"""
SELECT c.name, c.slug FROM contact c WHERE ({{which}}) AND {FREE}
ORDER BY ({{first}}) DESC, (SELECT max(t.occurred_on) FROM search_timeline t
  WHERE t.contact_id = c.id AND t.counts AND t.occurred_on <= :day) DESC, c.id LIMIT 1
"""
# The first of these goals that has somebody of another organisation for one of its topics. Mentors are another matter.
ELSEWHERE = f"""
SELECT 'g' || g.id, c.name, c.slug FROM goal g JOIN goal_topic t ON t.goal_id = g.id
JOIN contact_topic x ON x.topic = t.topic JOIN contact c ON c.id = x.contact_id
WHERE 'g' || g.id IN (SELECT value FROM json_each(:goals)) AND c.organisation <> '' AND NOT {MENTORS} AND {FREE}
  AND NOT EXISTS (SELECT 1 FROM goal_contact l JOIN contact o ON o.id = l.contact_id
    WHERE l.goal_id = g.id AND (o.id = c.id OR lower(trim(o.organisation)) = lower(trim(c.organisation))))
ORDER BY g.target_on IS NULL, g.target_on, g.id, (SELECT max(t.occurred_on) FROM search_timeline t
  WHERE t.contact_id = c.id AND t.counts AND t.occurred_on <= :day) DESC, c.id LIMIT 1
"""
SHAREABLE = f"""
SELECT r.url, c.name, c.slug FROM resource r JOIN resource_topic t ON t.resource_id = r.id
JOIN contact_topic x ON x.topic = t.topic JOIN contact c ON c.id = x.contact_id
WHERE r.url LIKE 'http%' AND {FREE}
  AND NOT EXISTS (SELECT 1 FROM share s WHERE s.resource_id = r.id AND s.contact_id = c.id)
ORDER BY r.id DESC, c.id LIMIT 1
"""
LESSON = f"""
SELECT 'n' || id FROM {LEARNED} AND value = 'potential'
ORDER BY kind = 'practice' DESC, learned_on DESC, id DESC LIMIT 1
"""
# Who was together most often in the latest conversations.
PAIR = f"""
WITH latest AS (SELECT id FROM {HELD} ORDER BY occurred_on DESC, id DESC LIMIT 500)
SELECT c.name, c.slug, d.name, d.slug FROM latest
JOIN participant p ON p.interaction_id = latest.id JOIN contact c ON c.id = p.contact_id
JOIN participant q ON q.interaction_id = latest.id AND q.contact_id > p.contact_id JOIN contact d ON d.id = q.contact_id
WHERE c.status = 'active' AND d.status = 'active' GROUP BY c.id, d.id ORDER BY count(*) DESC, c.id, d.id LIMIT 1
"""


class Numbers(NamedTuple):
    """How many there are, in a period unless said otherwise; `given` and `received` in 90 days.

    `communities` are all there are, `forums` all there are and the conversations held in one.
    """

    conversations: int
    asked: int
    given: int
    received: int
    insights: int
    applied: int
    events: int
    communities: int
    forums: int
    projects: int
    acquaintances: int


def days(today: date, since: date) -> dict[str, Any]:
    """The days that the statements are about."""
    return {
        "day": today.isoformat(), "since": since.isoformat(), "lately": days_before(today, LATELY_DAYS),
    }  # fmt: skip


def numbers(store: Store, since: date) -> Numbers:
    """How often each technique was used since a day."""
    return Numbers(*store.db.execute(NUMBERS, days(store.today, since)).fetchone())


def somebody(
    store: Store, which: str = "1", first: str = "1", goal: str = "", ids: Iterable[int] = ()
) -> Somebody | None:
    """Who fulfils a condition over `c`, by preference fulfils a further one too, and was talked to last; or nobody."""
    values = {"day": store.today.isoformat(), "goal": goal, "ids": json.dumps(list(ids))}
    row = store.db.execute(SOMEBODY.format(which=which, first=first), values).fetchone()
    return row and Somebody(*row)


def elsewhere(store: Store, goals: Iterable[str]) -> tuple[str, Somebody | None]:
    """The first of these goals that somebody of a further organisation could help with, and they; "" and nobody."""
    values = {"day": store.today.isoformat(), "goals": json.dumps(list(goals))}
    row = store.db.execute(ELSEWHERE, values).fetchone()
    return (row[0], Somebody(*row[1:])) if row else ("", None)


def shareable(store: Store) -> tuple[str, Somebody | None]:
    """The address of the newest resource about a topic of somebody who has not got it, and who that is; "" for none."""
    row = store.db.execute(SHAREABLE, {"day": store.today.isoformat()}).fetchone()
    return (row[0], Somebody(*row[1:])) if row else ("", None)


def lesson(store: Store, since: date) -> str:
    """An insight since a day that was not applied yet: the newest practice, else the newest; "" for none."""
    row = store.db.execute(LESSON, days(store.today, since)).fetchone()
    return str(row[0]) if row else ""


def pair(store: Store, since: date) -> tuple[Somebody, Somebody] | None:
    """The two people who were most often together since a day; None if no two were."""
    row = store.db.execute(PAIR, days(store.today, since)).fetchone()
    return (Somebody(*row[:2]), Somebody(*row[2:])) if row else None
