"""What the network lacks, as the summary tells it to oneself."""

from typing import TYPE_CHECKING

from lnet.store.connect import Store
from lnet.store.read.summary.page import COUNTED

if TYPE_CHECKING:
    from lnet.domain.gaps import Gap


def gaps(store: Store, people: int) -> "tuple[Gap, ...]":
    """What `lnet gaps` suggests; nothing in a network of more than 500 people, of all of whom it would have to read."""
    if people > COUNTED:
        return ()
    from lnet.services.gaps import suggestions

    return tuple(suggestions(store))
