"""Exchanges as they are read: help given and received."""

from datetime import date
from typing import NamedTuple

from lnet.store.read.records import View

NEWEST = "occurred_on DESC, id DESC"


class Exchange(NamedTuple):
    """Help that I gave somebody ("given") or got from them ("received"), perhaps in a conversation."""

    ref: str
    id: int
    uid: str
    contact: str
    slug: str
    interaction: str | None
    direction: str
    kind: str
    text: str
    on: date
    created_at: str
    updated_at: str


EXCHANGES = View(
    (
        "(SELECT x.*, 'x' || x.id AS ref, c.name AS contact, c.slug, 'i' || x.interaction_id AS interaction"
        " FROM exchange x JOIN contact c ON c.id = x.contact_id)"
    ),
    Exchange,
    columns={"on": "occurred_on"},
    days=("on",),
)
