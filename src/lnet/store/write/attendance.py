"""Who was met at an event, as it is written: by `event meet`, by a log that was made there, and by a review of it."""

from lnet.store.journal import Step
from lnet.store.write.rows import Value, delete, link, update


def meet(step: Step, event_id: int, contact_id: int, *, follow_up: bool | None = None, note: str | None = None) -> bool:
    """Note that somebody was met at an event; True if that is new. Undo takes it away.

    Of somebody who was met there already it sets the flag and the note, as far as they are given.
    """
    if link(step, "attendance", event_id=event_id, contact_id=contact_id, follow_up=bool(follow_up), note=note):
        return True
    values: dict[str, Value] = {"follow_up": follow_up, "note": note}
    settle(step, event_id, contact_id, **{name: value for name, value in values.items() if value is not None})
    return False


def add_note(step: Step, event_id: int, contact_id: int, note: str) -> bool:
    """Write a further line of what is noted of somebody there, unless it says so already."""
    row = step.db.execute(ROW, (event_id, contact_id)).fetchone()
    lines = (row[1] or "").splitlines()
    return note not in lines and update(step, "attendance", row[0], note="\n".join([*lines, note]))


def remove(step: Step, event_id: int, contact_id: int) -> bool:
    """Let somebody not have been met there; True if they had been. Undo brings it back."""
    return delete(step, "attendance", event_id=event_id, contact_id=contact_id) > 0


def let_be(step: Step, event_id: int, contact_id: int) -> bool:
    """Take away the flag that somebody is to be followed up; the meeting stays. Undo sets it again.

    True if there was one.
    """
    return settle(step, event_id, contact_id, follow_up=False)


def look_back(step: Step, event_id: int, contact_id: int) -> bool:
    """Note that somebody who was met there was looked at today, so that nobody asks again."""
    return settle(step, event_id, contact_id, reviewed_on=step.today)


ROW = "SELECT id, note FROM attendance WHERE event_id = ? AND contact_id = ?"


def settle(step: Step, event_id: int, contact_id: int, **values: Value) -> bool:
    """Set columns of a meeting; True if anything differed, False too where they were not met there."""
    row = step.db.execute(ROW, (event_id, contact_id)).fetchone()
    return row is not None and update(step, "attendance", row[0], **values)
