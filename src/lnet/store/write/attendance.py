"""Who was met at an event, as it is written once the event is over."""

from lnet.store.journal import Step
from lnet.store.write.rows import update


def let_be(step: Step, event_id: int, contact_id: int) -> bool:
    """Take away the flag that somebody is to be followed up; the meeting stays. Undo sets it again.

    True if there was one.
    """
    query = "SELECT id FROM attendance WHERE event_id = ? AND contact_id = ?"
    row = step.db.execute(query, (event_id, contact_id)).fetchone()
    return row is not None and update(step, "attendance", row[0], follow_up=False)
