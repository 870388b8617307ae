"""Ways to help somebody: share a resource, introduce two people, tell what was learned; each for a reason of theirs.

Points say only which comes first: what somebody wants in their own words counts most, then a topic they care about,
then a goal of mine they help with. Nobody's worth is reckoned.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import combinations
from typing import Any, NamedTuple

from lnet.domain.rows import rotation
from lnet.domain.subjects import speaks_of
from lnet.domain.subjects import stems as all_stems

AIM, TOPIC, GOAL = 30, 20, 10  # why somebody would care
RECENT, UNHELPED = 6, 3  # talked to within a year; not helped for a while
RECENT_DAYS, UNHELPED_DAYS = 365, 90
KINDS = ("share", "introduce", "tell")  # among equals: what takes least to do comes first
TOPIC_MOST = 24  # people of one topic whom introductions are made of
NONE_SPOKEN: Mapping[str, date] = {}

stems = cache(all_stems)


class Shared(NamedTuple):
    """An active goal of mine that somebody helps with, and its topics."""

    ref: str
    title: str
    topics: tuple[str, ...]


class Peer(NamedTuple):
    """Somebody whom it is right to turn to.

    `introduced_by`: the contact who introduced them. `talked_on`, `helped_on`: when I last talked to them and gave them
    anything. `unnamed`: never to be named to others. `spoke`: by topic, the day we last spoke about it, of late.
    """

    id: int
    name: str
    slug: str
    topics: tuple[str, ...] = ()
    aims: tuple[str, ...] = ()
    goals: tuple[Shared, ...] = ()
    organisation: str = ""
    introduced_by: int | None = None
    talked_on: date | None = None
    helped_on: date | None = None
    unnamed: bool = False
    spoke: Mapping[str, date] = NONE_SPOKEN

    @property
    def called(self) -> dict[str, Any]:
        """As in JSON: who is meant."""
        return {"id": self.id, "name": self.name, "slug": self.slug}


class Offer(NamedTuple):
    """Something of mine to give: a resource (r9) or an insight (n12), since when, and the ids of those who have it."""

    ref: str
    id: int
    title: str
    topics: tuple[str, ...]
    on: date
    had: frozenset[int] = frozenset()


class Care(NamedTuple):
    """Why somebody would care: by which topic, in words, and the points of that."""

    points: int
    topic: str
    text: str


class Way(NamedTuple):
    """A way to help: "share", "introduce" or "tell"; whom, with what (nothing for an introduction), and why."""

    kind: str
    people: tuple[Peer, ...]
    care: Care
    points: int
    offer: Offer | None = None

    @property
    def what(self) -> str:
        """What to do: "Share r9 Joins with Ada Lovelace"."""
        offered = f"{self.offer.ref} {self.offer.title}" if self.offer else ""
        return {
            "share": f"Share {offered} with {self.people[0].name}",
            "introduce": f"Introduce {' to '.join(who.name for who in self.people)}",
            "tell": f"Tell {self.people[0].name} what you learned: {offered}",
        }[self.kind]

    @property
    def command(self) -> str:
        """The command that does it."""
        slugs = " ".join(who.slug for who in self.people)
        ref = self.offer.ref if self.offer else ""
        return {
            "share": f"lnet share {ref} --to {slugs}",
            "introduce": f"lnet contact know {slugs} --introduced",
            "tell": f"lnet draft {slugs} --about {ref}",
        }[self.kind]

    def as_json(self) -> dict[str, Any]:
        """One object of `give --json`; `ref` is what to give, null for an introduction."""
        return {
            "kind": self.kind, "people": [who.called for who in self.people], "ref": self.offer and self.offer.ref,
            "topic": self.care.topic, "what": self.what, "why": self.care.text, "command": self.command,
        }  # fmt: skip


# --- why they would care ----------------------------------------------------------------------------------------


def reasons(peer: Peer, topics: Iterable[str]) -> dict[str, Care]:
    """By topic, the best reason for which somebody would care about it; without those for which there is none."""
    found = {topic: by_aim(peer, topic) or by_topic(peer, topic) or by_goal(peer, topic) for topic in topics}
    return {topic: why for topic, why in found.items() if why}


def by_aim(peer: Peer, topic: str) -> Care | None:
    """That an aim of theirs speaks of the topic."""
    spoken = (aim for aim in peer.aims if speaks_of(stems(aim), stems(topic)))
    return next((Care(AIM, topic, f"their aim: {aim}") for aim in spoken), None)


def by_topic(peer: Peer, topic: str) -> Care | None:
    """That the topic is one of theirs."""
    return Care(TOPIC, topic, f"#{topic} is a topic of theirs") if topic in peer.topics else None


def by_goal(peer: Peer, topic: str) -> Care | None:
    """That a goal they help me with has the topic."""
    shared = (goal for goal in peer.goals if topic in goal.topics)
    return next((Care(GOAL, topic, f"they help you with {goal.ref} {goal.title}") for goal in shared), None)


def favour(peer: Peer, today: date) -> int:
    """The points of whom to think of first: those talked to within a year, and those not helped for a while."""
    recent = peer.talked_on is not None and (today - peer.talked_on).days <= RECENT_DAYS
    helped = peer.helped_on is not None and (today - peer.helped_on).days <= UNHELPED_DAYS
    return RECENT * recent + UNHELPED * (not helped)


def place(way: Way, today: date) -> tuple[int, int, int, int]:
    """The order of ways: by points, then by kind; among equals whose turn it is today, and then the newest thing."""
    turn = min(rotation(today, who.id) for who in way.people)
    return -way.points, KINDS.index(way.kind), turn, -(way.offer.id if way.offer else 0)


# --- the ways ---------------------------------------------------------------------------------------------------


def sharings(offers: Sequence[Offer], peers: Iterable[Peer], today: date, kind: str = "share") -> Iterator[Way]:
    """A way to give each thing to each who would care about it and has not had it, in no order."""
    topics = dict.fromkeys(topic for offer in offers for topic in offer.topics)
    for peer in peers:
        known, more = reasons(peer, topics), favour(peer, today)
        for offer in offers if known else ():
            found = [known[topic] for topic in offer.topics if topic in known]
            if found and peer.id not in offer.had:
                why = max(found, key=lambda care: care.points)
                yield Way(kind, (peer,), why, why.points + more, offer)


def tellings(insights: Sequence[Offer], peers: Iterable[Peer], today: date) -> Iterator[Way]:
    """As `sharings`, of insights; nobody with whom I have spoken about the topic since it was learned."""
    for way in sharings(insights, peers, today, "tell"):
        spoken = way.people[0].spoke.get(way.care.topic)
        if way.offer and (spoken is None or spoken < way.offer.on):
            yield way


def best_reason_first(ways: Iterable[Way], today: date) -> list[Way]:
    """The ways by why somebody would care, and only then as they are ordered otherwise."""
    return sorted(ways, key=lambda way: (-way.care.points, *place(way, today)))


def introductions(peers: Sequence[Peer], today: date) -> list[Way]:
    """Pairs who care about the same, each once, by their best reason, best first.

    Left out: who is never named to others, colleagues, and of whom one introduced the other. Whether they know each
    other in another way is for the caller to say.
    """
    best: dict[tuple[int, int], Way] = {}
    for topic, those in interested(peers, today).items():
        for (one, why), (other, reason) in combinations(those, 2):
            pair = (min(one.id, other.id), max(one.id, other.id))
            if strangers(one, other):
                way = introduction(topic, (one, why), (other, reason), today)
                best[pair] = max(best.get(pair, way), way, key=lambda each: each.points)
    return sorted(best.values(), key=lambda way: place(way, today))


def interested(peers: Sequence[Peer], today: date) -> dict[str, list[tuple[Peer, Care]]]:
    """By topic, those who care about it themselves: the first few by reason, favour and turn."""
    found: dict[str, list[tuple[Peer, Care]]] = {topic: [] for peer in peers for topic in peer.topics}
    for peer in peers:
        for topic in found if peer.aims else peer.topics:
            if why := by_aim(peer, topic) or by_topic(peer, topic):
                found[topic].append((peer, why))

    def first(each: tuple[Peer, Care]) -> tuple[int, int]:
        return -each[1].points - favour(each[0], today), rotation(today, each[0].id)

    return {topic: sorted(those, key=first)[:TOPIC_MOST] for topic, those in found.items()}


def strangers(one: Peer, other: Peer) -> bool:
    """Whether two may be introduced, as far as can be told from them alone."""
    colleagues = one.organisation and one.organisation.casefold() == other.organisation.casefold()
    related = one.introduced_by == other.id or other.introduced_by == one.id
    return not (one.unnamed or other.unnamed or colleagues or related)


def introduction(topic: str, one: tuple[Peer, Care], other: tuple[Peer, Care], today: date) -> Way:
    """The introduction of two who care about a topic; who wants to learn it comes first."""
    (who, why), (whom, reason) = sorted((one, other), key=lambda each: -each[1].points)
    if why.points == reason.points:
        text = f"both {'aim at' if why.points == AIM else 'care about'} #{topic} and do not know each other"
    else:
        text = f"{who.name}'s aim: {why.text.removeprefix('their aim: ')}; #{topic} is a topic of {whom.name}'s"
    points = why.points + min(favour(who, today), favour(whom, today))
    return Way("introduce", (who, whom), Care(why.points, topic, text), points)


# --- a few of them ----------------------------------------------------------------------------------------------


def chosen(ways: Iterable[Way], today: date, most: int = 3) -> list[Way]:
    """A few ways, best first: if possible of different kinds, for different people, with different things.

    Somebody is named a second time only where there is nobody else, and then for something else in another way.
    """
    ordered = sorted(ways, key=lambda way: place(way, today))
    found: list[Way] = []
    for differs in (new_in_all, new_people_and_thing, new_people, new_kind_and_thing):
        for way in ordered:
            if len(found) < most and differs(way, found):
                found.append(way)
    return sorted(found, key=lambda way: place(way, today))


Differs = Callable[[Way, Sequence[Way]], bool]


def new_people(way: Way, found: Sequence[Way]) -> bool:
    """Whether it helps somebody else than those found."""
    return {who.id for who in way.people}.isdisjoint(who.id for each in found for who in each.people)


def new_kind_and_thing(way: Way, found: Sequence[Way]) -> bool:
    """Whether it helps in another way, with something else."""
    return all(each.kind != way.kind for each in found) and new_thing(way, found)


def new_thing(way: Way, found: Sequence[Way]) -> bool:
    """Whether what it gives is something else; an introduction gives nothing of mine."""
    return way.offer is None or all(each.offer is None or each.offer.ref != way.offer.ref for each in found)


def new_people_and_thing(way: Way, found: Sequence[Way]) -> bool:
    """Whether it helps somebody else, with something else."""
    return new_people(way, found) and new_thing(way, found)


def new_in_all(way: Way, found: Sequence[Way]) -> bool:
    """Whether it helps somebody else, with something else, in another way."""
    return new_people(way, found) and new_kind_and_thing(way, found)
