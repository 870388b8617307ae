"""The conversations of an import: with whom, whether they are known already, and writing them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lnet.domain.cards import TALK, PersonCard, Problem, TalkCard, digest
from lnet.domain.folding import grown
from lnet.domain.merging import taken
from lnet.services.imported_people import People, Row, Tally, ready
from lnet.store.connect import Store
from lnet.store.journal import Step
from lnet.store.read import imported as read
from lnet.store.write.imported import insert_many, link_many, remember
from lnet.store.write.interaction import add_people
from lnet.store.write.rows import update
from lnet.store.write.topic import topic_name

GROWING = ("time", "direction", "summary")


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation made ready: its values as they came, and its people with what they are compared by."""

    source: str
    card: TalkCard
    content: dict[str, Any]
    people: tuple[Row, ...]

    def and_more(self, other: "Talk") -> "Talk":
        """This conversation and another part of it."""
        content = grown(self.content, other.content)
        values = {name: content[name] for name in GROWING if name in content}
        people = {row.card.source_key: row for row in (*self.people, *other.people)}
        return Talk(self.source, self.card._replace(**values), content, tuple(people.values()))


@dataclass(slots=True)
class Stranger:
    """Somebody of conversations who is not known here: where they were first met, and in how many."""

    place: str
    called: str
    count: int = 0

    @property
    def said(self) -> str:
        """As the report has it."""
        often = f", {self.count:,} conversations" if self.count > 1 else ""
        return f"{self.called} is not in your network{often}"


def ready_talk(source: str, card: TalkCard, faces: dict[tuple[str, str], Row], region: str | None = None) -> Talk:
    """The card with what it is compared by; `faces` are the people that were made ready before, each once."""
    for person in card.people:
        if (source, person.source_key) not in faces:
            faces[source, person.source_key] = ready(source, person, region)
    return Talk(source, card, card.content(), tuple(faces[source, person.source_key] for person in card.people))


def together(files: Sequence[list[Talk]], tally: Tally) -> list[list[Talk]]:
    """The conversations of each file, with those that several files hold parts of whole, where they stand first."""
    whole: dict[tuple[str, str], Talk] = {}
    kept: list[list[tuple[str, str]]] = []
    for talks in files:
        kept.append([])
        for number, talk in enumerate(talks):
            at = talk.source, talk.card.source_key if talk.card.grows else f"{len(kept)} {number}"
            if at in whole:
                more = whole[at].and_more(talk)
                tally.count("unchanged" if more == whole[at] else "merged")
                whole[at] = more
            else:
                whole[at] = talk
                kept[-1].append(at)
    return [[whole[at] for at in places] for places in kept]


