"""The conversations of an import: with whom, whether they are known already, and writing them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lnet.domain.cards import TALK, TalkCard, digest
from lnet.domain.merging import taken
from lnet.services.imported_people import People, Row, Tally, ready
from lnet.store.connect import Store
from lnet.store.journal import Step
from lnet.store.read import imported as read
from lnet.store.write.imported import insert_many, link_many, refuse_loose_links, remember
from lnet.store.write.interaction import add_people
from lnet.store.write.rows import update
from lnet.store.write.topic import topic_name


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation made ready: its values as they came, and its people with what they are compared by."""

    source: str
    card: TalkCard
    content: dict[str, Any]
    people: tuple[Row, ...]


def ready_talk(source: str, card: TalkCard, region: str | None = None) -> Talk:
    """The card with what it is compared by."""
    return Talk(source, card, card.content(), tuple(ready(source, person, region) for person in card.people))


class Talks:
    """Every conversation of an import: first decided, once the people are; then written, once they are."""

    def __init__(self, store: Store, talks: Sequence[Talk], people: People, tally: Tally) -> None:
        self.people = people
        self.tally = tally
        self.next_id = read.next_id(store, "interaction")
        self.new: list[tuple[int, Talk, list[int]]] = []
        self.changed: list[tuple[int, dict[str, str], list[int]]] = []
        self.remembered: dict[str, dict[str, tuple[int, str, dict[str, Any]]]] = {}
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
        strangers = [row.card.name or row.card.source_key for row in talk.people if found[row.card.source_key] is None]
        for name in strangers:
            self.tally.note(talk.card.where, f"{name} is not in your network")
        present = {at: id for at, id in found.items() if id is not None}
        origin = self.origins.get((talk.source, talk.card.source_key))
        self.tally.count(self.again(talk, origin, present) if origin else self.first(talk, present))

    def first(self, talk: Talk, present: dict[str, int]) -> str:
        """A conversation that comes for the first time; with nobody known it is rejected."""
        if not present:
            self.tally.note(talk.card.where, "nobody known took part; not taken in (--create adds them)")
            return "rejected"
        self.new.append((self.next_id, talk, list(dict.fromkeys(present.values()))))
        self.remember(talk, self.next_id, list(present))
        self.next_id += 1
        return "interactions"

    def again(self, talk: Talk, origin: read.Origin, present: dict[str, int]) -> str:
        """A conversation that had come before: what is new about it, and who is known by now."""
        if origin.row_id is None:
            self.tally.note(talk.card.where, "this conversation was deleted here; not brought back")
            return "unchanged"
        base = self.contents[origin.id]
        people = [at for at in present if at not in base.get("people", ())]
        if origin.digest == digest(talk.content) and not people:
            return "unchanged"
        theirs = {name: talk.content[name] for name in TALK if name in talk.content}
        new, kept = taken(self.standing[origin.row_id], {name: base[name] for name in TALK if name in base}, theirs)
        mine = self.standing[origin.row_id]
        self.tally.note(talk.card.where, *(f"kept {at} '{mine[at] or ''}', not '{came}'" for at, came in kept.items()))
        self.changed.append((origin.row_id, new, [present[at] for at in people]))
        self.remember(talk, origin.row_id, [*base.get("people", ()), *people])
        return "merged" if new or people else "unchanged"

    def remember(self, talk: Talk, id: int, people: list[str]) -> None:
        """Keep where a conversation came from, and who of it was taken in."""
        content = talk.content | {"people": people}
        self.remembered.setdefault(talk.source, {})[talk.card.source_key] = (id, digest(talk.content), content)

    def write(self, open_: Step) -> None:
        """Write what was decided; the people must be there by now."""
        columns = ("id", *TALK, "imported_from")
        insert_many(
            open_, "interaction", columns,
            ([id, *(getattr(talk.card, name) for name in TALK), talk.source] for id, talk, _ in self.new),
        )  # fmt: skip
        links = ((id, person) for id, _, people in self.new for person in people)
        link_many(open_, "participant", ("interaction_id", "contact_id"), links)
        topics = ((id, at) for id, talk, _ in self.new for at in dict.fromkeys(map(topic_name, talk.card.topics)) if at)
        link_many(open_, "interaction_topic", ("interaction_id", "topic"), topics)
        refuse_loose_links(open_, ("participant", "interaction_topic"))
        for id, values, people in self.changed:
            update(open_, "interaction", id, **values)
            add_people(open_, id, people)
        for source, origins in self.remembered.items():
            remember(open_, "interaction", source, ((at, *origin) for at, origin in origins.items()))
