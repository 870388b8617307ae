"""Goals that went stale: nothing has moved for as long as their rhythm says."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from lnet.domain.away import AwayDays
from lnet.domain.facts import NEVER, Goal
from lnet.domain.policy import Policy


class GoalRow(NamedTuple):
    """A stale goal: `days` without progress, conversation or review, away days left out, where `every` were meant.

    `state` is "stale" or "drifted". `target_in`: days to its target if that is near (negative: just past), else None.
    `helping`: who is linked to it.
    """

    goal: Goal
    points: int
    days: int
    every: int
    state: str
    target_in: int | None = None

    @property
    def helping(self) -> tuple[str, ...]:
        """The names of those linked to it, who could help."""
        return self.goal.helping

    @property
    def text(self) -> str:
        """ "21 days; you aim for every 14; Ada Lovelace could help"."""
        parts = [f"{self.days} {'day' if self.days == 1 else 'days'}; you aim for every {self.every}"]
        if self.target_in is not None:
            parts.append(_target(self.target_in))
        parts.append(f"{_names(self.helping)} could help" if self.helping else "nobody is linked to it")
        if self.state == "drifted":
            parts.append("keep, reshape, pause or drop?")
        return "; ".join(parts)

    def fields(self) -> dict[str, object]:
        """As in JSON."""
        return {
            "ref": f"g{self.goal.id}", "title": self.goal.title, "points": self.points, "days": self.days,
            "every": self.every, "state": self.state, "helping": list(self.helping), "text": self.text,
        }  # fmt: skip


# "If it is Sunday, then I rehearse", "when I get home I write": a cue, and what I do. Who plans so does it more often:
# Gollwitzer, Sheeran, "Implementation Intentions and Goal Achievement" (2006; d = .65 over 94 studies).
IF_THEN = r"\b(?:if|when|whenever|once|after|before|as soon as|every time)\b.*(?:,|\bthen\b|\bi\b|→|:)"


def is_if_then(next_step: str) -> bool:
    """Whether a next step names its moment, as an if–then or when–then plan does."""
    return re.search(IF_THEN, " ".join(next_step.split()), re.IGNORECASE) is not None


def second_voice(helpers: Sequence[tuple[str, str | None]]) -> str:
    """Why a goal hears no second voice, from the names and organisations of those who help; "" where it does.

    Two people of two organisations see a thing from two sides; who works nowhere known counts as elsewhere.
    """
    if not helpers:
        return "nobody helps with it yet"
    if len(helpers) == 1:
        return f"only {helpers[0][0]} helps with it"
    places = {organisation for _, organisation in helpers}
    return f"all who help are at {helpers[0][1]}" if len(places) == 1 and None not in places else ""


def _target(days: int) -> str:
    if days < 0:
        return f"its target was {-days} {'day' if days == -1 else 'days'} ago"
    return {0: "its target is today", 1: "its target is tomorrow"}.get(days, f"its target is in {days} days")


def _names(names: tuple[str, ...]) -> str:
    if len(names) > 3:
        return f"{', '.join(names[:2])} and {len(names) - 2} more"
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def goal_days(goal: Goal, away: AwayDays, today: date) -> int:
    """The days that count since the goal was touched, or made; never below 0."""
    since = goal.created_on if goal.touched_on is None else max(goal.created_on, goal.touched_on)
    return max(0, away.number(today) - away.number(since))


def stale_goals(goals: tuple[Goal, ...], away: AwayDays, today: date, policy: Policy) -> tuple[GoalRow, ...]:
    """The goals that are stale or drifted and not snoozed: near targets first, then by days / every, then by title."""
    return tuple(sorted(_found(goals, away, today, policy), key=_place))


def _place(row: GoalRow) -> tuple[bool, float, str, int]:
    # A correctly rounded quotient: equal fractions give equal floats, so the title decides between 28/14 and 42/21.
    return row.target_in is None, -row.days / row.every, row.goal.title, row.goal.id


def _found(goals: tuple[Goal, ...], away: AwayDays, today: date, policy: Policy) -> Iterator[GoalRow]:
    for goal in goals:
        days = goal_days(goal, away, today)
        snoozed = goal.snooze_until is not None and goal.snooze_until > today
        if goal.every_days != NEVER and days >= goal.every_days and not snoozed:
            yield _row(goal, days, today, policy)


def _row(goal: Goal, days: int, today: date, policy: Policy) -> GoalRow:
    target_in = None if goal.target_on is None else (goal.target_on - today).days
    if target_in is not None and abs(target_in) > policy.goal_target_within:
        target_in = None
    points = min(policy.goal_most, policy.goal_base + policy.goal_step * days // goal.every_days)
    points += 0 if target_in is None else policy.goal_target_points
    state = "drifted" if days >= policy.goal_drift_times * goal.every_days else "stale"
    return GoalRow(goal, points, days, goal.every_days, state, target_in)
