"""Communities, as they are written: what they are called, and who belongs to them."""

from lnet.domain.names import key
from lnet.store.journal import Step
from lnet.store.write.line import line
from lnet.store.write.rows import Value, delete, insert, link, update


def add(step: Step, name: str, **values: Value) -> int:
    """Add a community and give back its id; its key follows from the name. Undo removes it.

    Raises BadInputError for an empty name.
    """
    name = line(name, "a community")
    return insert(step, "community", name=name, key=key(name), **values)


def rename(step: Step, id: int, name: str) -> bool:
    """Give a community another name; raises BadInputError for an empty one. Undo gives the old one back."""
    name = line(name, "a community")
    return update(step, "community", id, name=name, key=key(name))


def add_member(step: Step, id: int, contact_id: int) -> bool:
    """Let somebody belong to it; True if they did not already. Undo takes that back."""
    return link(step, "membership", community_id=id, contact_id=contact_id)


def remove_member(step: Step, id: int, contact_id: int) -> bool:
    """Let somebody belong to it no more; True if they did. Undo brings them back."""
    return delete(step, "membership", community_id=id, contact_id=contact_id) > 0
