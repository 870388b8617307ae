"""Insights: what I learned, from whom, and whether I used it. Every change is one step, undone as one."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lnet.domain.names import clean
from lnet.services.references import refs
from lnet.services.saved import Saved, get_all, happened, needed_day
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.read.insights import INSIGHTS, NEWEST, Insight
from lnet.store.write import insight as write
from lnet.store.write.line import line
from lnet.store.write.rows import Value, update
from lnet.store.write.topic import add_topics, remove_topics, topic_name

NOTHING: Mapping[str, Value] = {}


class Links(NamedTuple):
    """What an insight hangs on: from whom, for which goal, out of which resource."""

    contact_id: int | None = None
    goal_id: int | None = None
    resource_id: int | None = None


NO_LINKS = Links()


def get(store: Store, ids: Sequence[int]) -> tuple[Insight, ...]:
    """These insights, in the order given; raises NotFoundError for an id that is none."""
    return get_all(store, INSIGHTS, "insight", ids)


def add(
    store: Store, text: str, links: Links = NO_LINKS, *, kind: str = "idea", stance: str | None = None,
    topics: Sequence[str] = (), on: date | None = None, command: str = "learn",
) -> Saved[Insight]:  # fmt: skip
    """Note what was learned, today or on its day. Undo takes it away.

    Raises BadInputError for an empty text, DateError for a day to come.
    """
    day = happened(on, store.today)
    with step(store, command, clean(text)) as open_:
        id = write.add(
            open_, text, contact_id=links.contact_id, goal_id=links.goal_id, resource_id=links.resource_id, kind=kind,
            stance=stance, topics=topics, on=day,
        )  # fmt: skip
    return Saved(get(store, [id]), open_.id)


class Changes(NamedTuple):
    """What an edit does: columns to set (None clears), topics to add and to take away."""

    values: Mapping[str, Value] = NOTHING
    topics: Sequence[str] = ()
    no_topics: Sequence[str] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.values or self.topics or self.no_topics)


def edit(store: Store, ids: Sequence[int], changes: Changes) -> Saved[Insight]:
    """Change several insights alike. Undo sets them back.

    Raises BadInputError for an empty text, DateError for a day to come.
    """
    values = dict(changes.values)
    if "text" in values:
        values["text"] = line(str(values["text"] or ""), "an insight")
    if "learned_on" in values:
        values["learned_on"] = needed_day(values["learned_on"], store.today)
    with step(store, "insight edit", refs("insight", ids)) as open_:
        for id in ids:
            update(open_, "insight", id, **values)
            add_topics(open_, "insight", id, changes.topics)
            remove_topics(open_, "insight", id, changes.no_topics)
    return Saved(get(store, ids), open_.id)


def apply(store: Store, ids: Sequence[int], value: str, on: date | None = None) -> Saved[Insight]:
    """Note that insights were "applied", or have "realised" their worth. Undo takes that back."""
    day = happened(on, store.today) if on else None
    with step(store, "insight apply", refs("insight", ids)) as open_:
        for id in ids:
            write.apply(open_, id, value, day)
    return Saved(get(store, ids), open_.id)


class Filter(NamedTuple):
    """Which insights a list shows; by default all of them."""

    slug: str | None = None
    goal: str | None = None
    topic: str | None = None
    kind: str | None = None
    stance: str | None = None
    value: str | None = None
    since: date | None = None

    def where(self) -> tuple[str, list[Value]]:
        """The condition over the view `insights`, and its parameters."""
        terms: list[tuple[str, Value]] = [
            ("slug = ?", self.slug),
            ("goal = ?", self.goal),
            ("id IN (SELECT insight_id FROM insight_topic WHERE topic = ?)", self.topic and topic_name(self.topic)),
            ("kind = ?", self.kind),
            ("stance = ?", self.stance),
            ("value = ?", self.value),
            ("learned_on >= ?", self.since.isoformat() if self.since else None),
        ]
        used = [(term, value) for term, value in terms if value is not None]
        return " AND ".join(["1", *(term for term, _ in used)]), [value for _, value in used]


def listed(store: Store, wanted: Filter, limit: int | None = None) -> list[Insight]:
    """The insights of a list, newest first."""
    where, parameters = wanted.where()
    return INSIGHTS.listed(store, where, parameters, NEWEST, limit)
