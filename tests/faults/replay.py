"""Power cuts at every system call: `python -m tests.faults.replay FOLDER TIMES COMMAND`; needs strace, but not root.

A command is watched once with all that it writes. Then the disk is as a cut may leave it after each of its calls: of
every file what it was at its last sync, and of what was done to it since any part; so with the names in each folder.
"""

import json
import os
import random
import re
import shutil
import sys
from ast import literal_eval
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.faults import forked
from tests.faults.injecting import Injecting
from tests.faults.sample import environment
from tests.faults.tracing import calls, traced
from tests.faults.verdict import NEW, BrokenError, State, refuse_unsound

SECTOR = 512
TEXT = r'"((?:[^"\\]|\\.)*)"'
ON_FILE = re.compile(r"\d+<(.*?)>")
OPENED = re.compile(TEXT + r", (O_\S+?),?(?: 0\d+)?\) = \d+")
LENGTH = re.compile(r">, (\d+)\)")
NAMED = re.compile(TEXT)
WRITTEN = re.compile(r"\d+<.*?>, " + TEXT + r", (\d+)(?:, (\d+))?\)")


class Deed(NamedTuple):
    """Something done to the disk: what, to which path, and with what (bytes at a place, a length, another path)."""

    what: str
    path: str
    data: bytes = b""
    place: int = 0
    other: str = ""


def bytes_of(text: str) -> bytes:
    """What strace shows as a string of C."""
    return bytes(literal_eval(f'b"{text}"'))


def deeds(log: Path, folder: Path) -> Iterator[Deed]:
    """What a watched command did below a folder, in order, and "told" for each piece of its answer."""
    for call in calls(log):
        if not re.search(r"\) += \d", call.told):
            continue  # it failed
        deed = deed_of(call.name, call.told)
        if deed and (deed.what == "told" or deed.path.startswith(str(folder))):
            yield deed


def deed_of(name: str, told: str) -> Deed | None:
    """One call as a deed; None for what changes nothing."""
    on = match[1] if (match := ON_FILE.match(told)) else ""
    if name == "pwrite64" and (match := WRITTEN.match(told)):
        return Deed("write", on, bytes_of(match[1]), int(match[3]))
    if name == "write" and on.startswith("pipe:"):
        return Deed("told", on)
    if name == "ftruncate":
        return Deed("cut", on, place=int(match[1] if (match := LENGTH.search(told)) else 0))
    if name in ("fsync", "fdatasync"):
        return Deed("sync", on)
    return name_deed(name, told)


def name_deed(name: str, told: str) -> Deed | None:
    """A call that gives a name, or takes one away."""
    names = [bytes_of(text).decode() for text in NAMED.findall(told)]
    if name == "openat" and "O_CREAT" in told:
        return Deed("make", names[0])
    if name.startswith("unlink"):
        return Deed("unlink", names[0])
    if name.startswith(("link", "rename")):
        return Deed(name.rstrip("at2"), names[0], other=names[1])
    return Deed("folder", names[0]) if name.startswith("mkdir") else None


class Disk:
    """Files by their number, names by folder; each with what it is on the disk, and what was done since."""

    def __init__(self, folder: Path) -> None:
        self.synced: dict[int, bytes] = {}
        self.since: dict[int, list[Deed]] = {}
        self.names: dict[str, int] = {}  # as the running system sees them
        self.named: dict[str, int] = {}  # on the disk
        self.renaming: list[tuple[str, int | None]] = []
        for path in folder.rglob("*"):
            if path.is_file():
                self.named[str(path)] = self.new(path.read_bytes())
        self.names = dict(self.named)

    def new(self, content: bytes = b"") -> int:
        number = len(self.synced)
        self.synced[number], self.since[number] = content, []
        return number

    def do(self, deed: Deed) -> None:
        """Carry out one deed."""
        if deed.what in ("write", "cut") and deed.path in self.names:
            self.since[self.names[deed.path]].append(deed)
        elif deed.what == "sync" and deed.path in self.names:
            number = self.names[deed.path]
            self.synced[number] = applied(self.synced[number], self.since[number])
            self.since[number] = []
        elif deed.what == "sync":
            self.settle(deed.path)
        elif deed.what == "make" and deed.path not in self.names:
            self.name(deed.path, self.new())
        elif deed.what in ("link", "rename"):
            self.name(deed.other, self.names[deed.path])
        if deed.what in ("unlink", "rename"):
            self.name(deed.path, None)

    def name(self, path: str, number: int | None) -> None:
        """Let a name stand for a file, or for none; on the disk it does once its folder is synced."""
        self.renaming.append((path, number))
        renamed(self.names, [(path, number)])

    def settle(self, folder: str) -> None:
        """The folder is synced: its names are on the disk."""
        renamed(self.named, [each for each in self.renaming if os.path.dirname(each[0]) == folder])
        self.renaming = [each for each in self.renaming if os.path.dirname(each[0]) != folder]

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """What may be there when the power comes back: anything since the last sync in part, pages torn."""
        share = chance.choice((0.0, 0.2, 0.5, 0.8, 1.0))
        names = dict(self.named)
        renamed(names, [each for each in self.renaming if chance.random() < share])
        return {path: applied(self.synced[number], torn(self.since[number], share, chance))
                for path, number in names.items()}  # fmt: skip


