"""Insights: what I learned, from whom, and whether I used it. Every change is one step, undone as one."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from lnet.domain.names import clean
from lnet.errors import BadInputError
from lnet.services.changes import Changes
from lnet.services.references import refs
from lnet.services.saved import Saved, get_all, happened, needed_day
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.read.insights import INSIGHTS, NEWEST, Insight, count
from lnet.store.write import insight as write
from lnet.store.write.line import line
from lnet.store.write.rows import Value, update
from lnet.store.write.topic import add_topics, remove_topics, topic_name

DIGEST_DAYS = 90
DIGEST_MOST = 200  # of the newest; more is no digest


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
    """Which insights a list shows; by default all of them. `applied`: whether they were used, whatever their worth."""

    slug: str | None = None
    goal: str | None = None
    topic: str | None = None
    kind: str | None = None
    stance: str | None = None
    value: str | None = None
    since: date | None = None
    applied: bool | None = None

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
            ("(value <> 'potential') = ?", self.applied),
        ]
        used = [(term, value) for term, value in terms if value is not None]
        return " AND ".join(["1", *(term for term, _ in used)]), [value for _, value in used]


def listed(store: Store, wanted: Filter, limit: int | None = None) -> list[Insight]:
    """The insights of a list, newest first."""
    where, parameters = wanted.where()
    return INSIGHTS.listed(store, where, parameters, NEWEST, limit)


# --- the digest -------------------------------------------------------------------------------------------------


class Group(NamedTuple):
    """What belongs to one topic, newest first; `topic` is None for what has no topic."""

    topic: str | None
    insights: tuple[Insight, ...]


class Digest(NamedTuple):
    """Trends and practices of the days from `since` to `until`, both included: each once, under one topic.

    The topic with most comes first, then by the alphabet; what has no topic comes last. `more`: how many older ones of
    the period are left out.
    """

    since: date
    until: date
    topics: tuple[Group, ...] = ()
    more: int = 0

    def as_json(self) -> dict[str, Any]:
        """The fields; each group with its insights whole."""
        groups = [group._asdict() for group in self.topics]
        return {"since": self.since, "until": self.until, "topics": groups, "more": self.more}


def digest(store: Store, since: date | None = None, topic: str | None = None) -> Digest:
    """Trends and practices since a day (90 days ago if it is not given) until today, to see at a glance what moves in
    a field and how others work; reads only.

    `topic`: only what has this topic, all of it in one group. Raises BadInputError for a day that lies ahead.
    """
    if since and since > store.today:
        raise BadInputError(f"a digest looks back, and {since} lies ahead")
    first = since or store.today - min(timedelta(days=DIGEST_DAYS), store.today - date.min)
    where, values = Filter(topic=topic, since=first).where()
    where, values = f"{where} AND kind IN ('trend', 'practice') AND learned_on <= ?", [*values, store.today.isoformat()]
    found = INSIGHTS.listed(store, where, values, NEWEST, DIGEST_MOST)
    only = (topic_name(topic),) if topic else None
    return Digest(first, store.today, grouped(found, only), count(store, where, values) - len(found))


def grouped(insights: Sequence[Insight], only: Sequence[str] | None = None) -> tuple[Group, ...]:
    """Each insight under that of its topics (or of `only`) which has most; in the order that `Digest` tells."""
    number = Counter(topic for insight in insights for topic in only or insight.topics)
    groups: dict[str | None, list[Insight]] = {}
    for insight in insights:
        chosen = min(only or insight.topics, key=lambda topic: (-number[topic], topic), default=None)
        groups.setdefault(chosen, []).append(insight)
    order = sorted(groups, key=lambda topic: (topic is None, -len(groups[topic]), topic or ""))
    return tuple(Group(topic, tuple(groups[topic])) for topic in order)
