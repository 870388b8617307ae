"""Whether the files around a store are its owner's alone, and none was left unfinished."""

import stat
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from lnet.store.audit.finding import Finding
from lnet.store.backup import folder
from lnet.store.backups import UNFINISHED_SECONDS

OTHERS = 0o077


def open_to_others(store: Path, more: Iterable[Path] = ()) -> list[Path]:
    """The store, its backups and what else is named, as far as others may read or write them."""
    backups = folder(store)
    candidates = [store, *side_files(store), backups, *(backups.glob("*.db*") if backups.is_dir() else ()), *more]
    return [path for path in candidates if path.exists() and stat.S_IMODE(path.stat().st_mode) & OTHERS]


def side_files(store: Path) -> list[Path]:
    """What SQLite may leave beside a store."""
    return [store.with_name(store.name + ending) for ending in ("-journal", "-wal", "-shm")]


def leftovers(store: Path) -> list[Path]:
    """Files that were being made when lnet was stopped, beside the store and among its backups."""
    beside = [*store.parent.glob(f".{store.name}.*.new"), *folder(store).glob(".*.new")]
    now = time.time()  # files bear the real time, whatever day a test says it is
    return [path for path in beside if now - path.stat().st_mtime > UNFINISHED_SECONDS]


def findings(store: Path, more: Iterable[Path] = ()) -> Iterator[Finding]:
    """What is wrong with the files."""
    for path in open_to_others(store, more):
        yield Finding(f"others may read {path}", "permissions")
    for path in leftovers(store):
        yield Finding(f"{path} was left unfinished", "leftovers")
