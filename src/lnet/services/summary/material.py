"""Everything that a summary is made of, before anybody's discretion."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lnet.domain.calendar_days import shifted
from lnet.store.connect import Store
from lnet.store.read.conversations import Conversation
from lnet.store.read.feedback import Feedback
from lnet.store.read.goals import Goal
from lnet.store.read.insights import Insight
from lnet.store.read.promises import Promise
from lnet.store.read.summary import ahead, giving, learned, network, people, places, talks
from lnet.store.read.summary.ahead import Dated
from lnet.store.read.summary.giving import Exchange, Introduction, Passed
from lnet.store.read.summary.network import Tie
from lnet.store.read.summary.page import ME, PUBLIC, Page
from lnet.store.read.summary.people import Member
from lnet.store.read.summary.places import Community, Event, Project
from lnet.store.read.summary.talks import Topic

STEPS_MOST = 3  # the latest steps told of a goal
DAYS_AHEAD = 30


class Material(NamedTuple):
    """What was read; `talks`: the conversations of the period by id, newest first."""

    talks: Sequence[int]
    goals: Sequence[Goal] = ()
    insights: Sequence[Insight] = ()
    feedback: Sequence[Feedback] = ()
    exchanges: Sequence[Exchange] = ()
    resources: Sequence[Passed] = ()
    introductions: Sequence[Introduction] = ()
    events: Sequence[Event] = ()
    communities: Sequence[Community] = ()
    projects: Sequence[Project] = ()
    promises: Sequence[Promise] = ()
    kept: Sequence[Promise] = ()
    conversations: Sequence[Conversation] = ()
    members: Sequence[Member] = ()
    topics: Sequence[Topic] = ()
    dates: Sequence[Dated] = ()
    plans: Sequence[Conversation] = ()
    ties: Sequence[Tie] = ()

    def slugs(self) -> set[str]:
        """Everybody who is linked to anything of it."""
        made: list[Any] = [
            *self.insights, *self.feedback, *self.promises, *self.kept, *self.exchanges, *self.resources, *self.members,
            *self.introductions, *self.dates, *(who for goal in self.goals for who in goal.contacts),
        ]  # fmt: skip
        meeting: list[Any] = [*self.events, *self.communities, *self.projects]
        made += (who for each in meeting for who in each.people)
        present = [who["slug"] for talk in (*self.conversations, *self.plans) for who in talk.participants]
        others = [each.other_slug for each in self.introductions]
        return {slug for each in made if (slug := each.slug)}.union(present, others)

    def texts(self) -> Iterator[str | None]:
        """Every text somebody may be named in."""
        for goal in self.goals:
            yield from (goal.title, goal.why, goal.criteria, goal.next_step, goal.obstacle, *goal.topics)
            yield from (who.helps_with for who in goal.contacts)
            yield from (step.text for step in goal.progress)
        for note in self.feedback:
            yield from (note.text, note.behaviour, note.situation, note.impact, note.action)
        for talk in (*self.conversations, *self.plans):
            yield from (talk.summary, *talk.topics)
        made: list[Any] = [*self.insights, *self.promises, *self.kept, *self.exchanges]
        yield from (each.text for each in made)
        about: list[Any] = [*self.insights, *self.members]
        yield from (topic for each in about for topic in each.topics)
        yield from (each.topic for each in self.topics)
        yield from self.texts_of_places()

    def texts_of_places(self) -> Iterator[str | None]:
        """The texts of resources, events, communities, projects and dates."""
        for passed in self.resources:
            yield from (passed.title, passed.url)
        for event in self.events:
            yield from (event.name, event.place)
        for project in self.projects:
            yield from (project.title, project.goal, project.retrospective)
            yield from (str(getattr(project, name) or "") for name in places.CHARTER)
            yield from (who.role for who in project.people)
        yield from (each.name for each in self.communities)
        yield from (each.title for each in self.dates)


def gather(store: Store, page: Page) -> Material:
    """Everything the audience may know of; the public is told of no single conversation, promise, help or feedback."""
    found = Material(
        talks.talks(store, page), goals=learned.goals(store, page), insights=learned.insights(store, page),
        resources=giving.resources(store, page), events=places.events(store, page),
        communities=places.communities(store, page), projects=places.projects(store, page),
        members=people.people(store, page),
    )  # fmt: skip
    found = found._replace(topics=talks.topics(store, page, found.talks))
    found = found._replace(ties=network.ties(store, found.members, found.goals))
    return found if page.audience == PUBLIC else with_single_things(store, page, found)


def with_single_things(store: Store, page: Page, found: Material) -> Material:
    """What oneself and a mentor may know, too; what others owe is read for oneself."""
    ahead_page = page._replace(since=page.until, until=shifted(page.until, DAYS_AHEAD))
    theirs = giving.owed(store, page, "them") if page.audience == ME else []
    return found._replace(
        feedback=learned.feedback(store, page), exchanges=giving.exchanges(store, page),
        introductions=giving.introductions(store, page), promises=[*giving.owed(store, page, "me"), *theirs],
        kept=giving.kept(store, page), conversations=talks.conversations(store, found.talks),
        dates=ahead.dates(store, ahead_page), plans=ahead.plans(store, ahead_page),
    )  # fmt: skip
