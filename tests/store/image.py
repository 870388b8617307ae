"""The bytes of a new store and of a sample, made once and copied after that, and a writer that waits for no disk.

The schema takes some 60 ms of processor time, the sample 600, a copy one; a step that waits for the disk takes five
times as long as one that does not. Nearly every test needs a store, and most write a few steps.
"""

import os
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path

from lnet.services import demo
from lnet.store import connect, journal

# The real ones, whatever a fixture puts in their place.
build, build_sample = connect.build, demo.build


@cache
def image() -> bytes:
    """The bytes of a new store, as the schema writes them."""
    return made_by(build)


@cache
def sample() -> bytes:
    """The bytes of a store with the sample network."""
    return made_by(build_sample)


def made_by(build: Callable[[Path], None]) -> bytes:
    """The bytes of the store that it makes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lnet.db"
        build(path)
        return path.read_bytes()


@cache
def uid(content: bytes) -> bytes:
    """The uid of the device in a store."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(content)
        return str(db.execute("SELECT uid FROM device").fetchone()[0]).encode()


def on_a_device_of_its_own(content: bytes) -> bytes:
    """The same store, made on another device."""
    return content.replace(uid(content), uid(content)[:-12] + os.urandom(6).hex().encode())


def copy(path: Path) -> None:
    """What `connect.build` leaves in the empty file at `path`: a new store."""
    path.write_bytes(on_a_device_of_its_own(image()))


def copy_sample(path: Path) -> None:
    """What `demo.build` makes at `path`: the sample network, which is always the same."""
    path.touch(0o600, exist_ok=False)
    path.write_bytes(on_a_device_of_its_own(sample()))


def use(replace: Callable[[object, str, object], None]) -> None:
    """Have new stores and samples copied, and no disk waited for; `replace` is setattr, or that of a monkeypatch."""
    replace(connect, "build", copy)
    replace(demo, "build", copy_sample)
    replace(journal, "prepare_to_write", prepare_to_write)
    replace(os, "fsync", lambda _: None)


def prepare_to_write(db: sqlite3.Connection) -> None:
    """What `connect.prepare_to_write` does, but for the waiting: no test cuts the power."""
    connect.prepare_to_write(db)
    db.execute("PRAGMA synchronous = OFF")
