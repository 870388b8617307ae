"""Insights as they are read."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from lnet.store.read.records import Record

NEWEST = "learned_on DESC, id DESC"


@dataclass(frozen=True, slots=True)
class Insight(Record):
    """What was learned: `contact` from whom, `value` whether it was applied or has realised its worth."""

    VIEW: ClassVar[str] = "insights"
    COLUMNS: ClassVar[dict[str, str]] = {"on": "learned_on"}
    DAYS: ClassVar[tuple[str, ...]] = ("on", "applied_on")
    LISTS: ClassVar[tuple[str, ...]] = ("topics",)

    ref: str
    id: int
    uid: str
    text: str
    contact: str | None
    slug: str | None
    interaction: str | None
    resource: str | None
    goal: str | None
    kind: str
    stance: str | None
    value: str
    on: date
    applied_on: date | None
    topics: tuple[str, ...]
    created_at: str
    updated_at: str
