"""Of those who drifted the freshest, as many as there is room for: they may be very many."""

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from lnet.domain.facts import Person
from lnet.domain.rows import rotation
from lnet.store.connect import Store
from lnet.store.read.persons import people
from lnet.store.read.ranges import BASE, BUT, STARTING, STARTS, WITHIN, Calendar, Range, bound, drifted_ranges

# Of each range the latest days, as many as could be wanted.
LATEST = f"""
SELECT r.key, i.base_on, NULL FROM json_each(:ranges) r JOIN figure i ON i.contact_id IN
  (SELECT f.contact_id FROM figure f WHERE {BASE} AND {BUT} ORDER BY f.base_on DESC LIMIT :most)
UNION ALL
SELECT r.key, NULL, i.starts_on FROM {STARTING} JOIN figure i ON i.contact_id IN
  (SELECT f.contact_id FROM figure f WHERE {STARTS} AND {BUT} ORDER BY f.starts_on DESC LIMIT :most)
"""


def drifted_people(
    store: Store, due: Iterable[Range], left_out: Collection[int], calendar: Calendar, room: int
) -> list[Person]:
    """Of those who have drifted the freshest, as many as there is room for; `due` are the ranges of those who have not.

    `left_out` are people who are silent, or read already for another reason.
    """
    if room <= 0:
        return []
    chosen = freshest(store, drifted_ranges(due), json.dumps(sorted(left_out)), calendar, room)
    return people(store, chosen, calendar.today)


def freshest(store: Store, drifted: Sequence[Range], but: str, calendar: Calendar, most: int) -> list[int]:
    """The ids that `domain.rows.freshest_first` would put first, at most so many.

    In two statements: one finds how far back the list reaches, one reads all who are that fresh, for equals take turns.
    """
    values: dict[str, Any] = bound(drifted) | {"but": but, "most": most}
    latest = sorted(
        (drifted[key].rank, calendar.elapsed(drifted[key], base, starts))
        for key, base, starts in store.db.execute(LATEST, values)
    )
    near = as_fresh_as(latest[most - 1], drifted, calendar) if most <= len(latest) else drifted
    found = sorted(
        (near[key].rank, calendar.elapsed(near[key], base, starts), rotation(calendar.today, id), id)
        for key, id, base, starts in store.db.execute(WITHIN, values | bound(near))
    )
    return [id for *_, id in found[:most]]


def as_fresh_as(last: tuple[int, int], drifted: Sequence[Range], calendar: Calendar) -> list[Range]:
    """The parts of the ranges in which somebody comes before or beside the `last`, given by circle and elapsed days."""
    rank, days = last
    return [each if each.rank < rank else calendar.no_longer_than(days, each) for each in drifted if each.rank <= rank]
