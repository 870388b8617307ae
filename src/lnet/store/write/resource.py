"""Resources, as they are written: what is worth reading, and who gave it to whom."""

from datetime import date

from lnet.domain.names import key
from lnet.store.journal import Step
from lnet.store.write.line import line
from lnet.store.write.rows import Value, delete, insert, update


def add(step: Step, title: str, **values: Value) -> int:
    """Add a resource and give back its id; its key follows from the title. Undo removes it.

    Raises BadInputError for an empty title.
    """
    title = line(title, "a resource")
    return insert(step, "resource", title=title, key=key(title), **values)


def retitle(step: Step, id: int, title: str) -> bool:
    """Give a resource another title; raises BadInputError for an empty one. Undo gives the old one back."""
    title = line(title, "a resource")
    return update(step, "resource", id, title=title, key=key(title))


def share(step: Step, id: int, contact_id: int, direction: str, on: date | None = None) -> bool:
    """Note that it was "given" to somebody or "received" from them (today); True unless that is noted already.

    It is noted once, on the first day: whoever has it does not get it again. Undo takes it away.
    """
    query = "SELECT 1 FROM share WHERE contact_id = ? AND resource_id = ? AND direction = ?"
    if step.db.execute(query, (contact_id, id, direction)).fetchone():
        return False
    insert(step, "share", resource_id=id, contact_id=contact_id, direction=direction, occurred_on=on or step.today)
    return True


def unshare(step: Step, id: int, contact_id: int) -> int:
    """Take away that somebody gave or got it; gives back how many notes those were. Undo brings them back."""
    return delete(step, "share", resource_id=id, contact_id=contact_id)
