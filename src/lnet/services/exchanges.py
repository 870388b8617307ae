"""Exchanges: help given and received. Every change is one step, undone as one."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lnet.domain.names import clean
from lnet.services.names import Who
from lnet.services.references import refs
from lnet.services.saved import Saved, get_all, happened, needed_day
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.read.exchanges import EXCHANGES, NEWEST, Exchange
from lnet.store.write import exchange as write
from lnet.store.write.line import line
from lnet.store.write.rows import Value, update


def get(store: Store, ids: Sequence[int]) -> tuple[Exchange, ...]:
    """These exchanges, in the order given; raises NotFoundError for an id that is none."""
    return get_all(store, EXCHANGES, "exchange", ids)


def add(
    store: Store, who: Who, text: str, direction: str, *, kind: str = "other", on: date | None = None
) -> Saved[Exchange]:
    """Note help "given" to somebody or "received" from them, today or on its day. Undo takes it away.

    Raises BadInputError for an empty text, DateError for a day to come.
    """
    day = happened(on, store.today)
    with step(store, "exchange add", f"{who.slug} {clean(text)}") as open_:
        id = write.add(open_, who.id, direction, text, kind=kind, on=day)
    return Saved(get(store, [id]), open_.id)


def edit(store: Store, ids: Sequence[int], values: Mapping[str, Value]) -> Saved[Exchange]:
    """Set columns of several exchanges. Undo sets them back.

    Raises BadInputError for an empty text or day, DateError for a day to come.
    """
    tidy = dict(values)
    if "text" in tidy:
        tidy["text"] = line(str(tidy["text"] or ""), "an exchange")
    if "occurred_on" in tidy:
        tidy["occurred_on"] = needed_day(tidy["occurred_on"], store.today)
    with step(store, "exchange edit", refs("exchange", ids)) as open_:
        for id in ids:
            update(open_, "exchange", id, **tidy)
    return Saved(get(store, ids), open_.id)


class Filter(NamedTuple):
    """Which exchanges a list shows; by default all, either way."""

    direction: str | None = None
    kind: str | None = None
    people: Sequence[int] = ()
    since: date | None = None

    def where(self) -> tuple[str, list[Value]]:
        """The condition over exchanges, and its parameters."""
        terms: list[tuple[str, Value]] = [
            ("direction = ?", self.direction),
            ("kind = ?", self.kind),
            ("contact_id IN (SELECT value FROM json_each(?))", json.dumps(self.people) if self.people else None),
            ("occurred_on >= ?", self.since.isoformat() if self.since else None),
        ]
        used = [(term, value) for term, value in terms if value is not None]
        return " AND ".join(["1", *(term for term, _ in used)]), [value for _, value in used]


def listed(store: Store, wanted: Filter, limit: int | None = None) -> list[Exchange]:
    """The exchanges of a list, the newest first."""
    where, parameters = wanted.where()
    return EXCHANGES.listed(store, where, parameters, NEWEST, limit)
