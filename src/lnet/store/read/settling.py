"""What `done` must know of a row or a plan before it settles it."""

from datetime import date
from typing import Any, NamedTuple

from lnet.store.connect import Store

PEOPLE = "SELECT contact_id FROM participant WHERE interaction_id = ? ORDER BY id"
TOPICS = "SELECT topic FROM interaction_topic WHERE interaction_id = ? ORDER BY id"
GOALS = "SELECT goal_id FROM interaction_goal WHERE interaction_id = ? ORDER BY id"
KEPT = ("channel", "direction", "summary", "note", "private", "event_id", "community_id", "project_id")


class Planned(NamedTuple):
    """A conversation as it was planned; `open` while it has not come true.

    `values`: the columns that are those of the conversation too, once it was held.
    """

    occurred_on: date
    open: bool
    values: dict[str, Any]
    participants: tuple[int, ...]
    topics: tuple[str, ...]
    goals: tuple[int, ...]


# A plan that passed may be held today on its own day: of those that came true the newest are looked at.
DEALT_WITH = """
SELECT p.contact_id FROM interaction i JOIN participant p ON p.interaction_id = i.id
  WHERE i.occurred_on = :today AND i.created_on = :today AND i.planned = 0 AND i.imported_from IS NULL
UNION SELECT p.contact_id FROM (
    SELECT fulfilled_by AS held FROM interaction WHERE fulfilled_by IS NOT NULL ORDER BY fulfilled_by DESC LIMIT 50
  ) JOIN interaction i ON i.id = held JOIN participant p ON p.interaction_id = i.id
  WHERE i.created_on = :today AND i.imported_from IS NULL
UNION SELECT id FROM contact WHERE snoozed_on = :today
UNION SELECT contact_id FROM promise WHERE closed_on = :today
UNION SELECT contact_id FROM promise WHERE status IN ('open', 'renegotiated') AND renegotiated_on = :today
UNION SELECT contact_id FROM feedback WHERE closed_on = :today
"""


def dealt_with(store: Store, today: date) -> frozenset[int]:
    """The people dealt with today, who use up today's budget; what an import recorded does not count."""
    return frozenset(row[0] for row in store.db.execute(DEALT_WITH, {"today": today.isoformat()}))


def contact_of(store: Store, uid: str) -> int | None:
    """The id of the contact with this uid; None if they are gone."""
    row = store.db.execute("SELECT id FROM contact WHERE uid = ?", (uid,)).fetchone()
    return int(row[0]) if row else None


def whose_promise(store: Store, id: int) -> int:
    """The contact of this promise, which must exist."""
    return int(store.db.execute("SELECT contact_id FROM promise WHERE id = ?", (id,)).fetchone()[0])


def whose_feedback(store: Store, id: int) -> int:
    """The contact of this feedback, which must exist."""
    return int(store.db.execute("SELECT contact_id FROM feedback WHERE id = ?", (id,)).fetchone()[0])


def plan(store: Store, interaction_id: int) -> Planned:
    """The conversation of this id, which must exist, as a plan."""
    on, is_open, *values = store.db.execute(
        f"SELECT occurred_on, planned = 1 AND fulfilled_by IS NULL, {', '.join(KEPT)} FROM interaction WHERE id = ?",
        (interaction_id,),
    ).fetchone()
    people, topics, goals = (
        tuple(value for (value,) in store.db.execute(query, (interaction_id,))) for query in (PEOPLE, TOPICS, GOALS)
    )
    return Planned(
        date.fromisoformat(on), bool(is_open), dict(zip(KEPT, values, strict=True)), people, topics, goals
    )  # fmt: skip
