"""Mentor agreements in force, as they are read."""

from datetime import date
from typing import NamedTuple

from lnet.store.connect import Store
from lnet.store.read.records import View


class Agreement(NamedTuple):
    """What was agreed with a mentor."""

    id: int
    purpose: str | None
    every_days: int
    functions: tuple[str, ...]
    starts_on: date | None
    review_on: date | None


AGREEMENTS = View(
    "(SELECT * FROM mentor_agreement WHERE ended_on IS NULL)",
    Agreement,
    days=("starts_on", "review_on"),
    lists={"functions": str},
)


def agreement(store: Store, contact: int) -> Agreement | None:
    """The agreement in force with a contact, the latest; None without one."""
    found = AGREEMENTS.listed(store, "contact_id = ?", (contact,), order="id DESC", limit=1)
    return found[0] if found else None
