"""Rows of the published views as values: days as dates, lists as tuples, in the order of the value's fields."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Generic, TypeVar

from lnet.store.connect import Store

Thing = TypeVar("Thing")
NOTHING: Mapping[str, Any] = {}


class View(Generic[Thing]):
    """A view (or a query in brackets) whose rows are values of one kind, a named tuple.

    The fields are columns by the same name, but for what `columns` renames. `days` and `flags` name the fields that are
    dates and truths; `lists` those that are JSON lists, with what makes a value of an item.
    """

    def __init__(
        self, source: str, make: type[Thing], *, columns: Mapping[str, str] = NOTHING, days: Sequence[str] = (),
        flags: Sequence[str] = (), lists: Mapping[str, Callable[[Any], Any]] = NOTHING,
    ) -> None:  # fmt: skip
        self.source, self.make = source, make
        self.fields: tuple[str, ...] = make._fields  # type: ignore[attr-defined]  # a named tuple, always
        self.columns = ", ".join(f'"{columns.get(name, name)}"' for name in self.fields)
        self.days, self.flags, self.lists = days, flags, lists

    def of(self, row: Sequence[Any]) -> Thing:
        """The value of one row."""
        values = dict(zip(self.fields, row, strict=True))
        for name in self.days:
            values[name] = date.fromisoformat(values[name]) if values[name] else None
        for name, item in self.lists.items():
            values[name] = tuple(item(each) for each in json.loads(values[name]))
        for name in self.flags:
            values[name] = bool(values[name])
        return self.make(**values)

    def listed(
        self,
        store: Store,
        where: str = "1",
        parameters: Sequence[Any] = (),
        order: str = "id",
        limit: int | None = None,
    ) -> list[Thing]:
        """The values that fulfil a condition over the view, in order; at most `limit`. One statement."""
        query = f"SELECT {self.columns} FROM {self.source} WHERE {where} ORDER BY {order} LIMIT ?"
        rows = store.db.execute(query, (*parameters, -1 if limit is None else limit))
        return [self.of(row) for row in rows]

    def by_ids(self, store: Store, ids: Iterable[int]) -> list[Thing]:
        """The values with these ids, by id; ids that are none are left out."""
        return self.listed(store, "id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),))
