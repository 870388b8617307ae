"""Shared projects, as they are written: what they are called, how far they are, and who works on them."""

from lnet.domain.names import key
from lnet.store.journal import Step
from lnet.store.write.line import line
from lnet.store.write.rows import Value, delete, insert, link, update


def add(step: Step, title: str, **values: Value) -> int:
    """Add an active project and give back its id; its key follows from the title. Undo removes it.

    Raises BadInputError for an empty title.
    """
    title = line(title, "a project")
    return insert(step, "project", title=title, key=key(title), **values)


def retitle(step: Step, id: int, title: str) -> bool:
    """Give a project another title; raises BadInputError for an empty one. Undo gives the old one back."""
    title = line(title, "a project")
    return update(step, "project", id, title=title, key=key(title))


def add_member(step: Step, id: int, contact_id: int, role: str | None = None) -> bool:
    """Let somebody work on it; who does already gets the role, if one is given ("" takes it away).

    True if anything changed.
    """
    if link(step, "project_member", project_id=id, contact_id=contact_id, role=role or None):
        return True
    if role is None:
        return False
    query = "SELECT id FROM project_member WHERE project_id = ? AND contact_id = ?"
    row = step.db.execute(query, (id, contact_id)).fetchone()
    return update(step, "project_member", row[0], role=role or None)


def remove_member(step: Step, id: int, contact_id: int) -> bool:
    """Let somebody work on it no more; True if they did. Undo brings them back, with their role."""
    return delete(step, "project_member", project_id=id, contact_id=contact_id) > 0


def set_status(step: Step, id: int, status: str) -> bool:
    """Make a project active, paused or closed (today). True if it was not so already."""
    row = step.db.execute("SELECT 1 FROM project WHERE id = ? AND status = ?", (id, status)).fetchone()
    closed = step.today if status == "closed" else None
    return row is None and update(step, "project", id, status=status, closed_on=closed)
