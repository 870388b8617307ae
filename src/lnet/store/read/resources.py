"""Resources as they are read: what they are about, and who gave or got them."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from lnet.store.connect import Store
from lnet.store.read.records import View

NEWEST = "id DESC"


class Share(NamedTuple):
    """That I gave a resource to somebody ("given"), or got it from them ("received"), on a day."""

    contact: str
    slug: str
    direction: str
    on: date


class Resource(NamedTuple):
    """Something worth reading, watching or using; `shares` the newest first, `added_on` the day it was saved."""

    ref: str
    id: int
    uid: str
    title: str
    url: str | None
    kind: str
    note: str | None
    topics: tuple[str, ...]
    shares: tuple[Share, ...]
    added_on: date
    created_at: str
    updated_at: str

    def people(self, direction: str) -> list[str]:
        """The names of those I gave it to ("given"), or got it from ("received"), the newest first."""
        return [share.contact for share in self.shares if share.direction == direction]


def share(item: dict[str, Any]) -> Share:
    """A share, as the query tells of one."""
    return Share(**(item | {"on": date.fromisoformat(item["on"])}))


RESOURCES = View(
    (
        "(SELECT r.*, 'r' || r.id AS ref, (SELECT json_group_array(topic) FROM"
        " (SELECT topic FROM resource_topic WHERE resource_id = r.id ORDER BY id)) AS topics,"
        " (SELECT json_group_array(json_object('contact', name, 'slug', slug, 'direction', direction,"
        " 'on', occurred_on)) FROM (SELECT c.name, c.slug, s.direction, s.occurred_on"
        " FROM share s JOIN contact c ON c.id = s.contact_id WHERE s.resource_id = r.id"
        " ORDER BY s.occurred_on DESC, s.id DESC)) AS shares FROM resource r)"
    ),
    Resource,
    columns={"added_on": "created_on"},
    days=("added_on",),
    lists={"topics": str, "shares": share},
)


def addresses(store: Store) -> Iterator[tuple[int, str]]:
    """Where each resource is to be found, the oldest first: its id and its address."""
    return iter(store.db.execute("SELECT id, url FROM resource WHERE url <> '' ORDER BY id").fetchall())
