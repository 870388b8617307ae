"""The notes of a vault: what each person, goal and event has to tell, with links between them."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lnet.store.connect import Store
from lnet.store.read import vault as read
from lnet.store.read.vault import Thing


class Link(NamedTuple):
    """A word that leads to another note."""

    kind: str
    id: int


Line = tuple[str | Link, ...]  # words, or a link and what is said of it


class Note(NamedTuple):
    """One note: its facts for a machine, and under headings its lines, each of words and links.

    `handle` is what its file is called after, if it is new.
    """

    kind: str
    id: int
    uid: str
    title: str
    handle: str
    facts: dict[str, Any]
    sections: tuple[tuple[str, tuple[Line, ...]], ...]


def notes(store: Store) -> list[Note]:
    """Every note, people first, then goals, then events; in a fixed number of statements."""
    found = Lines(store)
    return [
        *(note("contact", each, found.of_person(each)) for each in read.people(store)),
        *(note("goal", each, found.of_goal(each)) for each in read.goals(store)),
        *(note("event", each, found.of_event(each)) for each in read.events(store)),
    ]


def note(kind: str, thing: Thing, sections: Iterator[tuple[str, Sequence[Line]]]) -> Note:
    """The note of a thing, without what it has nothing to say of."""
    facts = {name: value for name, value in thing.facts.items() if value not in (None, [], "")}
    told = tuple((title, tuple(lines)) for title, lines in sections if lines)
    return Note(kind, thing.id, thing.uid, thing.name, thing.handle, facts, told)


class Lines:
    """All lines of all notes, by what they belong to."""

    def __init__(self, store: Store) -> None:
        self.talks = read.lines(store, read.TALKS)
        self.event_talks = read.lines(store, read.EVENT_TALKS)
        self.promises = read.lines(store, read.PROMISES)
        self.insights = read.lines(store, read.INSIGHTS)
        self.helpers = read.lines(store, read.HELPERS)
        self.progress = read.lines(store, read.PROGRESS)
        self.met = read.lines(store, read.MET)
        self.knows = read.lines(store, read.KNOWS)
        self.introduced = read.lines(store, read.INTRODUCED)
        self.goals = turned(self.helpers)
        self.events = turned(self.met)
        self.of_goals: dict[int, list[Line]] = {}
        for lines in self.insights.values():
            for goal, on, text in lines:
                self.of_goals.setdefault(goal, []).append((f"{on} · {text}",))

    def of_person(self, thing: Thing) -> Iterator[tuple[str, list[Line]]]:
        """What there is to tell of a person."""
        yield "How we met", [(text,) for text in (thing.texts["how_met"],) if text]
        yield "Introduced by", [(Link("contact", who),) for (who,) in self.introduced.get(thing.id, ())]
        yield "Note", [(text,) for text in (thing.texts["note"],) if text]
        yield "Open promises", [promised(*each) for each in self.promises.get(thing.id, ())]
        yield "Helps with", [linked("goal", *each) for each in self.goals.get(thing.id, ())]
        yield "Met at", [linked("event", *each) for each in self.events.get(thing.id, ())]
        yield "Knows", [(Link("contact", who),) for (who,) in self.knows.get(thing.id, ())]
        yield "Learned from them", [(f"{on} · {text}",) for _, on, text in self.insights.get(thing.id, ())]
        yield "Conversations", talked(self.talks.get(thing.id, ()))

    def of_goal(self, thing: Thing) -> Iterator[tuple[str, list[Line]]]:
        """What there is to tell of a goal."""
        names = {"why": "Why", "criteria": "Done when", "next_step": "Next step", "obstacle": "Obstacle"}
        for name, title in names.items():
            yield title, [(text,) for text in (thing.texts[name],) if text]
        yield "Who helps", [linked("contact", *each) for each in self.helpers.get(thing.id, ())]
        yield "Progress", [(f"{on} · {text}",) for on, text in self.progress.get(thing.id, ())]
        yield "Learned for it", self.of_goals.get(thing.id, [])

    def of_event(self, thing: Thing) -> Iterator[tuple[str, list[Line]]]:
        """What there is to tell of an event."""
        yield "Note", [(text,) for text in (thing.texts["note"],) if text]
        yield "Who I met", [linked("contact", *each) for each in self.met.get(thing.id, ())]
        yield "Conversations", talked(self.event_talks.get(thing.id, ()))


def turned(lines: dict[int, list[tuple[Any, ...]]]) -> dict[int, list[tuple[Any, ...]]]:
    """The same links from their other end."""
    found: dict[int, list[tuple[Any, ...]]] = {}
    for id, several in lines.items():
        for other, said in several:
            found.setdefault(other, []).append((id, said))
    return found


def linked(kind: str, id: int, said: str) -> Line:
    """A link, and what is said of it."""
    return (Link(kind, id), said) if said else (Link(kind, id),)


def promised(owed_by: str, text: str, due_on: str | None) -> Line:
    """A promise that is open."""
    return (f"{'I promised' if owed_by == 'me' else 'They promised'}: {text}{f', by {due_on}' if due_on else ''}",)


def talked(lines: Sequence[tuple[Any, ...]]) -> list[Line]:
    """The latest conversations, and how many more there are."""
    told: list[Line] = [
        (f"{on} · {channel.replace('_', ' ')}{f' · {summary}' if summary else ''}",)
        for on, channel, summary, _ in lines
    ]
    more = lines[0][-1] - len(lines) if lines else 0
    return [*told, (f"… and {more:,} more",)] if more > 0 else told
