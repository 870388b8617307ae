"""Feedback: asked for, received, given, and its loop closed. Every change is one step, undone as one."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from lnet.domain.feedback_loop import next_command, state
from lnet.domain.names import clean
from lnet.errors import BadInputError, UsageError
from lnet.services.names import Who
from lnet.services.references import ref, refs
from lnet.services.saved import Saved, get_all, happened, needed_day
from lnet.store.connect import Store
from lnet.store.journal import Step, step
from lnet.store.read.feedback import BY_STATE, FEEDBACK, Feedback
from lnet.store.write import feedback as write
from lnet.store.write.feedback import Request
from lnet.store.write.line import line_or_none
from lnet.store.write.rows import Value, update

SBI = ("situation", "behaviour", "impact")
COMMANDS = {"requested": "feedback ask", "received": "feedback receive", "given": "feedback give"}
# What plain `close` means: nobody answered; I decided against it; it was talked over.
CLOSED_AS = {"requested": "no_answer", "received": "declined", "given": "told"}

NOTHING: Mapping[str, Any] = {}


class Said(NamedTuple):
    """What was asked, received or given: `values` are the columns by name, the day and links apart."""

    text: str = ""
    values: Mapping[str, Any] = NOTHING
    on: date | None = None


def get(store: Store, ids: Sequence[int]) -> tuple[Feedback, ...]:
    """These notes, in the order given; raises NotFoundError for an id that is none."""
    return get_all(store, FEEDBACK, "feedback", ids)


def add(store: Store, who: Who, direction: str, said: Said, answers: int | None = None) -> Saved[Feedback]:
    """Note feedback "requested", "received" or "given". What is received answers what was asked of the same person.

    `answers`: the request it answers; without it the latest on the same goal or project, else the latest. It takes over
    the goal and project of the request. Undo takes it away, and opens the request again. Raises UsageError for feedback
    given without situation, behaviour or impact, DateError for a day to come, BadInputError for a request that is none
    of theirs or is closed.
    """
    values = prepared(direction, said)
    day = happened(said.on, store.today)
    with step(store, COMMANDS[direction], f"{who.slug} {clean(said.text)}".strip()) as open_:
        waiting = write.requests(open_, who.id, day) if direction != "given" else []
        asked = answered(open_, who, day, values, answers) if direction == "received" else None
        about = {"goal_id": asked.goal_id, "project_id": asked.project_id} if asked else {}
        filled = {name: value for name, value in values.items() if value is not None}
        id = write.add(open_, who.id, direction, tidy_text(said.text), on=day, **{**about, **filled})
    told = told_of(asked, [each.id for each in waiting if each != asked])
    return Saved(get(store, [id]), open_.id, told + warnings(said.text, values) if direction == "given" else told)


def prepared(direction: str, said: Said) -> dict[str, Any]:
    """The columns that were given, each on one line; who asks asks for advice, if nothing else was said."""
    values: dict[str, Any] = {name: line_or_none(value) for name, value in said.values.items()}
    if direction == "given":
        refuse_incomplete(values)
    if direction == "requested" and "frame" not in values:
        values["frame"] = "advice"
    return values


def answered(open_: Step, who: Who, day: date, values: Mapping[str, Any], answers: int | None) -> Request | None:
    """Close the request that is answered, if any, as `add` tells."""
    if answers is None:
        return write.answer(open_, who.id, day, values.get("goal_id"), values.get("project_id"))
    chosen = next((each for each in write.requests(open_, who.id, day) if each.id == answers), None)
    if chosen is None:
        raise BadInputError(f"{ref('feedback', answers)} is no open question to {who.name}", "lnet feedback list")
    write.set_loop(open_, chosen.id, "told")
    return chosen


def told_of(request: Request | None, waiting: Sequence[int]) -> tuple[str, ...]:
    """What became of the requests to the same person: the one that was answered, and those that still wait."""
    closed = (f"answers {ref('feedback', request.id)}",) if request else ()
    return (*closed, f"still without an answer: {refs('feedback', waiting)}") if waiting else closed


def refuse_incomplete(values: Mapping[str, Value]) -> None:
    """Raise UsageError naming the parts of situation, behaviour and impact that are missing."""
    missing = [f"--{part}" for part in SBI if not values.get(part)]
    if missing:
        hint = "say when it was, what you saw them do, and what it did to you"
        raise UsageError(f"feedback to give needs {' and '.join(missing)}", hint)


def warnings(text: str, values: Mapping[str, Value]) -> tuple[str, ...]:
    """A word about "always" and "never", which invite the counter-example instead of a talk; none without them."""
    said = " ".join([text, *(str(values.get(part) or "") for part in SBI)])
    found = dict.fromkeys(word.lower() for word in re.findall(r"\b(?:always|never)\b", said, re.IGNORECASE))
    return tuple(f"“{word}” invites the one time it was not so: name one occasion" for word in found)


def tidy_text(text: str) -> str | None:
    """A longer text: its lines each tidy, no blank ones around them; None for nothing."""
    return "\n".join(map(clean, text.strip().splitlines())) or None


def edit(store: Store, ids: Sequence[int], values: Mapping[str, Value]) -> Saved[Feedback]:
    """Set columns of several notes (None clears). Undo sets them back. Raises DateError for a day to come."""
    wanted = {name: line_or_none(value) for name, value in values.items() if name != "text"}
    if "text" in values:
        wanted["text"] = tidy_text(str(values["text"] or ""))
    if "occurred_on" in wanted:
        wanted["occurred_on"] = needed_day(wanted["occurred_on"], store.today)
    with step(store, "feedback edit", refs("feedback", ids)) as open_:
        for id in ids:
            update(open_, "feedback", id, **wanted)
    return Saved(get(store, ids), open_.id)


def act(store: Store, ids: Sequence[int], text: str = "") -> Saved[Feedback]:
    """Note what I did with feedback; it still waits until they are told. Undo takes that back.

    Without a text the action noted before stands; raises UsageError where there is none, BadInputError for feedback
    that was not received: only that can be acted on.
    """
    action = clean(text)
    for note in get(store, ids):
        refuse_not_received(note)
        if not action and not note.action:
            raise UsageError(f"what did you do? {note.ref} has no action noted", f'lnet feedback act {note.ref} "…"')
    values: dict[str, Value] = {"action": action} if action else {}
    with step(store, "feedback act", f"{refs('feedback', ids)} {action}".strip()) as open_:
        for id in ids:
            write.set_loop(open_, id, "acted", **values)
    return Saved(get(store, ids), open_.id)


def refuse_not_received(note: Feedback) -> None:
    """Raise BadInputError for what was asked or given, naming the command that is meant."""
    if note.direction == "requested":
        hint = f'note first what they said: lnet feedback receive {note.slug} "…"'
        raise BadInputError(f"{note.ref} is a question you asked", hint)
    if note.direction == "given":
        hint = f"once you know how it landed: lnet feedback tell {note.ref}"
        raise BadInputError(f"{note.ref} is feedback you gave", hint)


def tell(store: Store, ids: Sequence[int]) -> Saved[Feedback]:
    """Close loops: they know what I did with their feedback. Undo opens them again."""
    return close(store, dict.fromkeys(ids, "told"), "feedback tell")


def close_as(store: Store, ids: Sequence[int], loop: str | None) -> Saved[Feedback]:
    """Close loops as "declined" or "no_answer"; without either as fits their direction. Undo opens them again.

    Without either, a loop that is closed already stays as it is: they were told, and that is its end. Raises
    BadInputError for one that was acted on: whether they know is not guessed.
    """
    return close(store, {note.id: loop or plain_end(note) for note in get(store, ids)}, "feedback close")


def plain_end(note: Feedback) -> str:
    """How a loop ends where nothing is said about it."""
    if note.loop == "acted":
        raise BadInputError(
            f"{note.ref} was acted on; do they know?",
            f"lnet feedback tell {note.ref}, or lnet feedback close {note.ref} --declined",
        )
    return note.loop if note.closed_on else CLOSED_AS[note.direction]


def close(store: Store, loops: Mapping[int, str], command: str) -> Saved[Feedback]:
    """Bring each loop to its end, in one step."""
    with step(store, command, refs("feedback", loops)) as open_:
        for id, loop in loops.items():
            write.set_loop(open_, id, loop)
    return Saved(get(store, list(loops)), open_.id)


class Filter(NamedTuple):
    """Which feedback a list shows; by default what is open or acted on."""

    loop: str | None = None
    direction: str | None = None
    slugs: Sequence[str] = ()
    goal: str | None = None
    everything: bool = False

    def where(self) -> tuple[str, list[Value]]:
        """The condition over the view `feedback_notes`, and its parameters."""
        terms = ["1" if self.everything or self.loop else "loop IN ('open', 'acted')"]
        values: list[Value] = []
        for column, value in (("loop", self.loop), ("direction", self.direction), ("goal", self.goal)):
            if value is not None:
                terms.append(f"{column} = ?")
                values.append(value)
        if self.slugs:
            terms.append(f"slug IN ({', '.join('?' * len(self.slugs))})")
            values.extend(self.slugs)
        return " AND ".join(terms), values


class Standing(NamedTuple):
    """Feedback, the state of its loop (see `domain.feedback_loop`), its age in days, and the command that brings it on.

    `next` is None for what is closed.
    """

    note: Feedback
    state: str
    days: int
    next: str | None

    def as_json(self) -> dict[str, Any]:
        """The fields of the feedback, then how it stands."""
        return self.note._asdict() | {"state": self.state, "days": self.days, "next": self.next}


def standing(note: Feedback, today: date) -> Standing:
    """How feedback stands today."""
    now = state(note.direction, note.loop)
    return Standing(note, now, (today - note.on).days, next_command(now, note.ref, note.slug, note.action))


def listed(store: Store, wanted: Filter, limit: int | None = None) -> list[Standing]:
    """The feedback of a list by the state of its loop: what has waited longest first, of what is closed the latest."""
    where, parameters = wanted.where()
    return [standing(note, store.today) for note in FEEDBACK.listed(store, where, parameters, BY_STATE, limit)]
