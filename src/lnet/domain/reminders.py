"""Who to turn to today: facts, day and policy in; the same plan out, always. Nothing is stored, nothing is random."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from lnet.domain.facts import Facts
from lnet.domain.goals import GoalRow, stale_goals
from lnet.domain.policy import Policy
from lnet.domain.rows import Row, freshest_first, gathered
from lnet.domain.rules import RULES, situation

_CAPS = {rule.kind: rule.most for rule in RULES if rule.most is not None}


class Plan(NamedTuple):
    """Today's list (`people`, in order), what is due but was not chosen (`later`), and what has left to the `review`.

    `review` is all there is to settle, so a drifted person whom `people` shows for want of others is in it too.
    `limit` is the daily limit before the `contacted_today` people already dealt with are taken off. `goals` are all the
    stale ones.
    """

    as_of: date
    limit: int
    people: tuple[Row, ...]
    later: tuple[Row, ...]
    review: tuple[Row, ...]
    goals: tuple[GoalRow, ...]
    contacted_today: int


def plan(facts: Facts, today: date, policy: Policy) -> Plan:
    """The plan for `today`. Without anybody due it is empty; the same arguments always give the same plan."""
    day = situation(facts, today, policy)
    due, settle = gathered(day)
    budget = max(0, policy.daily_limit - len(facts.dealt_with))
    people, later = _chosen(due, budget, policy)
    listed = {row.person.id for row in due}
    drifted = [row for row in freshest_first(settle, today) if row.person.id not in listed]
    people += drifted[: max(0, budget - len(people))]
    goals = stale_goals(facts.goals, day.away, today, policy)
    return Plan(today, policy.daily_limit, tuple(people), tuple(later), tuple(settle), goals, len(facts.dealt_with))


def _chosen(rows: list[Row], budget: int, policy: Policy) -> tuple[list[Row], list[Row]]:
    """The rows for today and those for later, both in order: first what is always shown, then as long as there is room.

    A kind with a cap takes no more of the room than that; what is always shown counts towards it.
    """
    chosen = {row.person.id for row in rows if row.always}
    led = Counter(_CAPS.get(row.reasons[0].kind) for row in rows if row.person.id in chosen)
    room = budget - len(chosen)
    for row in rows:
        if room <= 0:
            break
        cap = _CAPS.get(row.reasons[0].kind)
        if row.person.id not in chosen and (cap is None or led[cap] < getattr(policy, cap)):
            chosen.add(row.person.id)
            led[cap] += 1
            room -= 1
    return [row for row in rows if row.person.id in chosen], [row for row in rows if row.person.id not in chosen]
