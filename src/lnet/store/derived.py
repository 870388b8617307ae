"""What follows from the data tables and can be made anew: figures, search index, journal triggers, views."""

import sqlite3
from collections.abc import Iterator

from lnet.store.connect import derived_sql, read_sql

REFILL_FILES = ("sql/refill_figures.sql", "sql/refill_search.sql")
OURS = "name NOT LIKE 'sqlite~_%' ESCAPE '~'"
# A virtual table goes first and takes the tables it keeps itself in with it.
DERIVED_TABLES = f"""
SELECT name FROM sqlite_master WHERE type = 'table' AND {OURS} AND (name = 'figure' OR name GLOB 'search*')
ORDER BY sql NOT LIKE 'CREATE VIRTUAL%'
"""


def drop(db: sqlite3.Connection) -> None:
    """Take away every trigger, every view, the search index and the figures; data and journal stay."""
    for kind in ("trigger", "view"):
        for (name,) in db.execute(f"SELECT name FROM sqlite_master WHERE type = '{kind}' AND {OURS}").fetchall():
            db.execute(f"DROP {kind} {identifier(name)}")
    for (name,) in db.execute(DERIVED_TABLES).fetchall():
        db.execute(f"DROP TABLE IF EXISTS {identifier(name)}")


def identifier(name: str) -> str:
    """A name of the schema as SQL needs it, whoever gave it."""
    return '"' + name.replace('"', '""') + '"'


def rebuild(db: sqlite3.Connection) -> None:
    """Make all of it from our .sql files (nothing of it may be there) and fill it from the data."""
    for statement in statements(derived_sql()):
        db.execute(statement)
    refill(db)


def refill(db: sqlite3.Connection) -> None:
    """Fill figures and search index anew, inside whatever transaction is open."""
    for name in REFILL_FILES:
        for statement in statements(read_sql(name)):
            db.execute(statement)


def statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one (`executescript` would commit what is open before it starts)."""
    part = ""
    for line in script.splitlines(keepends=True):
        part += line
        if ";" in line and sqlite3.complete_statement(part):
            yield part
            part = ""
    if part.strip():
        yield part
