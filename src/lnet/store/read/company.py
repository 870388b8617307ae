"""Who was together with whom."""

import json
from collections.abc import Sequence

from lnet.store.connect import Store

RANKED = """
SELECT w.value,
  (SELECT count(*) FROM participant mine JOIN participant theirs ON theirs.interaction_id = mine.interaction_id
    WHERE mine.contact_id = w.value AND theirs.contact_id IN (SELECT value FROM json_each(:others))) AS together,
  (SELECT max(occurred_on) FROM search_timeline t WHERE t.contact_id = w.value AND t.planned = 0) AS latest
FROM json_each(:ids) w ORDER BY together DESC, latest DESC, w.value
"""


def ranked(store: Store, ids: Sequence[int], others: Sequence[int]) -> list[int]:
    """The contacts by how many conversations they had together with the others, then by their latest conversation."""
    return [
        row[0] for row in store.db.execute(RANKED, {"ids": json.dumps(list(ids)), "others": json.dumps(list(others))})
    ]
