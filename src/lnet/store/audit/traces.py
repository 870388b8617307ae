"""Whether somebody who was forgotten may have left something in the bytes of the file."""

import sqlite3
from collections.abc import Iterator

from lnet.store.audit.finding import Finding
from lnet.store.forget.file import unfinished


def left(db: sqlite3.Connection) -> Iterator[Finding]:
    """Said once, however many were interrupted."""
    if unfinished(db):
        yield Finding("forgetting somebody was interrupted: the bytes of the file may hold traces of them", "traces")
