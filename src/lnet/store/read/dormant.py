"""Dormant ties: people not talked to for long, and what speaks for a word with them now."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, NamedTuple

from lnet.domain.cadence import drift_days
from lnet.domain.facts import Dormant
from lnet.domain.policy import Policy
from lnet.domain.rows import CIRCLE_RANK, rotation
from lnet.domain.rules.dormant import dormant_days
from lnet.store.connect import Store
from lnet.store.read.days import days_before
from lnet.store.read.ranges import Calendar, allowed

# Whose word would be worth it: a topic of theirs is one of an active goal, or they helped before, or they are experts.
# Everybody else is worth too little to be suggested (see `domain.rules.dormant`), but where a new field is enough.
TIES = """
WITH aim AS (
  SELECT t.topic, g.id, g.title FROM goal g JOIN goal_topic t ON t.goal_id = g.id WHERE g.status = 'active'
), match AS (
  SELECT x.contact_id, min(printf('%012d', aim.id) || char(31) || aim.topic || char(31) || aim.title) AS best
  FROM aim JOIN contact_topic x ON x.topic = aim.topic GROUP BY x.contact_id
), help AS (
  SELECT contact_id, max(how) AS how FROM (
    SELECT contact_id, 'you learned from them' AS how FROM insight WHERE contact_id IS NOT NULL
    UNION ALL SELECT contact_id, 'their feedback helped you' FROM feedback WHERE direction = 'received'
    UNION ALL SELECT contact_id, 'they shared something with you' FROM share WHERE direction = 'received'
  ) GROUP BY contact_id
), worth AS (
  SELECT contact_id FROM match UNION SELECT contact_id FROM help
  UNION SELECT contact_id FROM contact_role WHERE role = 'expert'
  UNION SELECT contact_id FROM figure WHERE :anybody AND last_on IS NOT NULL
)
SELECT c.id, c.circle, f.rhythm, f.base_on, f.starts_on, f.days, julianday(f.last_on) - julianday(f.first_on),
  f.newest_on > :today,
  (SELECT best FROM match m WHERE m.contact_id = c.id), (SELECT how FROM help h WHERE h.contact_id = c.id),
  c.field, c.organisation, EXISTS (SELECT 1 FROM contact_role r WHERE r.contact_id = c.id AND r.role = 'expert')
FROM worth w JOIN contact c ON c.id = w.contact_id JOIN figure f ON f.contact_id = c.id
WHERE f.last_on IS NOT NULL AND (f.base_on <= :latest OR f.starts_on <= :today OR f.newest_on > :today)
  AND c.status = 'active' AND coalesce(c.circle, '') <> 'inner' AND (c.snooze_until IS NULL OR c.snooze_until <= :today)
"""
# The fields and organisations of those contacted lately; whose newest conversation is later was perhaps not.
RECENT = """
SELECT DISTINCT c.field, c.organisation FROM figure f JOIN contact c ON c.id = f.contact_id
WHERE f.newest_on >= :since AND EXISTS (SELECT 1 FROM search_timeline t
  WHERE t.contact_id = c.id AND t.counts AND t.occurred_on BETWEEN :since AND :today)
"""


class Tie(NamedTuple):
    """A dormant tie, its value, and its place among those of the same value: by circle, then by whose turn it is."""

    fact: Dormant
    worth: int
    rank: int
    turn: int


def dormant(store: Store, calendar: Calendar, silent: Collection[int], read: Collection[int]) -> list[Dormant]:
    """The best dormant ties, as many as a list may show, besides those with people who are `read` for other reasons."""
    found: list[Dormant] = []
    room = calendar.policy.reconnect_most
    for tie in ranked(store, calendar, silent):
        if room <= 0:
            break
        found.append(tie)
        room -= tie.contact_id not in read
    return found


def ranked(store: Store, calendar: Calendar, silent: Collection[int]) -> list[Dormant]:
    """Every dormant tie that is worth enough to be suggested, the best first; nobody who is `silent`."""
    ties = [tie for tie in all_ties(store, calendar) if tie.fact.contact_id not in silent]
    ties.sort(key=lambda tie: (-tie.worth, tie.rank, tie.turn, tie.fact.contact_id))
    return [tie.fact for tie in ties]


def all_ties(store: Store, calendar: Calendar) -> list[Tie]:
    """Every dormant tie that is worth enough, in no order."""
    today, policy = calendar.today, calendar.policy
    recent = Recent(store, calendar)
    values = {
        "today": today.isoformat(), "latest": days_before(today, policy.dormant_least),
        "anybody": policy.reconnect_least <= policy.value_new,
    }  # fmt: skip
    ties = (tie_of(row, recent, calendar) for row in store.db.execute(TIES, values).fetchall())
    return [tie for tie in ties if tie is not None and tie.worth >= policy.reconnect_least]


class Recent:
    """The fields and organisations of everybody contacted lately."""

    def __init__(self, store: Store, calendar: Calendar) -> None:
        since = days_before(calendar.today, calendar.policy.recent_days)
        rows = store.db.execute(RECENT, {"since": since, "today": calendar.today.isoformat()}).fetchall()
        self.fields = {key(field) for field, _ in rows}
        self.organisations = {key(organisation) for _, organisation in rows}

    def new(self, field: str | None, organisation: str | None) -> str:
        """The field or organisation that nobody contacted lately has; "" if there is none."""
        if field and key(field) not in self.fields:
            return field
        return organisation if organisation and key(organisation) not in self.organisations else ""


def key(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()


def tie_of(row: Iterable[Any], recent: Recent, calendar: Calendar) -> Tie | None:
    """The tie of one row of TIES; None for somebody who is not dormant, or on the list by their own clock."""
    id, circle, rhythm, base, starts, days, span, later, best, how, field, organisation, expert = row
    policy = calendar.policy
    kind, every = cadence(rhythm, days, span, policy)
    passed = elapsed(every, base, starts, calendar)
    if not later and (passed < dormant_days(every, policy) or is_due(kind, every, passed, policy)):
        return None
    topic, goal = best.split("\x1f", 2)[1:] if best else ("", "")
    fact = Dormant(id, topic, goal, how or "", recent.new(field, organisation))
    worth = policy.value_topic * bool(topic) + policy.value_helped * bool(how) + policy.value_new * bool(fact.new)
    worth += policy.value_expert * expert - policy.value_many * (days > policy.many_contacts)
    return Tie(fact, worth, CIRCLE_RANK[circle], rotation(calendar.today, id))


def cadence(rhythm: str | None, days: int, span: float, policy: Policy) -> tuple[str, int | None]:
    """The kind of a rhythm and its cadence; None for none, or where the policy asks for more before one is learned."""
    if rhythm is None:
        return "", None
    kind, every, _ = allowed(rhythm, policy)
    learned = days >= policy.learned_min_days and span >= policy.learned_min_span
    return kind, every if kind != "gap" or learned else None


def is_due(kind: str, every: int | None, passed: int, policy: Policy) -> bool:
    """Whether so many days put somebody on the list by their clock: who is there needs no suggestion."""
    if every is None:
        return False
    if kind == "mentor":
        return 100 * passed >= policy.mentor_percent * every
    return every <= passed < drift_days(every, policy)


def elapsed(every: int | None, base: str, starts: str | None, calendar: Calendar) -> int:
    """The days that count since a clock started, as `domain.cadence.elapsed` has it."""
    if every is not None and starts is not None:
        return max(0, every + (calendar.today - date.fromisoformat(starts)).days)
    return calendar.away.number(calendar.today) - calendar.away.number(date.fromisoformat(base))
