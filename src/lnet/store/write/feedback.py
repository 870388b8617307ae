"""Feedback, as it is written: by `feedback` and by the clause `feedback:` of a log."""

from datetime import date
from typing import NamedTuple

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


class Request(NamedTuple):
    """What was asked of somebody and waits for an answer, and what it was about."""

    id: int
    goal_id: int | None
    project_id: int | None


def requests(step: Step, contact_id: int, on: date) -> list[Request]:
    """What was asked of a contact up to `on` and waits for an answer, the latest first."""
    asked = "contact_id = ? AND direction = 'requested' AND loop = 'open' AND occurred_on <= ?"
    query = f"SELECT id, goal_id, project_id FROM feedback WHERE {asked} ORDER BY occurred_on DESC, id DESC"
    return [Request(*row) for row in step.db.execute(query, (contact_id, on.isoformat()))]


def answer(
    step: Step, contact_id: int, on: date, goal_id: int | None = None, project_id: int | None = None
) -> Request | None:
    """Close the request that feedback of a contact answers, if they were asked; one alone, for each has its own answer.

    It is the latest on the same goal or project, else the latest that names no other. Undo opens it again.
    """
    fitting = [each for each in requests(step, contact_id, on) if fits(each.goal_id, goal_id)]
    fitting = [each for each in fitting if fits(each.project_id, project_id)]
    about = (goal_id, project_id)
    chosen = max(fitting, key=lambda each: about != (None, None) and about == each[1:], default=None)
    if chosen:
        set_loop(step, chosen.id, "told")
    return chosen


def fits(asked: int | None, said: int | None) -> bool:
    """Whether what was asked about one thing may be answered by what was said about another: unless both are named."""
    return None in (asked, said) or asked == said