def renamed(names: dict[str, int], changes: Iterable[tuple[str, int | None]]) -> None:
    """Carry out changes of names."""
    for path, number in changes:
        if number is None:
            names.pop(path, None)
        else:
            names[path] = number


def applied(content: bytes, changes: Iterable[Deed]) -> bytes:
    """A file after writes and cuts."""
    held = bytearray(content)
    for deed in changes:
        if deed.what == "cut":
            held = held[: deed.place].ljust(deed.place, b"\0")
        else:
            held = held.ljust(deed.place, b"\0")
            held[deed.place : deed.place + len(deed.data)] = deed.data
    return bytes(held)


def torn(changes: list[Deed], share: float, chance: random.Random) -> Iterator[Deed]:
    """A part of the changes, in order; some of the writes only by some of their sectors."""
    for deed in changes:
        if deed.what == "cut" or chance.random() < 0.8:
            yield from [deed] if chance.random() < share else []
        else:
            for start in range(0, len(deed.data), SECTOR):
                if chance.random() < share:
                    yield deed._replace(place=deed.place + start, data=deed.data[start : start + SECTOR])


class Replaying(Injecting):
    """One command, and what is left of it when the power fails."""

    def replay(self, times: int) -> None:
        """Watch the command, then cut the power so many times after each of its deeds."""
        before = self.prepare()
        self.begin()
        disk, chance, told = Disk(self.store.parent), random.Random(1), False
        child = forked.start(self.scenario.words(self.folder), environment(self.store, **self.scenario.environment))
        assert traced(child, self.log, whole=True).status == 0
        for deed in deeds(self.log, self.store.parent):
            told |= deed.what == "told"
            disk.do(deed)
            self.tally["deeds"] += 1
            for _ in range(times):
                self.cut(disk.after_a_cut(chance), before, f"after {deed.what} of {deed.path}", told=told)

    def cut(self, left: dict[str, bytes], before: State, when: str, *, told: bool) -> None:
        """Judge what a cut has left."""
        shutil.rmtree(self.store.parent)
        for path, content in left.items():
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_bytes(content)
        self.tally["cuts"] += 1
        try:
            found = self.scenario.judge(before, self.store, self.folder)
            backups = list((self.store.parent / "backups").glob("*.db"))
            for backup in backups:
                refuse_unsound(backup, whole=False)
        except (BrokenError, OSError) as error:
            self.tally["torn"] += 1
            self.wrong.append(f"{self.name}, {when}: {error}")
            return
        self.tally[found] += 1
        if told and not (found == NEW if self.scenario.changes else backups):
            self.tally["lost"] += 1
            self.wrong.append(f"{self.name}, {when}: reported, and lost")


def main(folder: str, times: str, name: str) -> None:
    """Cut, then print the numbers as JSON."""
    os.umask(0o077)
    forked.import_all()
    Path(folder).mkdir()
    replaying = Replaying(Path(folder), name)
    replaying.replay(int(times))
    tally = Counter(dict.fromkeys(("lost", "torn"), 0)) + replaying.tally
    print(json.dumps({"tally": tally, "wrong": replaying.wrong}))  # noqa: T201  # its answer


if __name__ == "__main__":
    main(*sys.argv[1:])
