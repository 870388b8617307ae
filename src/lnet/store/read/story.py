"""The story of a goal: everything that happened for it, in time order, in two statements however long it is."""

import json
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from lnet.store.connect import Store

# A conversation, an insight or a resource is for the goal if it names it or shares one of its topics, up to its end.
# Reviews, rests and ends stand in the journal, where all of them are kept (undone ones left out); a store that was
# rebuilt from an export still knows the last ones. Those of one day stand in the order in which they were recorded,
# what is planned behind them.
MOMENTS = """
WITH aim AS (SELECT *, coalesce(closed_on, :today) AS ended_on FROM goal WHERE id = :goal),
topic AS (SELECT t.topic, a.ended_on FROM aim a JOIN goal_topic t ON t.goal_id = a.id),
decided AS (
  SELECT s.day, s.at, ch.before, ch.after FROM aim a
  CROSS JOIN change ch ON ch.tbl = 'goal' AND ch.row_uid = a.uid AND ch.before IS NOT NULL AND ch.after IS NOT NULL
  JOIN step s ON s.id = ch.step_id
  WHERE s.kind IN ('do', 'external')
    AND coalesce((SELECT r.kind FROM step r WHERE r.reverses = s.id ORDER BY r.id DESC LIMIT 1), 'redo') = 'redo'
),
moment(day, at, place, kind, id) AS (
  SELECT created_on, created_at, 0, 'began', id FROM aim
  UNION ALL SELECT l.created_on, l.created_at, 1, 'helper', l.id FROM goal_contact l WHERE l.goal_id = :goal
  UNION ALL SELECT j.created_on, j.created_at, 2, 'project', j.id FROM project j WHERE j.goal_id = :goal
  UNION SELECT coalesce(
      (SELECT min(h.occurred_on) FROM share h WHERE h.resource_id = r.id AND h.direction = 'received'), r.created_on
    ) AS came, r.created_at, 3, 'resource', r.id
    FROM topic t JOIN resource_topic k ON k.topic = t.topic JOIN resource r ON r.id = k.resource_id
    WHERE came <= t.ended_on
  UNION SELECT i.occurred_on, i.created_at, 4, 'interaction', i.id
    FROM interaction_goal l JOIN interaction i ON i.id = l.interaction_id WHERE l.goal_id = :goal AND NOT i.planned
  UNION SELECT i.occurred_on, i.created_at, 4, 'interaction', i.id FROM topic t JOIN interaction i ON i.id IN (
      SELECT s.interaction_id FROM search_topic s WHERE s.topic = t.topic AND s.occurred_on <= t.ended_on
      ORDER BY s.occurred_on DESC, s.interaction_id DESC LIMIT :counted)
  UNION SELECT n.learned_on, n.created_at, 5, 'insight', n.id FROM insight n WHERE n.goal_id = :goal
  UNION SELECT n.learned_on, n.created_at, 5, 'insight', n.id
    FROM topic t JOIN insight_topic k ON k.topic = t.topic JOIN insight n ON n.id = k.insight_id
    WHERE n.learned_on <= t.ended_on
  UNION ALL SELECT f.occurred_on, f.created_at, 6, 'feedback', f.id FROM feedback f WHERE f.goal_id = :goal
  UNION ALL SELECT p.occurred_on, p.created_at, 7, 'progress', p.id FROM goal_progress p WHERE p.goal_id = :goal
  UNION ALL SELECT j.closed_on, j.updated_at, 8, 'project_closed', j.id FROM project j
    WHERE j.goal_id = :goal AND j.closed_on IS NOT NULL
  UNION SELECT after ->> 'reviewed_on', at, 9, 'reviewed', NULL FROM decided
    WHERE after ->> 'reviewed_on' IS NOT before ->> 'reviewed_on' AND after ->> 'reviewed_on' IS NOT NULL
  UNION SELECT reviewed_on, updated_at, 9, 'reviewed', NULL FROM aim
    WHERE reviewed_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM decided
      WHERE after ->> 'reviewed_on' = reviewed_on AND before ->> 'reviewed_on' IS NOT reviewed_on)
  UNION SELECT coalesce(after ->> 'closed_on', day), at, 10,
      iif(after ->> 'status' = 'active', 'resumed', after ->> 'status'), NULL
    FROM decided WHERE after ->> 'status' IS NOT before ->> 'status'
  UNION SELECT closed_on, updated_at, 10, status, NULL FROM aim
    WHERE closed_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM decided
      WHERE after ->> 'closed_on' = closed_on AND before ->> 'status' IS NOT after ->> 'status')
  UNION SELECT i.occurred_on, '~', 11, 'planned', i.id
    FROM interaction_goal l JOIN interaction i ON i.id = l.interaction_id
    WHERE l.goal_id = :goal AND i.planned AND i.fulfilled_by IS NULL
),
latest AS (
  SELECT *, count(*) OVER () AS number FROM moment ORDER BY day DESC, at DESC, place DESC, id DESC LIMIT :most
)
SELECT m.day, m.kind, m.id,
  coalesce(i.summary, n.text, f.text, f.behaviour, f.situation, r.title, j.title, p.text, l.helps_with, ''),
  coalesce(i.channel, n.kind, f.direction),
  (SELECT json_group_array(json_object('name', name, 'slug', slug)) FROM (
    SELECT c.name, c.slug FROM contact c WHERE c.id = coalesce(n.contact_id, f.contact_id, l.contact_id)
    UNION ALL SELECT name, slug FROM (SELECT c.name, c.slug FROM participant x JOIN contact c ON c.id = x.contact_id
      WHERE x.interaction_id = i.id ORDER BY x.id)
    UNION ALL SELECT name, slug FROM (SELECT DISTINCT c.name, c.slug FROM share h JOIN contact c ON c.id = h.contact_id
      WHERE h.resource_id = r.id AND h.direction = 'received')
  )), m.number
FROM latest m
LEFT JOIN interaction i ON m.kind IN ('interaction', 'planned') AND i.id = m.id
LEFT JOIN insight n ON m.kind = 'insight' AND n.id = m.id
LEFT JOIN feedback f ON m.kind = 'feedback' AND f.id = m.id
LEFT JOIN resource r ON m.kind = 'resource' AND r.id = m.id
LEFT JOIN project j ON m.kind IN ('project', 'project_closed') AND j.id = m.id
LEFT JOIN goal_progress p ON m.kind = 'progress' AND p.id = m.id
LEFT JOIN goal_contact l ON m.kind = 'helper' AND l.id = m.id
ORDER BY m.day, m.at, m.place, m.id
"""
COUNTED = 300  # conversations that share a topic; a word like "work" has thousands, and nobody reads the sum of them
NAMED = 2  # people of one moment; more are counted
LETTERS: Mapping[str, str] = {
    "interaction": "i", "planned": "i", "insight": "n", "feedback": "f", "resource": "r", "project": "j",
    "project_closed": "j",
}  # fmt: skip


