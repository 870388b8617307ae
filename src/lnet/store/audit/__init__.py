"""All that can be wrong with a store, looked for piece by piece: what `doctor` tells and `restore` asks first."""

import sqlite3
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lnet.store.audit import derivation, journalled, keys, soundness, traces
from lnet.store.audit.finding import Finding


class Check(NamedTuple):
    """One of the checks: what it looks at, in words, and how it finds what is wrong."""

    what: str
    find: Callable[[sqlite3.Connection], Iterator[Finding]]


# The worst first. Where SQLite itself finds the file broken nothing else is asked: no answer could be trusted.
CHECKS = (
    Check("the file", soundness.broken),
    Check("links between rows", soundness.dangling),
    Check("tables, triggers and views", soundness.strange),
    Check("rows against the history", journalled.altered),
    Check("changes against the ones before", journalled.unchained),
    Check("steps against their digests", journalled.resealed),
    Check("figures and search index", derivation.stale),
    Check("look-up keys", keys.stale),
    Check("what was forgotten", traces.left),
)
Passing = Callable[[str], None]


def unheard(what: str) -> None:
    """Nobody is told which check it is."""


def audit(db: sqlite3.Connection, passing: Passing = unheard) -> Iterator[Finding]:
    """What is wrong with the content of a store; nothing of a sound one. `passing` is told of each check before it."""
    for check in CHECKS:
        passing(check.what)
        found = list(check.find(db))
        yield from found
        if found and check.find is soundness.broken:
            return
