"""The summary: the network and what came of it in a period, as one reader may see it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from lnet.domain.away import AwayDays
from lnet.domain.goals import GoalRow, stale_goals
from lnet.errors import BadInputError
from lnet.services.discretion import SOMEBODY, Discretion, discretion
from lnet.store.connect import Store
from lnet.store.read import summary as read
from lnet.store.read.aims import active_goals
from lnet.store.read.away import away_days
from lnet.store.read.conversations import Conversation
from lnet.store.read.feedback import Feedback
from lnet.store.read.goals import Goal
from lnet.store.read.insights import Insight
from lnet.store.read.promises import Promise
from lnet.store.read.summary import ME, PUBLIC, Exchange, Member, Numbers, Page, Topic

DEFAULT_DAYS = 90
STEPS_MOST = 3  # the latest steps told of a goal


class Person(NamedTuple):
    """Somebody of the network; `circle` may be "none", `last_on` None for nobody talked to."""

    name: str
    circle: str
    roles: tuple[str, ...]
    topics: tuple[str, ...]
    last_on: date | None


class Help(NamedTuple):
    """Who helps with a goal, and with what (if that was said)."""

    name: str
    helps_with: str


class Step(NamedTuple):
    """A step towards a goal."""

    on: date
    text: str


class Aim(NamedTuple):
    """A goal. `state` is "moving", "stale", "drifted" or "achieved"; `days` without movement, where `every` are meant.

    `progress`: the latest steps, newest first; `steps`: how many there are. Texts are "" where there is none.
    """

    ref: str
    title: str
    why: str
    criteria: str
    target_on: date | None
    closed_on: date | None
    state: str
    days: int
    every: int
    next_step: str
    obstacle: str
    contacts: tuple[Help, ...]
    topics: tuple[str, ...]
    progress: tuple[Step, ...]
    steps: int


class Lesson(NamedTuple):
    """Something learned; `contact`: from whom, "" for nobody."""

    ref: str
    on: date
    text: str
    contact: str
    kind: str
    stance: str | None
    value: str
    topics: tuple[str, ...]


class Note(NamedTuple):
    """Feedback: what was said, and how far its loop has come."""

    ref: str
    on: date
    direction: str
    contact: str
    text: str
    action: str
    act_by: date | None
    loop: str


class Talk(NamedTuple):
    """A conversation of the period."""

    ref: str
    on: date
    names: tuple[str, ...]
    channel: str
    summary: str
    note: str
    topics: tuple[str, ...]
    private: bool


class Owed(NamedTuple):
    """A promise, owed by "me" or by "them" (the contact); kept on `closed_on`."""

    ref: str
    owed_by: str
    contact: str
    text: str
    due_on: date | None
    closed_on: date | None


class Given(NamedTuple):
    """Help given or received."""

    ref: str
    on: date
    direction: str
    kind: str
    contact: str
    text: str


class Summary(NamedTuple):
    """The whole page, for one audience: the lists are cut to what a page can hold, `numbers` and `circles` are not."""

    as_of: date
    since: date
    audience: str
    numbers: Numbers
    circles: dict[str, int]
    goals: tuple[Aim, ...]
    insights: tuple[Lesson, ...]
    feedback: tuple[Note, ...]
    promises: tuple[Owed, ...]
    kept: tuple[Owed, ...]
    exchanges: tuple[Given, ...]
    conversations: tuple[Talk, ...]
    people: tuple[Person, ...]
    topics: tuple[Topic, ...]

    def as_json(self) -> dict[str, object]:
        """The fields, numbers and topics as objects."""
        lists = ("goals", "insights", "feedback", "promises", "kept", "exchanges", "conversations", "people")
        return {
            "as_of": self.as_of, "since": self.since, "for": self.audience, "numbers": self.numbers._asdict(),
            "circles": self.circles, **{name: getattr(self, name) for name in lists},
            "topics": [topic._asdict() for topic in self.topics],
        }  # fmt: skip


class Material(NamedTuple):
    """What was read, before anybody's discretion."""

    members: Sequence[Member]
    goals: Sequence[Goal]
    insights: Sequence[Insight]
    feedback: Sequence[Feedback]
    conversations: Sequence[Conversation]
    promises: Sequence[Promise]
    kept: Sequence[Promise]
    exchanges: Sequence[Exchange]

    def slugs(self) -> set[str]:
        """Everybody who is named."""
        made: list[Any] = [*self.insights, *self.feedback, *self.promises, *self.kept, *self.exchanges, *self.members]
        present = [who["slug"] for talk in self.conversations for who in talk.participants]
        helping = [who.slug for goal in self.goals for who in goal.contacts]
        return {slug for each in made if (slug := each.slug)}.union(present, helping)

    def texts(self) -> Iterator[str | None]:
        """Every text somebody may be named in."""
        for goal in self.goals:
            yield from (goal.title, goal.why, goal.criteria, goal.next_step, goal.obstacle)
            yield from (who.helps_with for who in goal.contacts)
            yield from (step.text for step in goal.progress[:STEPS_MOST])
        for note in self.feedback:
            yield from (note.text, note.behaviour, note.situation, note.impact, note.action)
        yield from (talk.summary for talk in self.conversations)
        made: list[Any] = [*self.insights, *self.promises, *self.kept, *self.exchanges]
        yield from (each.text for each in made)


