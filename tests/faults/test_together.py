"""Several processes at one store: many that write at once, and one that stops in the middle of it."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from lnet.store.audit import audit
from tests.faults.sample import ROOT, environment, lnet
from tests.store.content import content_of

# A log that holds the lock and stops.
STOPPED = """
import os, signal, sys
from datetime import date
from pathlib import Path
from lnet.store.connect import open_store
from lnet.store.journal import step
with step(open_store(Path(sys.argv[1]), date(2026, 6, 15)), "log") as open_:
    open_.db.execute("UPDATE contact SET note = 'half'")
    os.kill(os.getpid(), signal.SIGSTOP)
"""
# So many logs, one after the other; prints the step of each.
LOGS = """
import json, os, sys
from tests.faults.sample import run
from tests.faults import forked
from pathlib import Path
forked.import_all()
for number in range(int(sys.argv[2])):
    ended = run(["log", f"coffee with Grace Okafor about {os.getpid()} and {number}", "--json"], Path(sys.argv[1]))
    print(json.loads(ended.out)["data"]["undo"] if ended.status == 0 else ended, flush=True)
"""


@pytest.fixture
def store(sample: Path, tmp_path: Path) -> Path:
    """A store of the test's own."""
    return Path(shutil.copyfile(sample, tmp_path / "lnet.db"))


@contextmanager
def frozen(store: Path) -> Iterator[None]:
    """A process that holds the lock of a step, and is stopped; at the end it goes on."""
    with subprocess.Popen([sys.executable, "-c", STOPPED, str(store)]) as holder:
        try:
            os.waitid(os.P_PID, holder.pid, os.WSTOPPED)
            yield
        finally:
            holder.send_signal(signal.SIGCONT)


def test_the_lock_of_a_stopped_process(store: Path) -> None:
    """Reading works and shows what was, writing waits as long as it is told and ends with 5; then it goes on."""
    before = content_of(store)
    with frozen(store):
        waits = environment(store, LNET_BUSY_SECONDS="0.3")
        for words, status in ((["contact", "list"], 0), (["log", "tea with Ravi Patel"], 5), (["undo"], 5)):
            begun = time.monotonic()
            ran = subprocess.run(lnet(*words), env=waits, capture_output=True, text=True)
            assert ran.returncode == status, ran
            assert status == 0 or time.monotonic() - begun > 0.3
            assert status == 0 or ran.stderr == (
                f"lnet: the store is busy: {store} (waited 0.3 s) · another lnet is writing; try again\n"
            )
        assert content_of(store) == before
    ran = subprocess.run(lnet("log", "tea with Ravi Patel"), env=environment(store), capture_output=True, text=True)
    assert ran.returncode == 0


def logged(store: Path, processes: int, each: int) -> list[str]:
    """What so many processes print that log at the same time."""
    command = [sys.executable, "-c", LOGS, str(store), str(each)]
    running = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(processes)]
    return [line for process in running for line in process.communicate()[0].splitlines()]


@pytest.mark.faults
def test_sixteen_processes_of_forty_logs(store: Path) -> None:
    """All succeed, all are stored, each in a step of its own; prints the figures."""
    before, begun = content_of(store), time.monotonic()
    told = logged(store, 16, 40)
    with closing(sqlite3.connect(store, isolation_level=None)) as db:
        steps = [number for (number,) in db.execute("SELECT id FROM step WHERE words LIKE 'coffee with Grace%about%'")]
        assert list(audit(db)) == []
    errors = [line for line in told if not line.isdigit()]
    print(f"16 × 40 logs at once: {len(errors)} errors, {time.monotonic() - begun:.0f} s")  # noqa: T201  # the figures
    assert errors == []
    assert sorted(map(int, told)) == sorted(steps)[-640:]
    assert len(content_of(store)["interaction"]) == len(before["interaction"]) + 640


def test_four_processes_of_three_logs(store: Path) -> None:
    """As above, as real commands; sixteen of forty in the long run."""
    told = logged(store, 4, 3)
    assert sorted(map(json.loads, told)) == list(range(int(min(told, key=int)), int(min(told, key=int)) + 12))
