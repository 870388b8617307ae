"""All that is known of some people, as the reminder engine sees it."""

from collections.abc import Collection
from datetime import date

from lnet.domain.facts import Facts
from lnet.store.connect import Store
from lnet.store.read import persons
from lnet.store.read.away import away_days
from lnet.store.read.loops import loops_with
from lnet.store.read.meetings import meetings_with
from lnet.store.read.owed import open_promises
from lnet.store.read.planned import plans_with


def facts_of(store: Store, ids: Collection[int], today: date | None = None) -> Facts:
    """All that is known of these people, whenever it will be a reason; nothing of anybody else."""
    return Facts(
        people=tuple(persons.people(store, ids, today)), promises=tuple(open_promises(store, ids)),
        planned=tuple(plans_with(store, ids)), meetings=tuple(meetings_with(store, ids, today or store.today)),
        feedback=tuple(loops_with(store, ids)), away=away_days(store),
    )  # fmt: skip
