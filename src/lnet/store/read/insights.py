"""Insights as they are read."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from lnet.store.connect import Store
from lnet.store.read.records import View

NEWEST = "learned_on DESC, id DESC"


class Insight(NamedTuple):
    """What was learned: `contact` from whom, `value` whether it was applied or has realised its worth."""

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


INSIGHTS = View("insights", Insight, columns={"on": "learned_on"}, days=("on", "applied_on"), lists={"topics": str})


def count(store: Store, where: str, parameters: Sequence[Any]) -> int:
    """How many insights fulfil a condition over the view."""
    return int(store.db.execute(f"SELECT count(*) FROM insights WHERE {where}", parameters).fetchone()[0])
