"""One person whole, as `contact show` tells of them. Apart from the other services: its reads are costly to load."""

from typing import Any, NamedTuple

from lnet.services.contacts import Card, get
from lnet.services.names import Who
from lnet.store.connect import Store
from lnet.store.read.contacts import Method, methods
from lnet.store.read.dossier import Dossier, counts, dossier

SHOWN = 10  # of each long list, where people read it


class Page(NamedTuple):
    """One person whole: the card, how to reach them, and what hangs on them; `counts`: how much of it there is."""

    card: Card
    methods: tuple[Method, ...]
    dossier: Dossier
    counts: dict[str, int]

    def as_json(self) -> dict[str, Any]:
        """The card's fields, `methods`, and each list of the dossier."""
        return self.card.as_json() | {"methods": self.methods} | self.dossier._asdict()


def page(store: Store, who: Who, most: int | None = SHOWN) -> Page:
    """One person, with at most so many of each long list (None: all); raises NotFoundError if they are gone by now."""
    return Page(get(store, who), methods(store, who.id), dossier(store, who.id, most), counts(store, who.id))
