"""What a summary tells, read in a fixed number of statements whatever the size of the network.

Every list is cut to as many as a page can hold, and the whole number of it is read beside. For other readers than
oneself what must not be told is left out here, in the conditions, so that the numbers leave it out too: people never
shared and what was done with them, private conversations and what came of them, feedback that is not shareable.
"""

import json
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from lnet.domain.vocabulary import CIRCLES
from lnet.store.connect import Store
from lnet.store.read.conversations import Conversation
from lnet.store.read.conversations import listed as conversations
from lnet.store.read.feedback import FEEDBACK, Feedback
from lnet.store.read.goals import GOALS, Goal
from lnet.store.read.insights import INSIGHTS, NEWEST, Insight
from lnet.store.read.promises import DUE_FIRST, PROMISES, Promise

NO_CIRCLE = "none"
PEOPLE_MOST = {"inner": 25, "close": 25, "active": 15, "wide": 10, NO_CIRCLE: 10}
GOALS_MOST = 30
INSIGHTS_MOST = 60
FEEDBACK_MOST = 20
CONVERSATIONS_MOST = 40
PROMISES_MOST = 20  # in each direction
EXCHANGES_MOST = 15
TOPICS_MOST = 20

ME, MENTOR, PUBLIC = AUDIENCES = ("me", "mentor", "public")
NOT_PRIVATE = "NOT EXISTS (SELECT 1 FROM interaction i WHERE i.private AND i.id = {})"
# The view names an interaction by its reference.
REFERRED = NOT_PRIVATE.format("CAST(substr(interaction, 2) AS INTEGER)")
SHARED = "EXISTS (SELECT 1 FROM contact s WHERE s.slug = {}.slug AND s.share <> 'never')"
HELD = "planned = 0 AND occurred_on BETWEEN ?1 AND ?2"
# Nobody who is never shared took part in it or is named in it.
OPENLY = " AND ".join(
    f"NOT EXISTS (SELECT 1 FROM {link} l JOIN contact s ON s.id = l.contact_id"
    " WHERE l.interaction_id = {0}.id AND s.share = 'never')"
    for link in ("participant", "mention")
)


class Page(NamedTuple):
    """What a summary is of: from `since` to `until`, both days included, for "me", a "mentor" or the "public".

    The conditions it gives are over the period as ?1 and ?2, its `days`.
    """

    since: date
    until: date
    audience: str = ME

    @property
    def days(self) -> tuple[str, str]:
        """The period, as the store compares days."""
        return self.since.isoformat(), self.until.isoformat()

    def only(self, condition: str) -> str:
        """A condition that holds for other readers only."""
        return "1" if self.audience == ME else condition

    def people(self, contact: str) -> str:
        """Who is told of: everybody; for a mentor all but those never shared; for the public those shared by name."""
        return {ME: "1", MENTOR: f"{contact}.share <> 'never'", PUBLIC: f"{contact}.share = 'name'"}[self.audience]

    def held(self, interaction: str) -> str:
        """The condition of the conversations told of."""
        return f"{HELD} AND {self.only(f'private = 0 AND {OPENLY.format(interaction)}')}"

    def made_with(self, view: str) -> str:
        """The condition of what was promised, learned or said with somebody, in a conversation or outside of one."""
        return self.only(f"({view}.slug IS NULL OR {SHARED.format(view)}) AND (interaction IS NULL OR {REFERRED})")


class Numbers(NamedTuple):
    """The sizes of everything told: of the network, and of the period."""

    people: int
    conversations: int
    met: int
    insights: int
    applied: int
    goals: int
    achieved: int
    feedback: int
    promises_mine: int
    promises_theirs: int
    promises_kept: int
    given: int
    received: int


class Member(NamedTuple):
    """Somebody of the network: what they are to me, what they know, when we last talked.

    `circle` may be "none"; `number`: how many are in it.
    """

    slug: str
    name: str
    circle: str
    roles: tuple[str, ...]
    topics: tuple[str, ...]
    last_on: date | None
    number: int


class Exchange(NamedTuple):
    """Help given or received."""

    ref: str
    on: date
    name: str
    slug: str
    direction: str
    kind: str
    text: str


class Topic(NamedTuple):
    """A topic, and how many conversations and insights of the period are about it."""

    topic: str
    conversations: int
    insights: int


