"""Feedback as it is read."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from lnet.store.read.records import Record

# The loops that are still open first, in the order of their life; within one the newest first.
BY_LOOP = (
    "CASE loop WHEN 'open' THEN 0 WHEN 'acted' THEN 1 WHEN 'told' THEN 2 WHEN 'declined' THEN 3 ELSE 4 END,"
    " occurred_on DESC, id DESC"
)


@dataclass(frozen=True, slots=True)
class Feedback(Record):
    """Feedback asked for, received or given: its situation, behaviour and impact, and how far its loop has come."""

    VIEW: ClassVar[str] = "feedback_notes"
    COLUMNS: ClassVar[dict[str, str]] = {"on": "occurred_on"}
    DAYS: ClassVar[tuple[str, ...]] = ("on", "act_by", "closed_on")
    FLAGS: ClassVar[tuple[str, ...]] = ("shareable",)

    ref: str
    id: int
    uid: str
    contact: str
    slug: str
    direction: str
    frame: str
    situation: str | None
    behaviour: str | None
    impact: str | None
    text: str | None
    goal: str | None
    project: str | None
    interaction: str | None
    on: date
    action: str | None
    act_by: date | None
    loop: str
    shareable: bool
    closed_on: date | None
    created_at: str
    updated_at: str
