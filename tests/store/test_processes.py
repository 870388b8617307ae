"""Several processes, and processes that are killed: what was reported as done is stored, whole, and nothing else."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from lnet.store import derived, journal
from lnet.store.connect import Store
from lnet.store.journal import step
from tests.store.content import content_of
from tests.store.writer import ROWS

KILLS = (20, 31, 52, 76, 101, 120, 140, 160)
ROOT = Path(__file__).parents[2]


@pytest.fixture
def shared(store: Store) -> Path:
    """A store with two contacts, closed."""
    with step(store, "seed"):
        for name in ("ada", "bob"):
            store.db.execute("INSERT INTO contact (name, key, slug) VALUES (?1, ?1, ?1)", (name,))
    store.close()
    return store.path


def writer(path: Path, *arguments: int) -> subprocess.Popen[str]:
    """Start a process that writes steps."""
    command = [sys.executable, "-m", "tests.store.writer", str(path), *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def committed(path: Path) -> list[int]:
    """The numbers of the steps that are stored, after a check that the store is sound and every step whole."""
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        steps = db.execute("SELECT id, open, digest FROM step WHERE command = 'log' ORDER BY id").fetchall()
        assert db.execute("SELECT count(*) FROM change").fetchone()[0] == 2 + ROWS * len(steps)
        for number, open_, digest in steps:
            assert (open_, digest) == (0, journal.digest(db, number))
        for table, rows in {"interaction": 1, "participant": 2, "promise": 1, "insight": 1}.items():
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == rows * len(steps)
        return [number for number, *_ in steps]


def test_sixteen_processes_write_at_once(shared: Path) -> None:
    """All succeed, all is stored, each step in one piece."""
    running = [writer(shared, 4) for _ in range(16)]
    done = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [0] * 16, [error for _, error in done]
    told = sorted(int(number) for out, _ in done for number in out.split())
    assert committed(shared) == told == list(range(2, 2 + 64))


@pytest.mark.parametrize("kill_at", KILLS)
def test_a_process_killed_in_the_middle_of_a_step_leaves_the_old_state(shared: Path, kill_at: int) -> None:
    """SIGKILL somewhere in the statements of a step: the next one finds what was reported, and no more."""
    process = writer(shared, 3, kill_at)
    out, _ = process.communicate()
    assert process.returncode == -signal.SIGKILL
    told = [int(number) for number in out.split()]
    assert committed(shared) == told


@pytest.mark.parametrize("share", [0.0005, 0.005, 0.01, 0.03, 0.1, 0.3, 0.5, 0.6])
def test_a_process_killed_in_the_middle_of_a_commit_leaves_the_old_state(shared: Path, share: float) -> None:
    """Killed by a write to the journal, or to the store itself with some pages new and some old: the old state."""
    before = content_of(shared)
    process = writer(shared, 1, 0, int(shared.stat().st_size * share))
    assert process.communicate() == ("", "")
    assert process.returncode == -signal.SIGXFSZ
    assert shared.with_name("lnet.db-journal").stat().st_size > 0
    assert committed(shared) == []
    assert content_of(shared) == before


def test_a_process_killed_anywhere_leaves_what_it_reported(shared: Path) -> None:
    """SIGKILL from outside while steps are being written: each is there or not; what was reported is there."""
    for reported in (1, 3, 2, 5, 1):
        before = committed(shared)
        process = writer(shared, 1000)
        assert process.stdout is not None
        told = [int(process.stdout.readline()) for _ in range(reported)]
        process.kill()
        out, _ = process.communicate()
        told += [int(number) for number in out.split()]
        new = committed(shared)[len(before) :]
        assert new[: len(told)] == told
        assert len(new) <= len(told) + 1  # one may have been committed that could not be reported


def test_what_is_derived_is_whole_after_a_kill(shared: Path) -> None:
    """Figures and index after a kill and a recovery are those of a rebuild."""
    writer(shared, 9, 400).communicate()
    before = content_of(shared)
    with closing(sqlite3.connect(shared, isolation_level=None)) as db:
        derived.refill(db)
    assert content_of(shared) == before


def test_two_first_uses_at_once_agree_on_one_store(home: Path) -> None:
    """Each makes a store, one wins, all use that; nothing half-made is left beside it."""
    path = home / "new" / "lnet.db"
    running = [writer(path, 0) for _ in range(4)]
    assert [process.communicate() for process in running] == [("", "")] * 4
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT count(*) FROM device").fetchone() == (1,)
    assert os.listdir(path.parent) == ["lnet.db"]


def test_a_stopped_writer_blocks_nobody_who_reads(shared: Path) -> None:
    """While another process holds the lock of a step, reading goes on and shows the state before it."""
    with closing(sqlite3.connect(shared, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        db.execute("DELETE FROM contact")
        with closing(sqlite3.connect(shared, timeout=0)) as reader:
            assert reader.execute("SELECT count(*) FROM contact").fetchone() == (2,)
        db.execute("ROLLBACK")