OWED = "status IN ('open', 'renegotiated')"
KEPT = "status = 'kept' AND closed_on BETWEEN ?1 AND ?2"
LEARNED = "learned_on BETWEEN ?1 AND ?2"
ACHIEVED = "status = 'achieved' AND closed_on BETWEEN ?1 AND ?2"
RECEIVED = "occurred_on BETWEEN ?1 AND ?2"
PEOPLE = """
WITH placed AS (
  SELECT c.id, coalesce(c.circle, 'none') AS circle, f.last_on, count(*) OVER (PARTITION BY c.circle) AS number,
    row_number() OVER (PARTITION BY c.circle ORDER BY f.last_on DESC, c."key", c.id) AS place
  FROM contact c JOIN figure f ON f.contact_id = c.id
  WHERE f.address_book = 0 AND c.status <> 'archived' AND {people}
)
SELECT c.slug, c.name, p.circle,
  (SELECT json_group_array(role) FROM (SELECT role FROM contact_role WHERE contact_id = c.id ORDER BY id)),
  (SELECT json_group_array(topic) FROM (SELECT topic FROM contact_topic WHERE contact_id = c.id ORDER BY id)),
  (SELECT t.occurred_on FROM search_timeline t JOIN interaction i ON i.id = t.interaction_id
    WHERE t.contact_id = c.id AND t.counts AND t.occurred_on <= ?1 AND {talk} ORDER BY t.occurred_on DESC LIMIT 1),
  p.number
FROM json_each(?2) m JOIN placed p ON p.circle = m.key AND p.place <= m.value JOIN contact c ON c.id = p.id
ORDER BY p.place
"""
HELPED = """
exchange x JOIN contact c ON c.id = x.contact_id WHERE x.occurred_on BETWEEN ?1 AND ?2 AND {helped}
"""
EXCHANGES = """
SELECT 'x' || x.id, x.occurred_on, c.name, c.slug, x.direction, x.kind, x.text FROM {}
ORDER BY x.occurred_on DESC, x.id DESC LIMIT ?
"""
TOPICS = """
SELECT topic, sum(talk), sum(learned) FROM (
  SELECT t.topic, 1 AS talk, 0 AS learned FROM interaction c JOIN interaction_topic t ON t.interaction_id = c.id
    WHERE {held}
  UNION ALL SELECT t.topic, 0, 1 FROM insights JOIN insight_topic t ON t.insight_id = insights.id WHERE {learned}
) GROUP BY topic ORDER BY sum(talk) + sum(learned) DESC, topic LIMIT ?
"""


def numbers(store: Store, page: Page) -> Numbers:
    """How many there are of everything."""
    talks = f"SELECT c.id FROM interaction c WHERE {page.held('c')}"
    met = f"SELECT DISTINCT contact_id FROM participant WHERE interaction_id IN ({talks})"
    promise = f"promises WHERE {page.made_with('promises')}"
    insight = f"insights WHERE {LEARNED} AND {page.made_with('insights')}"
    counted = {
        "people": "contact c JOIN figure f ON f.contact_id = c.id WHERE f.address_book = 0 AND c.status <> 'archived'"
        f" AND {page.only(NOT_NEVER)}",
        "conversations": f"interaction c WHERE {page.held('c')}",
        "met": f"({met})",
        "insights": insight,
        "applied": f"{insight} AND value <> 'potential'",
        "goals": "goal WHERE status = 'active'",
        "achieved": f"goal WHERE {ACHIEVED}",
        "feedback": f"feedback_notes WHERE {feedback_told(page)}",
        "promises_mine": f"{promise} AND owed_by = 'me' AND {OWED}",
        "promises_theirs": f"{promise} AND owed_by = 'them' AND {OWED}",
        "promises_kept": f"{promise} AND {KEPT}",
        "given": f"{HELPED.format(helped=helped(page))} AND x.direction = 'given'",
        "received": f"{HELPED.format(helped=helped(page))} AND x.direction = 'received'",
    }
    each = ", ".join(f"(SELECT count(*) FROM {counted[name]})" for name in Numbers._fields)
    return Numbers(*store.db.execute(f"SELECT {each}", page.days).fetchone())


NOT_NEVER = "c.share <> 'never'"


def helped(page: Page) -> str:
    """The condition of the exchanges told of."""
    private = NOT_PRIVATE.format("x.interaction_id")
    return page.only(f"{NOT_NEVER} AND (x.interaction_id IS NULL OR {private})")


def feedback_told(page: Page) -> str:
    """The condition of the feedback told of: of the period, or with a loop still open; for others what is shareable."""
    told = f"({RECEIVED} OR direction <> 'given' AND loop IN ('open', 'acted'))"
    return f"{told} AND {page.made_with('feedback_notes')} AND {page.only('shareable')}"


