"""Which contacts are two people, as it is written: once, whichever of the two is named first."""

from lnet.store.journal import Step
from lnet.store.write.rows import delete, link


def part(step: Step, one: int, other: int) -> bool:
    """Note that two contacts are two people; True if that is new. Undo takes it back."""
    first, second = sorted((one, other))
    return link(step, "distinct_pair", contact_id=first, other_id=second)


def doubt(step: Step, one: int, other: int) -> bool:
    """Take away that two contacts are two people; True if it was noted. Undo brings it back."""
    first, second = sorted((one, other))
    return delete(step, "distinct_pair", contact_id=first, other_id=second) > 0
