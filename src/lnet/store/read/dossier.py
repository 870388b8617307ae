"""What hangs on one person: conversations, promises, goals, feedback, insights and the rest, one statement a kind."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from lnet.store.connect import Store
from lnet.store.read import conversations
from lnet.store.read.conversations import Conversation
from lnet.store.read.feedback import FEEDBACK, Feedback
from lnet.store.read.goals import GOALS, Goal
from lnet.store.read.insights import INSIGHTS, NEWEST, Insight
from lnet.store.read.mentors import Agreement, agreement
from lnet.store.read.promises import DUE_FIRST, PROMISES, Promise
from lnet.store.read.records import View

ACTIVE_FIRST = "status <> 'active', id DESC"


class Community(NamedTuple):
    """A community they belong to."""

    ref: str
    id: int
    uid: str
    name: str
    kind: str
    url: str | None


COMMUNITIES = View(
    (
        "(SELECT k.*, 'c' || k.id AS ref, l.contact_id, l.id AS link"
        " FROM membership l JOIN community k ON k.id = l.community_id)"
    ),
    Community,
)


class Event(NamedTuple):
    """An event at which I met them; `note`: what was noted about them there.

    `follow_up`: flagged to be followed up, `waits`: flagged, and there was no word since.
    """

    ref: str
    id: int
    uid: str
    name: str
    starts_on: date | None
    ends_on: date | None
    place: str | None
    follow_up: bool
    waits: bool
    note: str | None


EVENTS = View(
    (
        "(SELECT e.id, e.uid, e.name, e.starts_on, e.ends_on, e.place, 'e' || e.id AS ref, l.follow_up, l.note,"
        " EXISTS (SELECT 1 FROM search_meeting m WHERE m.contact_id = l.contact_id AND m.event_id = e.id) AS waits,"
        " l.contact_id, l.id AS link FROM attendance l JOIN event e ON e.id = l.event_id)"
    ),
    Event,
    days=("starts_on", "ends_on"),
    flags=("follow_up", "waits"),
)


class Project(NamedTuple):
    """A project we share; `role`: what they do in it."""

    ref: str
    id: int
    uid: str
    title: str
    status: str
    role: str | None


PROJECTS = View(
    (
        "(SELECT j.*, 'j' || j.id AS ref, l.role, l.contact_id, l.id AS link"
        " FROM project_member l JOIN project j ON j.id = l.project_id)"
    ),
    Project,
)


class Shared(NamedTuple):
    """A resource that I gave them or got from them, on a day."""

    ref: str
    id: int
    uid: str
    title: str
    url: str | None
    kind: str
    direction: str
    on: date
    topics: tuple[str, ...]


SHARED = View(
    (
        "(SELECT r.*, 'r' || r.id AS ref, l.direction, l.occurred_on, l.contact_id, l.id AS link,"
        " (SELECT json_group_array(topic) FROM (SELECT topic FROM resource_topic WHERE resource_id = r.id ORDER BY id))"
        " AS topics"
        " FROM share l JOIN resource r ON r.id = l.resource_id)"
    ),
    Shared,
    columns={"on": "occurred_on"},
    days=("on",),
    lists={"topics": str},
)


class Exchange(NamedTuple):
    """Help given or received."""

    ref: str
    id: int
    uid: str
    interaction: str | None
    direction: str
    kind: str
    text: str
    on: date


EXCHANGES = View(
    "(SELECT *, 'x' || id AS ref, 'i' || interaction_id AS interaction, id AS link FROM exchange)",
    Exchange,
    columns={"on": "occurred_on"},
    days=("on",),
)


class Mention(NamedTuple):
    """A conversation in which they were named without being there."""

    ref: str
    occurred_on: date
    summary: str


MENTIONS = View(
    (
        "(SELECT 'i' || i.id AS ref, i.id, i.occurred_on, i.summary, l.contact_id, l.id AS link"
        " FROM mention l JOIN interaction i ON i.id = l.interaction_id)"
    ),
    Mention,
    days=("occurred_on",),
)


class Acquainted(NamedTuple):
    """Somebody they know, perhaps because I introduced them to each other."""

    name: str
    slug: str
    introduced_by_me: bool


ACQUAINTED = View(
    (
        "(SELECT c.name, c.slug, introduced_by_me, c.id AS link, a.contact_id"
        " FROM acquaintance a JOIN contact c ON c.id = a.other_id"
        " UNION ALL SELECT c.name, c.slug, introduced_by_me, c.id, a.other_id"
        " FROM acquaintance a JOIN contact c ON c.id = a.contact_id)"
    ),
    Acquainted,
    flags=("introduced_by_me",),
)


class Dossier(NamedTuple):
    """All that hangs on one person, newest first (promises, goals: the open ones first); empty where there is nothing.

    `mentor` is the agreement in force, None without one.
    """

    interactions: Sequence[Conversation]
    promises: Sequence[Promise]
    goals: Sequence[Goal]
    feedback: Sequence[Feedback]
    insights: Sequence[Insight]
    communities: Sequence[Community]
    events: Sequence[Event]
    projects: Sequence[Project]
    resources: Sequence[Shared]
    exchanges: Sequence[Exchange]
    mentions: Sequence[Mention]
    knows: Sequence[Acquainted]
    mentor: Agreement | None


# What is counted is what a page shows of it: conversations that were held, promises still owed.
HELD, OWED = "planned = 0", "status IN ('open', 'renegotiated')"
COUNTED = {
    "interactions": f"search_timeline WHERE {HELD} AND", "promises": f"promise WHERE {OWED} AND",
    "feedback": "feedback WHERE", "insights": "insight WHERE", "resources": "share WHERE",
    "exchanges": "exchange WHERE", "mentions": "mention WHERE",
}  # fmt: skip


def counts(store: Store, id: int) -> dict[str, int]:
    """How much of each long list there is, by the list's name."""
    numbers = ", ".join(f"(SELECT count(*) FROM {rows} contact_id = ?1)" for rows in COUNTED.values())
    return dict(zip(COUNTED, store.db.execute(f"SELECT {numbers}", (id,)).fetchone(), strict=True))