def summary(store: Store, since: date | None = None, audience: str = ME) -> Summary:
    """The network as it stands today, and what came of it since a day (90 days ago if it is not given); reads only.

    Raises BadInputError for a day that lies ahead.
    """
    if since and since > store.today:
        raise BadInputError(f"a summary looks back, and {since} lies ahead")
    page = Page(since or store.today - timedelta(days=DEFAULT_DAYS), store.today, audience)
    material = gather(store, page)
    told = Teller(discretion(store, audience, material.slugs(), material.texts()))
    secret = set() if audience == ME else read.private_steps(store)
    stale = {f"g{row.goal.id}": row for row in stale_goals(
        tuple(active_goals(store)), AwayDays(away_days(store)), store.today, store.policy)}  # fmt: skip
    return Summary(
        store.today, page.since, audience, read.numbers(store, page),
        {member.circle: member.number for member in material.members},
        tuple(told.goal(goal, stale.get(goal.ref), secret) for goal in material.goals),
        tuple(map(told.insight, material.insights)), tuple(map(told.feedback, material.feedback)),
        tuple(map(told.promise, material.promises)), tuple(map(told.promise, material.kept)),
        tuple(map(told.exchange, material.exchanges)), tuple(map(told.conversation, material.conversations)),
        tuple(filter(is_told, map(told.person, material.members))), tuple(read.topics(store, page)),
    )  # fmt: skip


def is_told(person: Person) -> bool:
    """Whether anything is told of somebody: a name, or what they are, or when we talked."""
    return bool(person.name != SOMEBODY or person.roles or person.topics or person.last_on)


def gather(store: Store, page: Page) -> Material:
    """Everything the audience may know of; the public is told of no single conversation, promise, help or feedback."""
    known = read.people(store, page), read.goals(store, page), read.insights(store, page)
    if page.audience == PUBLIC:
        return Material(*known, (), (), (), (), ())
    owed = [*read.owed(store, page, "me"), *read.owed(store, page, "them")]
    held = read.held(store, page)
    return Material(*known, read.feedback(store, page), held, owed, read.kept(store, page), read.exchanges(store, page))


class Teller(NamedTuple):
    """Makes of what was read what is told."""

    discretion: Discretion

    @property
    def oneself(self) -> bool:
        return self.discretion.audience == ME

    def about(self, slug: str | None, name: str | None, text: str | None) -> str:
        """A text about somebody."""
        return self.discretion.text(text, [(slug, name)] if slug and name else [])

    def person(self, who: Member) -> Person:
        """Somebody of the network."""
        return Person(self.discretion.name(who.slug, who.name), who.circle, who.roles, who.topics, who.last_on)

    def goal(self, goal: Goal, stale: GoalRow | None, secret: set[tuple[str, date, str]]) -> Aim:
        """A goal; for the public without what stands in the way, who helps and how it goes."""
        tell, public = self.discretion.text, self.discretion.audience == PUBLIC
        shares = self.discretion.shares
        helping = [who for who in goal.contacts if self.oneself or shares.get(who.slug) == "name"
                   or (not public and shares.get(who.slug) == "alias")]  # fmt: skip
        steps = [] if public else [step for step in goal.progress if (goal.ref, step.on, step.text) not in secret]
        state = "achieved" if goal.status == "achieved" else stale.state if stale else "moving"
        people = [(who.slug, who.name) for who in goal.contacts]
        return Aim(
            goal.ref, tell(goal.title, people), "" if public else tell(goal.why, people), tell(goal.criteria, people),
            goal.target_on, goal.closed_on, state, stale.days if stale else 0, goal.every_days,
            "" if public else tell(goal.next_step, people), "" if public else tell(goal.obstacle, people),
            tuple(Help(self.discretion.name(who.slug, who.name), tell(who.helps_with, people)) for who in helping),
            goal.topics, tuple(Step(step.on, tell(step.text, people)) for step in steps[:STEPS_MOST]), len(steps),
        )  # fmt: skip

    def insight(self, note: Insight) -> Lesson:
        """Something learned."""
        contact = self.discretion.name(note.slug, note.contact) if note.contact else ""
        text = self.about(note.slug, note.contact, note.text)
        return Lesson(note.ref, note.on, text, contact, note.kind, note.stance, note.value, note.topics)

    def feedback(self, note: Feedback) -> Note:
        """Feedback, in one text."""
        said = note.text or " → ".join(each for each in (note.situation, note.behaviour, note.impact) if each)
        return Note(
            note.ref, note.on, note.direction, self.discretion.name(note.slug, note.contact),
            self.about(note.slug, note.contact, said), self.about(note.slug, note.contact, note.action),
            note.act_by, note.loop,
        )  # fmt: skip

    def conversation(self, talk: Conversation) -> Talk:
        """A conversation, its note for oneself only."""
        people = [(who["slug"], who["name"]) for who in talk.participants]
        names = tuple(self.discretion.name(*who) for who in people)
        note = (talk.note or "") if self.oneself else ""
        said = self.discretion.text(talk.summary, people)
        return Talk(talk.ref, talk.occurred_on, names, talk.channel, said, note, talk.topics, talk.private)

    def promise(self, promise: Promise) -> Owed:
        """A promise."""
        return Owed(
            promise.ref, promise.owed_by, self.discretion.name(promise.slug, promise.contact),
            self.about(promise.slug, promise.contact, promise.text), promise.due_on, promise.closed_on,
        )  # fmt: skip

    def exchange(self, done: Exchange) -> Given:
        """Help given or received."""
        name = self.discretion.name(done.slug, done.name)
        return Given(done.ref, done.on, done.direction, done.kind, name, self.about(done.slug, done.name, done.text))
