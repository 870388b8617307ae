"""Whether figures and search index say what follows from the data; both can be made anew."""

import re
import sqlite3
from collections.abc import Iterator

from lnet.store.audit.finding import Finding
from lnet.store.connect import read_sql

# How each derived table is filled: INSERT INTO figure SELECT * FROM figure_source;
FILLED = re.compile(r"(?:INSERT) INTO (\w+)(?: \(([\w, ]+)\))?\s+(SELECT[^;]+);")
DIFFERENT = "SELECT count(*) FROM ({one} EXCEPT {other})"
FTS_CHECK = "INSERT INTO search (search) VALUES ('integrity-check')"


def stale(db: sqlite3.Connection) -> Iterator[Finding]:
    """The derived tables that differ from what follows from the data, and a search index that is broken in itself."""
    for table, columns, sources in filled():
        held, right = f"SELECT {columns} FROM {table}", f"SELECT * FROM ({' UNION ALL '.join(sources)})"
        wrong = sum(differing(db, *pair) for pair in ((held, right), (right, held)))
        if wrong:
            yield Finding(f"{table} differs from the data it is made of", "schema")
    if broken_index(db):
        yield Finding("the search index is broken", "schema")


def differing(db: sqlite3.Connection, one: str, other: str) -> int:
    """How many rows of the one the other lacks."""
    found: int = db.execute(DIFFERENT.format(one=one, other=other)).fetchone()[0]
    return found


def filled() -> Iterator[tuple[str, str, list[str]]]:
    """Each derived table with its columns and the queries that fill it, from the scripts that do."""
    sources: dict[tuple[str, str], list[str]] = {}
    for name in ("sql/refill_figures.sql", "sql/refill_search.sql"):
        for table, columns, query in FILLED.findall(read_sql(name)):
            sources.setdefault((table, columns or "*"), []).append(query)
    return ((table, columns, queries) for (table, columns), queries in sources.items())


def broken_index(db: sqlite3.Connection) -> bool:
    """Whether the full-text index itself is damaged; asked as a write that changes nothing, False where none may."""
    try:
        db.execute("BEGIN IMMEDIATE")
        db.execute(FTS_CHECK)
    except sqlite3.OperationalError:  # read-only, or locked
        return False
    except sqlite3.DatabaseError:
        return True
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")
    return False
