"""What an import needs to know beforehand, each in one statement, however many rows the file has."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from lnet.domain.cards import TALK, Address
from lnet.store.connect import Store

COLUMNS = (
    "name", "organisation", "title", "field", "location", "how_met", "met_on", "birthday", "note", "circle",
    "every_days", "introduced_by", "extra",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Origin:
    """A row of provenance: its id, the fingerprint of what had come, and the row it became (None: deleted here)."""

    id: int
    digest: str
    row_id: int | None


@dataclass(slots=True)
class Standing:
    """A contact as it stands: single values by column, and its lists in the order they were written."""

    values: dict[str, Any]
    last_on: str | None
    agreed_days: int | None
    nicknames: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    aims: list[str] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)


def origins(store: Store, source: str, table: str) -> dict[str, Origin]:
    """Everything that ever came from a source into a table, by the source's own keys."""
    rows = store.db.execute(
        f"SELECT p.source_key, p.id, p.digest, t.id FROM provenance p LEFT JOIN {table} t ON t.uid = p.row_uid"
        " WHERE p.source = ? AND p.tbl = ?",
        (source, table),
    )
    return {key: Origin(id, digest, row_id) for key, id, digest, row_id in rows}


def by_uid(store: Store, uids: Collection[str]) -> dict[str, int]:
    """The contacts that have one of these uids: those whom an export of this store has told of."""
    rows = store.db.execute(
        "SELECT uid, id FROM contact WHERE uid IN (SELECT value FROM json_each(?))", (json.dumps(list(uids)),)
    )
    return dict(rows.fetchall())


def contents(store: Store, ids: Collection[int]) -> dict[int, dict[str, Any]]:
    """What had come, by the ids of provenance rows."""
    rows = store.db.execute(
        "SELECT id, content FROM provenance WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
    )
    return {id: json.loads(content) for id, content in rows}


def holders(store: Store, addresses: Iterable[tuple[str, str]]) -> dict[tuple[str, str], list[int]]:
    """Who has each of these addresses (kind and key); an address that nobody has is missing."""
    found: dict[tuple[str, str], list[int]] = {}
    rows = store.db.execute(
        'SELECT m.kind, m."key", m.contact_id FROM json_each(?) a JOIN method m'
        ' ON m.kind = a.value ->> 0 AND m."key" = a.value ->> 1 ORDER BY m.contact_id',
        (json.dumps(list(addresses)),),
    )
    for kind, key, id in rows:
        found.setdefault((kind, key), []).append(id)
    return found


def by_uids(store: Store, uids: Iterable[str]) -> dict[str, int]:
    """The ids of contacts by their uids; a uid that nobody has is missing."""
    return dict(store.db.execute(
        "SELECT uid, id FROM contact WHERE uid IN (SELECT value FROM json_each(?))", (json.dumps(list(uids)),)
    ))  # fmt: skip


def namesakes(store: Store, keys: Iterable[str]) -> dict[str, list[str]]:
    """The slugs of everybody with one of these names, by the name's key."""
    found: dict[str, list[str]] = {}
    rows = store.db.execute(
        'SELECT "key", slug FROM contact WHERE "key" IN (SELECT value FROM json_each(?)) ORDER BY id',
        (json.dumps(list(keys)),),
    )
    for key, slug in rows:
        found.setdefault(key, []).append(slug)
    return found


def people_called(store: Store, keys: Iterable[str]) -> dict[str, list[tuple[int, str, str]]]:
    """Id, name and slug of everybody with one of these names, by the name's key; those in the network come first."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    rows = store.db.execute(
        'SELECT c."key", c.id, c.name, c.slug FROM contact c JOIN figure f ON f.contact_id = c.id'
        ' WHERE c."key" IN (SELECT value FROM json_each(?)) ORDER BY f.address_book, c.id',
        (json.dumps(list(keys)),),
    )
    for at, *who in rows:
        found.setdefault(at, []).append((who[0], who[1], who[2]))
    return found


def slugs(store: Store) -> set[str]:
    """Every slug that is taken, or was before a merge."""
    return {row[0] for row in store.db.execute("SELECT slug FROM contact UNION SELECT slug FROM slug_alias")}


def next_id(store: Store, table: str) -> int:
    """The id that the next new row of a table will have."""
    row = store.db.execute("SELECT seq + 1 FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return int(row[0]) if row else 1


def talks(store: Store, ids: Collection[int]) -> dict[int, dict[str, Any]]:
    """These conversations as they stand, by column."""
    rows = store.db.execute(
        f"SELECT id, {', '.join(TALK)} FROM interaction WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {id: dict(zip(TALK, values, strict=True)) for id, *values in rows}


def standing(store: Store, ids: Collection[int]) -> dict[int, Standing]:
    """These contacts as they stand."""
    wanted = (json.dumps(list(ids)),)
    among = "contact_id IN (SELECT value FROM json_each(?)) ORDER BY id"
    found: dict[int, Standing] = {}
    names = ", ".join(f"c.{name}" for name in COLUMNS)
    for id, last_on, agreed_days, aims, *values in store.db.execute(
        f"SELECT c.id, f.last_on, f.agreed_days, c.aims, {names} FROM contact c JOIN figure f ON f.contact_id = c.id"
        " WHERE c.id IN (SELECT value FROM json_each(?))",
        wanted,
    ):
        found[id] = Standing(dict(zip(COLUMNS, values, strict=True)), last_on, agreed_days, aims=json.loads(aims))
        found[id].values["extra"] = json.loads(found[id].values["extra"])
    for id, name in store.db.execute(f"SELECT contact_id, name FROM nickname WHERE {among}", wanted):
        found[id].nicknames.append(name)
    for id, role in store.db.execute(f"SELECT contact_id, role FROM contact_role WHERE {among}", wanted):
        found[id].roles.append(role)
    for id, topic in store.db.execute(f"SELECT contact_id, topic FROM contact_topic WHERE {among}", wanted):
        found[id].topics.append(topic)
    for id, kind, value, label, primary in store.db.execute(
        f"SELECT contact_id, kind, value, label, is_primary FROM method WHERE {among}", wanted
    ):
        found[id].addresses.append(Address(kind, value, label, bool(primary)))
    return found
