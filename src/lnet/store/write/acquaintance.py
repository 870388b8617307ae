"""Who knows whom, as it is written: once, whichever of the two is named first."""

from lnet.store.journal import Step
from lnet.store.write.rows import delete, link, update


def know(step: Step, one: int, other: int, *, introduced: bool = False) -> bool:
    """Note that two contacts know each other, perhaps because I `introduced` them; True if anything is new.

    That I introduced two who are noted already is added, and never taken away. Undo takes it back.
    """
    first, second = sorted((one, other))
    if link(step, "acquaintance", contact_id=first, other_id=second, introduced_by_me=introduced):
        return True
    if not introduced:
        return False
    query = "SELECT id FROM acquaintance WHERE contact_id = ? AND other_id = ?"
    (id,) = step.db.execute(query, (first, second)).fetchone()
    return update(step, "acquaintance", id, introduced_by_me=True)


def forget(step: Step, one: int, other: int) -> bool:
    """Take away that two know each other; True if it was noted. Undo brings it back."""
    first, second = sorted((one, other))
    return delete(step, "acquaintance", contact_id=first, other_id=second) > 0
