"""JSON lines out: every row of every table as one object on a line of its own, with the name of its table first."""

from collections.abc import Iterator

from lnet.domain.steering import safe_json
from lnet.store.connect import Store
from lnet.store.read.export import tables


def chunks(store: Store) -> Iterator[str]:
    """The lines, table by table, each by id, as in lnet JSON: `{"table": "contact", "id": 1, …}`."""
    for name, rows in tables(store):
        for text in rows:
            yield f'{{"table":"{name}",{safe_json(text)[1:]}\n'
