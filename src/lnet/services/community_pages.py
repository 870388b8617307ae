"""One community whole. Apart from the other services: its reads are costly to load."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from lnet.services.communities import get
from lnet.store.connect import Store
from lnet.store.read.belonging import Belonging, belonging
from lnet.store.read.briefing import RESOURCES, Resource
from lnet.store.read.communities import Community
from lnet.store.read.occasions import given

SHOWN = 5  # of each list, where people read it
READ = """
id IN (SELECT n.resource_id FROM interaction i JOIN insight n ON n.interaction_id = i.id WHERE i.community_id = ?)
"""


class Page(NamedTuple):
    """A community whole: how many `people` were met and `insights` gained in the last year, and what hangs on it.

    `resources`: what its insights come out of.
    """

    community: Community
    people: int
    insights: int
    belonging: Belonging
    resources: Sequence[Resource]

    def as_json(self) -> dict[str, Any]:
        """The fields of the community, what it gave this year, and each list."""
        year = {"people_met": self.people, "insights": self.insights}
        lists = {"interactions": self.belonging.interactions, "insights": self.belonging.insights}
        return self.community._asdict() | {"this_year": year} | lists | {"resources": self.resources}


def pages(store: Store, ids: Sequence[int], most: int | None = SHOWN) -> tuple[Page, ...]:
    """These communities, with at most so many of each list (None: all); raises NotFoundError for an id that is none."""
    return tuple(page(store, community, most) for community in get(store, ids))


def page(store: Store, community: Community, most: int | None) -> Page:
    """One community with all that hangs on it, in a fixed number of statements."""
    people, insights = given(store, community.id, store.today)
    resources = RESOURCES.listed(store, READ, (community.id,), "id DESC", most)
    return Page(community, people, insights, belonging(store, "community", community.id, most), resources)
