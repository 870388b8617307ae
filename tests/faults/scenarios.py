"""Commands that are made to fail: what they are given, and how the store is told to be old or new afterwards."""

import contextlib
import io
import json
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from lnet.store import migrate
from lnet.store.audit import audit
from lnet.store.connect import APPLICATION_ID, SCHEMA_VERSION
from tests.faults.sample import connections
from tests.faults.verdict import NEW, OLD, BrokenError, State, at_rest, refuse_unsound, same, verdict
from tests.store.test_migration import before_events

Judge = Callable[[State, Path, Path], str]  # the store before, the store now, a folder for copies
EARLIER = "what was exported before\n"


class Scenario(NamedTuple):
    """A command: its words, given a folder; what is in its environment besides; how its store is judged.

    `changes` is False for one that leaves the store alone. `prepare` is done to the folder of the store before.
    `every`: of the pages that it writes each so many-th is made to fail, where they are thousands.
    `before` is done in its process before it begins.
    """

    words: Callable[[Path], list[str]]
    environment: dict[str, str] = {}  # noqa: RUF012  # never written to
    judge: Judge = lambda before, store, room: verdict(before, store, room, whole=True)[0]
    changes: bool = True
    prepare: Callable[[Path], object] = lambda _: None
    every: int = 1
    before: Callable[[], None] | None = None


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


def older(store: Path) -> None:
    """A store of an older lnet in its place, the same each time."""
    store.unlink()
    image = store.parents[1] / "older.db"
    if not image.exists():
        with closing(sqlite3.connect(image)) as db:
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        before_events(image)
    shutil.copyfile(image, store)


def migrates_itself() -> None:
    """Let the migration happen in this process, where its calls can be seen: no other one is started."""

    def ran(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        with contextlib.redirect_stderr(io.StringIO()) as said:
            status = migrate.main(*command[-2:])
        return subprocess.CompletedProcess(command, status, "", said.getvalue())

    subprocess.run = ran  # type: ignore[assignment]  # of a process that ends soon


def migrated(_: State, store: Path, room: Path) -> str:
    """Old: the older store, to the last byte; new: one of today. A backup holds the older one."""
    before = store.parents[1] / "older.db"
    for backup in (store.parent / "backups").glob("*.db"):
        if dumped(backup) != dumped(before):
            raise BrokenError(f"{backup.name} is not the older store")
        backup.unlink()
    if at_rest(store, room).content == before.read_bytes():
        return OLD
    with closing(sqlite3.connect(room / "recovered.db")) as db:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        people = db.execute("SELECT name FROM people").fetchall()
    refuse_unsound(room / "recovered.db", whole=True)
    if (version, people) != (SCHEMA_VERSION, [("Ada",)]):
        raise BrokenError(f"version {version}, {people}")
    return NEW


def dumped(path: Path) -> list[str]:
    """Everything in a store of any version, as statements."""
    with closing(sqlite3.connect(path)) as db:
        return list(db.iterdump())


def exported(before: State, store: Path, room: Path) -> str:
    """Old: the file of before; new: all there is, for only a whole text can be read. The store is left alone."""
    if verdict(before, store, room)[0] != OLD:
        raise BrokenError("an export wrote to the store")
    for unfinished in (store.parent / "out").glob("*.new"):  # of a kill: it is in nobody's way
        unfinished.unlink()
    text = (store.parent / "out" / "network.json").read_text()
    try:
        return OLD if text == EARLIER else NEW if json.loads(text) else ""
    except ValueError as error:
        raise BrokenError(f"half an export: {error}") from error


def place_of_export(store: Path) -> None:
    """An export of before, which the next one replaces."""
    (store.parent / "out").mkdir()
    (store.parent / "out" / "network.json").write_text(EARLIER)


SCENARIOS = {
    "log": Scenario(lambda _: ["log", "coffee with Ada about plans; me: ask Zoe by fri; learned: more #sql"]),
    "undo": Scenario(lambda _: ["undo"]),
    "import": Scenario(lambda folder: ["import", str(connections(folder / "Connections.csv", 12))]),
    "backup": Scenario(lambda _: ["backup"], changes=False),
    "log and the day's backup": Scenario(lambda _: ["log", "tea with Ada about sql"], {"LNET_BACKUPS": "1"}),
    "restore": Scenario(
        lambda folder: ["restore", str(folder / "store" / "copy.db")], judge=restored,
        prepare=lambda store: shutil.copyfile(store.parents[1] / "earlier.db", store.with_name("copy.db")),
        every=10,
    ),
    "forget": Scenario(lambda _: ["forget", "Zoe Quux", "--yes"], judge=forgotten, every=10),
    "migration": Scenario(
        lambda _: ["contact", "list"], judge=migrated, prepare=older, every=10, before=migrates_itself,
    ),
    "export": Scenario(
        lambda folder: ["export", "-o", str(folder / "store" / "out" / "network.json")], judge=exported,
        prepare=place_of_export,
    ),
    "first use": Scenario(lambda _: ["contact", "add", "Ada"], judge=made, prepare=lambda store: store.unlink()),
}  # fmt: skip
