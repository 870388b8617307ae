"""Contacts as they are read: one person whole, lists, and the look-ups by name."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from lnet.domain.facts import Person
from lnet.store.connect import Store

COLUMNS = (
    "id, uid, name, slug, nicknames, aims, roles, field, organisation, title, location, topics, how_met, met_on,"
    " introduced_by, circle, every_days, status, snooze_until, clock_from, first_due, birthday, share, note, extra,"
    " imported_from, created_on, created_at, updated_at, last_on, first_on, contact_days, gap_twice, agreed_days,"
    " address_book"
)
LISTS = ("nicknames", "aims", "roles", "topics")
DAYS = ("met_on", "snooze_until", "clock_from", "first_due", "created_on", "last_on", "first_on")


class Contact(NamedTuple):
    """A contact whole, with its figures; `every_days` is the explicit cadence (None: not set, 0: never)."""

    id: int
    uid: str
    name: str
    slug: str
    nicknames: tuple[str, ...]
    aims: tuple[str, ...]
    roles: tuple[str, ...]
    field: str | None
    organisation: str | None
    title: str | None
    location: str | None
    topics: tuple[str, ...]
    how_met: str | None
    met_on: date | None
    introduced_by: str | None
    circle: str | None
    every_days: int | None
    status: str
    snooze_until: date | None
    clock_from: date | None
    first_due: date | None
    birthday: str | None
    share: str
    note: str | None
    extra: dict[str, Any]
    imported_from: str | None
    created_on: date
    created_at: str
    updated_at: str
    last_on: date | None
    first_on: date | None
    contact_days: int
    gap_twice: int | None
    agreed_days: int | None
    address_book: bool

    def facts(self) -> Person:
        """What the reminder engine is told about them."""
        return Person(
            id=self.id, uid=self.uid, name=self.name, slug=self.slug, created_on=self.created_on, status=self.status,
            circle=self.circle, roles=self.roles, every_days=self.every_days, agreed_days=self.agreed_days,
            last_on=self.last_on, first_on=self.first_on, contact_days=self.contact_days, gap_twice=self.gap_twice,
            clock_from=self.clock_from, first_due=self.first_due, snooze_until=self.snooze_until,
        )  # fmt: skip


class Method(NamedTuple):
    """A way to reach somebody."""

    kind: str
    value: str
    label: str | None
    primary: bool


def contact_of(row: Sequence[Any]) -> Contact:
    values = dict(zip(COLUMNS.replace("\n", " ").split(", "), row, strict=True))
    for name in LISTS:
        values[name] = tuple(json.loads(values[name]))
    for name in DAYS:
        values[name] = date.fromisoformat(values[name]) if values[name] else None
    values["extra"] = json.loads(values["extra"])
    values["address_book"] = bool(values["address_book"])
    return Contact(**values)


def get(store: Store, id: int) -> Contact | None:
    """One contact; None if there is none with this id."""
    row = store.db.execute(f"SELECT {COLUMNS} FROM people WHERE id = ?", (id,)).fetchone()
    return contact_of(row) if row else None


def listed(store: Store, where: str = "1", parameters: Sequence[Any] = ()) -> Iterator[Contact]:
    """Contacts that fulfil a condition over the view `people`, by name."""
    query = f"SELECT {COLUMNS} FROM people WHERE {where} ORDER BY name COLLATE NOCASE, id"
    return map(contact_of, store.db.execute(query, tuple(parameters)).fetchall())


def methods(store: Store, id: int) -> tuple[Method, ...]:
    """How to reach somebody, the primary ways first."""
    rows = store.db.execute(
        "SELECT kind, value, label, is_primary FROM method WHERE contact_id = ? ORDER BY is_primary DESC, id", (id,)
    )
    return tuple(Method(kind, value, label, bool(primary)) for kind, value, label, primary in rows)


def first_due_days(store: Store) -> dict[date, int]:
    """How many people have their first-due day on each day to come."""
    rows = store.db.execute(
        "SELECT starts_on, count(*) FROM figure WHERE starts_on >= ? AND rhythm IS NOT NULL GROUP BY starts_on",
        (store.today.isoformat(),),
    )
    return {date.fromisoformat(day): number for day, number in rows}


def is_empty(store: Store) -> bool:
    """Whether nobody and nothing has been recorded yet."""
    anything = ("SELECT 1 FROM contact", "SELECT 1 FROM goal", "SELECT 1 FROM interaction")
    return not any(store.db.execute(query).fetchone() for query in anything)
