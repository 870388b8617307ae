"""A sentence that was understood becomes a conversation, its clauses what they say: one step, undone as one."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from lnet.domain.sentence import Clause
from lnet.errors import BadInputError
from lnet.services import references
from lnet.services.logbook import aftermath
from lnet.services.logbook.aftermath import Aftermath
from lnet.services.logbook.hear import Heard, owner
from lnet.store.connect import Store
from lnet.store.journal import Step, step
from lnet.store.read import logs
from lnet.store.read.conversations import Conversation, get
from lnet.store.write import contact, exchange, feedback, goal, insight, interaction, promise
from lnet.store.write.rows import link

INSIGHTS = {"learned": "idea", "practice": "practice", "trend": "trend"}
OWED_BY = {"me": "me", "them": "them"}
EXCHANGES = {"gave": "given", "got": "received"}


class Item(NamedTuple):
    """One thing that a clause stored: `noun` and `ref` ("promise", "p7"), its text, whose it is, and its day."""

    noun: str
    ref: str | None
    text: str
    contact: str | None = None
    on: date | None = None
    kind: str = ""

    def as_json(self) -> dict[str, Any]:
        """Promises bear `owed_by` and `due_on`, everything else `kind` and `on`."""
        body: dict[str, Any] = {"ref": self.ref, "text": self.text, "contact": self.contact}
        if self.noun == "promise":
            return body | {"owed_by": self.kind, "due_on": self.on}
        return body | {"kind": self.kind, "on": self.on}


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

    def of(self, noun: str) -> list[Item]:
        """The items of one noun."""
        return [item for item in self.items if item.noun == noun]

    def as_json(self) -> dict[str, Any]:
        """The data of `log --json`; in a dry run ids and references are null."""
        talk = self.conversation.as_json() | ({"id": None, "ref": None, "uid": None} if self.dry_run else {})
        nouns = {"promises": "promise", "insights": "insight", "feedback": "feedback", "exchanges": "exchange",
                 "progress": "progress", "planned": "plan", "kept": "kept"}  # fmt: skip
        return {
            "interaction": talk, **{name: self.of(noun) for name, noun in nouns.items()}, "created": self.created,
            "hints": self.hints, "aftermath": self.aftermath, "undo": self.step, "dry_run": self.dry_run,
        }  # fmt: skip


@dataclass(slots=True)
class Draft:
    """What one log is about to store: the open step, the conversation, the people in order, the items so far."""

    store: Store
    step: Step
    heard: Heard
    people: list[int]
    names: dict[int, str]
    conversation: int = 0
    items: list[Item] = field(default_factory=list)

    def whose(self, clause: Clause) -> tuple[int, str]:
        """The contact a clause belongs to, by id and name; raises BadInputError when nobody took part."""
        id = owner(clause, self.people, self.names)
        if id is None:
            raise BadInputError(f"'{clause.label}:' needs somebody it belongs to")
        return id, self.names[id]


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
    for clause in heard.said.clauses:
        WRITERS[clause.label](draft, clause)
    plans = interaction.fulfil_plans(open_, draft.conversation, draft.people, heard.said.occurred_on)
    found = get(store, draft.conversation)
    assert found is not None  # noqa: S101  # it was written two lines above
    after = aftermath.of(store, found, draft.people, plans, [item.ref for item in draft.items])
    return Logged(found, tuple(draft.items), heard.new, heard.hints, after, heard.said.dated, open_.id)


def drafted(store: Store, open_: Step, heard: Heard) -> Draft:
    """The draft, with the people who are new added and everybody known by name."""
    names = {who.id: who.name for who in (*heard.participants, *heard.mentions)}
    people = [who.id for who in heard.participants]
    for name in heard.new:
        id = contact.add(open_, name)
        people.append(id)
        names[id] = name
    return Draft(store, open_, heard, people, names)


def write_conversation(draft: Draft, ids: tuple[int, str] | None) -> int:
    """The conversation itself, its people, topics and goals."""
    said, request = draft.heard.said, draft.heard.request
    kept: dict[str, Any] = {} if ids is None else {"id": ids[0], "uid": ids[1]}
    id = interaction.add(
        draft.step, occurred_on=said.occurred_on, participants=draft.people, time=said.time,
        channel=request.via or said.channel or "other", direction=request.direction or said.direction,
        depth=request.depth, summary=said.summary, note=request.note or None, private=request.private,
        event_id=request.event or said.event, community_id=request.community or said.community,
        project_id=request.project, topics=[*said.topics, *request.topics], **debrief(draft.heard), **kept,
    )  # fmt: skip
    for who in draft.heard.mentions:
        link(draft.step, "mention", interaction_id=id, contact_id=who.id)
    for goal_id in request.goals:
        link(draft.step, "interaction_goal", interaction_id=id, goal_id=goal_id)
    return id


def debrief(heard: Heard) -> dict[str, Any]:
    """What was debriefed; the questions of `ask:` clauses are for next time."""
    asked = [clause.text for clause in heard.said.clauses if clause.label == "ask"]
    asked += [text for name, text in heard.request.debrief.items() if name == "next_question" and text]
    rest = {name: text or None for name, text in heard.request.debrief.items() if name != "next_question"}
    return rest | {"next_question": "\n".join(asked) or None}


# --- clauses ----------------------------------------------------------------------------------------------------


def write_promise(draft: Draft, clause: Clause) -> None:
    id, name = draft.whose(clause)
    by = OWED_BY[clause.label]
    number = promise.add(draft.step, id, clause.text, owed_by=by, due_on=clause.on, interaction_id=draft.conversation)
    draft.items.append(Item("promise", f"p{number}", clause.text, name, clause.on, by))


def write_insight(draft: Draft, clause: Clause) -> None:
    id = owner(clause, draft.people, draft.names)
    said, kind = draft.heard.said, INSIGHTS[clause.label]
    number = insight.add(
        draft.step, clause.text, contact_id=id, interaction_id=draft.conversation, kind=kind, on=said.occurred_on,
        topics=[*said.topics, *draft.heard.request.topics],
    )  # fmt: skip
    draft.items.append(
        Item("insight", f"n{number}", clause.text, draft.names[id] if id else None, said.occurred_on, kind)
    )


def write_feedback(draft: Draft, clause: Clause) -> None:
    id, name = draft.whose(clause)
    on = draft.heard.said.occurred_on
    number = feedback.add(draft.step, id, "received", clause.text, on=on, interaction_id=draft.conversation)
    draft.items.append(Item("feedback", f"f{number}", clause.text, name, on, "received"))


def write_exchange(draft: Draft, clause: Clause) -> None:
    id, name = draft.whose(clause)
    on, direction = draft.heard.said.occurred_on, EXCHANGES[clause.label]
    number = exchange.add(draft.step, id, direction, clause.text, on=on, interaction_id=draft.conversation)
    draft.items.append(Item("exchange", f"x{number}", clause.text, name, on, direction))


def write_plan(draft: Draft, clause: Clause) -> None:
    """`next: DATE`: the next conversation with the same people, planned."""
    if clause.on is None:
        raise BadInputError(f"'next: {clause.text}' names no day", "next: fri")
    number = interaction.add(
        draft.step,
        occurred_on=clause.on,
        participants=draft.people,
        time=clause.time,
        summary=clause.text,
        planned=True,
    )
    draft.items.append(
        Item("plan", f"i{number}", clause.text, ", ".join(draft.names[id] for id in draft.people), clause.on)
    )


def write_done(draft: Draft, clause: Clause) -> None:
    """`done: p7`: a promise kept."""
    id = references.find(draft.store, "promise", clause.ref or clause.text)
    promise.close(draft.step, id, "kept")
    text, who = logs.promise_of(draft.store, id)
    draft.items.append(Item("kept", f"p{id}", text, who))


def write_progress(draft: Draft, clause: Clause) -> None:
    """`g3: text`: a step forward on a goal."""
    id = references.find(draft.store, "goal", clause.ref)
    on = draft.heard.said.occurred_on
    goal.progress(draft.step, id, clause.text, on=on, interaction_id=draft.conversation)
    link(draft.step, "interaction_goal", interaction_id=draft.conversation, goal_id=id)
    draft.items.append(Item("progress", f"g{id}", clause.text, None, on))


def write_nothing(draft: Draft, clause: Clause) -> None:
    """`ask:` is part of the conversation itself (see `debrief`)."""


WRITERS: dict[str, Callable[[Draft, Clause], None]] = {
    **dict.fromkeys(OWED_BY, write_promise), **dict.fromkeys(INSIGHTS, write_insight),
    **dict.fromkeys(EXCHANGES, write_exchange), "feedback": write_feedback, "ask": write_nothing, "next": write_plan,
    "done": write_done, "goal": write_progress,
}  # fmt: skip


def as_dry_run(logged: Logged) -> Logged:
    """The same answer, without the numbers of what was not stored."""

    items = tuple(item._replace(ref=None) if item.noun not in ("kept", "progress") else item for item in logged.items)
    return logged._replace(items=items, step=None, dry_run=True)
