"""Insights, as they are written: by `learn` and by the clauses `learned:`, `practice:` and `trend:` of a log."""

from collections.abc import Iterable
from datetime import date

from lnet.store.journal import Step
from lnet.store.write.line import line
from lnet.store.write.rows import insert, update
from lnet.store.write.topic import add_topics


def add(
    step: Step, text: str, *, contact_id: int | None = None, interaction_id: int | None = None,
    goal_id: int | None = None, resource_id: int | None = None, kind: str = "idea", stance: str | None = None,
    on: date | None = None, topics: Iterable[str] = (),
) -> int:  # fmt: skip
    """Add what was learned (today), from whom, for which goal, and give back its id. Undo removes it.

    Raises BadInputError for an empty text.
    """
    id = insert(
        step, "insight", text=line(text, "an insight"), contact_id=contact_id, interaction_id=interaction_id,
        goal_id=goal_id, resource_id=resource_id, kind=kind, stance=stance, learned_on=on or step.today,
    )  # fmt: skip
    add_topics(step, "insight", id, topics)
    return id


def apply(step: Step, id: int, value: str = "applied", on: date | None = None) -> bool:
    """Note that an insight was "applied", or "realised" its worth; the day it was first applied stays."""
    (first,) = step.db.execute("SELECT applied_on FROM insight WHERE id = ?", (id,)).fetchone()
    return update(step, "insight", id, value=value, applied_on=on or first or step.today)
