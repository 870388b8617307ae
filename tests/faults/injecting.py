"""Each changing system call of a command made to fail: `python -m tests.faults.injecting FOLDER EVERY COMMAND FAULT…`.

A command is watched once; then, on a copy of the same store each time, one of its calls after the other kills it, or
fails. EVERY picks every so many of the pages written; 0 only the first one, and one fault for each call in turn.
Prints what became of them as JSON.
"""

import hashlib
import json
import os
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lnet.store.backups import UNFINISHED_SECONDS
from tests.faults import forked
from tests.faults.sample import HISTORY, build, environment, run
from tests.faults.scenarios import SCENARIOS
from tests.faults.tracing import Call, calls, spoiling, traced
from tests.faults.verdict import NEW, OLD, BrokenError, State, at_rest, refuse_unsound

STORED = "all the same"  # what is said where only the end of it failed


class Injecting:
    """One command, and what its calls do to the store when they fail."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder
        self.name = name
        self.scenario = SCENARIOS[name]
        self.image = folder / "image.db"
        self.store = folder / "store" / "lnet.db"
        self.log = folder / "trace"
        self.tally: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.seen: dict[str, tuple[str, list[str]]] = {}

    def prepare(self) -> State:
        """The store as each run of the command finds it."""
        build(self.image, HISTORY[:-1])
        shutil.copyfile(self.image, self.folder / "earlier.db")
        build(self.image, HISTORY[-1:])
        self.begin()
        return at_rest(self.image, self.folder)

    def begin(self) -> None:
        """The same store again, and nothing beside it."""
        shutil.rmtree(self.store.parent, ignore_errors=True)
        self.store.parent.mkdir(mode=0o700)
        shutil.copyfile(self.image, self.store)
        self.scenario.prepare(self.store)

    def traced(self, *options: str) -> forked.Ended:
        """Run the command on a new copy, under strace."""
        self.begin()
        words, more = self.scenario.words(self.folder), self.scenario.environment
        child = forked.start(words, environment(self.store, **more), self.scenario.before)
        return traced(child, self.log, options)

    def run(self, every: int, faults: list[str]) -> None:
        """Watch the command, then spoil its calls one by one."""
        before = self.prepare()
        ended = self.traced()
        assert ended.status == 0, ended
        found = [call for call in calls(self.log) if call.is_in(self.store.parent)]
        self.tally["calls"] = len(found)
        for number, call in enumerate(chosen(found, every * self.scenario.every or len(found))):
            for fault in faults if every else [faults[number % len(faults)]]:
                self.spoil(call, fault, before)

    def spoil(self, call: Call, fault: str, before: State) -> None:
        """Let one call fail, and judge what is left."""
        ended = self.traced(*spoiling(call, fault))
        self.tally["runs"] += 1
        try:
            for what in self.problems(call, fault, ended, before):
                self.wrong.append(f"{self.name} × {fault} at {call.name} {call.number} ({call.told[:120]}): {what}")
        except (BrokenError, OSError) as error:
            self.wrong.append(f"{self.name} × {fault} at {call.name} {call.number} ({call.told[:120]}): {error}")

    def problems(self, call: Call, fault: str, ended: forked.Ended, before: State) -> Iterator[str]:
        """What is not as it should be, in words."""
        left, (found, then) = self.unfinished(), self.judged(before)
        self.tally[f"{fault}: {ended.status}, {found}"] += 1
        if fault == "KILL":
            yield from self.after_a_kill(ended)
        else:
            yield from self.after_an_error(ended, found)
            if left and not call.name.startswith(("unlink", "rmdir")):
                yield f"left {left}"
        yield from then

    def judged(self, before: State) -> tuple[str, list[str]]:
        """Old or new, and what is wrong with it and with what is done next; the same files are judged once."""
        there = files_below(self.store.parent)
        if there not in self.seen:
            found = self.scenario.judge(before, self.store, self.folder)
            for path in (self.store.parent / "backups").glob("*.db"):
                refuse_unsound(path, whole=True)
            self.seen[there] = found, list(self.goes_on())
        return self.seen[there]

    def after_a_kill(self, ended: forked.Ended) -> Iterator[str]:
        """It said nothing, or had ended before."""
        if ended.status not in (0, -9):
            yield f"ended with {ended}"

    def after_an_error(self, ended: forked.Ended, found: str) -> Iterator[str]:
        """Exit 7, one line and the old state; or all is well; the day's backup may fail alone, with its line."""
        alone = ended.err.startswith("lnet: no backup was made today: ")
        if (ended.status, found) not in {(0, NEW if self.scenario.changes else OLD), (7, OLD), (7, NEW)}:
            yield f"{ended.status} and the {found} state"
        if (ended.status, found) == (7, NEW) and STORED not in ended.err:
            yield f"7 and stored, without saying so: {ended.err}"
        if (ended.status == 7 or alone) and not (ended.err.count("\n") == 1 and ended.err.startswith("lnet: ")):
            yield f"said {ended.err!r}"
        if ended.status == 7 and ended.out:
            yield f"printed {ended.out!r}"
        if ended.status == 0 and ended.err and not alone:
            yield f"complained of {ended.err!r}"

    def goes_on(self) -> Iterator[str]:
        """The next command works; what was left unfinished is found once it is old, and taken away."""
        if self.unfinished():
            yield from self.is_tidied()
        ended = run(["log", "call with Ada", "--create"], self.store, self.scenario.before)
        if ended.status or ended.err:
            yield f"then {ended}"

    def is_tidied(self) -> Iterator[str]:
        """Doctor tells of what was left, and takes it away."""
        for path in self.unfinished():
            os.utime(path, (0, time.time() - 2 * UNFINISHED_SECONDS))
        told = run(["doctor"], self.store), run(["doctor", "--fix"], self.store)
        if [each.status for each in told] != [6, 0] or self.unfinished():
            yield f"doctor said {told}, {self.unfinished()} is there"

    def unfinished(self) -> list[Path]:
        """Files that were being made."""
        return sorted(self.store.parent.rglob("*.new"))


def files_below(folder: Path) -> str:
    """What all files there hold, by their folders and endings: their names may tell the time."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    found = sorted((path.parent, path.suffix, hashlib.sha256(path.read_bytes()).digest()) for path in files)
    return repr(found)


def chosen(found: list[Call], every: int) -> Iterator[Call]:
    """All calls but pages written, and of those every so many."""
    for number, call in enumerate(found):
        if call.name != "pwrite64" or number % every == 0:
            yield call


def main(folder: str, every: str, name: str, *faults: str) -> None:
    """Inject, then print the numbers as JSON."""
    os.umask(0o077)
    forked.import_all()
    Path(folder).mkdir()
    injecting = Injecting(Path(folder), name)
    injecting.run(int(every), list(faults))
    print(json.dumps({"tally": injecting.tally, "wrong": injecting.wrong}))  # noqa: T201  # its answer


if __name__ == "__main__":
    main(*sys.argv[1:])
