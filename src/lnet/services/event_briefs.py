"""An event before I go: who of my network may be there, why, and what is open with them."""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from lnet.domain.editions import series
from lnet.domain.names import key, slug, words
from lnet.services.briefs import Question, questions
from lnet.services.events import get
from lnet.store.connect import Store
from lnet.store.read import gathering
from lnet.store.read.conversations import Conversation
from lnet.store.read.events import Event
from lnet.store.read.feedback import Feedback
from lnet.store.read.gathering import Familiar
from lnet.store.read.happenings import talks_at
from lnet.store.read.promises import Promise
from lnet.store.write.topic import topic_name

TOPIC = re.compile(r"(?<!\S)[#+][^\W\d_][\w+#./-]*")
PEOPLE_MOST = 12  # of those who live there, and of those who share a topic
PLACE_LEAST = 3  # letters of a place by which people are looked up


class Asked(NamedTuple):
    """A question that waits, and whom it is for."""

    names: str
    question: Question


class EventBrief(NamedTuple):
    """An event before I go; each person stands only in the first list that has them.

    `expected`: noted as being there. `before`: met at an earlier edition. `nearby`: they live at its place. `topics`:
    they share what it is about. What is open is open with those of the first three.
    """

    event: Event
    planned: Sequence[Conversation]
    expected: Sequence[Familiar]
    before: Sequence[Familiar]
    nearby: Sequence[Familiar]
    topics: Sequence[Familiar]
    promises: Sequence[Promise]
    questions: Sequence[Asked]
    feedback: Sequence[Feedback]

    def as_json(self) -> dict[str, Any]:
        """The object of `brief --json`: every section, empty or not."""
        asked = [{"names": each.names, **each.question._asdict()} for each in self.questions]
        return self._asdict() | {"questions": asked}


def event_brief(store: Store, id: int) -> EventBrief:
    """The brief on one event, read without writing anything; raises NotFoundError if it is gone by now."""
    (event,) = get(store, [id])
    earlier = editions(store, event)
    expected = gathering.expected(store, id)
    before = without(gathering.met_at(store, earlier), expected)
    nearby = without(gathering.nearby(store, city(event), PEOPLE_MOST) if city(event) else [], [*expected, *before])
    there = [*expected, *before, *nearby]
    sharing = without(gathering.about(store, topics(store, event, earlier), PEOPLE_MOST), there)
    matters = gathering.open_with(store, [each.id for each in there])
    return EventBrief(
        event, talks_at(store, id, planned=True), expected, before, nearby, sharing, matters.promises,
        [Asked(talk.names, each) for talk in matters.unasked for each in questions([talk])], matters.feedback,
    )  # fmt: skip


def editions(store: Store, event: Event) -> list[int]:
    """The ids of the earlier editions of an event: called the same but for a number."""
    called = series(slug(event.name))
    others = [(id, name) for id, name in gathering.names(store) if id != event.id]
    return [id for id, name in others if called and series(slug(name)) == called]


def without(people: Iterable[Familiar], others: Iterable[Familiar]) -> list[Familiar]:
    """Those who are not among the others."""
    known = {each.id for each in others}
    return [each for each in people if each.id not in known]


def city(event: Event) -> str:
    """The place by which people are looked up: what stands before a comma; "" for none."""
    place = (event.place or "").partition(",")[0].strip()
    return place if len(key(place)) >= PLACE_LEAST else ""


def topics(store: Store, event: Event, earlier: Collection[int]) -> list[str]:
    """What it is about: the words of its name, the #topics of its note, what was talked about there before."""
    noted = map(topic_name, TOPIC.findall(event.note or ""))
    return list(dict.fromkeys([*words(event.name), *noted, *gathering.topics_at(store, [event.id, *earlier])]))
