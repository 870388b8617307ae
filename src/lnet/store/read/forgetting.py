"""What forgetting somebody would take with it."""

from typing import NamedTuple

from lnet.store.connect import Store

GOING = """
SELECT (SELECT count(*) FROM participant p WHERE p.contact_id = ?1 AND NOT EXISTS
    (SELECT 1 FROM participant o WHERE o.interaction_id = p.interaction_id AND o.contact_id <> ?1)),
  (SELECT count(*) FROM participant p WHERE p.contact_id = ?1 AND EXISTS
    (SELECT 1 FROM participant o WHERE o.interaction_id = p.interaction_id AND o.contact_id <> ?1)),
  (SELECT count(*) FROM promise WHERE contact_id = ?1), (SELECT count(*) FROM feedback WHERE contact_id = ?1),
  (SELECT uid FROM contact WHERE id = ?1)
"""


class Going(NamedTuple):
    """The numbers of conversations that go with somebody, of those with others that stay, and of what else goes."""

    conversations: int
    shared: int
    promises: int
    feedback: int
    uid: str


def going(store: Store, id: int) -> Going:
    """What forgetting this contact would take."""
    return Going(*store.db.execute(GOING, (id,)).fetchone())
