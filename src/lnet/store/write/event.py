"""Events, as they are written: the event itself, and that I am there."""

from lnet.domain.names import key
from lnet.store.journal import Step
from lnet.store.write.line import line
from lnet.store.write.rows import Value, insert, update


def add(step: Step, name: str, **values: Value) -> int:
    """Add an event and give back its id; its key follows from the name. Undo removes it.

    Raises BadInputError for an empty name.
    """
    name = line(name, "an event")
    return insert(step, "event", name=name, key=key(name), **values)


def rename(step: Step, id: int, name: str) -> bool:
    """Give an event another name; raises BadInputError for an empty one. Undo gives the old one back."""
    name = line(name, "an event")
    return update(step, "event", id, name=name, key=key(name))


def be_at(step: Step, id: int | None) -> bool:
    """Be at an event from today on, or (None) at none; True if that is new. Undo goes back to where I was."""
    others = step.db.execute("SELECT id FROM event WHERE here_since IS NOT NULL AND id IS NOT ?", (id,)).fetchall()
    left = [update(step, "event", other, here_since=None) for (other,) in others]
    if id is None:
        return any(left)
    row = step.db.execute("SELECT 1 FROM event WHERE id = ? AND here_since IS NOT NULL", (id,)).fetchone()
    return row is None and update(step, "event", id, here_since=step.today)
