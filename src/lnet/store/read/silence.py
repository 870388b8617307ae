"""Who is not to be disturbed, whose answer is awaited, and of whom the ranges do not say enough."""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from lnet.domain.rows import CIRCLE_RANK, rotation
from lnet.store.connect import Store
from lnet.store.read.days import days_before
from lnet.store.read.ranges import Calendar, Clock, clocks

SNOOZED = "SELECT id FROM contact WHERE snooze_until > ?"
PLANNED = """
SELECT p.contact_id FROM interaction i JOIN participant p ON p.interaction_id = i.id
WHERE i.planned = 1 AND i.fulfilled_by IS NULL AND i.occurred_on BETWEEN ? AND ?
"""
# Left to rest after two messages without an answer; by the index alone.
RESTING = """
SELECT contact_id, rhythm, base_on, starts_on FROM figure
WHERE rests_on > :rested AND julianday(rests_on) - julianday(sent_from) >= :apart
"""
AWAITED = "awaits_on BETWEEN :earliest AND :latest AND julianday(awaits_on) - julianday(sent_from) < :apart"
# Of whom the ranges do not say enough: whose figures do not hold on this day, and about whose drift was asked lately.
SPECIAL = """
SELECT contact_id FROM drift_answer WHERE answered_on > :asked AND answered_on <= :today
UNION SELECT contact_id FROM figure WHERE newest_on > :today
"""


class Silent(NamedTuple):
    """Those for whom no cadence is heard today, with their clocks: snoozed, with a plan soon, or resting.

    `planned`: the ids of those who are silent because of a plan alone.
    """

    clocks: dict[int, Clock]
    planned: set[int]

    @property
    def ids(self) -> set[int]:
        """Their ids."""
        return set(self.clocks)


def silent_people(store: Store, calendar: Calendar) -> Silent:
    """Everybody for whom no cadence is heard today."""
    today, policy, execute = calendar.today, calendar.policy, store.db.execute
    soon = (today.isoformat(), days_before(today, -policy.planned_within))
    snoozed = {id for (id,) in execute(SNOOZED, (today.isoformat(),))}
    planned = {id for (id,) in execute(PLANNED, soon)} - snoozed
    rested = {"rested": days_before(today, policy.rest_days), "apart": policy.rest_apart}
    resting = {id: Clock(*clock) for id, *clock in execute(RESTING, rested)}
    return Silent(resting | clocks(store, snoozed | planned), planned)


def special_people(store: Store, calendar: Calendar) -> set[int]:
    """The ids of those who must be read to know: about whose drift was asked lately, and who were talked to later."""
    asked = days_before(calendar.today, calendar.policy.drift_asked_again)
    return {id for (id,) in store.db.execute(SPECIAL, {"asked": asked, "today": calendar.today.isoformat()})}


def awaited_values(calendar: Calendar, days: int = 0) -> dict[str, Any]:
    """The parameters of AWAITED: for today, or for any of so many days to come as well."""
    today, policy = calendar.today, calendar.policy
    return {
        "earliest": days_before(today, policy.waiting_until),
        "latest": days_before(today, policy.waiting_from - days), "apart": policy.rest_apart,
    }  # fmt: skip


def awaited_rhythms(store: Store, calendar: Calendar) -> dict[int, str | None]:
    """The rhythms of those whose answer to a first message is awaited today, by the index alone."""
    query = f"SELECT contact_id, rhythm FROM figure WHERE {AWAITED}"
    return dict(store.db.execute(query, awaited_values(calendar)).fetchall())


def awaited_people(store: Store, calendar: Calendar, days: int = 0) -> set[int]:
    """The ids of those whose answer to a first message is awaited, today or within so many days to come."""
    rows = store.db.execute(f"SELECT contact_id FROM figure WHERE {AWAITED}", awaited_values(calendar, days))
    return {id for (id,) in rows}


def awaited_in_turn(store: Store, calendar: Calendar, awaited: Iterable[int]) -> list[int]:
    """These people in the order of a list: by circle, then by whose turn it is."""
    query = "SELECT id, circle FROM contact WHERE id IN (SELECT value FROM json_each(?))"
    found = [
        (CIRCLE_RANK[circle], rotation(calendar.today, id), id)
        for id, circle in store.db.execute(query, (json.dumps([*awaited]),))
    ]
    return [id for *_, id in sorted(found)]
