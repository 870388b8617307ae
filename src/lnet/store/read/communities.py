"""Communities as they are read: with their members, and when I last took part."""

from datetime import date
from typing import Any, NamedTuple

from lnet.store.read.records import View

# Those that want a decision first: by the day of renewal, the others after them by name.
RENEWAL_FIRST = 'renews_on IS NULL, renews_on, "key", id'


class Member(NamedTuple):
    """Somebody who belongs to it."""

    name: str
    slug: str


class Community(NamedTuple):
    """An association, a forum, a meetup …; `last_on`: the day of the newest conversation in it, None for none."""

    ref: str
    id: int
    uid: str
    name: str
    kind: str
    url: str | None
    joined_on: date | None
    renews_on: date | None
    members: tuple[Member, ...]
    last_on: date | None
    note: str | None
    created_at: str
    updated_at: str


def member(item: dict[str, Any]) -> Member:
    """A member, as the query tells of one."""
    return Member(**item)


COMMUNITIES = View(
    (
        "(SELECT k.*, 'c' || k.id AS ref,"
        " (SELECT json_group_array(json_object('name', name, 'slug', slug)) FROM ("
        "   SELECT c.name, c.slug FROM membership l JOIN contact c ON c.id = l.contact_id"
        "   WHERE l.community_id = k.id ORDER BY l.id)) AS members,"
        " (SELECT max(occurred_on) FROM interaction i WHERE i.community_id = k.id AND NOT i.planned) AS last_on"
        " FROM community k)"
    ),
    Community,
    days=("joined_on", "renews_on", "last_on"),
    lists={"members": member},
)
