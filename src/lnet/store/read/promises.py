"""Promises as they are read."""

from datetime import date
from typing import NamedTuple

from lnet.store.read.records import View

DUE_FIRST = "status NOT IN ('open', 'renegotiated'), due_on IS NULL, due_on, id"  # owed by their day, then the closed


class Promise(NamedTuple):
    """What one owes the other; `was_due_on` is the first day of a renegotiated one, `made_on` when it was made."""

    ref: str
    id: int
    uid: str
    contact: str
    slug: str
    interaction: str | None
    owed_by: str
    text: str
    made_on: date
    due_on: date | None
    was_due_on: date | None
    renegotiated_on: date | None
    status: str
    closed_on: date | None
    created_at: str
    updated_at: str


PROMISES = View("promises", Promise, days=("made_on", "due_on", "was_due_on", "renegotiated_on", "closed_on"))
