"""What ties the people of a page: to each other, and to goals."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from lnet.store.connect import Store
from lnet.store.read.goals import Goal
from lnet.store.read.summary.people import Member

TIES_MOST = 200
TIES = """
SELECT * FROM (SELECT 'person' || contact_id, 'person' || other_id, 'knows' FROM acquaintance
  WHERE contact_id IN (SELECT value FROM json_each(?1)) AND other_id IN (SELECT value FROM json_each(?1)) LIMIT ?3)
UNION ALL SELECT * FROM (SELECT 'person' || contact_id, 'g' || goal_id, 'helps' FROM goal_contact
  WHERE goal_id IN (SELECT value FROM json_each(?2)) AND contact_id IN (SELECT value FROM json_each(?1)) LIMIT ?3)
"""


class Tie(NamedTuple):
    """Two of the network by their references, and what ties them: "knows" or "helps"."""

    source: str
    target: str
    kind: str


def ties(store: Store, people: Sequence[Member], goals: Sequence[Goal]) -> list[Tie]:
    """The ties among these people, and between them and these goals."""
    ids = json.dumps([who.id for who in people]), json.dumps([goal.id for goal in goals])
    return [Tie(*row) for row in store.db.execute(TIES, (*ids, TIES_MOST))]
