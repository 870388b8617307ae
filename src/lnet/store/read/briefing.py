"""What matters about one person before talking to them: what is near, open or unsaid, one statement a kind."""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from lnet.store.connect import Store
from lnet.store.read import conversations
from lnet.store.read.conversations import Conversation
from lnet.store.read.dossier import (
    ACQUAINTED,
    ACTIVE_FIRST,
    COMMUNITIES,
    OWED,
    PROJECTS,
    Acquainted,
    Community,
    Project,
    theirs,
)
from lnet.store.read.feedback import FEEDBACK, Feedback
from lnet.store.read.goals import GOALS, Goal
from lnet.store.read.insights import INSIGHTS, Insight
from lnet.store.read.insights import NEWEST as LATEST_LEARNED
from lnet.store.read.mentors import Agreement, agreement
from lnet.store.read.promises import DUE_FIRST, PROMISES, Promise
from lnet.store.read.records import View

Thing = TypeVar("Thing")


class Resource(NamedTuple):
    """Something to read, hear or try."""

    ref: str
    id: int
    uid: str
    title: str
    url: str | None
    kind: str
    topics: tuple[str, ...]


RESOURCES = View(
    (
        "(SELECT r.*, 'r' || r.id AS ref, (SELECT json_group_array(topic) FROM"
        " (SELECT topic FROM resource_topic WHERE resource_id = r.id ORDER BY id)) AS topics FROM resource r)"
    ),
    Resource,
    lists={"topics": str},
)

NEWEST = "occurred_on DESC, interaction_id DESC"
UNAPPLIED, UNAPPLIED_MOST = "value = 'potential'", 3
LOOP_OPEN = "loop IN ('open', 'acted')"
HELD = "contact_id = ? AND planned = 0 AND occurred_on <= ?"
LATEST = f"id IN (SELECT interaction_id FROM search_timeline WHERE {HELD} ORDER BY {NEWEST} LIMIT ?)"
NEXT_PLAN = """
id = (SELECT t.interaction_id FROM search_timeline t JOIN interaction i ON i.id = t.interaction_id
  WHERE t.contact_id = ? AND t.planned = 1 AND t.occurred_on >= ? AND i.fulfilled_by IS NULL
  ORDER BY t.occurred_on, i.time IS NULL, i.time, i.id LIMIT 1)
"""
DEBRIEFED = """
id = (SELECT t.interaction_id FROM search_timeline t JOIN interaction i ON i.id = t.interaction_id
  WHERE t.contact_id = ? AND t.planned = 0 AND t.occurred_on <= ?
    AND coalesce(nullif(i.their_words, ''), nullif(i.differences, '')) IS NOT NULL
  ORDER BY t.occurred_on DESC, t.interaction_id DESC LIMIT 1)
"""
# A question is for the next time: it waits until they are talked or written to again. What they wrote asks nothing.
UNASKED = """
id IN (SELECT t.interaction_id FROM search_timeline t JOIN interaction i ON i.id = t.interaction_id
  WHERE t.contact_id = ? AND t.planned = 0 AND t.occurred_on <= ? AND i.next_question <> '' AND NOT EXISTS (
    SELECT 1 FROM search_timeline later JOIN interaction l ON l.id = later.interaction_id
    WHERE later.contact_id = t.contact_id AND later.planned = 0 AND l.direction <> 'inbound'
      AND (later.occurred_on, later.interaction_id) > (t.occurred_on, t.interaction_id)))
"""
OF_THEIR_TOPICS = """
id IN (SELECT rt.resource_id FROM contact_topic ct JOIN resource_topic rt ON rt.topic = ct.topic
  WHERE ct.contact_id = ?)
AND id NOT IN (SELECT resource_id FROM share WHERE contact_id = ?)
"""
# By an index each: those linked to the goal, and those who share a topic with it.
GOALS_NEAR = """
SELECT goal_id FROM goal_contact WHERE contact_id = ?1
UNION SELECT gt.goal_id FROM contact_topic ct JOIN goal_topic gt ON gt.topic = ct.topic WHERE ct.contact_id = ?1
"""
WROTE_BY = """
SELECT i.channel FROM search_timeline t JOIN interaction i ON i.id = t.interaction_id
WHERE t.contact_id = ? AND t.planned = 0 AND t.occurred_on <= ? AND i.direction = 'outbound'
ORDER BY t.occurred_on DESC, t.interaction_id DESC LIMIT 1
"""


class Briefing(NamedTuple):
    """What matters about one person; nothing where there is nothing.

    `last`: the latest conversations held, newest first. `debrief`: the latest in which their words or our differences
    were noted. `unasked`: those that left a question which waits. `goals`: the active ones linked to them; `near`: ids
    of all goals linked to them or sharing a topic. `promises` are still owed, mine first; `feedback` has a loop to
    close, the oldest first. `insights`: the latest from them that were not applied yet. `projects`: those we share that
    are not closed. `wrote_by`: the channel of my latest message to them.
    """

    planned: Conversation | None
    last: Sequence[Conversation]
    debrief: Conversation | None
    unasked: Sequence[Conversation]
    promises: Sequence[Promise]
    feedback: Sequence[Feedback]
    insights: Sequence[Insight]
    resources: Sequence[Resource]
    goals: Sequence[Goal]
    near: frozenset[int]
    projects: Sequence[Project]
    communities: Sequence[Community]
    knows: Sequence[Acquainted]
    mentor: Agreement | None
    wrote_by: str | None


def briefing(store: Store, id: int, *, lasts: int, resources: int) -> Briefing:
    """What matters about the contact with this id, with so many conversations and resources at most.

    A fixed number of statements, each by an index.
    """
    today = store.today.isoformat()
    return Briefing(
        planned=first(conversations.listed(store, NEXT_PLAN, (id, today))),
        last=conversations.listed(store, LATEST, (id, today, lasts)),
        debrief=first(conversations.listed(store, DEBRIEFED, (id, today))),
        unasked=conversations.listed(store, UNASKED, (id, today)),
        promises=PROMISES.listed(store, theirs("id", "promise", OWED), (id, -1), f"owed_by <> 'me', {DUE_FIRST}"),
        feedback=FEEDBACK.listed(store, theirs("id", "feedback", LOOP_OPEN), (id, -1), "occurred_on, id"),
        insights=INSIGHTS.listed(
            store, theirs("id", "insight", UNAPPLIED, LATEST_LEARNED), (id, UNAPPLIED_MOST), LATEST_LEARNED
        ),
        resources=RESOURCES.listed(store, OF_THEIR_TOPICS, (id, id), "id DESC", resources),
        goals=GOALS.listed(store, f"{theirs('goal_id', 'goal_contact')} AND status = 'active'", (id, -1), ACTIVE_FIRST),
        near=frozenset(goal for (goal,) in store.db.execute(GOALS_NEAR, (id,))),
        projects=PROJECTS.listed(store, "contact_id = ? AND status <> 'closed'", (id,), ACTIVE_FIRST),
        communities=COMMUNITIES.listed(store, "contact_id = ?", (id,), "link DESC"),
        knows=ACQUAINTED.listed(store, "contact_id = ?", (id,), "name, link"),
        mentor=agreement(store, id),
        wrote_by=first([channel for (channel,) in store.db.execute(WROTE_BY, (id, today))]),
    )


def first(found: Sequence[Thing]) -> Thing | None:
    """The first of those found, if any."""
    return found[0] if found else None