def dossier(store: Store, id: int, most: int | None = None) -> Dossier:
    """All that hangs on the contact with this id, in a fixed number of statements; empty lists for an unknown id.

    `most`: of each long list only so many, the newest; then of conversations those held and the plans still open, of
    promises those still owed.
    """
    held, owed = (HELD, OWED) if most is not None else ("1", "1")
    me: dict[str, Any] = {"where": "contact_id = ?", "parameters": (id,)}
    latest = theirs("interaction_id", "search_timeline", held, "occurred_on DESC, interaction_id DESC")
    return Dossier(
        interactions=conversations.listed(store, f"{latest} OR {PLANS}", (id, limit_of(most), id)),
        promises=PROMISES.listed(
            store, theirs("id", "promise", owed, DUE_FIRST), (id, limit_of(most)), order=DUE_FIRST
        ),
        goals=GOALS.listed(store, theirs("goal_id", "goal_contact"), (id, -1), order=ACTIVE_FIRST),
        feedback=FEEDBACK.listed(store, theirs("id", "feedback", "1", LATEST), (id, limit_of(most)), order=LATEST),
        insights=INSIGHTS.listed(store, theirs("id", "insight", "1", NEWEST), (id, limit_of(most)), order=NEWEST),
        communities=COMMUNITIES.listed(store, **me, order="link DESC"),
        events=EVENTS.listed(store, **me, order="starts_on DESC, link DESC"),
        projects=PROJECTS.listed(store, **me, order="status = 'closed', link DESC"),
        resources=SHARED.listed(store, **me, order="occurred_on DESC, link DESC", limit=most),
        exchanges=EXCHANGES.listed(store, **me, order="occurred_on DESC, link DESC", limit=most),
        mentions=MENTIONS.listed(store, **me, order="occurred_on DESC, link DESC", limit=most),
        knows=ACQUAINTED.listed(store, **me, order="name, link"),
        mentor=agreement(store, id),
    )


LATEST = "occurred_on DESC, id DESC"
PLANS = "id IN (SELECT interaction_id FROM search_timeline WHERE contact_id = ? AND planned = 1)"


def theirs(column: str, table: str, which: str = "1", order: str = "1") -> str:
    """The condition that a row's id is among those which a table has for a contact, the first in some order.

    Its parameters are the contact's id and how many. The few ids first: a view's columns cost more than a sort.
    """
    return f"id IN (SELECT {column} FROM {table} WHERE contact_id = ? AND {which} ORDER BY {order} LIMIT ?)"


def limit_of(most: int | None) -> int:
    """A limit as SQLite takes it."""
    return -1 if most is None else most
