"""Rows of the published views as frozen values: days as dates, lists as tuples, in the order of the fields."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, ClassVar, Self

from lnet.store.connect import Store


class Record:
    """A row of a view; its fields are columns of the view by the same name, but for what `COLUMNS` renames.

    `DAYS`, `LISTS` and `FLAGS` name the fields that are not the text or number they are stored as. A record with lists
    of objects overrides `item`.
    """

    __slots__ = ()
    VIEW: ClassVar[str]
    COLUMNS: ClassVar[dict[str, str]] = {}
    DAYS: ClassVar[tuple[str, ...]] = ()
    LISTS: ClassVar[tuple[str, ...]] = ()
    FLAGS: ClassVar[tuple[str, ...]] = ()
    id: int

    @classmethod
    def of(cls, row: Sequence[Any]) -> Self:
        """The record of one row, its values in the order of the fields."""
        values = dict(zip((field.name for field in fields(cls)), row, strict=True))  # type: ignore[arg-type]  # a dataclass, always
        for name in cls.DAYS:
            values[name] = date.fromisoformat(values[name]) if values[name] else None
        for name in cls.LISTS:
            values[name] = tuple(cls.item(name, each) for each in json.loads(values[name]))
        for name in cls.FLAGS:
            values[name] = bool(values[name])
        return cls(**values)

    def as_json(self) -> dict[str, Any]:
        """The fields, by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}  # type: ignore[arg-type]  # a dataclass, always

    @classmethod
    def item(cls, name: str, value: Any) -> Any:
        """One item of the list `name`, as it is stored or as a value of its own."""
        return value

    @classmethod
    def listed(
        cls, store: Store, where: str = "1", parameters: Sequence[Any] = (), order: str = "id", limit: int | None = None
    ) -> list[Self]:
        """The records that fulfil a condition over the view, in order; at most `limit`. One statement."""
        columns = ", ".join(f'"{cls.COLUMNS.get(field.name, field.name)}"' for field in fields(cls))  # type: ignore[arg-type]  # a dataclass, always
        query = f"SELECT {columns} FROM {cls.VIEW} WHERE {where} ORDER BY {order} LIMIT ?"
        rows = store.db.execute(query, (*parameters, -1 if limit is None else limit))
        return [cls.of(row) for row in rows]

    @classmethod
    def by_ids(cls, store: Store, ids: Iterable[int]) -> list[Self]:
        """The records with these ids, by id; ids that are none are left out."""
        return cls.listed(store, "id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),))
