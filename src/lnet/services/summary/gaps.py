"""What the network lacks, as the summary tells it to oneself."""

from lnet.domain.gaps import Gap
from lnet.services.gaps import suggestions
from lnet.store.connect import Store
from lnet.store.read.summary.page import COUNTED


def gaps(store: Store, people: int) -> tuple[Gap, ...]:
    """What `lnet gaps` suggests; nothing in a network of more than 500 people, of all of whom it would have to read."""
    return () if people > COUNTED else tuple(suggestions(store))
