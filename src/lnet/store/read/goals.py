"""Goals as they are read: whole, with who helps, what they are about, and the steps forward."""

from datetime import date
from typing import Any, NamedTuple

from lnet.store.read.records import View


class Helper(NamedTuple):
    """Somebody who helps with a goal, and with what (if that was said)."""

    name: str
    slug: str
    helps_with: str | None


class Progress(NamedTuple):
    """A step forward, on its day."""

    on: date
    text: str


class Goal(NamedTuple):
    """A goal; `criteria`: done when; `progress` newest first; `closed_on`: the day it was achieved or dropped."""

    ref: str
    id: int
    uid: str
    title: str
    why: str | None
    criteria: str | None
    area: str | None
    status: str
    every_days: int
    target_on: date | None
    reviewed_on: date | None
    snooze_until: date | None
    next_step: str | None
    obstacle: str | None
    closed_on: date | None
    contacts: tuple[Helper, ...]
    topics: tuple[str, ...]
    progress: tuple[Progress, ...]
    created_at: str
    updated_at: str


def helper(item: dict[str, Any]) -> Helper:
    """A helper, as the view tells of one."""
    return Helper(**item)


def progress(item: dict[str, Any]) -> Progress:
    """A step forward, as the view tells of one."""
    return Progress(date.fromisoformat(item["on"]), item["text"])


GOALS = View(
    "goals",
    Goal,
    days=("target_on", "reviewed_on", "snooze_until", "closed_on"),
    lists={"contacts": helper, "topics": str, "progress": progress},
)
