"""SIGKILL at random: `python -m tests.faults.killing FOLDER COUNT SEED` prints what became of so many kills.

One store after the other is written to by commands that are killed at a random moment; each goes on with what the
one before left. What a command said it did must be there, whole, at any later moment; anything else is whole or absent.
"""

import json
import os
import random
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.faults import forked
from tests.faults.sample import FEW, build, connections, environment
from tests.faults.verdict import NEW, BrokenError, State, at_rest, refuse_unsound, verdict

KILLED = -9
MOST = 5  # wrong ones that are told
A_STORE = 40  # kills on one store, before the next begins
WHEN = (0, 1.25, 0.9)  # of the time that a command usually takes: most often while it writes
Words = Callable[[random.Random, Path], list[str]]


def log(chance: random.Random, _: Path) -> list[str]:
    topic, day = chance.choice(("sql", "rust", "teaching")), chance.randint(1, 28)
    who = chance.choice(("Grace Okafor", "Ravi Patel", "Kofi Asante"))
    return ["log", f"2026-05-{day:02}: coffee with {who} about {topic}; me: send paper by fri; learned: more #{topic}"]


def edit(chance: random.Random, _: Path) -> list[str]:
    return ["contact", "edit", "kofi-asante", "--org", f"Works {chance.random()}", "--topic", "maps"]


def bring_in(chance: random.Random, folder: Path) -> list[str]:
    rows, first = chance.randint(1, 12), "Ann" + "".join(chance.choices("abcdefgh", k=6))
    return ["import", str(connections(folder / "Connections.csv", rows, first))]


COMMANDS: dict[str, Words] = {
    "log": log, "contact edit": edit, "import": bring_in,
    "undo": lambda *_: ["undo"], "redo": lambda *_: ["redo"],
    "done": lambda *_: ["done", "ravi-patel"],
    "contact add": lambda chance, _: ["contact", "add", f"Ida Moe {chance.randrange(10**6)}", "--email", "i@x.org"],
    "goal add": lambda *_: ["goal", "add", "Read plans", "--with", "Grace Okafor", "--topic", "sql"],
    "backup": lambda *_: ["backup"],
}  # fmt: skip
WEIGHTS = {"log": 6, "undo": 3, "import": 2}


class Killing:
    """A row of kills, and what they left; `endings` are the statuses with which a command may end."""

    endings: tuple[int, ...] = (0, 4, KILLED)  # 4: nothing to undo
    unharmed = 0.06  # of the commands are let be, which tells how long they take

    def __init__(self, folder: Path, seed: int) -> None:
        self.sample = build(folder / "image.db", FEW)
        self.folder = folder
        self.store = folder / "store" / "lnet.db"
        self.chance = random.Random(seed)
        self.took: dict[str, float] = {}
        self.tally: Counter[str] = Counter()
        self.wrong: list[str] = []

    def begin(self) -> State:
        """A new store, with whatever was left beside the old one gone."""
        shutil.rmtree(self.store.parent, ignore_errors=True)
        self.store.parent.mkdir(parents=True, mode=0o700)
        shutil.copyfile(self.sample, self.store)
        return at_rest(self.store, self.folder)

    def run(self, count: int) -> None:
        """Harm so many commands that were at work, and judge each."""
        before = self.begin()
        for number in range(1, count + 1):
            if len(self.wrong) > MOST:
                break
            if number % A_STORE == 0:
                self.judge_whole()
                before = self.begin()
            before = self.once(before)
        self.judge_whole()

    def once(self, before: State) -> State:
        """Commands until one was harmed, each judged; gives back the store as it is then."""
        harmed = False
        while not harmed:
            name = self.chance.choices(list(COMMANDS), [WEIGHTS.get(each, 1) for each in COMMANDS])[0]
            child = forked.start(COMMANDS[name](self.chance, self.folder), environment(self.store))
            begun = time.monotonic()
            child.go()
            if name not in self.took or self.chance.random() < self.unharmed:
                ended = child.end()
                self.took[name] = time.monotonic() - begun
            else:
                ended, harmed = self.harm(child, self.chance.triangular(*WHEN) * self.took[name])
            self.tally["harmed"] += harmed
            before = self.judge(name, ended, before)
        return before

    def harm(self, child: forked.Child, after: float) -> tuple[forked.Ended, bool]:
        """Kill the command so many seconds from now; how it ended, and whether it was still at work."""
        ended = child.end(after)
        return ended, ended.status == KILLED

    def judge(self, name: str, ended: forked.Ended, before: State) -> State:
        """Hold what is there against what was said; gives back what is there."""
        if ended.status not in self.endings or "Traceback" in ended.err:
            self.wrong.append(f"{name} said {ended}")
        said = bool(ended.out) and name != "backup"
        try:
            found, now = verdict(before, self.store, self.folder)
        except (BrokenError, OSError) as error:
            self.tally["torn"] += 1
            self.wrong.append(f"{name}: {error}")
            return self.begin()
        if said and found != NEW:
            self.tally["lost"] += 1
            self.wrong.append(f"{name} said {ended.out!r}, and nothing of it is there")
        self.tally["reported"] += said
        self.tally[found] += 1
        self.judge_backups(ended.out if name == "backup" else "")
        return now

    def judge_backups(self, said: str) -> None:
        """Each backup that has its name is whole, and the one that was reported is there."""
        for path in (self.store.parent / "backups").glob("*.db"):
            try:
                refuse_unsound(path, whole=False)
            except BrokenError as error:
                self.tally["torn"] += 1
                self.wrong.append(f"{path.name}: {error}")
            said = said.replace(path.name, "")
            path.unlink()
        if ".db" in said:
            self.tally["lost"] += 1
            self.wrong.append(f"backup said {said!r}")

    def judge_whole(self) -> None:
        """Everything about the store, figures and search index too."""
        try:
            refuse_unsound(self.folder / "recovered.db", whole=True)
        except BrokenError as error:
            self.tally["torn"] += 1
            self.wrong.append(str(error))


def main(folder: str, count: str, seed: str) -> None:
    """Kill, then print the numbers as JSON."""
    os.umask(0o077)
    forked.import_all({name.split()[0] for name in COMMANDS})
    Path(folder).mkdir()
    killing = Killing(Path(folder), int(seed))
    killing.run(int(count))
    print(json.dumps({"tally": killing.tally, "wrong": killing.wrong}))  # noqa: T201  # its answer


if __name__ == "__main__":
    main(*sys.argv[1:])
