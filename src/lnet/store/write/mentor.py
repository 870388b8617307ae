"""Mentor agreements, as they are written: one in force with a person, and those that ended."""

from lnet.store.journal import Step
from lnet.store.write.line import line_or_none
from lnet.store.write.rows import Value, insert, update


def agree(step: Step, contact_id: int, **values: Value) -> int:
    """Add an agreement with somebody and give back its id: every_days, purpose, functions, starts_on, review_on.

    Undo removes it.
    """
    return insert(step, "mentor_agreement", contact_id=contact_id, **{"starts_on": step.today, **tidy(values)})


def change(step: Step, id: int, **values: Value) -> bool:
    """Set columns of an agreement; True if anything differed. Undo sets them back."""
    return update(step, "mentor_agreement", id, **tidy(values))


def end(step: Step, id: int) -> bool:
    """End an agreement today. Undo brings it back into force."""
    return update(step, "mentor_agreement", id, ended_on=step.today)


def tidy(values: dict[str, Value]) -> dict[str, Value]:
    """The values with the purpose as one tidy line, an empty one as none."""
    return {name: line_or_none(value) if name == "purpose" else value for name, value in values.items()}
