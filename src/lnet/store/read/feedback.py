"""Feedback as it is read."""

from datetime import date
from typing import NamedTuple

from lnet.store.read.records import View

# By the state it waits in (see `domain.feedback_loop`), closed ones last; what has waited longest first, of what is
# closed the latest first.
BY_STATE = """
CASE WHEN loop NOT IN ('open', 'acted') THEN 4 WHEN direction = 'given' THEN 3 WHEN loop = 'acted' THEN 1
  WHEN direction = 'requested' THEN 2 ELSE 0 END,
iif(loop IN ('open', 'acted'), 1, -1) * julianday(occurred_on), iif(loop IN ('open', 'acted'), 1, -1) * id
"""


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
