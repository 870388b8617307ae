"""Exchanges, as they are written: help given and received, by `exchange` or the clauses `gave:` and `got:` of a log."""

from datetime import date

from lnet.store.journal import Step
from lnet.store.write.line import line
from lnet.store.write.rows import insert


def add(
    step: Step, contact_id: int, direction: str, text: str, *, kind: str = "other", on: date | None = None,
    interaction_id: int | None = None,
) -> int:  # fmt: skip
    """Add help "given" to or "received" from a contact (today) and give back its id. Undo removes it.

    Raises BadInputError for an empty text.
    """
    return insert(
        step, "exchange", contact_id=contact_id, direction=direction, text=line(text, "an exchange"), kind=kind,
        occurred_on=on or step.today, interaction_id=interaction_id,
    )  # fmt: skip
