"""Promises, as they are written: by `promise` and by the clauses `me:` and `them:` of a log."""

from datetime import date

from lnet.store.journal import Step
from lnet.store.write.line import line
from lnet.store.write.rows import insert, update


def add(
    step: Step, contact_id: int, text: str, *, owed_by: str = "me", due_on: date | None = None,
    interaction_id: int | None = None,
) -> int:  # fmt: skip
    """Add an open promise, mine to the contact (or theirs to me), and give back its id. Undo removes it.

    Raises BadInputError for an empty text.
    """
    return insert(
        step, "promise", contact_id=contact_id, text=line(text, "a promise"), owed_by=owed_by, due_on=due_on,
        interaction_id=interaction_id,
    )  # fmt: skip


def close(step: Step, id: int, status: str) -> bool:
    """Mark a promise "kept" or "released" today; one that is so already keeps its day. True if anything changed."""
    row = step.db.execute("SELECT 1 FROM promise WHERE id = ? AND status = ?", (id, status)).fetchone()
    return row is None and update(step, "promise", id, status=status, closed_on=step.today)


def renegotiate(step: Step, id: int, due_on: date) -> bool:
    """Give a promise another day, still owed; `was_due_on` keeps the first one. Undo gives back the day before."""
    (first,) = step.db.execute("SELECT coalesce(was_due_on, due_on) FROM promise WHERE id = ?", (id,)).fetchone()
    return update(
        step, "promise", id, status="renegotiated", due_on=due_on, was_due_on=first, renegotiated_on=step.today,
        closed_on=None,
    )  # fmt: skip
