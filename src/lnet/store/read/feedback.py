"""Feedback as it is read."""

from datetime import date
from typing import NamedTuple

from lnet.store.read.records import View

# The loops that are still open first, in the order of their life; within one the newest first.
BY_LOOP = (
    "CASE loop WHEN 'open' THEN 0 WHEN 'acted' THEN 1 WHEN 'told' THEN 2 WHEN 'declined' THEN 3 ELSE 4 END,"
    " occurred_on DESC, id DESC"
)


class Feedback(NamedTuple):
    """Feedback asked for, received or given: its situation, behaviour and impact, and how far its loop has come."""

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


FEEDBACK = View(
    "feedback_notes", Feedback, columns={"on": "occurred_on"}, days=("on", "act_by", "closed_on"), flags=("shareable",)
)
