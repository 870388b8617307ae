"""What a summary tells, for one audience. Texts are "" where there is none, or none that may be told."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from lnet.domain.network import Network
from lnet.store.read.summary.numbers import Numbers
from lnet.store.read.summary.talks import Topic

if TYPE_CHECKING:
    from lnet.domain.gaps import Gap


class Person(NamedTuple):
    """Somebody of the network; `circle` ("none" without one) and `last_on` are told to oneself only."""

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

    That a goal rests is told to oneself only. `progress`: the latest steps, newest first; `steps`: how many there are.
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


class Passed(NamedTuple):
    """A resource given to somebody, or received from them."""

    ref: str
    on: date
    direction: str
    kind: str
    contact: str
    title: str
    url: str


class Introduced(NamedTuple):
    """ "given": I introduced one to the other; "received": `other` introduced me to `contact`."""

    on: date
    direction: str
    contact: str
    other: str


class Member(NamedTuple):
    """Somebody there; `role`: as what they work on a project, if that was said."""

    name: str
    role: str


class Met(NamedTuple):
    """An event of the period, and who was met there."""

    ref: str
    name: str
    starts_on: date | None
    ends_on: date | None
    place: str
    people: tuple[Member, ...]


class Place(NamedTuple):
    """A community and who else belongs to it; when I last took part, and when it renews, is told to oneself only."""

    ref: str
    name: str
    kind: str
    renews_on: date | None
    last_on: date | None
    people: tuple[Member, ...]


class Work(NamedTuple):
    """A project under way, or closed in the period: what was agreed, and what is still open (told to oneself only)."""

    ref: str
    title: str
    status: str
    goal: str
    due_on: date | None
    closed_on: date | None
    charter: dict[str, str]
    open_fields: tuple[str, ...]
    retrospective: str
    people: tuple[Member, ...]


class Coming(NamedTuple):
    """What a day to come brings. `kind`: "plan", "promise" (mine), "promised" (to me), "target" of a goal, "deadline"
    of a project, "event", "renewal" of a community, "mentor_review".
    """

    on: date
    kind: str
    ref: str
    text: str
    names: tuple[str, ...]


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
    exchanges: tuple[Given, ...]
    resources: tuple[Passed, ...]
    introductions: tuple[Introduced, ...]
    events: tuple[Met, ...]
    communities: tuple[Place, ...]
    projects: tuple[Work, ...]
    promises: tuple[Owed, ...]
    kept: tuple[Owed, ...]
    conversations: tuple[Talk, ...]
    people: tuple[Person, ...]
    topics: tuple[Topic, ...]
    gaps: "tuple[Gap, ...]"
    coming: tuple[Coming, ...]
    network: Network

    def as_json(self) -> dict[str, object]:
        """The fields, `audience` as "for"."""
        values = {name: getattr(self, name) for name in self._fields if name != "audience"}
        return {"as_of": self.as_of, "since": self.since, "for": self.audience} | values
