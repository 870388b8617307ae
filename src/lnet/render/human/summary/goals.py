"""The goals: where each stands, the next step, who helps, and the latest steps."""

from collections.abc import Iterator

from lnet.domain.dates import show_day_plain
from lnet.render.human.summary.parts import Part
from lnet.render.human.summary.words import count, joined, more, name
from lnet.render.markdown import escape
from lnet.services.summary.values import Aim, Summary


def goals(found: Summary) -> Iterator[Part]:
    """A part for each goal."""
    for goal in found.goals:
        yield Part(escape(goal.title), lines=tuple(goal_lines(goal, found)))
    if rest := more(found.numbers.goals + found.numbers.achieved - len(found.goals), "goal"):
        yield Part(more=rest)


def goal_lines(goal: Aim, found: Summary) -> Iterator[str]:
    yield standing(goal, found)
    if goal.why:
        yield f"Why: {escape(goal.why)}"
    if goal.criteria:
        yield f"Done when: {escape(goal.criteria)}"
    if goal.next_step and goal.state != "achieved":
        yield f"Next step: {escape(goal.next_step)}"
    if goal.obstacle and goal.state != "achieved":
        yield f"In the way: {escape(goal.obstacle)}"
    if goal.contacts:
        helping = [name(who.name) + (f" ({escape(who.helps_with)})" if who.helps_with else "") for who in goal.contacts]
        yield f"Helping: {joined(helping)}"
    if goal.topics:
        yield f"Topics: {', '.join(map(escape, goal.topics))}"
    earlier = f"; {goal.steps - len(goal.progress)} more before" if goal.steps > len(goal.progress) else ""
    if goal.progress:
        steps = "; ".join(f"{show_day_plain(step.on, found.as_of)}: {escape(step.text)}" for step in goal.progress)
        yield f"Progress: {steps}{earlier}"


def standing(goal: Aim, found: Summary) -> str:
    """Where a goal stands, without judgement."""
    if goal.state == "achieved":
        return f"Achieved{' on ' + show_day_plain(goal.closed_on, found.as_of) if goal.closed_on else ''}"
    target = f"; target {show_day_plain(goal.target_on, found.as_of)}" if goal.target_on else ""
    states = {
        "moving": "In progress",
        "stale": f"Resting for {count(goal.days, 'day')}; I look at it every {goal.every}",
        "drifted": f"Resting for {count(goal.days, 'day')}; a moment to keep, reshape or pause it",
    }
    return states[goal.state] + target
