"""Goals as they are read: whole, with who helps, what they are about, and the steps forward."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, NamedTuple

from lnet.store.read.records import Record


class Helper(NamedTuple):
    """Somebody who helps with a goal, and with what (if that was said)."""

    name: str
    slug: str
    helps_with: str | None


class Progress(NamedTuple):
    """A step forward, on its day."""

    on: date
    text: str


@dataclass(frozen=True, slots=True)
class Goal(Record):
    """A goal; `criteria`: done when; `progress` newest first; `closed_on`: the day it was achieved or dropped."""

    VIEW: ClassVar[str] = "goals"
    DAYS: ClassVar[tuple[str, ...]] = ("target_on", "reviewed_on", "snooze_until", "closed_on")
    LISTS: ClassVar[tuple[str, ...]] = ("contacts", "topics", "progress")

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

    @classmethod
    def item(cls, name: str, value: Any) -> Any:
        """Helpers and steps forward as values of their own."""
        if name == "contacts":
            return Helper(**value)
        return Progress(date.fromisoformat(value["on"]), value["text"]) if name == "progress" else value
