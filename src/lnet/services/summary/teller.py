"""Makes of what was read what one audience is told: goals, what was learned, conversations and people."""

from datetime import date
from typing import NamedTuple

from lnet.domain.goals import GoalRow
from lnet.services.discretion import Discretion
from lnet.services.discretion.ledger import SOMEBODY
from lnet.services.summary.material import STEPS_MOST
from lnet.services.summary.values import Aim, Help, Lesson, Note, Person, Step, Talk
from lnet.store.read.conversations import Conversation
from lnet.store.read.feedback import Feedback
from lnet.store.read.goals import Goal, Progress
from lnet.store.read.insights import Insight
from lnet.store.read.summary.page import PUBLIC
from lnet.store.read.summary.people import NO_CIRCLE, Member
from lnet.store.read.summary.talks import Topic

LEFT_OUT = "(left out)"  # a title that cannot be told


class Teller(NamedTuple):
    """Tells one audience: `oneself` everything, the `public` no details of goals.

    What has lost its text to discretion is told as None, and not shown at all.
    """

    discretion: Discretion

    @property
    def oneself(self) -> bool:
        return self.discretion.open

    @property
    def public(self) -> bool:
        return self.discretion.audience == PUBLIC

    def about(self, slug: str | None, text: str | None) -> str:
        """A text about somebody."""
        return self.discretion.text(text, {slug} if slug else ())

    def title(self, text: str, about: set[str]) -> str:
        """A title; never empty."""
        return self.discretion.text(text, about) or LEFT_OUT

    def detail(self, text: str | None, about: set[str]) -> str:
        """A text that the public is not told."""
        return "" if self.public else self.discretion.text(text, about)

    def tags(self, topics: tuple[str, ...]) -> tuple[str, ...]:
        """The topics that are nobody's name."""
        return tuple(filter(None, map(self.discretion.tag, topics)))

    def person(self, who: Member) -> Person | None:
        """Somebody of the network; others are told neither the circle nor when we last talked."""
        name, topics = self.discretion.name(who.slug, who.name), self.tags(who.topics)
        if name == SOMEBODY and not (who.roles or topics):
            return None
        if self.oneself:
            return Person(name, who.circle, who.roles, topics, who.last_on)
        return Person(name, NO_CIRCLE, who.roles, topics, None)

    def topic(self, topic: Topic) -> Topic | None:
        """A topic of the period."""
        return topic if self.discretion.tag(topic.topic) else None

    def goal(self, goal: Goal, stale: GoalRow | None, secret: set[tuple[str, date, str]]) -> Aim:
        """A goal; for the public without why, what stands in the way, and how it goes."""
        about = {who.slug for who in goal.contacts}
        title = self.title(goal.title, about)
        criteria = self.discretion.text(goal.criteria, about)
        why, next_step, obstacle = (self.detail(text, about) for text in (goal.why, goal.next_step, goal.obstacle))
        told = [step for step in goal.progress if (goal.ref, step.on, step.text) not in secret and not self.public]
        rests = stale if self.oneself else None
        state = "achieved" if goal.status == "achieved" else rests.state if rests else "moving"
        return Aim(
            goal.ref, title, why, criteria, goal.target_on, goal.closed_on, state, rests.days if rests else 0,
            goal.every_days, next_step, obstacle, self.helping(goal, about), self.tags(goal.topics),
            self.steps(told[:STEPS_MOST], about), len(told),
        )  # fmt: skip

    def helping(self, goal: Goal, about: set[str]) -> tuple[Help, ...]:
        """Who helps with a goal; nobody who is never shared."""
        known = [(self.discretion.name(who.slug, who.name), who.helps_with) for who in goal.contacts]
        return tuple(Help(name, self.discretion.text(what, about)) for name, what in known if name != SOMEBODY)

    def steps(self, steps: list[Progress], about: set[str]) -> tuple[Step, ...]:
        told = [Step(step.on, self.discretion.text(step.text, about)) for step in steps]
        return tuple(step for step in told if step.text)

    def insight(self, note: Insight) -> Lesson | None:
        """Something learned."""
        contact = self.discretion.name(note.slug, note.contact) if note.contact else ""
        text, topics = self.about(note.slug, note.text), self.tags(note.topics)
        if not text:
            return None
        return Lesson(note.ref, note.on, text, contact, note.kind, note.stance, note.value, topics)

    def feedback(self, note: Feedback) -> Note:
        """Feedback, in one text."""
        said = note.text or " → ".join(each for each in (note.situation, note.behaviour, note.impact) if each)
        name = self.discretion.name(note.slug, note.contact)
        text, action = self.about(note.slug, said), self.about(note.slug, note.action)
        return Note(note.ref, note.on, note.direction, name, text, action, note.act_by, note.loop)

    def conversation(self, talk: Conversation) -> Talk:
        """A conversation, its note for oneself only."""
        names = tuple(self.discretion.name(who["slug"], who["name"]) for who in talk.participants)
        said = self.discretion.text(talk.summary, {who["slug"] for who in talk.participants})
        note = (talk.note or "") if self.oneself else ""
        return Talk(talk.ref, talk.occurred_on, names, talk.channel, said, note, self.tags(talk.topics), talk.private)
