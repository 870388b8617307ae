"""What the reminder engine is told about a day, in a fixed number of statements whatever the size of the network.

Due people are found by index ranges over `figure (rhythm, base_on)`: for each rhythm that occurs the policy says how
many days it allows, and so up to which base day somebody is due. Those who drifted long ago may be very many and are
not on the list: of them only the number is read, and as many as could fill the list (`whole` reads all of them).
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from lnet.domain.away import AwayDays
from lnet.domain.cadence import cadence, cutoff, drift_cutoff
from lnet.domain.facts import Away, Facts, Goal, Person, Promise
from lnet.domain.policy import Policy
from lnet.domain.vocabulary import CIRCLES
from lnet.store.connect import Store

RHYTHMS = """
WITH RECURSIVE each(rhythm) AS (
  SELECT min(rhythm) FROM figure WHERE rhythm IS NOT NULL
  UNION ALL SELECT (SELECT min(rhythm) FROM figure WHERE rhythm > each.rhythm) FROM each WHERE each.rhythm IS NOT NULL
) SELECT rhythm FROM each WHERE rhythm IS NOT NULL
"""
# Latest first by the index; `value` holds the earliest and the latest base day of a rhythm's range.
RANGE = """
FROM json_each({}) r CROSS JOIN figure f
WHERE f.rhythm = r.value ->> 0 AND f.base_on > r.value ->> 1 AND f.base_on <= r.value ->> 2 AND f.starts_on IS NULL
"""
PERSON = """
SELECT c.id, c.uid, c.name, c.slug, c.created_on, c.status, c.circle,
  (SELECT json_group_array(role) FROM contact_role WHERE contact_id = c.id), c.every_days, f.agreed_days,
  {last_on}, f.first_on, f.days, f.gap_twice, c.clock_from, c.first_due, c.snooze_until,
  (SELECT min(t.occurred_on) FROM search_timeline t JOIN interaction i ON i.id = t.interaction_id
    WHERE t.contact_id = c.id AND t.occurred_on >= :today AND i.planned = 1 AND i.fulfilled_by IS NULL) AS planned_on
FROM contact c JOIN figure f ON f.contact_id = c.id
"""
LAST_ON = "(SELECT max(t.occurred_on) FROM search_timeline t WHERE t.contact_id = c.id AND t.counts AND t.occurred_on <= :today)"
OWED = "status IN ('open', 'renegotiated')"
DUE = f"""
WITH due(id) AS (
  SELECT f.contact_id {RANGE.format(":due")}
  UNION SELECT contact_id FROM figure WHERE starts_on <= :today AND rhythm IS NOT NULL
  UNION SELECT contact_id FROM promise WHERE {OWED}
  UNION SELECT contact_id FROM figure WHERE last_on > :today
) {PERSON.format(last_on=f"CASE WHEN f.last_on > :today THEN {LAST_ON} ELSE f.last_on END")}
WHERE c.id IN (SELECT id FROM due) AND c.status <> 'archived'
"""
DRIFTED_NUMBER = f"SELECT count(*) {RANGE.format(':drifted')}"
# Those silenced by a snooze or a plan, and those read for another reason, must not be counted twice.
DRIFTED_BUT = f"""
SELECT count(*) {RANGE.format(":drifted")} AND f.contact_id IN (
  SELECT id FROM contact WHERE snooze_until > :today
  UNION SELECT p.contact_id FROM interaction i JOIN participant p ON p.interaction_id = i.id
    WHERE i.planned = 1 AND i.fulfilled_by IS NULL AND i.occurred_on BETWEEN :today AND :planned
  UNION SELECT value FROM json_each(:read))
