"""lnet JSON out: the whole store in one document, a row a line, from which an equal store can be made.

Its shape is described by `docs/formats/lnet.schema.json`.
"""

import json
from collections.abc import Iterator

from lnet import __version__
from lnet.domain.steering import safe_json
from lnet.store.connect import SCHEMA_VERSION, Store
from lnet.store.read.export import origin, tables

SCHEMA = f"lnet.store/{SCHEMA_VERSION}"


def chunks(store: Store) -> Iterator[str]:
    """The document: a header, then each table as a list of rows by id, each behind those it points at."""
    yield f"{{\n{header(store)},\n"
    yield '"data": {'
    for number, (name, rows) in enumerate(tables(store)):
        yield f'{"," if number else ""}\n"{name}": ['
        mark = "\n"
        for text in rows:
            yield mark + safe_json(text)
            mark = ",\n"
        yield "\n]" if mark == ",\n" else "]"
    yield "\n}\n}\n"


def header(store: Store) -> str:
    """Which form this is, when it was made, by which lnet, on which device."""
    at, uid, name = origin(store)
    said = {"schema": SCHEMA, "exported_at": at, "lnet_version": __version__, "device": {"uid": uid, "name": name}}
    return ",\n".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in said.items())
