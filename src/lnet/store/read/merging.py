"""Two contacts as they stand, for merging them."""

import json
from typing import Any

from lnet.domain.one_person import RULES, STAYS
from lnet.store.connect import Store

COLUMNS = (*STAYS, *RULES)
OBJECTS = ("aims", "extra")


def contact_row(store: Store, id: int) -> dict[str, Any]:
    """The columns of a contact, lists and objects as such, and the name of who introduced them (`introducer`).

    Raises KeyError if there is none with this id.
    """
    names = ", ".join(f'c."{name}"' for name in COLUMNS)
    found = store.db.execute(
        f"SELECT {names}, i.name FROM contact c LEFT JOIN contact i ON i.id = c.introduced_by WHERE c.id = ?", (id,)
    ).fetchone()
    if found is None:
        raise KeyError(id)
    row = dict(zip((*COLUMNS, "introducer"), found, strict=True))
    return row | {name: json.loads(row[name]) for name in OBJECTS}
