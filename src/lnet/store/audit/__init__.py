"""All that can be wrong with a store, looked for piece by piece: what `doctor` tells and `restore` asks first."""

import sqlite3
from collections.abc import Iterator

from lnet.store.audit import derivation, journalled, keys, soundness, traces
from lnet.store.audit.finding import Finding


def audit(db: sqlite3.Connection) -> Iterator[Finding]:
    """What is wrong with the content of a store, the worst first; nothing of a sound one.

    Where SQLite itself finds the file broken nothing else is asked: no answer could be trusted.
    """
    broken = list(soundness.broken(db))
    yield from broken
    if not broken:
        yield from soundness.dangling(db)
        yield from soundness.strange(db)
        yield from journalled.unlike(db)
        yield from derivation.stale(db)
        yield from keys.stale(db)
        yield from traces.left(db)
