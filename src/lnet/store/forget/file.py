"""The bytes of the file, once somebody is forgotten: they are written anew, in a second act after the commit.

SQLite cannot do that inside a transaction. So the step of forgetting bears words while it is not done, by which
`doctor` and the next `forget` know that it was interrupted, and finish it.
"""

import sqlite3

from lnet.store import faults
from lnet.store.connect import Store, prepare_to_write
from lnet.store.journal import digest
from lnet.store.reversal import FORGET

UNFINISHED = "not finished yet"  # the words of such a step; when it is done it has none
LEFT = "they are forgotten all the same; what is left in the bytes of the file goes with lnet doctor --fix"


def unfinished(db: sqlite3.Connection) -> list[int]:
    """The numbers of the steps that forgot somebody, after which the file was not written anew; usually none."""
    rows = db.execute("SELECT id FROM step WHERE command = ? AND words <> '' ORDER BY id", (FORGET,))
    return [number for (number,) in rows]


def write_anew(store: Store) -> None:
    """Write the file anew without its free pages, and say so in the steps that waited for it; sealed anew.

    Raises FileError or BusyError, which say that the data itself is stored.
    """
    try:
        prepare_to_write(store.db)
        store.db.execute("PRAGMA temp_store = DEFAULT")  # the new file is made whole there first: too much for memory
        store.db.execute("VACUUM")
        store.db.execute("BEGIN IMMEDIATE")
        for number in unfinished(store.db):
            store.db.execute("UPDATE step SET words = '' WHERE id = ?", (number,))
            store.db.execute("UPDATE step SET digest = ? WHERE id = ?", (digest(store.db, number), number))
        store.db.execute("COMMIT")
    except sqlite3.Error as error:
        raise left(store, error) from error
    finally:
        if store.db.in_transaction:
            store.db.execute("ROLLBACK")


def left(store: Store, error: sqlite3.Error) -> Exception:
    """The error for a file that could not be written anew."""
    known = faults.translate(error, store.path, store.busy_seconds)
    if known:
        known.hint = LEFT
    return known or error