"""
DRIFTED = f"""
WITH freshest(id) AS (
  SELECT f.contact_id {RANGE.format(":drifted")} AND f.contact_id NOT IN (SELECT value FROM json_each(:read))
  ORDER BY r.value ->> 3, f.base_on DESC LIMIT :most
) {PERSON.format(last_on="f.last_on")} WHERE c.id IN (SELECT id FROM freshest)
"""


def facts(store: Store, today: date | None = None, *, whole: bool = False) -> Facts:
    """Everything the engine needs for `today` (the store's day if it is not given).

    `whole`: with every drifted person, for lists of all rows; else their number beyond the few that could be listed
    is `drifted_more`.
    """
    today = today or store.today
    away = away_days(store)
    due, drifted = ranges(store, AwayDays(away), today)
    people = read_people(store, DUE, {"today": today.isoformat(), "due": json.dumps(due + (drifted if whole else []))})
    more = 0
    if drifted and not whole:
        fill, more = drifted_people(store, drifted, people, today)
        people += fill
    return Facts(
        people=tuple(people), promises=tuple(open_promises(store)), goals=tuple(active_goals(store, today)), away=away,
        dealt_with=dealt_with(store, today), drifted_more=more, **network(store),
    )  # fmt: skip


def ranges(store: Store, away: AwayDays, today: date) -> tuple[list[list[Any]], list[list[Any]]]:
    """For each rhythm in use the base days of those due, and of those drifted: [rhythm, after, up to, circle rank]."""
    due, drifted = [], []
    for (rhythm,) in store.db.execute(RHYTHMS):
        every, circle = rhythm_days(rhythm, store.policy)
        latest = cutoff(every, away, today).isoformat()
        if circle == "inner":  # the inner circle never drifts
            due.append([rhythm, "", latest, 0])
            continue
        gone = drift_cutoff(every, away, today, store.policy).isoformat()
        due.append([rhythm, gone, latest, 0])
        drifted.append([rhythm, "", gone, CIRCLES.index(circle) if circle else len(CIRCLES)])
    return due, drifted


def rhythm_days(rhythm: str, policy: Policy) -> tuple[int, str]:
    """The cadence in days that the policy gives a rhythm of the figures, and the circle in it ("" for none)."""
    kind, number, circle = rhythm.split(":")
    if kind in ("every", "mentor"):
        return int(number), circle
    nobody = Person(
        0, "", "", "", date.min, circle=circle or None, gap_twice=int(number or 0), contact_days=policy.learned_min_days,
        first_on=date.min, last_on=date.max,
    )  # fmt: skip
    aim = cadence(nobody, policy)
    return (aim.days if aim else policy.wide_days), circle


def drifted_people(
    store: Store, drifted: list[list[Any]], read: Sequence[Person], today: date
) -> tuple[list[Person], int]:
    """The freshest of the drifted, as many as the list could show, and the number of all the others."""
    values = {
        "today": today.isoformat(), "drifted": json.dumps(drifted), "read": json.dumps([person.id for person in read]),
        "most": store.policy.daily_limit * 2,
        "planned": date.fromordinal(today.toordinal() + store.policy.planned_within).isoformat(),
    }  # fmt: skip
    fill = read_people(store, DRIFTED, values)
    number = int(store.db.execute(DRIFTED_NUMBER, values).fetchone()[0])
    silent = int(
        store.db.execute(DRIFTED_BUT, values | {"read": json.dumps([p.id for p in (*read, *fill)])}).fetchone()[0]
    )
    return fill, number - silent


def read_people(store: Store, query: str, values: dict[str, Any]) -> list[Person]:
    return [person(row) for row in store.db.execute(query, values)]


def person(row: Sequence[Any]) -> Person:
    """One row of PERSON."""
    (
        id,
        uid,
        name,
        slug,
        created,
        status,
        circle,
        roles,
        every,
        agreed,
        last,
        first,
        days,
        gap,
        clock,
        due,
        snooze,
        plan,
    ) = row
    return Person(
        id, uid, name, slug, date.fromisoformat(created), status, circle, tuple(json.loads(roles)) if roles != "[]" else (),
        every, agreed, day(last), day(first), days, gap, day(clock), day(due), day(snooze), day(plan),
    )  # fmt: skip


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def people(store: Store, ids: Iterable[int], today: date | None = None) -> list[Person]:
    """These people as the engine sees them, due or not (for `why` and for the echo of a log)."""
    query = PERSON.format(last_on=LAST_ON) + "WHERE c.id IN (SELECT value FROM json_each(:ids)) ORDER BY c.id"
    values = {"today": (today or store.today).isoformat(), "ids": json.dumps(list(ids))}
    return read_people(store, query, values)


def open_promises(store: Store, contacts: Iterable[int] | None = None) -> list[Promise]:
    """The promises still owed, of everybody or of these contacts; made on the day of their conversation."""
    only = "" if contacts is None else " AND p.contact_id IN (SELECT value FROM json_each(?))"
    rows = store.db.execute(
        "SELECT p.id, p.contact_id, p.owed_by, p.text, coalesce(i.occurred_on, p.created_on), p.due_on FROM promise p"
        f" LEFT JOIN interaction i ON i.id = p.interaction_id WHERE p.{OWED}{only} ORDER BY p.id",
        () if contacts is None else (json.dumps(list(contacts)),),
    )
    return [Promise(id, who, by, text, date.fromisoformat(made), day(due)) for id, who, by, text, made, due in rows]


# A conversation is for a goal if it names it or shares one of its topics; each by an index, latest first.
GOALS = """
SELECT g.id, g.uid, g.title, g.created_on, g.every_days, nullif(max(
    coalesce(g.reviewed_on, ''),
    coalesce((SELECT max(occurred_on) FROM goal_progress p WHERE p.goal_id = g.id AND p.occurred_on <= :today), ''),
    coalesce((SELECT max(i.occurred_on) FROM interaction_goal l JOIN interaction i ON i.id = l.interaction_id
      WHERE l.goal_id = g.id AND NOT i.planned AND i.occurred_on <= :today), ''),
    coalesce((SELECT max((SELECT max(s.occurred_on) FROM search_topic s WHERE s.topic = t.topic AND s.occurred_on <= :today))
      FROM goal_topic t WHERE t.goal_id = g.id), '')), ''),
  g.target_on, g.snooze_until,
  (SELECT json_group_array(name) FROM (SELECT c.name FROM goal_contact l JOIN contact c ON c.id = l.contact_id
    WHERE l.goal_id = g.id AND c.status <> 'archived' ORDER BY l.id))
FROM goal g WHERE g.status = 'active' ORDER BY g.id
"""


def active_goals(store: Store, today: date | None = None) -> list[Goal]:
    """The active goals, with the latest day anything moved for them."""
    rows = store.db.execute(GOALS, {"today": (today or store.today).isoformat()})
    return [
        Goal(
            id,
            uid,
            title,
            date.fromisoformat(created),
            every,
            day(touched),
            day(target),
            day(snooze),
            tuple(json.loads(names)),
        )
        for id, uid, title, created, every, touched, target, snooze, names in rows
    ]


def away_days(store: Store) -> tuple[Away, ...]:
    """The days that do not count."""
    rows = store.db.execute("SELECT from_on, to_on FROM away ORDER BY id")
    return tuple(Away(date.fromisoformat(first), date.fromisoformat(last)) for first, last in rows)


DEALT_WITH = """
SELECT p.contact_id FROM interaction i JOIN participant p ON p.interaction_id = i.id
  WHERE i.occurred_on = :today AND i.created_on = :today AND i.planned = 0 AND i.imported_from IS NULL
UNION SELECT id FROM contact WHERE snoozed_on = :today
UNION SELECT contact_id FROM promise WHERE closed_on = :today
UNION SELECT contact_id FROM feedback WHERE closed_on = :today
"""


def dealt_with(store: Store, today: date) -> frozenset[int]:
    """The people dealt with today, who use up today's budget; what an import recorded does not count."""
    return frozenset(row[0] for row in store.db.execute(DEALT_WITH, {"today": today.isoformat()}))


def network(store: Store) -> dict[str, Any]:
    """How large the address book is and whether anybody is in a circle (enough for a hint), and the newest record's day."""
    book, circled, newest = store.db.execute(
        "SELECT (SELECT count(*) FROM figure WHERE address_book = 1),"
        " EXISTS (SELECT 1 FROM contact WHERE circle IS NOT NULL),"
        " (SELECT day FROM step WHERE kind = 'do' ORDER BY id DESC LIMIT 1)"
    ).fetchone()
    return {"address_book": book, "circled": circled, "last_record_on": day(newest)}
