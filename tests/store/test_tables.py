"""What the database itself refuses, whoever writes: days that are none, words outside a vocabulary, broken JSON."""

import sqlite3

import pytest

from lnet.store.connect import Store
from tests.store.edits import TABLES
from tests.store.memory import new_store


@pytest.fixture(scope="module")
def store() -> Store:
    """A store with one contact and one conversation."""
    made = new_store()
    made.db.execute("INSERT INTO contact (name, key, slug) VALUES ('a', 'a', 'a')")
    made.db.execute("INSERT INTO interaction (occurred_on) VALUES ('2026-06-15')")
    return made


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("contact", "created_on", "soon"),
        ("contact", "created_on", "2026-02-30"),
        ("contact", "met_on", "2026-6-1"),
        ("contact", "circle", "best"),
        ("contact", "circle", ""),
        ("contact", "name", ""),
        ("contact", "name", None),
        ("contact", "every_days", -1),
        ("contact", "every_days", "often"),
        ("contact", "birthday", "--02-30"),
        ("contact", "birthday", "04-15"),
        ("contact", "aims", "a, b"),
        ("contact", "aims", "{}"),
        ("contact", "extra", "[]"),
        ("contact", "extra", '{"a": '),
        ("interaction", "planned", 2),
        ("interaction", "depth", 5),
        ("interaction", "depth", 0),
        ("interaction", "occurred_on", None),
        ("interaction", "occurred_on", "2026-06-15T12:00"),
        ("interaction", "event_id", 7),
    ],
)
def test_a_value_that_means_nothing_is_refused(store: Store, table: str, column: str, value: object) -> None:
    """The constraint stops it, and the row stays as it was."""
    with pytest.raises(sqlite3.IntegrityError):
        store.db.execute(f"UPDATE {table} SET {column} = ?", (value,))


@pytest.mark.parametrize(
    ("column", "value"),
    [("birthday", "--02-29"), ("birthday", "1990-04-15"), ("birthday", None), ("every_days", 0), ("aims", '["ä"]')],
)
def test_a_value_at_the_edge_is_taken(store: Store, column: str, value: object) -> None:
    """29 February without a year, a cadence of never, empty where it may be."""
    store.db.execute(f"UPDATE contact SET {column} = ?", (value,))
    assert store.db.execute(f"SELECT {column} FROM contact").fetchone() == (value,)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_a_day_a_uid_and_timestamps_of_its_own(table: str) -> None:
    """A row written by any client gets them from the store; the day of recording must be a real one."""
    columns = {row[1]: (row[3], row[4]) for row in new_store().db.execute(f"PRAGMA table_info({table})")}
    for name in ("uid", "created_on", "created_at", "updated_at"):
        needed, default = columns[name]
        assert needed
        assert default
    sql = new_store().db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    assert f"CONSTRAINT {table}_created_on_day CHECK (created_on IS date(created_on, '+0 days'))" in sql


def test_uids_are_of_version_7_and_grow_with_time(store: Store) -> None:
    """RFC 9562: the milliseconds first, then version, variant and chance."""
    uids = []
    for number in range(50):
        store.db.execute("INSERT INTO goal (title, key) VALUES (?1, ?1)", (str(number),))
        uids.append(store.db.execute("SELECT uid FROM goal ORDER BY id DESC LIMIT 1").fetchone()[0])
    assert len(set(uids)) == 50
    assert [uid[:13] for uid in uids] == sorted(uid[:13] for uid in uids)
    assert all([len(part) for part in uid.split("-")] == [8, 4, 4, 4, 12] for uid in uids)
    assert {uid[14] for uid in uids} == {"7"}
    assert {uid[19] for uid in uids} <= set("89ab")
    milliseconds = int(uids[0].replace("-", "")[:12], 16)
    now = store.db.execute("SELECT CAST(unixepoch() AS INTEGER)").fetchone()[0]
    assert abs(milliseconds / 1000 - now) < 60
