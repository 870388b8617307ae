"""Whether the data is what the journal says it is: a flipped bit in either shows.

Each row equals its last `after`, each `before` the `after` of the change before it, each step its digest.
"""

import json
import re
import sqlite3
from collections.abc import Iterator
from itertools import chain, groupby
from math import inf
from operator import itemgetter

from lnet.store.audit.finding import Finding
from lnet.store.audit.soundness import MOST
from lnet.store.connect import read_sql
from lnet.store.journal import SEAL, digest_of

# How the journal's own trigger writes a row down.
WRITTEN = re.compile(r"(?:INSERT) INTO journal VALUES \('(\w+)', NEW\.uid, NULL, (json_object\(.*\))\);$", re.MULTILINE)
ROWS = """
WITH last AS (SELECT row_uid, max(id) AS id FROM change WHERE tbl = '{table}' GROUP BY row_uid)
SELECT r.uid, c.after, {row}
  FROM "{table}" r LEFT JOIN last ON last.row_uid = r.uid LEFT JOIN change c ON c.id = last.id
  WHERE c.after IS NOT {row}
UNION ALL
SELECT last.row_uid, c.after, NULL FROM last JOIN change c ON c.id = last.id
  WHERE c.after IS NOT NULL AND last.row_uid NOT IN (SELECT uid FROM "{table}")
"""
CHAIN = """
SELECT step_id, tbl, row_uid, before, earlier FROM (
  SELECT step_id, tbl, row_uid, before, lag(after) OVER (PARTITION BY tbl, row_uid ORDER BY id) AS earlier FROM change
) WHERE before IS NOT earlier
"""
NO_MORE: tuple[float, Iterator[tuple[object, ...]]] = (inf, iter(()))
SEALED = "SELECT id, digest, at, day, kind, command, words, reverses FROM step WHERE kind <> 'external' ORDER BY id"
CHANGES = "SELECT step_id, tbl, row_uid, before, after FROM change ORDER BY step_id, id"


def altered(db: sqlite3.Connection) -> Iterator[Finding]:
    """Tables with rows that are not as they were written down, a line each; only a backup mends that."""
    for table, row in written_rows().items():
        yield from told(f"{table}: rows that are not as the journal left them", other_rows(db, table, row))


def unchained(db: sqlite3.Connection) -> Iterator[Finding]:
    """Tables with changes before which something is missing, a line each; only a backup mends that."""
    for table, links in groupby(broken_links(db), itemgetter(0)):
        yield from told(f"{table}: changes that do not follow from the ones before", (uid for _, uid in links))


def resealed(db: sqlite3.Connection) -> Iterator[Finding]:
    """Steps that are not what was sealed, in one line; only a backup mends that."""
    yield from told("steps that do not match their digest", (str(number) for number in unsealed(db)))


def told(what: str, which: Iterator[str]) -> Iterator[Finding]:
    """One finding for all of them, with their number and the first few."""
    found = list(which)
    if found:
        yield Finding(f"{what}: {len(found)} ({', '.join(found[:MOST])}{' …' if len(found) > MOST else ''})")


def written_rows() -> dict[str, str]:
    """For each journalled table the expression of a row `r` as the journal writes it down."""
    return {table: row.replace("NEW.", "r.") for table, row in WRITTEN.findall(read_sql("sql/journal.sql"))}


def other_rows(db: sqlite3.Connection, table: str, row: str) -> Iterator[str]:
    """The uids of rows that are not as they were written down last, are missing, or were never written down."""
    for uid, after, now in db.execute(ROWS.format(table=table, row=row)):
        if not same(after, now):
            yield uid


def broken_links(db: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Table and uid of each change whose `before` is not what the change before it had left; by table."""
    found = db.execute(CHAIN).fetchall()
    return iter(sorted((table, uid) for _, table, uid, before, earlier in found if not same(earlier, before)))


def same(earlier: str | None, later: str | None) -> bool:
    """Whether both say the same of a row; a column that came with a later version is not in the earlier text."""
    if earlier is None or later is None:
        return earlier is later
    try:
        before, after = json.loads(earlier), json.loads(later)
        return all(name in after and after[name] == value for name, value in before.items())
    except (ValueError, AttributeError, TypeError):
        return False


def unsealed(db: sqlite3.Connection) -> Iterator[int]:
    """The numbers of the steps that are not as they were sealed, or were not sealed at all; both read in one go."""
    written = groupby(db.execute(CHANGES), itemgetter(0))
    of_step, rows = next(written, NO_MORE)
    for number, sealed, *head in db.execute(SEALED):
        while of_step < number:
            of_step, rows = next(written, NO_MORE)
        changes = (row[1:] for row in rows) if of_step == number else iter(())
        if sealed != (f"{SEAL}{digest_of(chain([head], changes))}" if is_whole(sealed) else digest_of(changes)):
            yield number


def is_whole(sealed: str | None) -> bool:
    """Whether a digest is of the step and its changes; at first it was of the changes alone."""
    return (sealed or SEAL).startswith(SEAL)
