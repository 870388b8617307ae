"""The steps that have to do with somebody: those that touched them or anything that is, or was, linked to them."""

from lnet.store.connect import Store
from lnet.store.journal import ENTRY, Entry, entry

LINKS = """
SELECT m.name, f."from" FROM sqlite_master m, pragma_foreign_key_list(m.name) f
WHERE m.type = 'table' AND f."table" = 'contact' ORDER BY 1, 2
"""
TOGETHER = """
SELECT 'interaction', i.uid FROM interaction i WHERE i.id IN (
  SELECT interaction_id FROM participant WHERE contact_id = :id
  UNION SELECT interaction_id FROM mention WHERE contact_id = :id
)
"""
# Of what is gone only the journal knows to whom it was linked.
GONE = """
SELECT tbl, row_uid FROM change WHERE after IS NULL AND before LIKE '%_id":' || :id || ',%'
  AND :id IN (json_extract(before, '$.contact_id'), json_extract(before, '$.other_id'))
"""


def touching(store: Store, contact: int, limit: int | None = None) -> list[Entry]:
    """The steps that touched a contact, its links or its conversations, newest first; at most `limit`."""
    links = store.db.execute(LINKS).fetchall()
    own = [f'SELECT \'{table}\', uid FROM "{table}" WHERE "{column}" = :id' for table, column in links]
    rows = " UNION ".join(["SELECT 'contact', uid FROM contact WHERE id = :id", *own, TOGETHER, GONE])
    found = store.db.execute(
        f"WITH r(tbl, uid) AS ({rows}) {ENTRY} WHERE s.id IN (SELECT c.step_id FROM r JOIN change c"
        " ON c.tbl = r.tbl AND c.row_uid = r.uid) ORDER BY s.id DESC LIMIT :limit",
        {"id": contact, "limit": -1 if limit is None else limit},
    )
    return [entry(row) for row in found]
