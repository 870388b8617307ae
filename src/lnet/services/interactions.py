"""Conversations and plans, once they are recorded: list, change, delete. Every change is one step."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from lnet.errors import NotFoundError
from lnet.services.references import refs
from lnet.services.saved import Deleted, Saved, delete_all
from lnet.store.connect import Store
from lnet.store.journal import Step, step
from lnet.store.read import conversations as read
from lnet.store.read import plans
from lnet.store.read.conversations import Conversation
from lnet.store.read.outcomes import Outcomes, outcomes
from lnet.store.write import interaction as write
from lnet.store.write.rows import Value, update
from lnet.store.write.topic import add_topics, remove_topics, topic_name

NOUN = "interaction"
# The few ids first: the columns of the view cost more than a sort.
FEW = "id IN (SELECT id FROM conversations WHERE {where} ORDER BY occurred_on DESC, id DESC LIMIT ?)"


class Filter(NamedTuple):
    """Which conversations a list shows; by default those that were held, newest first."""

    with_: Sequence[int] = ()
    since: date | None = None
    until: date | None = None
    via: str | None = None
    topic: str | None = None
    goal: int | None = None
    planned: bool = False
    community: int | None = None
    project: int | None = None
    event: int | None = None

    def where(self) -> tuple[str, list[Value]]:
        """The condition over the view `conversations`, and its parameters."""
        terms: list[tuple[str, Value]] = [("planned = ? AND fulfilled_by IS NULL", int(self.planned))]
        terms += [("id IN (SELECT interaction_id FROM participant WHERE contact_id = ?)", id) for id in self.with_]
        optional: list[tuple[str, Value]] = [
            ("occurred_on >= ?", self.since and self.since.isoformat()),
            ("occurred_on <= ?", self.until and self.until.isoformat()),
            ("channel = ?", self.via),
            (
                "id IN (SELECT interaction_id FROM interaction_topic WHERE topic = ?)",
                self.topic and topic_name(self.topic),
            ),
            ("id IN (SELECT interaction_id FROM interaction_goal WHERE goal_id = ?)", self.goal),
            ("id IN (SELECT id FROM interaction WHERE community_id = ?)", self.community),
            ("id IN (SELECT id FROM interaction WHERE project_id = ?)", self.project),
            ("id IN (SELECT id FROM interaction WHERE event_id = ?)", self.event),
        ]
        terms += [(term, value) for term, value in optional if value is not None]
        return " AND ".join(term for term, _ in terms), [value for _, value in terms]


class Changes(NamedTuple):
    """What an edit does: columns to set (None clears), people, topics and goals to add and to take away."""

    values: Mapping[str, Value]
    people: Sequence[int] = ()
    no_people: Sequence[int] = ()
    topics: Sequence[str] = ()
    no_topics: Sequence[str] = ()
    goals: Sequence[int] = ()
    no_goals: Sequence[int] = ()


def listed(store: Store, wanted: Filter, limit: int | None = None) -> list[Conversation]:
    """The conversations (or plans) of a list, newest first; at most `limit`."""
    where, parameters = wanted.where()
    return read.listed(store, FEW.format(where=where), (*parameters, -1 if limit is None else limit))


def open_plans(store: Store) -> list[Conversation]:
    """What is planned: from today on by day and time, then what has passed and was not held, the oldest first."""
    return plans.open_plans(store)


def get(store: Store, id: int) -> Conversation:
    """One conversation; raises NotFoundError for a number that is none."""
    found = read.get(store, id)
    if found is None:
        raise NotFoundError(NOUN, f"i{id}")
    return found


class Page(NamedTuple):
    """One conversation whole, with what came of it."""

    talk: Conversation
    outcomes: Outcomes

    def as_json(self) -> dict[str, Any]:
        """The conversation's fields, and each list of what came of it."""
        return self.talk.as_json() | self.outcomes._asdict()


def page(store: Store, id: int) -> Page:
    """One conversation with all that came of it; raises NotFoundError for a number that is none."""
    return Page(get(store, id), outcomes(store, id))


def edit(store: Store, ids: Sequence[int], changes: Changes) -> Saved[Conversation]:
    """Change several conversations alike, in one step. Undo sets all of them back."""
    for id in ids:
        get(store, id)
    with step(store, "interaction edit", refs(NOUN, ids)) as open_:
        for id in ids:
            apply(open_, id, changes)
    return Saved(tuple(get(store, id) for id in ids), open_.id)


def apply(open_: Step, id: int, changes: Changes) -> None:
    """Write the changes of one conversation."""
    values = changes.values.items()
    update(open_, NOUN, id, **{name: None if value == "" and name != "summary" else value for name, value in values})
    write.add_people(open_, id, changes.people)
    write.remove_people(open_, id, changes.no_people)
    if changes.values.get("event_id"):
        write.meet_all(open_, id)
    add_topics(open_, NOUN, id, changes.topics)
    remove_topics(open_, NOUN, id, changes.no_topics)
    write.add_goals(open_, id, changes.goals)
    write.remove_goals(open_, id, changes.no_goals)


def delete(store: Store, ids: Sequence[int]) -> Deleted:
    """Delete conversations; promises and insights made in them stay. Undo brings them back."""
    return delete_all(store, NOUN, ids)
