"""Goals, as they are written: the goal itself, steps forward on it, and the people who help with it."""

from datetime import date

from lnet.domain.names import key
from lnet.store.journal import Step
from lnet.store.write.line import line
from lnet.store.write.rows import Value, delete, insert, link, update

CLOSED = ("achieved", "dropped")


def add(step: Step, title: str, **values: Value) -> int:
    """Add an active goal and give back its id; its key follows from the title. Undo removes it.

    Raises BadInputError for an empty title.
    """
    title = line(title, "a goal")
    return insert(step, "goal", title=title, key=key(title), **values)


def retitle(step: Step, id: int, title: str) -> bool:
    """Give a goal another title; raises BadInputError for an empty one. Undo gives the old one back."""
    title = line(title, "a goal")
    return update(step, "goal", id, title=title, key=key(title))


def progress(step: Step, goal_id: int, text: str, on: date | None = None, interaction_id: int | None = None) -> int:
    """Note a step forward on its day (today), perhaps made in a conversation. Undo removes the note.

    Raises BadInputError for an empty text.
    """
    return insert(
        step, "goal_progress", goal_id=goal_id, text=line(text, "progress"), occurred_on=on or step.today,
        interaction_id=interaction_id,
    )  # fmt: skip


def link_contact(step: Step, goal_id: int, contact_id: int, helps_with: str | None = None) -> bool:
    """Link somebody who helps; a link that is there already gets the new `helps_with`, if one is given."""
    if link(step, "goal_contact", goal_id=goal_id, contact_id=contact_id, helps_with=helps_with):
        return True
    if helps_with is None:
        return False
    query = "SELECT id FROM goal_contact WHERE goal_id = ? AND contact_id = ?"
    row = step.db.execute(query, (goal_id, contact_id)).fetchone()
    return update(step, "goal_contact", row[0], helps_with=helps_with)


def unlink_contact(step: Step, goal_id: int, contact_id: int) -> bool:
    """Take somebody's link away; True if there was one. Undo brings it back."""
    return delete(step, "goal_contact", goal_id=goal_id, contact_id=contact_id) > 0


def set_status(step: Step, id: int, status: str) -> bool:
    """Make a goal active, paused, achieved or dropped; the last two close it today. True if it was not so already."""
    row = step.db.execute("SELECT 1 FROM goal WHERE id = ? AND status = ?", (id, status)).fetchone()
    return row is None and update(step, "goal", id, status=status, closed_on=step.today if status in CLOSED else None)
