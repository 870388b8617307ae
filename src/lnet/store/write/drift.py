"""What was answered about people who drifted, or wait for a circle, as it is written by review and triage."""

from lnet.store.journal import Step
from lnet.store.write.rows import insert


def answer(step: Step, contact_id: int, answer: str) -> int:
    """Note "keep", "lengthen", "rest" or "archive" today, and give back the id: for a month nobody asks again.

    Triage knows two of them: "keep" for later, "rest" for not now (a year). Undo removes it.
    """
    return insert(step, "drift_answer", contact_id=contact_id, answer=answer, answered_on=step.today)
