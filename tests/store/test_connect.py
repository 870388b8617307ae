"""The one connection factory."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from lnet.errors import StoreError
from lnet.store import connect, journal
from lnet.store.connect import OLDEST_SQLITE, Store, create, open_store, refuse_an_old_sqlite
from lnet.store.journal import step
from tests.conftest import TODAY
from tests.store import image


def test_a_python_with_an_old_sqlite_is_told_so() -> None:
    """Instead of a syntax error somewhere: what there is, and what is needed."""
    refuse_an_old_sqlite(OLDEST_SQLITE)
    with pytest.raises(StoreError, match=r"SQLite 3\.37\.2; lnet needs 3\.38\.0"):
        refuse_an_old_sqlite((3, 37, 2))


def made(path: Path) -> tuple[list[str], str, int]:
    """A new store at `path`: all its SQL but the uid of its device, that uid, and the file's permissions."""
    create(path)
    with closing(sqlite3.connect(path)) as db:
        uid = str(db.execute("SELECT uid FROM device").fetchone()[0])
        dumped = [line.replace(uid, "uid") for line in db.iterdump()]
        pragmas = [str(db.execute(f"PRAGMA {name}").fetchone()) for name in ("application_id", "user_version")]
    return [*dumped, *pragmas], uid, stat.S_IMODE(path.stat().st_mode)


def test_the_stores_of_the_tests_are_those_of_everybody(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copied store is what the schema makes, private, and each has a device of its own."""
    copies = [made(home / name) for name in ("one.db", "two.db")]
    monkeypatch.setattr(connect, "build", image.build)
    built = made(home / "built.db")
    assert [text for text, _, _ in copies] == [built[0]] * 2
    assert len({uid for _, uid, _ in (*copies, built)}) == 3
    assert all(len(uid) == len(built[1]) for _, uid, _ in copies)
    assert {mode for *_, mode in (*copies, built)} == {0o600}


def test_a_step_waits_for_the_disk(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pragmas that lost nothing in simulated power cuts (the other tests do without the waiting)."""
    monkeypatch.setattr(journal, "prepare_to_write", connect.prepare_to_write)
    pragmas = ("journal_mode", "synchronous", "recursive_triggers", "secure_delete", "foreign_keys")
    opened = open_store(store.path, TODAY)
    with closing(opened.db), step(opened, "seed"):
        held = [opened.db.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]
    assert held == ["truncate", 3, 1, 1, 1]


def test_a_step_leaves_no_file_elsewhere(store: Store) -> None:
    """What SQLite keeps aside while a statement runs is in memory, not in a file where all programs put theirs."""
    with step(store, "contact add") as open_:
        assert open_.db.execute("PRAGMA temp_store").fetchone() == (2,)


def test_a_kept_connection_is_as_good_as_a_new_one(store: Store, home: Path) -> None:
    """Who closed a store can no longer use it; who opens it again sees what was written, or put in its place."""
    other = open_store(home / "other.db", TODAY)
    for each, name in ((store, "ada"), (other, "bob")):
        with step(each, "seed"):
            each.db.execute("INSERT INTO contact (name, key, slug) VALUES (?1, ?1, ?1)", (name,))
        each.close()
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            each.db.execute("SELECT 1")
    for written in (lambda: None, lambda: store.path.write_bytes(other.path.read_bytes())):
        written()
        again = open_store(store.path, TODAY)
        held = again.db.execute("SELECT name FROM contact").fetchall()
        again.close()
    assert held == [("bob",)]
    store.path.unlink()
    with closing(open_store(store.path, TODAY).db) as db:
        assert db.execute("SELECT count(*) FROM contact").fetchone() == (0,)
