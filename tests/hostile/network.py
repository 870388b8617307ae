"""The sample network with a hostile text in every field that people can write, whatever tables there are."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from sqlalchemy import CheckConstraint, Column, Table, Text
from sqlmodel import SQLModel

from lnet.domain.addresses import address_key
from lnet.domain.names import clean, key
from lnet.services import demo
from lnet.store.connect import Store, open_store
from lnet.store.journal import Step, step
from lnet.store.tables import Json
from lnet.store.write.rows import Value, update
from tests.hostile.texts import CORE, LONG, WITH_LINES, called, evil

Words = Callable[[int], str]
# Made by the store or by a program, or of a form of its own.
NOT_WRITTEN = ("uid", "key", "slug", "birthday", "time", "imported_from", "created_at", "updated_at", "functions")
KEPT_BY_THE_STORE = ("device", "step", "change", "provenance", "slug_alias")
# Fields that may have several lines; those of the first rows are very long, and have them.
LONGER = ("note", "their_words", "differences", "retrospective", "why", "purpose", "text")


def build(path: Path, text: Words = evil, name: Words = called) -> None:
    """The sample at `path`: each text is another `text(number)`, what people are called another `name(number)`."""
    demo.build(path)
    store = open_store(path, demo.TODAY)
    numbers = count(1)
    with step(store, "log", f"tea with {CORE}") as open_:
        for table in SQLModel.metadata.sorted_tables:
            columns = [*free(table)]
            for id in ids(store, table) if columns else ():
                said = [(name if of_people(column) else text)(next(numbers)) for column in columns]
                rewrite(open_, table, id, dict(zip(columns, said, strict=True)))
    store.close()


def free(table: Table) -> Iterator[Column[str]]:
    """The columns of a table in which people write what they like."""
    held = " ".join(str(each.sqltext) for each in table.constraints if isinstance(each, CheckConstraint))
    for column in table.columns if table.name not in KEPT_BY_THE_STORE else ():
        worded = f"{column.name} IN (" in held or column.name in NOT_WRITTEN or column.foreign_keys
        if isinstance(column.type, Text | Json) and not worded:
            yield column


def of_people(column: Column[str]) -> bool:
    """Whether somebody is called by it."""
    return str(column) in ("contact.name", "nickname.name")


def ids(store: Store, table: Table) -> list[int]:
    return [id for (id,) in store.db.execute(f"SELECT id FROM {table.name} ORDER BY id")]


def rewrite(open_: Step, table: Table, id: int, texts: dict[Column[str], str]) -> None:
    """Other texts in these columns of a row; its key follows."""
    values: dict[str, Value] = {column.name: value(column, id, text) for column, text in texts.items()}
    named = next((str(values[name]) for name in ("name", "title") if name in values), None)
    if "key" in table.columns and named:
        values["key"] = key(named)
    if table.name == "method":
        values |= {"kind": "handle", "key": address_key("handle", str(values["value"]))}
    assert update(open_, table.name, id, **values)


def value(column: Column[str], id: int, text: str) -> Value:
    """What a field holds: one tidy line, several lines, or a list."""
    if isinstance(column.type, Json):
        return {text: [text]} if column.name == "extra" else [clean(text), f"another {clean(text)}"]
    if column.name in LONGER:
        return {1: f"{LONG} {text}", 2: f"{WITH_LINES} {text}"}.get(id, text)
    return clean(text)
