"""Feedback, as it is written: by `feedback` and by the clause `feedback:` of a log."""

from datetime import date

from lnet.store.journal import Step
from lnet.store.write.rows import Value, insert, update

ENDS = ("told", "declined", "no_answer")  # the loop is closed; "acted" still waits for being told


def add(
    step: Step, contact_id: int, direction: str, text: str | None = None, *, on: date | None = None,
    interaction_id: int | None = None, goal_id: int | None = None, project_id: int | None = None, **values: Value,
) -> int:  # fmt: skip
    """Add feedback "requested" of, "received" from or "given" to a contact (today) and give back its id.

    `values` are the further columns: frame, situation, behaviour, impact, action, act_by, shareable. Undo removes it.
    """
    return insert(
        step, "feedback", contact_id=contact_id, direction=direction, text=text, occurred_on=on or step.today,
        interaction_id=interaction_id, goal_id=goal_id, project_id=project_id, **values,
    )  # fmt: skip


def set_loop(step: Step, id: int, loop: str, **values: Value) -> bool:
    """Bring the loop to "acted", "told", "declined", "no_answer" (the last three close it today) or back to "open"."""
    row = step.db.execute("SELECT closed_on FROM feedback WHERE id = ? AND loop = ?", (id, loop)).fetchone()
    closed = step.today if loop in ENDS else None
    return update(step, "feedback", id, loop=loop, closed_on=row[0] if row else closed, **values)


def answer(step: Step, contact_id: int, on: date) -> list[int]:
    """Close what was asked of a contact up to `on`: they have told me; gives back the ids.

    Undo opens the requests again.
    """
    asked = "contact_id = ? AND direction = 'requested' AND loop = 'open' AND occurred_on <= ?"
    rows = step.db.execute(f"SELECT id FROM feedback WHERE {asked} ORDER BY id", (contact_id, on.isoformat()))
    ids = [row[0] for row in rows.fetchall()]
    for id in ids:
        set_loop(step, id, "told")
    return ids
