"""The stores that faults are injected into, and the surroundings of the lnet that writes to them."""

import os
import shlex
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.faults import forked

ROOT = Path(__file__).parents[2]
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
# A few people and conversations: small, so that every single call of a command can be made to fail.
HISTORY = (
    "contact add 'Ada Lovelace' --email ada@x.org --topic sql",
    "contact add 'Zoe Quux' --nick Zoomie --email zoe@quux.org",
    "log 'coffee with Ada about indexes; me: send paper by fri' --topic sql", "log 'tea with Zoomie about a divorce'",
    "goal add 'Read query plans' --with 'Ada Lovelace' --topic sql", "log 'lunch with Ada and Zoe about Quux Ltd'",
)  # fmt: skip
# Whom the commands that are killed name, and enough after them that no row of undos takes them away.
FEW = (
    "contact add 'Grace Okafor' --email grace@x.org --topic sql",
    "contact add 'Ravi Patel' --every 3w --topic rust", "contact add 'Kofi Asante' --org Maps --topic teaching",
    *HISTORY, "log '2026-05-03: lunch with Grace and Ravi about plans; them: send the draft by fri'",
    "promise add Ravi 'a book'",
)  # fmt: skip


def environment(store: Path, **more: str) -> dict[str, str]:
    """The environment of an lnet that is at work on this store, without backups of the day unless `more` asks."""
    return {
        "PATH": os.environ["PATH"], "HOME": str(store.parent), "LNET_DB": str(store), "LNET_TODAY": "2026-06-15",
        "LNET_BACKUPS": "0", "TZ": "UTC", "COLUMNS": "80", "LANG": "C.UTF-8", **more,
    }  # fmt: skip


def lnet(*words: str) -> list[str]:
    """The command line of lnet in a process of its own."""
    return [sys.executable, "-m", "lnet", *words]


def connections(path: Path, rows: int, first: str = "Ann") -> Path:
    """Write a file of so many connections for an import."""
    people = (f"{first}{row},Stone,,{first.lower()}{row}@x.org,Works,Maker,02 Jan 2025\n" for row in range(rows))
    path.write_text(HEADER + "".join(people))
    return path


def run(words: list[str], store: Path, before: Callable[[], None] | None = None) -> forked.Ended:
    """Run lnet on a store, from a process that may fork; `before` is done in it first."""
    child = forked.start(words, environment(store), before)
    child.go()
    return child.end()


def build(store: Path, history: Iterable[str]) -> Path:
    """Make a store by these commands, from a process that may fork."""
    for command in history:
        ended = run(shlex.split(command), store)
        assert ended.status == 0, ended
    return store
