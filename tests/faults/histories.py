"""Random histories of commands: `python -m tests.faults.histories SAMPLE FOLDER COUNT SEED` undoes each step by step.

Every undo must bring back all rows and links, figures and the search index exactly; then everything is done again.
"""

import contextlib
import io
import json
import os
import random
import shutil
import sqlite3
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

from lnet.cli.app import settings
from lnet.cli.run import run
from lnet.store.audit import audit
from tests.faults.sample import connections, environment
from tests.store.content import data

PEOPLE = ("Grace Okafor", "Ravi Patel", "Kofi Asante", "Lina Berg", "Ada Lindqvist", "Emma van Dijk", "Paul Mbeki")
TOPICS = ("sql", "rust", "teaching", "maps")
MOST = 6  # commands of a history
# {who}, {other}: people; {topic}; {n}: a small number; {day}; {text}
COMMANDS = (
    "contact add|{text} Moe|--email|{text}@x.org|--nick|{text}|--topic|{topic}|--introduced-by|{who}",
    "contact edit|{who}|--org|{text}|--topic|{topic}|--nick|{text}|--every|{n}w", "contact edit|{who}|--circle|close",
    "contact rename|{who}|{text} New", "contact merge|{who}|{other}|--yes", "contact delete|{who}",
    "contact tag|{who}|{topic}", "contact archive|{who}", "contact pause|{who}", "contact know|{who}|{other}",
    "contact mentor|{who}|--every|{n}w|--purpose|{text}",
    "log|{day}: coffee with {who} and {other} about {text}; me: send it by fri; learned: {text} #{topic}; got: advice",
    "log|call with {who} about {topic}; them: look at {text}; ask: how is {text}", "log|--amend|tea with {who}",
    "plan|coffee with {who} next fri", "done|{who}", "snooze|{who}|{n}w", "interaction delete|i{n}",
    "interaction edit|i{n}|--note|{text}", "goal add|{text}|--with|{who}|--topic|{topic}",
    "goal progress|g{n}|{text}", "goal link|g{n}|{who}", "goal done|g{n}", "goal delete|g{n}",
    "feedback ask|{who}|{text}", "feedback receive|{who}|{text}", "feedback close|f{n}", "promise add|{who}|{text}",
    "promise keep|p{n}", "promise delete|p{n}", "event add|{text}|--on|{day}", "event meet|e{n}|{who}|--follow-up",
    "community add|{text}|--kind|forum", "community member|c{n}|{who}", "project add|{text}|--with|{who}",
    "project charter|j{n}|--purpose|{text}", "learn|{text}|--from|{who}|--topic|{topic}", "insight delete|n{n}",
    "share|https://x.org/{text}|--to|{who}", "exchange add|{who}|{text}|--given", "away|{day}|2026-07-01",
    "fresh-start|--yes", "import|{file}|--circle|active|--yes",
)  # fmt: skip


class Histories:
    """Histories on copies of one store."""

    def __init__(self, sample: Path, folder: Path, seed: int) -> None:
        self.sample = sample
        self.store = folder / "lnet.db"
        self.chance = random.Random(seed)
        self.tally: Counter[str] = Counter()
        self.wrong: list[str] = []

    def words(self) -> list[str]:
        """A random command."""
        who, other = self.chance.sample(PEOPLE, 2)
        text = "".join(self.chance.choices("abcdeéß你", k=5))
        file = self.store.with_name("Connections.csv")
        parts = {
            "who": who, "other": other, "text": text, "topic": self.chance.choice(TOPICS), "file": file,
            "n": self.chance.randint(1, 9), "day": f"2026-05-{self.chance.randint(1, 28):02}",
        }  # fmt: skip
        command, *rest = self.chance.choice(COMMANDS).format(**parts).split("|")
        if command == "import":
            connections(file, self.chance.randint(1, 9), text)
        return [*command.split(), *rest]

    def once(self) -> None:
        """One history: forth, back step by step, and forth again."""
        shutil.copyfile(self.sample, self.store)
        states, done = [self.state()], list[list[str]]()
        for _ in range(self.chance.randint(1, MOST)):
            words, steps = self.words(), self.steps()
            if self.lnet(words) == 0 and self.steps() == steps + 1:
                done.append(words)
                states.append(self.state())
        self.tally["histories"] += 1
        self.tally["steps"] += len(done)
        for words, state in zip(reversed(done), reversed(states[:-1]), strict=True):
            self.hold(["undo"], state, words)
        for words, state in zip(done, states[1:], strict=True):
            self.hold(["redo"], state, words)
        with closing(sqlite3.connect(self.store, isolation_level=None)) as db:
            self.wrong += [f"{done}: {each}" for each in audit(db)]

    def hold(self, words: list[str], state: object, of: list[str]) -> None:
        """Undo or redo, after which all must be as it was."""
        status = self.lnet(words)
        if status or self.state() != state:
            self.wrong.append(f"{words} of {of}: {status}")

    def lnet(self, words: list[str]) -> int:
        """Run one command; its exit status."""
        settings.reset()
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            status = run(words)
        if status not in (0, 2, 3, 4):
            self.wrong.append(f"{words} ended with {status}")
        self.tally[f"{words[0]}: {status}"] += 1
        return status

    def state(self) -> object:
        """Everything in the store but the journal."""
        with closing(sqlite3.connect(self.store)) as db:
            return data(db)

    def steps(self) -> int:
        """How many steps there are."""
        with closing(sqlite3.connect(self.store)) as db:
            return int(db.execute("SELECT count(*) FROM step").fetchone()[0])


def main(sample: str, folder: str, count: str, seed: str) -> None:
    """Make so many histories, then print the numbers as JSON."""
    Path(folder).mkdir()
    histories = Histories(Path(sample), Path(folder), int(seed))
    os.environ |= environment(histories.store)
    for _ in range(int(count)):
        histories.once()
    print(json.dumps({"tally": histories.tally, "wrong": histories.wrong[:20]}))  # noqa: T201  # its answer


if __name__ == "__main__":
    main(*sys.argv[1:])
