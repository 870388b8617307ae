"""A store is sound when SQLite says so and its tables, triggers and views are those of a new one."""

import sqlite3
from contextlib import closing

import pytest

from lnet.store.check import differences, objects, unsound
from lnet.store.connect import APPLICATION_ID, Store, open_store
from tests.conftest import TODAY


def test_a_new_and_a_migrated_store_are_sound(store: Store) -> None:
    """Neither differs from what our scripts make, whatever the order of its constraints."""
    old = store.path.with_name("old.db")
    with closing(sqlite3.connect(old)) as db:
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    with closing(open_store(old, TODAY)) as migrated:
        assert list(differences(migrated.db)) == []
        assert unsound(old, 1) is None
    assert list(differences(store.db)) == []
    assert unsound(store.path, 1) is None


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        ("DROP TRIGGER journal_contact_UPDATE", "the trigger journal_contact_UPDATE is missing"),
        ("DROP VIEW people", "the view people is missing"),
        ("DROP INDEX contact_key", "the index contact_key is missing"),
        ("CREATE TRIGGER spy AFTER INSERT ON contact BEGIN DELETE FROM step; END", "the trigger spy is not ours"),
        ("CREATE VIEW mine AS SELECT 1", "the view mine is not ours"),
        ("CREATE UNIQUE INDEX one ON contact (field)", "the index one is not ours"),
        ("ALTER TABLE contact ADD COLUMN more TEXT", "the table contact is not ours"),
        ("DROP VIEW people; CREATE VIEW people AS SELECT * FROM contact", "the view people is not ours"),
    ],
)
def test_what_another_program_did_to_the_schema_is_found(store: Store, tampering: str, found: str) -> None:
    """What is missing, changed, or could do anything is named."""
    store.db.executescript(tampering)
    assert list(differences(store.db)) == [found]
    error = unsound(store.path, 1)
    assert error is not None
    assert found in error.message


@pytest.mark.parametrize(
    "own",
    [
        "CREATE TABLE mine (x)",
        "CREATE TABLE mine (x); CREATE UNIQUE INDEX one ON mine (x)",
        "CREATE INDEX mine ON contact (field)",
        "ANALYZE",
    ],
)
def test_what_does_no_harm_is_no_difference(store: Store, own: str) -> None:
    """A person may keep a table, an index or statistics of their own."""
    store.db.executescript(own)
    assert list(differences(store.db)) == []


def test_a_value_that_no_constraint_allows_is_found(store: Store) -> None:
    """SQLite's check looks at constraints too: a day that a flipped bit has made of another."""
    store.db.execute("INSERT INTO contact (name, key, slug) VALUES ('ada', 'ada', 'ada')")
    store.db.execute("PRAGMA ignore_check_constraints = ON")
    store.db.execute("UPDATE contact SET created_on = '2026-16-15'")
    error = unsound(store.path, 1)
    assert error is not None
    assert "SQLite's own check" in error.message


def test_what_cannot_be_checked_is_not_called_unsound(store: Store) -> None:
    """A file that is not there, or locked, says nothing."""
    assert unsound(store.path.with_name("none.db"), 0) is None
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert unsound(store.path, 0) is None


def test_the_objects_of_a_schema(store: Store) -> None:
    """By kind and name, without SQLite's own."""
    found = objects(store.db)
    assert found["table", "away"][0].startswith(")")
    assert ("table", "sqlite_sequence") not in found
