"""Taking somebody out of the journal: the changes of what was theirs go, in all others their traces are replaced.

Whatever was changed is sealed anew, so that the journal agrees with the data as before.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator

from lnet.domain.forgetting import FORGOTTEN
from lnet.domain.names import key
from lnet.store.audit.keys import NAMED
from lnet.store.forget.marks import Marks
from lnet.store.forget.texts_of import scrubbed, text_columns
from lnet.store.journal import Step, digest

# Rows of any time that point at the contact and are there no more.
POINTING = """
SELECT DISTINCT row_uid FROM change WHERE tbl = ?1 AND ?2 IN (
  json_extract(coalesce(before, after), '$.contact_id'), json_extract(coalesce(after, before), '$.contact_id'),
  json_extract(coalesce(before, after), '$.other_id'))
"""
# Conversations that are there no more, of which every participant there ever was is among those rows.
ALONE = """
SELECT DISTINCT row_uid FROM change i WHERE tbl = 'interaction' AND row_uid NOT IN (SELECT uid FROM interaction)
  AND json_extract(coalesce(before, after), '$.id') IN (SELECT value FROM json_each(?))
"""

CHANGES = "SELECT id, step_id, tbl, row_uid, before, after FROM change"


def forget_in_journal(step: Step, id: int, marks: Marks) -> None:
    """Take every trace of the contact, who is deleted in this step, out of all steps; see the module."""
    db = step.db
    gone = set(gone_rows(db, step.id, id))
    touched = steps_of(db, gone)
    near = steps_of(db, marks.near)
    db.execute("DELETE FROM change WHERE row_uid IN (SELECT value FROM json_each(?))", (json.dumps([*gone]),))
    scrubbed_in = set(scrub_changes(db, marks))
    # Replaced in the journal too, it was no change: what was done to those rows before can still be undone.
    db.execute("DELETE FROM change WHERE step_id = ? AND before IS after", (step.id,))
    worded = set(scrub_words(db, marks, touched, near))
    for number in sorted(touched | scrubbed_in | worded):
        sealed = "UPDATE step SET digest = ? WHERE id = ? AND digest IS NOT NULL"
        db.execute(sealed, (digest(db, number), number))


def gone_rows(db: sqlite3.Connection, number: int, id: int) -> Iterator[str]:
    """The uids of all rows that went with the contact, now or before."""
    deleted = db.execute("SELECT row_uid FROM change WHERE step_id = ? AND after IS NULL", (number,))
    yield from (uid for (uid,) in deleted.fetchall())
    talks = set[int]()
    for table in text_columns():
        there = f'SELECT 1 FROM "{table}" WHERE uid = ?'
        for (uid,) in db.execute(POINTING, (table, id)).fetchall():
            if not db.execute(there, (uid,)).fetchone():
                yield uid
                talks |= talks_of(db, uid) if table == "participant" else set()
    others = {talk for talk in talks if with_others(db, talk, id)}
    yield from (uid for (uid,) in db.execute(ALONE, (json.dumps(sorted(talks - others)),)))


def talks_of(db: sqlite3.Connection, uid: str) -> set[int]:
    """The ids of the conversations that a participation was ever in."""
    rows = db.execute(
        "SELECT json_extract(coalesce(after, before), '$.interaction_id') FROM change WHERE row_uid = ?", (uid,)
    )
    return {id for (id,) in rows}


def with_others(db: sqlite3.Connection, talk: int, id: int) -> bool:
    """Whether anybody else ever took part in a conversation."""
    query = """
        SELECT 1 FROM change WHERE tbl = 'participant' AND json_extract(coalesce(after, before), '$.interaction_id') = ?
          AND json_extract(coalesce(after, before), '$.contact_id') <> ? LIMIT 1
    """
    return db.execute(query, (talk, id)).fetchone() is not None


def steps_of(db: sqlite3.Connection, uids: Iterable[str]) -> set[int]:
    """The numbers of the steps that changed any of these rows."""
    among = json.dumps(sorted(uids))
    rows = db.execute("SELECT DISTINCT step_id FROM change WHERE row_uid IN (SELECT value FROM json_each(?))", (among,))
    return {number for (number,) in rows}


def scrub_changes(db: sqlite3.Connection, marks: Marks) -> Iterator[int]:
    """Replace the traces in what all rows were; gives back the steps in which there were any."""
    for id, number, table, uid, *sides in db.execute(CHANGES).fetchall():
        new = [scrub_row(side, table, uid, marks) for side in sides]
        if new != sides:
            db.execute("UPDATE change SET before = ?, after = ? WHERE id = ?", (*new, id))
            yield number


def scrub_row(text: str | None, table: str, uid: str, marks: Marks) -> str | None:
    """A row as the journal keeps it, without the traces; the same text where there are none."""
    row = {} if text is None else json.loads(text)
    new = row | {name: scrubbed(row[name], marks.of(uid)) for name in text_columns().get(table, ()) if name in row}
    if new != row and table in NAMED:
        new["key"] = key(new[NAMED[table]])
    return text if new == row else json.dumps(new, ensure_ascii=False, separators=(",", ":"))


def scrub_words(db: sqlite3.Connection, marks: Marks, touched: set[int], near: set[int]) -> Iterator[int]:
    """Blank the words of the steps that were about them, replace the traces in those of all others."""
    for number, words in db.execute("SELECT id, words FROM step WHERE words <> ''").fetchall():
        traces = marks.close_by if number in near else marks.anywhere
        new = FORGOTTEN if number in touched else traces.scrub(words)
        if new != words:
            db.execute("UPDATE step SET words = ? WHERE id = ?", (new, number))
            yield number
