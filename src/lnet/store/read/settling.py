"""What `done` must know of a row or a plan before it settles it."""

from datetime import date
from typing import NamedTuple

from lnet.store.connect import Store


class Planned(NamedTuple):
    """A conversation as it was planned; `open` while it has not come true."""

    occurred_on: date
    channel: str
    summary: str
    participants: tuple[int, ...]
    open: bool


def contact_of(store: Store, uid: str) -> int | None:
    """The id of the contact with this uid; None if they are gone."""
    row = store.db.execute("SELECT id FROM contact WHERE uid = ?", (uid,)).fetchone()
    return int(row[0]) if row else None


def whose_promise(store: Store, id: int) -> int:
    """The contact of this promise, which must exist."""
    return int(store.db.execute("SELECT contact_id FROM promise WHERE id = ?", (id,)).fetchone()[0])


def whose_feedback(store: Store, id: int) -> int:
    """The contact of this feedback, which must exist."""
    return int(store.db.execute("SELECT contact_id FROM feedback WHERE id = ?", (id,)).fetchone()[0])


def plan(store: Store, interaction_id: int) -> Planned:
    """The conversation of this id, which must exist, as a plan."""
    on, channel, summary, is_open = store.db.execute(
        "SELECT occurred_on, channel, summary, planned = 1 AND fulfilled_by IS NULL FROM interaction WHERE id = ?",
        (interaction_id,),
    ).fetchone()
    people = store.db.execute(
        "SELECT contact_id FROM participant WHERE interaction_id = ? ORDER BY id", (interaction_id,)
    ).fetchall()
    return Planned(date.fromisoformat(on), channel, summary, tuple(id for (id,) in people), bool(is_open))