class Talks:
    """Every conversation of an import: first decided, once the people are; then written, once they are."""

    def __init__(self, store: Store, talks: Sequence[Talk], people: People, tally: Tally) -> None:
        self.people = people
        self.tally = tally
        self.next_id = read.next_id(store, "interaction")
        self.new: list[tuple[int, Talk, list[int]]] = []
        self.changed: list[tuple[int, dict[str, str], list[int]]] = []
        self.remembered: dict[str, dict[str, tuple[int, str, dict[str, Any]]]] = {}
        self.strangers: dict[str, Stranger] = {}
        self.lonely: list[str] = []
        self.look_up(store, talks)

    def look_up(self, store: Store, talks: Sequence[Talk]) -> None:
        """Read what had come before, in a fixed number of statements for each source."""
        self.origins: dict[tuple[str, str], read.Origin] = {}
        for source in dict.fromkeys(talk.source for talk in talks):
            self.origins |= {(source, at): each for at, each in read.origins(store, source, "interaction").items()}
        wanted = [origin for talk in talks if (origin := self.origins.get((talk.source, talk.card.source_key)))]
        self.contents = read.contents(store, [origin.id for origin in wanted])
        self.standing = read.talks(store, [origin.row_id for origin in wanted if origin.row_id is not None])

    def decide(self, talk: Talk, *, create: bool) -> None:
        """Decide about one conversation, and count it; one that the file has twice is unchanged the second time."""
        if talk.card.source_key in self.remembered.get(talk.source, ()):
            self.tally.count("unchanged")
            return
        found = {row.card.source_key: self.people.take_part(row, create=create) for row in talk.people}
        nobody = [row for row in talk.people if found[row.card.source_key] is None]
        strangers = [row.card for row in nobody if not self.people.is_left_out(row)]
        for card in strangers:
            self.meet_stranger(talk, card)
        present = {at: id for at, id in found.items() if id is not None}
        origin = self.origins.get((talk.source, talk.card.source_key))
        if nobody and not strangers and not present:
            self.tally.count("unchanged")  # everybody in it is left out, as I said
            return
        self.tally.count(self.again(talk, origin, present) if origin else self.first(talk, present))

    def meet_stranger(self, talk: Talk, card: PersonCard) -> None:
        """Count somebody who is not known; the report names each once, however many conversations there were."""
        addresses = [each.value for each in card.addresses if each.value != card.name][:1]
        called = f"{card.name} ({addresses[0]})" if addresses and card.name else card.name or card.source_key
        place = self.tally.within + talk.card.where
        self.strangers.setdefault(card.source_key, Stranger(place, called)).count += 1

    def report(self) -> None:
        """Tell of the strangers, and of the conversations with nobody else."""
        said = [Problem(each.place, each.said) for each in self.strangers.values()]
        if self.lonely:
            number = f"{len(self.lonely):,} conversations" if len(self.lonely) > 1 else "a conversation"
            said.append(Problem(self.lonely[0], f"{number} with nobody known: not taken in (--create adds them)"))
        self.tally.noted += said

    def first(self, talk: Talk, present: dict[str, int]) -> str:
        """A conversation that comes for the first time; with nobody known it is rejected."""
        if not present:
            self.lonely.append(self.tally.within + talk.card.where)
            return "rejected"
        self.new.append((self.next_id, talk, list(dict.fromkeys(present.values()))))
        self.remember(talk, self.next_id, talk.content, list(present))
        self.next_id += 1
        return "interactions"

    def again(self, talk: Talk, origin: read.Origin, present: dict[str, int]) -> str:
        """A conversation that had come before: what is new about it, and who is known by now."""
        if origin.row_id is None:
            self.tally.note(talk.card.where, "this conversation was deleted here; not brought back")
            return "unchanged"
        base = self.contents[origin.id]
        content = grown(base, talk.content) if talk.card.grows else talk.content
        people = [at for at in present if at not in base.get("people", ())]
        if origin.digest == digest(content) and not people:
            return "unchanged"
        theirs = {name: content[name] for name in TALK if name in content}
        new, kept = taken(self.standing[origin.row_id], {name: base[name] for name in TALK if name in base}, theirs)
        mine = self.standing[origin.row_id]
        self.tally.note(talk.card.where, *(f"kept {at} '{mine[at] or ''}', not '{came}'" for at, came in kept.items()))
        self.changed.append((origin.row_id, new, [present[at] for at in people]))
        self.remember(talk, origin.row_id, content, [*base.get("people", ()), *people])
        return "merged" if new or people else "unchanged"

    def remember(self, talk: Talk, id: int, content: dict[str, Any], people: list[str]) -> None:
        """Keep where a conversation came from, and who of it was taken in."""
        kept = (id, digest(content), content | {"people": people})
        self.remembered.setdefault(talk.source, {})[talk.card.source_key] = kept

    def write(self, open_: Step) -> None:
        """Write what was decided; the people must be there by now."""
        columns = ("id", *TALK, "planned", "imported_from")
        insert_many(
            open_, "interaction", columns,
            ([id, *(getattr(talk.card, name) for name in (*TALK, "planned")), talk.source] for id, talk, _ in self.new),
        )  # fmt: skip
        links = ((id, person) for id, _, people in self.new for person in people)
        link_many(open_, "participant", ("interaction_id", "contact_id"), links)
        topics = ((id, at) for id, talk, _ in self.new for at in dict.fromkeys(map(topic_name, talk.card.topics)) if at)
        link_many(open_, "interaction_topic", ("interaction_id", "topic"), topics)
        for id, values, people in self.changed:
            update(open_, "interaction", id, **values)
            add_people(open_, id, people)
        for source, origins in self.remembered.items():
            remember(open_, "interaction", source, ((at, *origin) for at, origin in origins.items()))
