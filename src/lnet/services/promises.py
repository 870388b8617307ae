"""Promises: made, kept, renegotiated, released. Every change is one step, undone as one."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lnet.domain.names import clean
from lnet.errors import BadInputError
from lnet.services.names import Who
from lnet.services.references import refs
from lnet.services.saved import Saved, already, get_all
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.read.promises import DUE_FIRST, PROMISES, Promise
from lnet.store.write import promise as write
from lnet.store.write.line import line
from lnet.store.write.rows import Value, update


def get(store: Store, ids: Sequence[int]) -> tuple[Promise, ...]:
    """These promises, in the order given; raises NotFoundError for an id that is none."""
    return get_all(store, PROMISES, "promise", ids)


def add(store: Store, who: Who, text: str, due_on: date | None = None, *, owed_by: str = "me") -> Saved[Promise]:
    """Note what I promised somebody (or they me, with `owed_by` "them"). Undo takes it away.

    Raises BadInputError for an empty text.
    """
    with step(store, "promise add", f"{who.slug} {clean(text)}") as open_:
        id = write.add(open_, who.id, text, owed_by=owed_by, due_on=due_on)
    return Saved(get(store, [id]), open_.id)


def edit(store: Store, ids: Sequence[int], values: Mapping[str, Value]) -> Saved[Promise]:
    """Set columns of several promises (None clears the day). Undo sets them back. Raises BadInputError: empty text."""
    tidy = dict(values)
    if "text" in tidy:
        tidy["text"] = line(str(tidy["text"] or ""), "a promise")
    with step(store, "promise edit", refs("promise", ids)) as open_:
        for id in ids:
            update(open_, "promise", id, **tidy)
    return Saved(get(store, ids), open_.id)


def close(store: Store, ids: Sequence[int], status: str, command: str) -> Saved[Promise]:
    """Mark promises "kept" or "released", today. Undo opens them again."""
    with step(store, command, refs("promise", ids)) as open_:
        same = [id for id in ids if not write.close(open_, id, status)]
    return Saved(get(store, ids), open_.id, already("promise", same, status))


def renegotiate(store: Store, ids: Sequence[int], due_on: date) -> Saved[Promise]:
    """Agree on another day: still owed, and the first day is kept. Undo gives back the day before.

    Raises BadInputError for a day that has passed.
    """
    refuse_past(due_on, store.today)
    with step(store, "promise renegotiate", f"{refs('promise', ids)} {due_on.isoformat()}") as open_:
        for id in ids:
            write.renegotiate(open_, id, due_on)
    return Saved(get(store, ids), open_.id)


def refuse_past(day: date, today: date) -> None:
    """Raise BadInputError for a new day that has passed."""
    if day < today:
        raise BadInputError(f"{day.isoformat()} has passed; a new day lies ahead")


class Filter(NamedTuple):
    """Which promises a list shows; by default those still owed, by either."""

    owed_by: str | None = None
    slugs: Sequence[str] = ()
    everything: bool = False

    def where(self) -> tuple[str, list[Value]]:
        """The condition over the view `promises`, and its parameters."""
        terms = ["1" if self.everything else "status IN ('open', 'renegotiated')"]
        values: list[Value] = []
        if self.owed_by:
            terms.append("owed_by = ?")
            values.append(self.owed_by)
        if self.slugs:
            terms.append(f"slug IN ({', '.join('?' * len(self.slugs))})")
            values.extend(self.slugs)
        return " AND ".join(terms), values


def listed(store: Store, wanted: Filter, limit: int | None = None) -> list[Promise]:
    """The promises of a list: those owed by their day, the undated after them; then the closed."""
    where, parameters = wanted.where()
    return PROMISES.listed(store, where, parameters, DUE_FIRST, limit)
