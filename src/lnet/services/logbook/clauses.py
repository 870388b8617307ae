"""What the labelled clauses of a log store; loaded only by a log that has any."""

from collections.abc import Callable

from lnet.domain.sentence import Clause
from lnet.errors import BadInputError
from lnet.services import references
from lnet.services.logbook.draft import Draft, Item
from lnet.services.logbook.hear import owner
from lnet.store.read import logs
from lnet.store.write import exchange, feedback, goal, insight, interaction, promise
from lnet.store.write.rows import link

INSIGHTS = {"learned": "idea", "practice": "practice", "trend": "trend"}
OWED_BY = {"me": "me", "them": "them"}
EXCHANGES = {"gave": "given", "got": "received"}


def write_clauses(draft: Draft) -> None:
    """Store every clause, in the order in which they were said."""
    for clause in draft.heard.said.clauses:
        WRITERS[clause.label](draft, clause)


def goal_of(draft: Draft) -> int | None:
    """The goal that what was learned and heard is for: the one that the log names; None for none or several."""
    goals = draft.heard.request.goals
    return goals[0] if len(goals) == 1 else None


def write_promise(draft: Draft, clause: Clause) -> None:
    id, name = draft.whose(clause)
    by = OWED_BY[clause.label]
    number = promise.add(draft.step, id, clause.text, owed_by=by, due_on=clause.on, interaction_id=draft.held)
    draft.items.append(Item("promise", f"p{number}", clause.text, name, clause.on, by))


def write_insight(draft: Draft, clause: Clause) -> None:
    id = owner(clause, draft.people, draft.names)
    said, kind = draft.heard.said, INSIGHTS[clause.label]
    number = insight.add(
        draft.step, clause.text, contact_id=id, interaction_id=draft.conversation, kind=kind, on=said.occurred_on,
        goal_id=goal_of(draft), topics=[*said.topics, *draft.heard.request.topics],
    )  # fmt: skip
    draft.items.append(
        Item("insight", f"n{number}", clause.text, draft.names[id] if id else None, said.occurred_on, kind)
    )


def write_feedback(draft: Draft, clause: Clause) -> None:
    id, name = draft.whose(clause)
    on = draft.heard.said.occurred_on
    asked = feedback.answer(draft.step, id, on, goal_of(draft))
    number = feedback.add(
        draft.step, id, "received", clause.text, on=on, interaction_id=draft.conversation,
        goal_id=(asked and asked.goal_id) or goal_of(draft), project_id=asked and asked.project_id,
    )  # fmt: skip
    if asked:
        draft.items.append(Item("answered", f"f{asked.id}", "what you had asked", name))
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
