"""The people who are due by their clock or have drifted, read whole."""

import json
from collections.abc import Iterable, Sequence
from datetime import date

from lnet.domain.facts import Person
from lnet.store.connect import Store
from lnet.store.read.persons import persons
from lnet.store.read.ranges import BASE, STARTING, STARTS, Range, bound

DUE = f"""
c.status <> 'archived' AND c.id IN (
  SELECT f.contact_id FROM json_each(:ranges) r CROSS JOIN figure f WHERE {BASE}
  UNION SELECT f.contact_id FROM {STARTING} CROSS JOIN figure f WHERE {STARTS}
  UNION SELECT value FROM json_each(:also))
"""


def due_people(store: Store, ranges: Sequence[Range], also: Iterable[int], today: date) -> list[Person]:
    """The people within the ranges, and those `also` asked for."""
    values = bound(ranges) | {"today": today.isoformat(), "also": json.dumps([*also])}
    return persons(store, DUE, values)
