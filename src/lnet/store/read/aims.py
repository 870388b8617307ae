"""The active goals, as the reminder engine sees them."""

import json
from datetime import date

from lnet.domain.facts import Goal
from lnet.store.connect import Store
from lnet.store.read.persons import day

# A conversation is for a goal if it names it or shares one of its topics; each by an index, latest first.
GOALS = """
SELECT g.id, g.uid, g.title, g.created_on, g.every_days, nullif(max(
    iif(g.reviewed_on <= :today, g.reviewed_on, ''),
    coalesce((SELECT max(occurred_on) FROM goal_progress p WHERE p.goal_id = g.id AND p.occurred_on <= :today), ''),
    coalesce((SELECT max(i.occurred_on) FROM interaction_goal l JOIN interaction i ON i.id = l.interaction_id
      WHERE l.goal_id = g.id AND NOT i.planned AND i.occurred_on <= :today), ''),
    coalesce((SELECT max(
        (SELECT max(s.occurred_on) FROM search_topic s WHERE s.topic = t.topic AND s.occurred_on <= :today))
      FROM goal_topic t WHERE t.goal_id = g.id), '')), ''),
  g.target_on, g.snooze_until,
  (SELECT json_group_array(name) FROM (SELECT c.name FROM goal_contact l JOIN contact c ON c.id = l.contact_id
    WHERE l.goal_id = g.id AND c.status <> 'archived' ORDER BY l.id))
FROM goal g WHERE g.status = 'active' ORDER BY g.id
"""


def active_goals(store: Store, today: date | None = None) -> list[Goal]:
    """The active goals, with the latest day anything moved for them."""
    rows = store.db.execute(GOALS, {"today": (today or store.today).isoformat()})
    return [
        Goal(
            id,
            uid,
            title,
            date.fromisoformat(created),
            every,
            day(touched),
            day(target),
            day(snooze),
            tuple(json.loads(names)),
        )
        for id, uid, title, created, every, touched, target, snooze, names in rows
    ]
