"""Everybody whole, one after the other: what an address book is written from."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from lnet.domain.cards import SEVERAL, Address, PersonCard
from lnet.store.connect import Store

FIELDS = (
    "uid", "name", "organisation", "title", "field", "location", "how_met", "met_on", "birthday", "note", "nicknames",
    "roles", "topics", "extra",
)  # fmt: skip
ADDRESSES = (
    "(SELECT json_group_array(json_array(kind, value, label, is_primary)) FROM"
    " (SELECT kind, value, label, is_primary FROM method WHERE contact_id = p.id ORDER BY id))"
)


def everybody(store: Store, source: str) -> Iterator[PersonCard]:
    """The cards of all people, in the order in which they came; their keys are their uids.

    `extra` is what had come from `source` and has no field. One statement, read as it goes.
    """
    for *values, addresses in store.db.execute(f"SELECT {', '.join(FIELDS)}, {ADDRESSES} FROM people p ORDER BY p.id"):
        yield card_of(dict(zip(FIELDS, values, strict=True)), json.loads(addresses), source)


def card_of(values: dict[str, Any], addresses: list[tuple[str, str, str | None, int]], source: str) -> PersonCard:
    """A card of the values as they are stored."""
    values |= {name: tuple(json.loads(values[name])) for name in SEVERAL}
    values["met_on"] = date.fromisoformat(values["met_on"]) if values["met_on"] else None
    values["extra"] = json.loads(values["extra"]).get(source, {})
    values["addresses"] = tuple(Address(kind, value, label, bool(first)) for kind, value, label, first in addresses)
    return PersonCard(where="", source_key=values.pop("uid"), **values)
