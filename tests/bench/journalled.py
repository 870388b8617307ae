"""A measured network with its history: the journal that its rows would have left, one step a conversation.

The generator writes rows in bulk, without triggers; checking a store, and undoing, need what they would have written.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from lnet.store.audit.journalled import written_rows
from lnet.store.journal import seal

STEPS = """
INSERT INTO step (id, day, kind, command, words)
SELECT id + 1, occurred_on, 'do', 'log', summary FROM interaction ORDER BY id
"""
CHANGES = """
INSERT INTO change (step_id, tbl, row_uid, after) SELECT * FROM ({each}) ORDER BY 1
"""
# What hangs on a conversation was written with it, everything else in the first step.
OF_TABLE = """SELECT {step}, '{table}', r.uid, {row} FROM "{table}" r"""


def journalled(image: Path, path: Path) -> Path:
    """A copy of a generated network at `path`, in which every row stands in the journal, and every step is sealed."""
    shutil.copyfile(image, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; BEGIN")
        db.execute(STEPS)
        db.execute(CHANGES.format(each=" UNION ALL ".join(rows(db))))
        for (number,) in db.execute("SELECT id FROM step").fetchall():
            seal(db, number)
        db.execute("COMMIT")
        db.execute("PRAGMA journal_mode = TRUNCATE")
    return path


def rows(db: sqlite3.Connection) -> Iterator[str]:
    """For each journalled table the query of its rows with the step that wrote them."""
    for table, row in written_rows().items():
        columns = {name for _, name, *_ in db.execute(f'PRAGMA table_info("{table}")')}
        of = "r.id" if table == "interaction" else "r.interaction_id" if "interaction_id" in columns else "NULL"
        yield OF_TABLE.format(step=f"coalesce({of} + 1, 1)", table=table, row=row)
