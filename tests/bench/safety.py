"""What safety costs a `log`, and the morning's list: the same program and network with and without it, in turns.

Without: no journal, no digest, SQLite's own settings in place of ours, no look at the day's backup. The program has no
switch for any of it; the journal is left out by dropping its triggers, the rest by replacing functions in the process
that is measured.
"""

import shutil
import sqlite3
import statistics
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from tests.bench.journalled import journalled
from tests.bench.measure import Run, middle, run
from tests.bench.measured import SENTENCE

PROGRAM = """
import gc, sys
gc.set_threshold(100_000)
from lnet.__main__ import leave
from lnet.cli import run
from lnet.store import journal
{without}
leave(run.run(sys.argv[1:]))
"""
NO_DIGEST = "journal.seal = lambda db, step: db.execute('UPDATE step SET open = 0 WHERE id = ?', (step,))\n"
NO_SETTINGS = "journal.prepare_to_write = lambda db: None\n"
NO_BACKUP = "run.back_up_daily = lambda: None\n"


class Variant(NamedTuple):
    """A program that logs: what is left out of it, in Python, and whether the journal is."""

    title: str
    without: str = ""
    journal: bool = True


SAFE = Variant("with all of it")
VARIANTS = (
    SAFE,
    Variant("no journal, no digest", NO_DIGEST, journal=False),
    Variant("no digest", NO_DIGEST),
    Variant("SQLite's own settings", NO_SETTINGS),
    Variant("no look at the backup", NO_BACKUP),
    Variant("with none of it", NO_DIGEST + NO_SETTINGS + NO_BACKUP, journal=False),
)
HEADER = "{:24}       ms  safety costs   in cpu"
COMMANDS = (("log", SENTENCE), ("followups",))


def measure(image: Path, folder: Path, environment: Mapping[str, str], runs: int, say: Callable[[str], None]) -> None:
    """Print for each command a line a variant: its medians, and by how much the whole of safety is dearer than it."""
    stores = {journal: store(image, folder, journal=journal) for journal in (True, False)}
    for words in COMMANDS:
        taken: dict[str, list[Run]] = {each.title: [] for each in VARIANTS}
        for turn in range(runs + 1):
            for each in VARIANTS:
                more = {"LNET_DB": str(stores[each.journal])}
                one = run(["-c", PROGRAM.format(without=each.without), *words], {**environment, **more}, str(folder))
                assert one.status == 0, each.title
                if turn:  # the first warms up the files
                    taken[each.title].append(one)
        say(HEADER.format(words[0]))
        for each in VARIANTS:
            say(line(each.title, taken[each.title], taken[SAFE.title]))


def store(image: Path, folder: Path, *, journal: bool) -> Path:
    """A store of the network, its history in it, of which a backup was made today; perhaps without the journal."""
    path = folder / ("safe" if journal else "unsafe") / "lnet.db"
    (path.parent / "backups").mkdir(parents=True)
    (path.parent / "backups" / f"lnet-{datetime.now(UTC):%Y%m%dT%H%M%SZ}-daily.db").touch()
    journalled(image, path) if journal else shutil.copyfile(folder / "safe" / "lnet.db", path)
    path.chmod(0o600)
    if not journal:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            found = db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'journal%'")
            for (name,) in found.fetchall():
                db.execute(f'DROP TRIGGER "{name}"')
    return path


def line(title: str, some: list[Run], safe: list[Run]) -> str:
    """A variant's median, and how much dearer the safe one was: by the clock, the median over the pairs; in time of
    the processor, between the quickest, which other programs disturb least."""
    dearer = statistics.median(a.seconds / b.seconds - 1 for a, b in zip(safe, some, strict=True))
    cpu = min(each.cpu_seconds for each in safe) / min(each.cpu_seconds for each in some) - 1
    return f"{title:24} {middle(some).seconds * 1000:8.1f} {dearer:13.1%} {cpu:8.1%}"
