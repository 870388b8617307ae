"""Contacts as they are read: one person whole, lists, and the look-ups by name."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
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


class Name(NamedTuple):
    """Somebody found by a name, with what tells them from others of it."""

    id: int
    name: str
    slug: str
    nicknames: tuple[str, ...]
    address_book: bool


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


# --- look-ups by name -------------------------------------------------------------------------------------------

NAME = (
    "SELECT c.id, c.name, c.slug,"
    " (SELECT json_group_array(name) FROM nickname n WHERE n.contact_id = c.id), f.address_book"
    " FROM contact c JOIN figure f ON f.contact_id = c.id"
)


def names_of(rows: Iterable[Any]) -> list[Name]:
    return [Name(id, name, slug, tuple(json.loads(nicknames)), bool(book)) for id, name, slug, nicknames, book in rows]


def by_slug(store: Store, slug: str) -> list[Name]:
    """Who has (or had, before a merge) this slug; at most one."""
    query = f"{NAME} WHERE c.slug = ?1 UNION {NAME} JOIN slug_alias a ON a.contact_id = c.id WHERE a.slug = ?1"
    return names_of(store.db.execute(query, (slug,)))


def by_id(store: Store, id: int) -> list[Name]:
    """Who has this id; at most one."""
    return names_of(store.db.execute(f"{NAME} WHERE c.id = ?", (id,)))


def by_key(store: Store, key: str) -> list[Name]:
    """Everybody of this full name."""
    return names_of(store.db.execute(f'{NAME} WHERE c."key" = ? ORDER BY c.id', (key,)))


def by_very_name(store: Store, name: str) -> list[Name]:
    """Everybody whose name is spelled just so."""
    return names_of(store.db.execute(f"{NAME} WHERE c.name = ? ORDER BY c.id", (name,)))


def by_nickname(store: Store, key: str) -> list[Name]:
    """Everybody of this nickname."""
    query = f'{NAME} WHERE c.id IN (SELECT contact_id FROM nickname WHERE "key" = ?) ORDER BY c.id'
    return names_of(store.db.execute(query, (key,)))


def by_word(store: Store, word: str) -> list[Name]:
    """Everybody with this word in their name or a nickname."""
    query = f"{NAME} WHERE c.id IN (SELECT contact_id FROM search_name WHERE word = ?) ORDER BY c.id"
    return names_of(store.db.execute(query, (word,)))


def by_prefix(store: Store, key: str, limit: int = 50) -> list[Name]:
    """Those whose full name or slug starts like this."""
    where = '(c."key" >= ?1 AND c."key" < ?2) OR (c.slug >= ?1 AND c.slug < ?2)'
    query = f"{NAME} WHERE {where} ORDER BY f.address_book, c.name LIMIT ?3"
    return names_of(store.db.execute(query, (key, key + "\U0010ffff", limit)))


def by_words(store: Store, words: Sequence[str]) -> list[Name]:
    """Everybody a sentence with these words may name: a word of theirs is in it; of the address book, all words."""
    query = f"""
        {NAME} JOIN (
          SELECT contact_id, count(*) AS hits FROM search_name
          WHERE word IN (SELECT value FROM json_each(?)) GROUP BY contact_id
        ) h ON h.contact_id = c.id
        WHERE f.address_book = 0 OR h.hits > length(c."key") - length(replace(c."key", ' ', '')) ORDER BY c.id
    """
    return names_of(store.db.execute(query, (json.dumps(words),)))


def words_like(store: Store, start: str, limit: int = 3000) -> list[str]:
    """The distinct words of names that begin with `start`, for suggestions."""
    query = "SELECT DISTINCT word FROM search_name WHERE word >= ? AND word < ? LIMIT ?"
    return [row[0] for row in store.db.execute(query, (start, start + "\U0010ffff", limit))]


def first_due_days(store: Store) -> dict[date, int]:
    """How many people have their first-due day on each day to come."""
    rows = store.db.execute(
        "SELECT starts_on, count(*) FROM figure WHERE starts_on >= ? AND rhythm IS NOT NULL GROUP BY starts_on",
        (store.today.isoformat(),),
    )
    return {date.fromisoformat(day): number for day, number in rows}


def named_rows(cursor: sqlite3.Cursor) -> list[dict[str, Any]]:
    """The rows of a query as objects of its column names."""
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
