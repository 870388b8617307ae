"""The list that was seen today: what `done 2` means, however the list has changed since.

It is kept outside the store, in a small state file (a list of uids for each store, nothing else), because looking at a
list changes no data. Where the file cannot be written, the list is shown all the same.
"""

import contextlib
import json
import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from lnet.cli.settings import user_directory
from lnet.errors import FileError, NotFoundError
from lnet.store.connect import Store
from lnet.store.read import settling

STORES_MOST = 8  # lists of other stores (a demo, a test) are kept, but not for ever


def state_path() -> Path:
    """The state file, which need not exist."""
    return user_directory("state") / "seen.json"


def remember(store: Path, today: date, uids: Sequence[str]) -> None:
    """Keep the uids of the rows just shown, the first row first, in place of the store's last list."""
    others = {path: seen for path, seen in read_lists().items() if path != str(store.absolute())}
    kept = dict(list(others.items())[1 - STORES_MOST :])
    mine = {str(store.absolute()): {"day": today.isoformat(), "uids": [*uids]}}
    with contextlib.suppress(OSError, FileError):
        replace_file(state_path(), json.dumps(kept | mine))


def forget() -> None:
    """Empty the file, whatever stores its lists are of."""
    with contextlib.suppress(OSError, FileError):
        state_path().unlink(missing_ok=True)


def uid_of_row(store: Path, today: date, row: int) -> str:
    """The uid of the person in this row, counted from 1, of the list last seen today.

    Raises NotFoundError if no list was seen today, or none with so many rows.
    """
    seen = read_lists().get(str(store.absolute()))
    if not isinstance(seen, dict) or seen.get("day") != today.isoformat():
        raise NotFoundError("row", str(row), hint="no list was seen today: lnet followups shows it")
    uids = seen.get("uids", [])
    if not 1 <= row <= len(uids):
        rows = f"{len(uids)} row{'' if len(uids) == 1 else 's'}"
        raise NotFoundError("row", str(row), hint=f"the list you saw has {rows}: lnet followups shows it again")
    return str(uids[row - 1])


def contact_of_row(store: Store, row: int) -> int:
    """The contact in this row of the list seen today; NotFoundError where there is none, or they are gone."""
    found = settling.contact_of(store, uid_of_row(store.path, store.today, row))
    if found is None:
        raise NotFoundError("row", str(row), hint="that person is no longer in the store")
    return found


def person_or_row(store: Store, text: str) -> int:
    """The contact meant by a row of the list seen today, or by a name; NotFoundError where there is none."""
    if re.fullmatch("[0-9]{1,9}", text, re.ASCII):
        return contact_of_row(store, int(text))
    from lnet.services.names import resolve

    return resolve(store, text).id


def read_lists() -> dict[str, Any]:
    """The lists by store; none where the file is missing or not ours."""
    try:
        lists = json.loads(state_path().read_text(encoding="utf-8"))
    except (OSError, FileError, ValueError):
        return {}
    return lists if isinstance(lists, dict) else {}


def replace_file(path: Path, text: str) -> None:
    """Write the whole file or none of it, readable by its owner alone."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(made, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)
