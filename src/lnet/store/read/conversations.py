"""Conversations as they are read: one whole, and lists, newest first."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from lnet.store.connect import Store

COLUMNS = (
    "id, ref, uid, occurred_on, time, participants, channel, direction, depth, summary, note, topics, goals, event,"
    " community, project, event_ref, community_ref, project_ref, planned, fulfilled_by, private, their_words,"
    " differences, next_question, mentions, created_on, created_at, updated_at"
)
LISTS = ("participants", "topics", "goals", "mentions")
DEBRIEF = ("their_words", "differences", "next_question")


class Conversation(NamedTuple):
    """A conversation whole; `participants` are objects of name and slug, in the order they were named.

    `goals` are references; where it was and what for are told by name, and by reference beside it.
    """

    id: int
    ref: str
    uid: str
    occurred_on: date
    time: str | None
    participants: tuple[dict[str, str], ...]
    channel: str
    direction: str
    depth: int | None
    summary: str
    note: str | None
    topics: tuple[str, ...]
    goals: tuple[str, ...]
    event: str | None
    community: str | None
    project: str | None
    event_ref: str | None
    community_ref: str | None
    project_ref: str | None
    planned: bool
    fulfilled_by: str | None
    private: bool
    their_words: str | None
    differences: str | None
    next_question: str | None
    mentions: tuple[str, ...]
    created_on: date
    created_at: str
    updated_at: str

    def as_json(self) -> dict[str, Any]:
        """The fields, with what was debriefed as one object."""
        plain = {name: getattr(self, name) for name in self._fields if name not in DEBRIEF}
        return plain | {"debrief": {name: getattr(self, name) for name in DEBRIEF}}

    @property
    def names(self) -> str:
        """The names of the participants, in one line; "" for none."""
        return ", ".join(who["name"] for who in self.participants)


def conversation(row: Sequence[Any]) -> Conversation:
    """One row of the view `conversations`."""
    values = dict(zip(COLUMNS.replace("\n", " ").split(", "), row, strict=True))
    for name in LISTS:
        values[name] = tuple(json.loads(values[name]))
    for name in ("occurred_on", "created_on"):
        values[name] = date.fromisoformat(values[name])
    for name in ("planned", "private"):
        values[name] = bool(values[name])
    return Conversation(**values)


def get(store: Store, id: int) -> Conversation | None:
    """One conversation; None if there is none with this id."""
    row = store.db.execute(f"SELECT {COLUMNS} FROM conversations WHERE id = ?", (id,)).fetchone()
    return conversation(row) if row else None


def listed(
    store: Store,
    where: str = "1",
    parameters: Sequence[Any] = (),
    limit: int | None = None,
    order: str = "occurred_on DESC, id DESC",
) -> list[Conversation]:
    """Conversations that fulfil a condition over the view, in order (newest first); at most `limit`."""
    query = f"SELECT {COLUMNS} FROM conversations WHERE {where} ORDER BY {order} LIMIT ?"
    return [conversation(row) for row in store.db.execute(query, (*parameters, -1 if limit is None else limit))]


def latest_with(store: Store, contact: int, limit: int, *, planned: bool = False) -> list[Conversation]:
    """A person's conversations, newest first, by their timeline; `planned`: the plans instead."""
    ids = store.db.execute(
        "SELECT interaction_id FROM search_timeline WHERE contact_id = ? AND planned = ?"
        " ORDER BY occurred_on DESC, interaction_id DESC LIMIT ?",
        (contact, int(planned), limit),
    ).fetchall()
    return listed(store, "id IN (SELECT value FROM json_each(?))", (json.dumps([id for (id,) in ids]),))
