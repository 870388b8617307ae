"""Everybody with all ways to reach them, one after the other, for files that hold people whole."""

from collections.abc import Iterator

from lnet.store.connect import Store
from lnet.store.read.contacts import COLUMNS, Contact, Method, contact_of

MOST_WAYS = "SELECT kind, max(n) FROM (SELECT kind, count(*) n FROM method GROUP BY contact_id, kind) GROUP BY kind"
LEFT_OVER = """
SELECT DISTINCT e.key FROM contact c, json_each(c.extra, '$.' || ?) e WHERE json_type(c.extra, '$.' || ?) = 'object'
"""
WAYS = """
SELECT contact_id, kind, value, label, is_primary FROM method ORDER BY contact_id, is_primary DESC, id
"""


def everybody(store: Store) -> Iterator[tuple[Contact, list[Method]]]:
    """All contacts in the order they were added, each with the ways to reach them, the primary ones first.

    Two statements, read side by side: nothing else may write meanwhile, as in a private copy.
    """
    ways = store.db.execute(WAYS)
    ahead = ways.fetchone()
    for row in store.db.execute(f"SELECT {COLUMNS} FROM people ORDER BY id"):
        contact = contact_of(row)
        mine = []
        while ahead and ahead[0] <= contact.id:
            if ahead[0] == contact.id:
                mine.append(Method(ahead[1], ahead[2], ahead[3], bool(ahead[4])))
            ahead = ways.fetchone()
        yield contact, mine


def most_ways(store: Store) -> dict[str, int]:
    """How many ways of each kind one person has at most; a kind that nobody has is missing."""
    return dict(store.db.execute(MOST_WAYS).fetchall())


def left_over(store: Store, source: str) -> list[str]:
    """The names under which anybody keeps something of a source that lnet has no field for, in order."""
    return sorted(row[0] for row in store.db.execute(LEFT_OVER, (source, source)))
