"""One person whole, as `contact show` tells of them. Apart from the other services: its reads are costly to load."""

from typing import Any, NamedTuple

from lnet.domain import tallies
from lnet.domain.tallies import Span
from lnet.services.contacts import Card, get
from lnet.services.names import Who
from lnet.store.connect import Store
from lnet.store.read.contacts import Method, methods
from lnet.store.read.dossier import Dossier, counts, dossier
from lnet.store.read.stats import days_with

SHOWN = 10  # of each long list, where people read it


class Page(NamedTuple):
    """One person whole: the card, how to reach them, and what hangs on them; `counts`: how much of it there is.

    `months`: how many conversations each of the last twelve months saw, the earliest first.
    """

    card: Card
    methods: tuple[Method, ...]
    dossier: Dossier
    counts: dict[str, int]
    months: tuple[Span, ...]

    def as_json(self) -> dict[str, Any]:
        """The card's fields, `methods`, each list of the dossier, and `months`."""
        lists = {"methods": self.methods} | self.dossier._asdict()
        return self.card.as_json() | lists | {"months": self.months}


def page(store: Store, who: Who, most: int | None = SHOWN) -> Page:
    """One person, with at most so many of each long list (None: all); raises NotFoundError if they are gone by now."""
    since = tallies.twelve_months(store.today)[0]
    months = tallies.months(days_with(store, who.id, since), since, store.today)
    return Page(get(store, who), methods(store, who.id), dossier(store, who.id, most), counts(store, who.id), months)
