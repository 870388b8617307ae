"""What a store is after a fault: as it was, as it was to become, or neither; told from a copy, as a reader finds it."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from lnet.store.audit import audit, journalled
from lnet.store.audit.files import side_files
from lnet.store.audit.finding import Finding
from tests.store.content import content

SEALED = "SELECT id, at, day, command, words, digest FROM step ORDER BY id"
OLD, NEW = "old", "new"
Steps = list[tuple[object, ...]]


class State(NamedTuple):
    """A store at rest: its bytes, and its steps with their digests."""

    content: bytes
    steps: Steps


class BrokenError(Exception):
    """A store that is neither as it was nor as it was to become."""


def at_rest(path: Path, room: Path) -> State:
    """What a reader finds in the store at `path`, which is left as it is: a copy in `room` is recovered.

    Raises BrokenError where it cannot be read.
    """
    copy = room / "recovered.db"
    for found, name in ((path, copy), *zip(side_files(path), side_files(copy), strict=True)):
        name.unlink(missing_ok=True)
        if found.exists():
            shutil.copyfile(found, name)
    try:
        with closing(sqlite3.connect(copy, isolation_level=None)) as db:
            steps = db.execute(SEALED).fetchall()
    except sqlite3.Error as error:
        raise BrokenError(str(error)) from error
    return State(copy.read_bytes(), steps)


def verdict(before: State, path: Path, room: Path, *, whole: bool = False) -> tuple[str, State]:
    """Whether the store is `old` or, with exactly one step more, `new`; with `whole` everything is audited.

    Old is old to the last byte, but for pages that nothing is in. Raises BrokenError where it is neither, or not sound.
    """
    now = at_rest(path, room)
    if now.content == before.content or (now.steps == before.steps and same(before, now)):
        return OLD, now
    if now.steps[:-1] != before.steps:
        raise BrokenError(f"{len(before.steps)} steps were there, now it is {len(now.steps)}")
    refuse_unsound(room / "recovered.db", whole=whole)
    return NEW, now


def same(one: State, other: State) -> bool:
    """Whether every row of every table is the same."""
    with closing(sqlite3.connect(":memory:")) as db, closing(sqlite3.connect(":memory:")) as more:
        db.deserialize(one.content)
        more.deserialize(other.content)
        return content(db) == content(more)


def unlike_the_journal(db: sqlite3.Connection) -> Iterator[Finding]:
    """What of rows, changes and steps does not agree."""
    return chain(journalled.altered(db), journalled.unchained(db), journalled.resealed(db))


def refuse_unsound(path: Path, *, whole: bool) -> None:
    """Raise BrokenError where rows and journal do not agree, or (`whole`) anything else is wrong."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        broken = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
        dangling = db.execute("PRAGMA foreign_key_check").fetchall()
        found = list(audit(db) if whole else unlike_the_journal(db))
    if broken != "ok" or dangling or found:
        raise BrokenError(f"{broken}, {dangling}, {found}")
