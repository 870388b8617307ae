"""What gives a contact away, and where a single word of their name means them."""

import json
import sqlite3
from typing import NamedTuple

from lnet.domain.forgetting import Traces, traces
from lnet.domain.names import key, words
from lnet.store.forget.texts_of import columns_of, journalled_tables

NAMES = "SELECT name FROM contact WHERE id = ?1 UNION SELECT name FROM nickname WHERE contact_id = ?1"
ADDRESSES = """
SELECT value FROM method WHERE contact_id = ?1 UNION SELECT slug FROM slug_alias WHERE contact_id = ?1
UNION SELECT slug FROM contact WHERE id = ?1 AND slug LIKE '%-%'
"""
SHARED = "SELECT DISTINCT word FROM search_name WHERE contact_id <> ?1 AND word IN (SELECT value FROM json_each(?2))"
NAMESAKES = """
SELECT "key" FROM contact WHERE id <> ?1 AND "key" IN (SELECT value FROM json_each(?2))
UNION SELECT "key" FROM nickname WHERE contact_id <> ?1 AND "key" IN (SELECT value FROM json_each(?2))
"""
COMPANY = """
SELECT interaction_id FROM participant WHERE contact_id = ?1
UNION SELECT interaction_id FROM mention WHERE contact_id = ?1
"""


class Marks(NamedTuple):
    """The uid of a contact, their traces anywhere and in what concerns them, and the uids of the rows that do."""

    uid: str
    anywhere: Traces
    close_by: Traces
    near: frozenset[str]

    def of(self, uid: str) -> Traces:
        """The traces to look for in a row."""
        return self.close_by if uid in self.near else self.anywhere


def marks_of(db: sqlite3.Connection, id: int) -> Marks:
    """What gives this contact away, as long as they are there."""
    names = [name for (name,) in db.execute(NAMES, (id,))]
    addresses = [address for (address,) in db.execute(ADDRESSES, (id,))]
    parts = json.dumps([word for name in names for word in words(name)])
    shared = {word for (word,) in db.execute(SHARED, (id, parts))}
    namesakes = {name for (name,) in db.execute(NAMESAKES, (id, json.dumps([*map(key, names)])))}
    (uid,) = db.execute("SELECT uid FROM contact WHERE id = ?", (id,)).fetchone()
    return Marks(uid, *traces(names, addresses, shared, namesakes), frozenset(near_rows(db, id)))


def near_rows(db: sqlite3.Connection, id: int) -> set[str]:
    """The uids of what they took part in or were named in, of what came of it, and of what points at them."""
    company = json.dumps([interaction for (interaction,) in db.execute(COMPANY, (id,))])
    found = set[str]()
    for table in journalled_tables():
        terms = [f"{column} = :id" for column in ("contact_id", "other_id") if column in columns_of(db, table)]
        place = "id" if table == "interaction" else "interaction_id"
        if place in columns_of(db, table):
            terms.append(f"{place} IN (SELECT value FROM json_each(:company))")
        if terms:
            rows = db.execute(f'SELECT uid FROM "{table}" WHERE {" OR ".join(terms)}', {"id": id, "company": company})
            found.update(uid for (uid,) in rows)
    return found
