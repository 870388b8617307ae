"""A clock that stands still and dice that always fall alike, so that two samples are equal to the last byte of text."""

import sqlite3
from datetime import date
from itertools import count
from random import Random

JULIAN_DAY_ZERO = 1721424.5  # SQLite's julianday of the day before 0001-01-01, Python's ordinal 0
SEED = 20260615


def freeze(db: sqlite3.Connection, today: date) -> None:
    """Let this connection's defaults (timestamps, uids) see 7 o'clock of `today` and fixed random numbers."""
    dice, ticks = Random(SEED), count()  # noqa: S311  # a sample, not a secret

    def julianday(text: str | None, *more: str) -> float | None:
        if text is None:
            return None
        if text == "now":
            return today.toordinal() + JULIAN_DAY_ZERO + 7 / 24 + next(ticks) / 86_400_000  # a millisecond a call
        return date.fromisoformat(text).toordinal() + JULIAN_DAY_ZERO

    # They replace SQLite's own functions of the same name, for this connection alone.
    db.create_function("julianday", -1, julianday)
    db.create_function("strftime", -1, lambda *_: f"{today.isoformat()}T07:00:00.000Z")
    db.create_function("randomblob", 1, dice.randbytes)
    db.create_function("random", 0, lambda: dice.getrandbits(62))
