"""Bringing a backup back: whole or not at all, never anything that cannot be trusted, and nothing lost by it."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from lnet.errors import BusyError, FileError, StoreError
from lnet.store.audit import audit
from lnet.store.backup import back_up
from lnet.store.connect import APPLICATION_ID, Store, connect, open_store
from lnet.store.journal import step
from lnet.store.restore import restore, transfer
from tests.conftest import TODAY
from tests.store.content import content, content_of


def add(store: Store, name: str) -> None:
    """Add somebody."""
    with step(store, "contact add", name):
        store.db.execute("INSERT INTO contact (name, key, slug) VALUES (?1, ?1, ?1)", (name,))


@pytest.fixture
def copy(store: Store) -> Path:
    """A backup with Ada in it; the store has Bob as well since."""
    add(store, "ada")
    made = back_up(store.path, "by-hand")
    add(store, "bob")
    return made


def test_the_store_is_what_the_backup_was_and_what_it_was_is_kept(store: Store, copy: Path) -> None:
    """Both can be told apart afterwards, and going back is a restore, too."""
    before = content(store.db)
    done = restore(store.path, copy)
    assert content_of(store.path) == content_of(copy)
    assert done.kept is not None
    assert content_of(done.kept) == before
    restore(store.path, done.kept)
    assert content_of(store.path) == before


class Source(sqlite3.Connection):
    """The copy, of which the last sync fails once all is written."""

    def backup(self, target: sqlite3.Connection, **options: object) -> None:
        super().backup(target, **options)  # type: ignore[arg-type]  # what it is given
        raise sqlite3.OperationalError("disk I/O error")


def test_whoever_is_using_the_store_goes_on_in_the_new_one(store: Store, copy: Path) -> None:
    """A process that had the store open writes into what was restored, not into a file that nobody sees any more."""
    restore(store.path, copy)
    add(store, "carol")
    with closing(sqlite3.connect(store.path)) as db:
        assert db.execute("SELECT name FROM contact ORDER BY id").fetchall() == [("ada",), ("carol",)]
        assert list(audit(db)) == []


def test_a_store_that_is_gone_comes_back(store: Store, copy: Path) -> None:
    """Also where a stale journal is left beside its place, which would be played back into the new file."""
    store.close()
    store.path.unlink()
    store.path.with_name("lnet.db-journal").write_bytes(copy.read_bytes()[:4096])
    assert restore(store.path, copy).kept is None
    assert content_of(store.path) == content_of(copy)
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


@pytest.mark.parametrize("broken", [b"", b"no database at all, just a text", b"SQLite format 3\0" + b"\xff" * 9000])
def test_a_damaged_store_is_put_aside_and_replaced(store: Store, copy: Path, broken: bytes) -> None:
    """What cannot be copied as a store is kept as a file that says so."""
    store.close()
    store.path.write_bytes(broken)
    done = restore(store.path, copy)
    assert content_of(store.path) == content_of(copy)
    assert done.kept is not None
    assert done.kept.name.startswith("damaged-lnet")
    assert done.kept.read_bytes() == broken


SPY = "CREATE TRIGGER spy AFTER INSERT ON contact BEGIN DELETE FROM step; END"


@pytest.mark.parametrize(
    ("tampering", "why"),
    [
        (SPY, "the trigger spy is not ours"),
        ("CREATE VIEW mine AS SELECT 1", "the view mine is not ours"),
        ("CREATE UNIQUE INDEX one ON contact (field)", "the index one is not ours"),
        ("ALTER TABLE contact ADD COLUMN more TEXT", "the table contact is not ours"),
        ("PRAGMA user_version = 99", "newer lnet"),
        ("PRAGMA application_id = 7", "another program's database"),
        ("UPDATE step SET words = 'x'", "steps that do not match"),
        ("UPDATE change SET after = replace(after, 'ada', 'eda')", "not as the journal left them"),
    ],
)
def test_what_cannot_be_trusted_is_refused(store: Store, copy: Path, tampering: str, why: str) -> None:
    """Foreign triggers and views, another program's file, a newer one, one that does not agree with its journal."""
    before = content(store.db)
    with closing(sqlite3.connect(copy, isolation_level=None)) as db:
        db.execute(tampering)
    tampered = copy.read_bytes()
    with pytest.raises(StoreError, match=why):
        restore(store.path, copy)
    assert content(store.db) == before
    assert copy.read_bytes() == tampered
    assert sorted(path.name for path in store.path.parent.iterdir()) == ["backups", "lnet.db", "lnet.db-journal"]


def test_stale_figures_are_made_anew_on_the_way(store: Store, copy: Path) -> None:
    """What follows from the data is no reason to refuse a backup."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as db:
        db.execute("UPDATE figure SET days = 9")
    restore(store.path, copy)
    with closing(sqlite3.connect(store.path)) as db:
        assert list(audit(db)) == []


def test_a_backup_of_an_older_lnet_is_brought_up_to_date(store: Store, home: Path) -> None:
    """The file itself stays as it was."""
    old = home / "old.db"
    with closing(sqlite3.connect(old)) as db:
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    before = old.read_bytes()
    assert restore(store.path, old).migrated
    assert old.read_bytes() == before
    with closing(open_store(store.path, TODAY)) as opened:
        assert list(audit(opened.db)) == []


def test_a_restore_waits_for_a_writer_and_then_gives_up(store: Store, copy: Path) -> None:
    """Another process is in the middle of a step: nothing is replaced."""
    with closing(connect(store.path, 0)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO device (name) VALUES ('x')")
        with pytest.raises(BusyError):
            restore(store.path, copy, 0.01)
        other.execute("ROLLBACK")
    assert content_of(store.path) == content(store.db)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_named(store: Store, copy: Path) -> None:
    """Nothing is begun where nothing could be kept."""
    store.path.parent.chmod(0o500)
    try:
        with pytest.raises(FileError):
            restore(store.path, copy)
    finally:
        store.path.parent.chmod(0o700)


KILLED = """
import resource, signal, sys
from pathlib import Path
from lnet.store.restore import put
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
put(Path(sys.argv[1]), Path(sys.argv[2]), 1)
"""


@pytest.mark.parametrize("share", [0.0005, 0.01, 0.1, 0.5, 0.9])
def test_a_restore_killed_half_way_leaves_the_store_as_it_was(store: Store, copy: Path, share: float) -> None:
    """By a write to the journal, or to the store with some pages new and some old."""
    before, limit = content(store.db), int(copy.stat().st_size * share)
    store.close()
    child = subprocess.run([sys.executable, "-c", KILLED, str(copy), str(store.path), str(limit)], check=False)
    assert child.returncode == -signal.SIGXFSZ
    with closing(open_store(store.path, TODAY)) as opened:
        assert content(opened.db) == before
        assert list(audit(opened.db)) == []


@pytest.mark.parametrize("again", [True, False])
def test_a_restore_of_which_only_the_last_sync_failed_is_one(
    store: Store, copy: Path, monkeypatch: pytest.MonkeyPatch, again: bool
) -> None:
    """The sync is tried again; if that fails, too, it is said that the store is restored."""
    before = content_of(copy)

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    source = sqlite3.connect(copy, factory=Source)
    with closing(source), closing(connect(store.path, 1)) as target:
        monkeypatch.setattr("lnet.store.journal.sync", (lambda _: None) if again else fail)
        if again:
            transfer(source, target, store.path, 1)
        else:
            with pytest.raises(FileError) as refused:
                transfer(source, target, store.path, 1)
            assert refused.value.hint == "the store is restored all the same, but might not survive a power cut"
    assert content_of(store.path) == before
