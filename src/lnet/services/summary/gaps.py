"""What the network lacks, as the summary tells it to oneself."""

from lnet.services.summary.values import Gap
from lnet.store.connect import Store
from lnet.store.read.summary.page import COUNTED


def gaps(store: Store, people: int) -> tuple[Gap, ...]:
    """What `lnet gaps` suggests; nothing in a network of more than 500 people, of all of whom it would have to read."""
    return () if people > COUNTED else suggestions(store)


def suggestions(_store: Store) -> tuple[Gap, ...]:
    """The seam: none until there is `services.gaps`, whose suggestions have a text and a command each."""
    return ()
