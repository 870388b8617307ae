"""One person before a meeting: what is near, what is open between us, and what there is to talk about."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from lnet.domain.goals import GoalRow, stale_goals
from lnet.services.contacts import Card, away_days, get
from lnet.services.names import Who
from lnet.store.connect import Store
from lnet.store.read.aims import active_goals
from lnet.store.read.briefing import Briefing, briefing
from lnet.store.read.contacts import Method, methods
from lnet.store.read.conversations import Conversation

LASTS = 3
RESOURCES_MOST = 3


class Question(NamedTuple):
    """What I meant to ask them, and the conversation that left it open."""

    text: str
    ref: str
    on: date


class Brief(NamedTuple):
    """One person before a meeting; `stale_goals` are those they are linked to, or share a topic with."""

    card: Card
    methods: tuple[Method, ...]
    known: Briefing
    stale_goals: tuple[GoalRow, ...]

    @property
    def known_since(self) -> date:
        """The day we met or first talked, else the day they were added."""
        contact = self.card.contact
        return min(filter(None, (contact.met_on, contact.first_on)), default=contact.created_on)

    @property
    def questions(self) -> tuple[Question, ...]:
        """What waits to be asked, the newest conversation's first."""
        return questions(self.known.unasked)

    def noted(self, name: str) -> str | None:
        """What the latest debrief says of "their_words" or "differences"."""
        found: str | None = getattr(self.known.debrief, name, None)
        return found or None

    def as_json(self) -> dict[str, Any]:
        """The object of `brief --json`: every section, empty or not."""
        known, contact = self.known, self.card.contact
        return {
            "contact": self.card.as_json() | {"methods": self.methods, "known_since": self.known_since},
            "planned": known.planned, "last": known.last, "promises": known.promises, "feedback": known.feedback,
            "insights": known.insights,
            "topics": contact.topics, "aims": contact.aims, "questions": self.questions,
            "resources": known.resources, "goals": known.goals,
            "stale_goals": [goal.fields() for goal in self.stale_goals], "their_words": self.noted("their_words"),
            "differences": self.noted("differences"),
            "projects": known.projects, "communities": known.communities, "knows": known.knows, "mentor": known.mentor,
        }  # fmt: skip


def questions(talks: Iterable[Conversation]) -> tuple[Question, ...]:
    """What conversations left to be asked, in their order, a line each."""
    return tuple(
        Question(line.strip(), talk.ref, talk.occurred_on)
        for talk in talks
        for line in (talk.next_question or "").splitlines()
        if line.strip()
    )


def brief(store: Store, who: Who) -> Brief:
    """The brief on one person, read without writing anything; raises NotFoundError if they are gone by now."""
    known = briefing(store, who.id, lasts=LASTS, resources=RESOURCES_MOST)
    near = tuple(goal for goal in active_goals(store) if goal.id in known.near)
    stale = stale_goals(near, away_days(store), store.today, store.policy)
    return Brief(get(store, who), methods(store, who.id), known, stale)