class Moment(NamedTuple):
    """Something in the life of a goal, on its day.

    `kind`: what the goal went through ("began", "progress", "reviewed", "paused", "resumed", "achieved", "dropped"),
    who came to help ("helper"), or what there was for it ("interaction", "insight", "feedback", "resource", "project",
    "project_closed"; "planned": a conversation to come). `ref`: its reference, None for what has none. `how`: the
    channel of a conversation, the kind of an insight, the direction of feedback. `contacts`: objects of name and slug:
    who took part, who said it, from whom it came.
    """

    on: date
    kind: str
    ref: str | None
    text: str
    how: str | None
    contacts: tuple[dict[str, str], ...]

    @property
    def names(self) -> str:
        """The people in a few words: "Ada Lovelace, Wei Chen", "Ada Lovelace and 2 more"; "" for nobody."""
        names = [who["name"] for who in self.contacts]
        return ", ".join(names) if len(names) <= NAMED else f"{names[0]} and {len(names) - 1} more"


class Story(NamedTuple):
    """The latest moments of a goal, the newest at the end, and how many `earlier` ones are left out (at least)."""

    moments: tuple[Moment, ...]
    earlier: int

    @property
    def bounded(self) -> bool:
        """Whether there may be more earlier ones than were counted."""
        return self.earlier > 0 and len(self.moments) + self.earlier >= COUNTED


def story(store: Store, goal_id: int, most: int | None = None) -> Story:
    """The story of a goal, the latest `most` moments of it (all without); empty for a goal that there is not.

    Cut, it counts the conversations of a topic up to COUNTED.
    """
    bounds = {"most": -1, "counted": -1} if most is None else {"most": most, "counted": COUNTED + most}
    values = {"goal": goal_id, "today": store.today.isoformat(), **bounds}
    rows = store.db.execute(MOMENTS, values).fetchall()
    moments = tuple(moment(*row[:-1]) for row in rows)
    return Story(moments, (rows[0][-1] if rows else 0) - len(moments))


def moment(on: str, kind: str, id: int | None, text: str, how: str | None, contacts: str) -> Moment:
    ref = f"{LETTERS[kind]}{id}" if kind in LETTERS else None
    return Moment(date.fromisoformat(on), kind, ref, text, how, tuple(json.loads(contacts)))


class Voice(NamedTuple):
    """Somebody who helps with a goal, and where they work, if that is known."""

    name: str
    organisation: str | None


def voices(store: Store, goal_id: int) -> list[Voice]:
    """Who helps with a goal, in the order they were linked; the archived are left out."""
    query = (
        "SELECT c.name, c.organisation FROM goal_contact l JOIN contact c ON c.id = l.contact_id"
        " WHERE l.goal_id = ? AND c.status <> 'archived' ORDER BY l.id"
    )
    return [Voice(*row) for row in store.db.execute(query, (goal_id,))]