def people(store: Store, page: Page) -> list[Member]:
    """The people by circle, innermost first, those in none last; within one by their last conversation, latest first.

    Conversations that are not told of count for nobody's last day.
    """
    query = PEOPLE.format(people=page.people("c"), talk=page.only(f"NOT i.private AND {OPENLY.format('i')}"))
    rows = store.db.execute(query, (page.until.isoformat(), json.dumps(PEOPLE_MOST)))
    members = [
        Member(slug, name, circle, tuple(json.loads(roles)), tuple(json.loads(topics)), day(last), number)
        for slug, name, circle, roles, topics, last, number in rows
    ]
    circles = (*CIRCLES, NO_CIRCLE)
    return sorted(members, key=lambda member: circles.index(member.circle))  # stable: the order within a circle stays


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def goals(store: Store, page: Page) -> list[Goal]:
    """The active goals by their target, those without one last, then those achieved in the period."""
    order = "status = 'achieved', target_on IS NULL, target_on, id"
    return GOALS.listed(store, f"status = 'active' OR ({ACHIEVED})", page.days, order, GOALS_MOST)


def insights(store: Store, page: Page) -> list[Insight]:
    """What was learned in the period, newest first."""
    return INSIGHTS.listed(store, f"{LEARNED} AND {page.made_with('insights')}", page.days, NEWEST, INSIGHTS_MOST)


def feedback(store: Store, page: Page) -> list[Feedback]:
    """Feedback of the period and what is still open, newest first."""
    return FEEDBACK.listed(store, feedback_told(page), page.days, "occurred_on DESC, id DESC", FEEDBACK_MOST)


def held(store: Store, page: Page) -> list[Conversation]:
    """The conversations of the period, newest first."""
    return conversations(store, page.held("conversations"), page.days, CONVERSATIONS_MOST)


def owed(store: Store, page: Page, owed_by: str) -> list[Promise]:
    """The promises still owed by "me" or by "them", by their due day."""
    where = f"owed_by = ?1 AND {OWED} AND {page.made_with('promises')}"
    return PROMISES.listed(store, where, (owed_by,), DUE_FIRST, PROMISES_MOST)


def kept(store: Store, page: Page) -> list[Promise]:
    """The promises kept in the period, both ways, the latest first."""
    where = f"{KEPT} AND {page.made_with('promises')}"
    return PROMISES.listed(store, where, page.days, "closed_on DESC, id DESC", PROMISES_MOST)


def exchanges(store: Store, page: Page) -> list[Exchange]:
    """Help given and received in the period, newest first."""
    query = EXCHANGES.format(HELPED.format(helped=helped(page)))
    rows = store.db.execute(query, (*page.days, EXCHANGES_MOST))
    return [Exchange(ref, date.fromisoformat(on), *rest) for ref, on, *rest in rows]


def topics(store: Store, page: Page) -> list[Topic]:
    """What the period was about, the most frequent first."""
    query = TOPICS.format(held=page.held("c"), learned=f"{LEARNED} AND {page.made_with('insights')}")
    return [Topic(*row) for row in store.db.execute(query, (*page.days, TOPICS_MOST))]


# --- what others may know ---------------------------------------------------------------------------------------

PRIVATE_STEPS = """
SELECT p.goal_id, p.occurred_on, p.text FROM goal_progress p JOIN interaction i ON i.id = p.interaction_id
WHERE i.private
"""


def private_steps(store: Store) -> set[tuple[str, date, str]]:
    """The steps towards goals that were noted in private conversations: reference, day, text."""
    return {(f"g{goal}", date.fromisoformat(on), text) for goal, on, text in store.db.execute(PRIVATE_STEPS)}


def shares(store: Store, slugs: Iterable[str]) -> dict[str, str]:
    """How these people may be told of: "never", "alias" or "name", by slug."""
    values = (json.dumps(list(slugs)),)
    rows = store.db.execute("SELECT slug, share FROM contact WHERE slug IN (SELECT value FROM json_each(?))", values)
    return dict(rows.fetchall())


class Namesakes(NamedTuple):
    """Whose name a word is a part of, of those not shared by name: one name ("" if somebody is never shared), how many
    they are, and whether they are all in the address book only.
    """

    name: str
    number: int
    address_book: bool


def names_of(store: Store, words: Iterable[str]) -> dict[str, Namesakes]:
    """Which of these words (as keys) are parts of names that are not to be told."""
    rows = store.db.execute(
        "SELECT w.value, CASE WHEN max(c.share = 'never') THEN '' ELSE min(c.name) END, count(DISTINCT c.id),"
        " min(f.address_book) FROM json_each(?) w JOIN search_name n ON n.word = w.value"
        " JOIN contact c ON c.id = n.contact_id JOIN figure f ON f.contact_id = c.id"
        " WHERE c.share <> 'name' GROUP BY w.value",
        (json.dumps(sorted(words)),),
    )
    return {word: Namesakes(name, number, bool(book)) for word, name, number, book in rows}
