"""The goals that were active on a day, with what was known then of those who help."""

from datetime import date
from typing import NamedTuple

from lnet.domain.metrics import Helper, category
from lnet.domain.metrics.coverage import CONTACTED_DAYS, MENTOR_ROLES
from lnet.store.connect import Store
from lnet.store.read.days import days_before

ROLES = ", ".join(f"'{role}'" for role in MENTOR_ROLES)
MENTORS = f"""
(EXISTS (SELECT 1 FROM contact_role r WHERE r.contact_id = c.id AND r.role IN ({ROLES}) AND r.created_on <= :day)
  OR EXISTS (SELECT 1 FROM mentor_agreement m WHERE m.contact_id = c.id
    AND coalesce(m.starts_on, m.created_on) <= :day AND (m.ended_on IS NULL OR m.ended_on > :day)))
"""
ACTIVE = """
g.created_on <= :day AND (g.status = 'active' OR g.status IN ('achieved', 'dropped') AND g.closed_on > :day)
"""
# A goal without helpers is one row, with nobody in it. What is linked to a goal is in no address book.
GOALS = f"""
SELECT 'g' || g.id, g.title, c.organisation, EXISTS (SELECT 1 FROM search_timeline t
    WHERE t.contact_id = c.id AND t.counts AND t.occurred_on BETWEEN :since AND :day), {MENTORS}, c.id
FROM goal g
LEFT JOIN goal_contact l ON l.goal_id = g.id AND l.created_on <= :day
LEFT JOIN contact c ON c.id = l.contact_id AND c.status <> 'archived'
WHERE {ACTIVE} ORDER BY g.target_on IS NULL, g.target_on, g.id, l.id
"""


class Goal(NamedTuple):
    """A goal, and those who help with it."""

    ref: str
    title: str
    helpers: list[Helper]


def goals(store: Store, day: date) -> list[Goal]:
    """The goals that were active on a day, the nearest target first; those paused today are taken to have been then.

    One statement.
    """
    found: dict[str, Goal] = {}
    for ref, title, organisation, contacted, mentor, who in store.db.execute(GOALS, values(day)):
        goal = found.setdefault(ref, Goal(ref, title, []))
        if who is not None:
            goal.helpers.append(Helper(category(organisation), bool(contacted), bool(mentor)))
    return list(found.values())


def values(day: date) -> dict[str, str]:
    """The parameters of what is asked about a day."""
    return {"day": day.isoformat(), "since": days_before(day, CONTACTED_DAYS)}
