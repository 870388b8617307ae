"""The sample network: a year of somebody's learning network, written through the real writers, always the same.

Its today is Monday 15 June 2026. People, talks, goals and all the rest stand in `network.toml`; `moments` puts them in
the order in which they happened, and each is written on its day.
"""

import os
import tempfile
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

from lnet.errors import FileError
from lnet.services.demo.clock import freeze
from lnet.services.demo.moments import Moment, moments
from lnet.services.demo.writing import Writing
from lnet.store.connect import Store, open_store
from lnet.store.journal import step

TODAY = date(2026, 6, 15)
STEP_BY_STEP_DAYS = 7  # what is older was, as far as the journal goes, one step
DATA = Path(__file__).with_name("network.toml")


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a sample was written, and the day on which it lives."""

    path: Path
    today: date


def keep(path: Path) -> Kept:
    """Write the sample to a new file, whole or not at all; an existing one is never overwritten.

    Raises FileError where there is a file already, or none can be made.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=".lnet-demo-", dir=path.parent) as folder:
            made = Path(folder) / path.name
            build(made)
            os.link(made, path)  # unlike a rename it fails where there is a file
    except OSError as error:
        raise FileError(str(path), error.strerror or str(error)) from error
    return Kept(path, TODAY)


def build(path: Path) -> None:
    """Make a store at `path` that holds the sample network; raises FileError where that is not possible."""
    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    store = open_store(path, TODAY)
    try:
        freeze(store.db, TODAY)
        writing = Writing(data, TODAY)
        for ago, group in groupby(moments(data), key=lambda moment: min(moment.ago, STEP_BY_STEP_DAYS)):
            chosen = list(group)
            store.today = TODAY - timedelta(days=ago)
            first = ("demo", "a sample network") if ago == STEP_BY_STEP_DAYS else (chosen[0].command, chosen[0].words)
            write(store, writing, chosen, *first)
    finally:
        store.close()


def write(store: Store, writing: Writing, chosen: Iterable[Moment], command: str, words: str) -> None:
    """Write moments as one step of the journal."""
    with step(store, command, words) as open_:
        for moment in chosen:
            writing.write(open_, moment)
