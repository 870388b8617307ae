"""SQLModel sessions, for whole-store work and notebooks; everyday commands never come here.

from lnet.store import session
from lnet.store.tables import Contact

with session("~/lnet.db") as people:
    for contact in people.exec(select(Contact)): ...
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool
from sqlmodel import Session

from lnet.store import faults
from lnet.store.connect import Store, connect, refuse_what_is_no_file, schema_version


class Lent:
    """A connection that is lent out: whoever has it may do everything but end its transaction or close it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def __getattr__(self, name: str) -> Any:
        return getattr(self.db, name)

    def commit(self) -> None:
        """Left to the owner."""

    rollback = close = commit


@contextmanager
def lent(db: sqlite3.Connection) -> Iterator[Connection]:
    """SQLAlchemy's view of an open sqlite3 connection, in whatever transaction it has; ending that is not up to it."""
    engine = create_engine("sqlite://", creator=lambda: Lent(db), poolclass=StaticPool)
    with engine.connect() as connection:
        connection.begin()
        yield connection


@contextmanager
def session(source: Store | Path | str) -> Iterator[Session]:
    """A session over a store: inside `step()` one that writes in that step's transaction, else a read-only one.

    What a writing session holds is flushed when its block ends, and stored (or not) with the step. A file is opened
    read-only, by its path; one that is older than this lnet is read as it stands. Raises the errors of `open_store`.
    """
    if isinstance(source, Store) and source.db.in_transaction:
        with lent(source.db) as connection, Session(connection, join_transaction_mode="create_savepoint") as opened:
            yield opened
            opened.commit()
    else:
        path = source.path if isinstance(source, Store) else Path(source).expanduser()
        db = read_only(path)
        try:
            with lent(db) as connection, Session(connection) as opened:
                yield opened
        finally:
            db.close()


def read_only(path: Path, busy_seconds: float = 30.0) -> sqlite3.Connection:
    """A connection that refuses every change; the guard against foreign files holds for it too."""
    refuse_what_is_no_file(path)
    db = connect(path, busy_seconds)
    try:
        schema_version(db, path)
        db.execute("PRAGMA query_only = ON")
    except sqlite3.Error as error:
        db.close()
        raise faults.translate(error, path, busy_seconds) or error from error
    except BaseException:
        db.close()
        raise
    return db
