"""Copies of the store: whole, checked, their owner's alone."""

import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from lnet.errors import BusyError, FileError, StoreError
from lnet.store.backup import back_up
from lnet.store.connect import Store
from lnet.store.journal import step
from tests.store.content import content, content_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def used(store: Store) -> Store:
    """A store with somebody in it."""
    with step(store, "seed"):
        store.db.execute("INSERT INTO contact (name, key, slug) VALUES ('ada', 'ada', 'ada')")
    return store


def test_a_backup_is_the_store_as_it_was_last_committed(used: Store) -> None:
    """Also while somebody is in the middle of a step: that is not in it."""
    before = content(used.db)
    with closing(sqlite3.connect(used.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM contact")
        made = back_up(used.path, "by-hand")
    assert content_of(made) == before


def test_backups_of_one_second_do_not_meet(used: Store) -> None:
    """Each has a name of its own, with the store's name, the UTC time and the reason in it; none is left unfinished."""
    made = [back_up(used.path, "by-hand") for _ in range(3)]
    assert len(set(made)) == 3
    assert {path.parent for path in made} == {used.path.parent / "backups"}
    assert {*made} == {*made[0].parent.iterdir()}
    assert all(path.name.startswith("lnet-2") and "Z-by-hand" in path.name for path in made)


def test_a_backup_is_its_owners_alone(used: Store) -> None:
    """0600 in 0700, also where the folder was open to others."""
    (used.path.parent / "backups").mkdir(mode=0o755)
    made = back_up(used.path, "by-hand")
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700


def test_a_damaged_store_makes_no_backup(used: Store) -> None:
    """What does not pass the check gets no name, so that no good backup is ever pushed out by a bad one."""
    with closing(sqlite3.connect(used.path)) as db:
        page = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'change_row'").fetchone()[0]
    with used.path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xa5" * 4096)
    with pytest.raises(StoreError, match="damaged"):
        back_up(used.path, "by-hand")
    assert list((used.path.parent / "backups").iterdir()) == []


def test_a_backup_waits_for_the_lock(used: Store) -> None:
    """While a commit goes on there is nothing to copy; after the time to wait it is exit 5."""
    with closing(sqlite3.connect(used.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(BusyError):
            back_up(used.path, "by-hand", 0.01)
    assert list((used.path.parent / "backups").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(used: Store) -> None:
    """A file stands where the folder would be."""
    folder: Path = used.path.parent / "backups"
    folder.write_text("")
    with pytest.raises(FileError, match=f"cannot back up to {folder}"):
        back_up(used.path, "by-hand")
