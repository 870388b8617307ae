"""One event whole, as `event show` tells of it. Apart from the other services: its reads are costly to load."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from lnet.services.events import get
from lnet.store.connect import Store
from lnet.store.read.conversations import Conversation
from lnet.store.read.events import Event
from lnet.store.read.happenings import how_many_talks_at, learned_at, owed_at, talks_at
from lnet.store.read.insights import Insight
from lnet.store.read.promises import Promise

SHOWN = 10  # conversations, where people read the page


class Page(NamedTuple):
    """One event whole: who was met there, the conversations, promises open with those people, what was learned.

    `more`: how many conversations are left out.
    """

    event: Event
    interactions: list[Conversation]
    promises: list[Promise]
    insights: list[Insight]
    more: int

    def as_json(self) -> dict[str, Any]:
        """The event's fields, and each list."""
        lists = {"interactions": self.interactions, "promises": self.promises, "insights": self.insights}
        return self.event.as_json() | lists


def pages(store: Store, ids: Sequence[int], most: int | None = SHOWN) -> list[Page]:
    """These events whole, with at most so many conversations each; raises NotFoundError for an id that is none."""
    return [page(store, event, most) for event in get(store, ids)]


def page(store: Store, event: Event, most: int | None) -> Page:
    """One event whole."""
    talks = talks_at(store, event.id, most)
    more = how_many_talks_at(store, event.id) - len(talks)
    return Page(event, talks, owed_at(store, event.id), learned_at(store, event.id), more)
