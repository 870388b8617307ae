"""Who to turn to today: facts, day and policy in; the same plan out, always. Nothing is stored, nothing is random."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from lnet.domain.facts import Facts, Occasion
from lnet.domain.goals import GoalRow, stale_goals
from lnet.domain.occasions import near
from lnet.domain.policy import Policy
from lnet.domain.rows import Row, freshest_first, gathered, in_order
from lnet.domain.rows import row as row_of
from lnet.domain.rules import RULES, Situation, situation

_CAPS = {rule.kind: rule.most for rule in RULES if rule.most is not None}


class Plan(NamedTuple):
    """Today's list (`people`, in order), what is due but was not chosen (`later`), and what has left to the `review`.

    `review` is all there is to settle, so a drifted person whom `people` shows for want of others is in it too.
    `limit` is the daily limit before the `contacted_today` people already dealt with are taken off. `goals` are all the
    stale ones, `dates` the days in the calendar that are near.
    """

    as_of: date
    limit: int
    people: tuple[Row, ...]
    later: tuple[Row, ...]
    review: tuple[Row, ...]
    goals: tuple[GoalRow, ...]
    contacted_today: int
    dates: tuple[Occasion, ...] = ()


def plan(facts: Facts, today: date, policy: Policy) -> Plan:
    """The plan for `today`. Without anybody due it is empty; the same arguments always give the same plan."""
    day = situation(facts, today, policy)
    due, settle = gathered(day)
    budget = max(0, policy.daily_limit - len(facts.dealt_with))
    people, later = _chosen(due, budget, policy)
    settle = _without_drift(settle, {row.person.id for row in people if row.kind == "reconnect"}, day)
    listed = {row.person.id for row in due if row.kind != "reconnect"} | {row.person.id for row in people}
    drifted = [row for row in freshest_first(settle, today) if row.person.id not in listed]
    people += drifted[: max(0, budget - len(people))]
    review = [row for row in settle if to_ask(row, today, policy)]
    return Plan(
        today, policy.daily_limit, tuple(people), tuple(later), tuple(review),
        stale_goals(facts.goals, day.away, today, policy), len(facts.dealt_with), near(facts.occasions, today, policy),
    )  # fmt: skip


def _chosen(rows: list[Row], budget: int, policy: Policy) -> tuple[list[Row], list[Row]]:
    """The rows for today and those for later, both in order: first what is always shown, then as long as there is room.

    A kind with a cap takes no more of the room than that; what is always shown counts towards it. A suggestion for
    which there is no room is nothing for later.
    """
    chosen = {row.person.id for row in rows if row.always}
    led = Counter(_CAPS.get(row.kind) for row in rows if row.person.id in chosen)
    room = budget - len(chosen)
    for row in rows:
        if room <= 0:
            break
        cap = _CAPS.get(row.kind)
        if row.person.id not in chosen and (cap is None or led[cap] < getattr(policy, cap)):
            chosen.add(row.person.id)
            led[cap] += 1
            room -= 1
    later = [row for row in rows if row.person.id not in chosen and row.kind != "reconnect"]
    return [row for row in rows if row.person.id in chosen], later


def _without_drift(settle: list[Row], suggested: set[int], day: Situation) -> list[Row]:
    """What is to settle, where a suggestion to turn to somebody again has taken the place of their drift."""
    if not suggested:
        return settle
    kept = (_less_drift(each, day.policy) if each.person.id in suggested else each for each in settle)
    return in_order((each for each in kept if each is not None), day)


def _less_drift(each: Row, policy: Policy) -> Row | None:
    reasons = tuple(reason for reason in each.reasons if not reason.drifted)
    return row_of(reasons, policy) if reasons else None


def to_ask(row: Row, today: date, policy: Policy) -> bool:
    """Whether the review asks about a row: not about a drift alone that it asked about within the last 30 days."""
    asked = row.person.asked_on
    if asked is None or not 0 <= (today - asked).days < policy.drift_asked_again:
        return True
    return not all(reason.drifted for reason in row.reasons)
