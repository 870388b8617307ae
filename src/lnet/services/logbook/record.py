"""A sentence that was understood becomes a conversation, its clauses what they say: one step, undone as one."""

from typing import Any, NamedTuple

from lnet.services.logbook import aftermath
from lnet.services.logbook.aftermath import Aftermath
from lnet.services.logbook.draft import Draft, Item
from lnet.services.logbook.hear import Heard
from lnet.store.connect import Store
from lnet.store.journal import Step, step
from lnet.store.read import titles
from lnet.store.read.conversations import Conversation, get
from lnet.store.read.here import Here
from lnet.store.write import attendance, interaction
from lnet.store.write.rows import Value, link


class Logged(NamedTuple):
    """What a log stored, and what that did: the conversation, the clauses' items, who is new, what follows."""

    conversation: Conversation
    items: tuple[Item, ...]
    created: tuple[str, ...]
    hints: tuple[str, ...]
    aftermath: Aftermath
    dated: bool
    step: int | None
    dry_run: bool = False
    amended: bool = False
    here: Here | None = None

    @property
    def flagged(self) -> tuple[str, ...]:
        """Who is to be followed up: those who were added because I am at an event."""
        return self.created if self.here else ()

    @property
    def plans(self) -> list[Item]:
        """The conversations it planned: itself, if it is a plan, and those of `next:` clauses."""
        talk = self.conversation
        own = [Item("plan", None if self.dry_run else talk.ref, talk.summary, talk.names or None, talk.occurred_on)]
        return [*(own if talk.planned else []), *self.of("plan")]

    def of(self, noun: str) -> list[Item]:
        """The items of one noun."""
        return [item for item in self.items if item.noun == noun]

    def as_json(self) -> dict[str, Any]:
        """The data of `log --json` and `plan --json`; in a dry run ids and references are null."""
        talk = self.conversation.as_json() | ({"id": None, "ref": None, "uid": None} if self.dry_run else {})
        nouns = {"promises": "promise", "insights": "insight", "feedback": "feedback", "exchanges": "exchange",
                 "progress": "progress", "kept": "kept", "answered": "answered"}  # fmt: skip
        return {
            "interaction": talk, **{name: self.of(noun) for name, noun in nouns.items()}, "planned": self.plans,
            "created": self.created, "flagged": self.flagged, "here": self.here and self.here.name,
            "hints": self.hints, "aftermath": self.aftermath, "undo": self.step, "dry_run": self.dry_run,
        }  # fmt: skip


def record(store: Store, heard: Heard, *, dry_run: bool = False) -> Logged:
    """Store what was heard, in one step, and say what it did. `dry_run` goes the same way and stores nothing.

    Undo takes back everything the sentence had stored, people that it added too.
    """
    with step(store, heard.request.command, heard.request.sentence, keep=not dry_run) as open_:
        logged = write(store, open_, heard)
        return as_dry_run(logged) if dry_run else logged


def write(store: Store, open_: Step, heard: Heard, *, ids: tuple[int, str] | None = None) -> Logged:
    """Write a log inside an open step; `ids` are the id and uid of a conversation that this one replaces."""
    draft = drafted(store, open_, heard)
    draft.conversation = write_conversation(draft, ids)
    if heard.said.clauses:
        from lnet.services.logbook.clauses import write_clauses

        write_clauses(draft)
    after, hints = followed(draft)
    found = get(store, draft.conversation)
    assert found is not None  # noqa: S101  # it was written above
    return Logged(
        found, tuple(draft.items), heard.new, (*heard.hints, *hints), after, heard.said.dated, open_.id, here=heard.here
    )


def followed(draft: Draft) -> tuple[Aftermath, list[str]]:
    """What a conversation did: one held fulfils plans; a plan stands in for reminders, and may meet another."""
    on, people, talk = draft.heard.said.occurred_on, draft.people, draft.conversation
    if draft.heard.request.planned:
        return aftermath.of_plan(draft.store, talk, people, on), aftermath.clashes(draft.store, talk, people, on)
    plans = interaction.fulfil_plans(draft.step, talk, people, on)
    return aftermath.of(draft.store, talk, people, plans, [item.ref for item in draft.items]), []


def drafted(store: Store, open_: Step, heard: Heard) -> Draft:
    """The draft, with the people who are new added and everybody known by name."""
    draft = Draft(store, open_, heard, {who.id: who.name for who in (*heard.participants, *heard.mentions)})
    for name in heard.new:
        from lnet.store.write import contact

        id = contact.add(open_, name, **met(store, heard))
        draft.people.append(id)
        draft.names[id] = name
    return draft


def met(store: Store, heard: Heard) -> dict[str, Value]:
    """Where and when somebody new was met, if the conversation was held at an event."""
    if heard.event is None or heard.request.planned:
        return {}
    called = titles.by_id(store, "event", heard.event)
    return {"how_met": called.title if called else None, "met_on": heard.said.occurred_on}


def write_conversation(draft: Draft, ids: tuple[int, str] | None) -> int:
    """The conversation itself, its people, topics and goals."""
    said, request = draft.heard.said, draft.heard.request
    kept: dict[str, Any] = {} if ids is None else {"id": ids[0], "uid": ids[1]}
    id = interaction.add(
        draft.step, occurred_on=said.occurred_on, time=request.time or said.time, planned=request.planned,
        participants=draft.people, channel=request.via or said.channel or ("event" if draft.heard.here else "other"),
        direction=request.direction or said.direction, depth=request.depth, summary=said.summary,
        note=request.note or None, private=request.private,
        event_id=draft.heard.event, community_id=request.community or said.community,
        project_id=request.project, topics=[*said.topics, *request.topics], goals=request.goals,
        **debrief(draft.heard), **kept,
    )  # fmt: skip
    for who in draft.heard.mentions:
        link(draft.step, "mention", interaction_id=id, contact_id=who.id)
    if draft.heard.here:
        for new in draft.people[len(draft.heard.participants) :]:
            attendance.meet(draft.step, draft.heard.here.id, new, follow_up=True)
    return id


def debrief(heard: Heard) -> dict[str, Any]:
    """What was debriefed; the questions of `ask:` clauses are for next time."""
    asked = [clause.text for clause in heard.said.clauses if clause.label == "ask"]
    asked += [text for name, text in heard.request.debrief.items() if name == "next_question" and text]
    rest = {name: text or None for name, text in heard.request.debrief.items() if name != "next_question"}
    return rest | {"next_question": "\n".join(asked) or None}


def as_dry_run(logged: Logged) -> Logged:
    """The same answer, without the numbers of what was not stored."""

    items = tuple(
        item._replace(ref=None) if item.noun not in ("kept", "progress", "answered") else item for item in logged.items
    )
    return logged._replace(items=items, step=None, dry_run=True)
