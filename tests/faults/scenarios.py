"""Commands that are made to fail: what they are given, and how the store is told to be old or new afterwards."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from lnet.store.audit import audit
from tests.faults.sample import connections
from tests.faults.verdict import NEW, OLD, BrokenError, State, at_rest, refuse_unsound, same, verdict

Judge = Callable[[State, Path, Path], str]  # the store before, the store now, a folder for copies


class Scenario(NamedTuple):
    """A command: its words, given a folder; what is in its environment besides; how its store is judged.

    `changes` is False for one that leaves the store alone. `prepare` is done to the folder of the store before.
    """

    words: Callable[[Path], list[str]]
    environment: dict[str, str] = {}  # noqa: RUF012  # never written to
    judge: Judge = lambda before, store, room: verdict(before, store, room, whole=True)[0]
    changes: bool = True
    prepare: Callable[[Path], object] = lambda _: None


def restored(before: State, store: Path, room: Path) -> str:
    """New: what the backup holds."""
    copy, now = at_rest(store.with_name("copy.db"), room), at_rest(store, room)
    if now.steps == before.steps and same(now, before):
        return OLD
    refuse_unsound(room / "recovered.db", whole=True)
    if not same(now, copy):
        raise BrokenError("neither the store nor the backup")
    return NEW


def forgotten(before: State, store: Path, room: Path) -> str:
    """New: nobody of that name; what may be left in the bytes is told by an audit."""
    now = at_rest(store, room)
    if now.content == before.content or (now.steps == before.steps and same(now, before)):
        return OLD
    with closing(sqlite3.connect(room / "recovered.db", isolation_level=None)) as db:
        found = [each for each in audit(db) if each.cure != "traces"]
        there = db.execute("SELECT 1 FROM contact WHERE name = 'Zoe Quux'").fetchone()
        told = db.execute("SELECT 1 FROM step WHERE command = 'forget' AND words <> ''").fetchone()
    if found or there or (b"divorce" in now.content and not told):
        raise BrokenError(f"forgotten in part: {found}, {there}")
    return NEW


def made(_: State, store: Path, room: Path) -> str:
    """Old: no store, or one that nothing is in yet."""
    if not store.exists():
        return OLD
    steps = at_rest(store, room).steps
    refuse_unsound(room / "recovered.db", whole=True)
    return NEW if steps else OLD


SCENARIOS = {
    "log": Scenario(lambda _: ["log", "coffee with Ada about plans; me: ask Zoe by fri; learned: more #sql"]),
    "undo": Scenario(lambda _: ["undo"]),
    "import": Scenario(lambda folder: ["import", str(connections(folder / "Connections.csv", 40))]),
    "backup": Scenario(lambda _: ["backup"], changes=False),
    "log and the day's backup": Scenario(lambda _: ["log", "tea with Ada about sql"], {"LNET_BACKUPS": "1"}),
    "restore": Scenario(
        lambda folder: ["restore", str(folder / "store" / "copy.db")], judge=restored,
        prepare=lambda store: shutil.copyfile(store.parents[1] / "earlier.db", store.with_name("copy.db")),
    ),
    "forget": Scenario(lambda _: ["forget", "Zoe Quux", "--yes"], judge=forgotten),
    "first use": Scenario(lambda _: ["contact", "add", "Ada"], judge=made, prepare=lambda store: store.unlink()),
}  # fmt: skip
