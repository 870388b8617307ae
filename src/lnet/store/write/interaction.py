"""Conversations, as they are written: held or planned, with those who took part, and the plans that came true."""

import json
from collections.abc import Iterable, Sequence
from datetime import date

from lnet.store.journal import Step
from lnet.store.write import attendance
from lnet.store.write.rows import Value, delete, insert, link, update
from lnet.store.write.topic import add_topics


def add(
    step: Step, *, occurred_on: date, participants: Sequence[int], channel: str = "other", direction: str = "mutual",
    depth: int | None = None, summary: str = "", note: str | None = None, planned: bool = False,
    time: str | None = None, private: bool = False, event_id: int | None = None, community_id: int | None = None,
    project_id: int | None = None, topics: Iterable[str] = (), goals: Iterable[int] = (), **values: Value,
) -> int:  # fmt: skip
    """Add a conversation and give back its id; those who took part are linked in their order, each once.

    Held at an event, it was with people who are met there, too. `goals`: those it is for, because it was said so.
    `values` are the further columns: their_words, differences, next_question, imported_from. Undo removes it.
    """
    made = insert(
        step, "interaction", occurred_on=occurred_on, time=time, channel=channel, direction=direction, depth=depth,
        summary=summary, note=note, planned=planned, private=private, event_id=event_id, community_id=community_id,
        project_id=project_id, **values,
    )  # fmt: skip
    for contact_id in participants:
        link(step, "participant", interaction_id=made, contact_id=contact_id)
        if event_id is not None and not planned:
            attendance.meet(step, event_id, contact_id)
    add_topics(step, "interaction", made, topics)
    for goal_id in goals:
        link(step, "interaction_goal", interaction_id=made, goal_id=goal_id)
    return made


OPEN_PLANS = """
SELECT id FROM interaction WHERE planned = 1 AND fulfilled_by IS NULL AND occurred_on <= ? AND id <> ?
  AND EXISTS (SELECT 1 FROM participant WHERE interaction_id = interaction.id
    AND contact_id IN (SELECT value FROM json_each(?)))
ORDER BY occurred_on, id
"""


def fulfil_plans(step: Step, interaction_id: int, participants: Iterable[int], on: date) -> list[int]:
    """Let a conversation held on `on` fulfil the open plans up to that day with one of its participants.

    Gives back the ids of those plans, the oldest first; undo opens them again.
    """
    values = (on.isoformat(), interaction_id, json.dumps(list(participants)))
    plans = [row[0] for row in step.db.execute(OPEN_PLANS, values)]
    return [fulfil(step, plan, interaction_id) for plan in plans]


def fulfil(step: Step, plan: int, interaction_id: int) -> int:
    """Let a plan have come true in a conversation; gives back the plan's id. Undo opens it again."""
    update(step, "interaction", plan, fulfilled_by=interaction_id)
    return plan


def add_people(step: Step, id: int, contacts: Iterable[int]) -> None:
    """Let these people have taken part, too (and have been met, if it was at an event); a mere mention of them goes."""
    event = step.db.execute("SELECT event_id FROM interaction WHERE id = ? AND planned = 0", (id,)).fetchone()
    for contact_id in contacts:
        link(step, "participant", interaction_id=id, contact_id=contact_id)
        if event and event[0] is not None:
            attendance.meet(step, event[0], contact_id)
        delete(step, "mention", interaction_id=id, contact_id=contact_id)


def meet_all(step: Step, id: int) -> None:
    """Let those who took part have been met at the event it was held at; a plan changes nothing."""
    taking_part = "SELECT event_id, contact_id FROM interaction i JOIN participant p ON p.interaction_id = i.id"
    for event_id, contact_id in step.db.execute(f"{taking_part} WHERE i.id = ? AND planned = 0", (id,)).fetchall():
        attendance.meet(step, event_id, contact_id)


def add_goals(step: Step, id: int, goals: Iterable[int]) -> None:
    """Let it be for these goals, too."""
    for goal_id in goals:
        link(step, "interaction_goal", interaction_id=id, goal_id=goal_id)


def remove_goals(step: Step, id: int, goals: Iterable[int]) -> None:
    """Let it not be for these goals."""
    for goal_id in goals:
        delete(step, "interaction_goal", interaction_id=id, goal_id=goal_id)


def remove_people(step: Step, id: int, contacts: Iterable[int]) -> None:
    """Let these people not have taken part."""
    for contact_id in contacts:
        delete(step, "participant", interaction_id=id, contact_id=contact_id)
