"""Everybody as far as it tells who they are, and what two people who may be one did together."""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from lnet.domain.twins import Twin, Way
from lnet.store.connect import Store
from lnet.store.read.records import View

PEOPLE = """
SELECT c.id, c.name, c."key", c.slug, coalesce(c.organisation, ''), c.birthday,
  f.address_book, c.circle IS NULL, -f.days, c.imported_from IS NOT NULL
FROM contact c JOIN figure f ON f.contact_id = c.id
"""
TOGETHER = """
SELECT w.key, 'i' || max(a.interaction_id) FROM json_each(?) w
JOIN participant a ON a.contact_id = w.value ->> 0
JOIN participant b ON b.interaction_id = a.interaction_id AND b.contact_id = w.value ->> 1 GROUP BY w.key
"""
ACQUAINTED = """
SELECT w.key FROM json_each(?) w JOIN acquaintance a
  ON a.contact_id = min(w.value ->> 0, w.value ->> 1) AND a.other_id = max(w.value ->> 0, w.value ->> 1)
"""


class Namesake(NamedTuple):
    """Somebody of whom I said that they are somebody else, however alike."""

    name: str
    slug: str


DISTINCT = View(
    (
        "(SELECT c.name, c.slug, c.id AS link, d.contact_id"
        " FROM distinct_pair d JOIN contact c ON c.id = d.other_id"
        " UNION ALL SELECT c.name, c.slug, c.id, d.other_id FROM distinct_pair d JOIN contact c ON c.id = d.contact_id)"
    ),
    Namesake,
)


def apart(store: Store) -> set[tuple[int, int]]:
    """The pairs of contacts of whom I said that they are two people, the smaller id first."""
    return set(store.db.execute("SELECT contact_id, other_id FROM distinct_pair").fetchall())


def twins(store: Store) -> list[Twin]:
    """Everybody, in three statements; who is in the network comes before the address book.

    Of equals comes first who is in a circle, then who was met more, then who was added by hand.
    """
    nicknames: dict[int, list[str]] = defaultdict(list)
    for id, name in store.db.execute("SELECT contact_id, name FROM nickname ORDER BY id"):
        nicknames[id].append(name)
    ways: dict[int, list[Way]] = defaultdict(list)
    for id, *way in store.db.execute('SELECT contact_id, kind, value, "key" FROM method ORDER BY id'):
        ways[id].append(Way(*way))
    return [
        Twin(id, name, key, slug, organisation, birthday, tuple(nicknames[id]), tuple(ways[id]), tuple(rank))
        for id, name, key, slug, organisation, birthday, *rank in store.db.execute(PEOPLE)
    ]


def together(store: Store, pairs: Sequence[tuple[int, int]]) -> dict[int, str]:
    """By the place of a pair, the latest conversation in which both took part; pairs without one are missing."""
    return dict(store.db.execute(TOGETHER, (json.dumps(pairs),)).fetchall())


def acquainted(store: Store, pairs: Sequence[tuple[int, int]]) -> set[int]:
    """The places of the pairs of whom it is noted that they know each other."""
    return {place for (place,) in store.db.execute(ACQUAINTED, (json.dumps(pairs),))}
