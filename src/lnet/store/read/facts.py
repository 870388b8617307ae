"""What the reminder engine is told about a day, in a fixed number of statements whatever the size of the network."""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from lnet.domain.away import AwayDays
from lnet.domain.facts import Away, Facts, Goal, Person, Promise
from lnet.store.connect import Store
from lnet.store.read.due import Calendar, drifted_people, due_people, most_pressing, ranges, silent_people
from lnet.store.read.persons import day, persons


def facts(store: Store, today: date | None = None, *, whole: bool = False) -> Facts:
    """Everything the engine needs for `today` (the store's day if it is not given).

    `whole`: with everybody who is due or has drifted, for lists of all rows; else the numbers beyond the few that could
    be listed are `due_more` and `drifted_more`.
    """
    today = today or store.today
    away = away_days(store)
    calendar = Calendar(today, AwayDays(away), store.policy)
    promises = pressing_promises(store, today)
    owed = {promise.contact_id for promise in promises}
    due, drifted = ranges(store, calendar)
    if whole:
        people, later, more = due_people(store, [*due, *drifted], owed, today), 0, 0
    else:
        silent = silent_people(store, calendar) | owed
        pressing, unsure, later = most_pressing(store, due, silent, calendar)
        people = due_people(store, unsure, {*owed, *pressing}, today)
        fill, more = drifted_people(store, drifted, silent, calendar, store.policy.daily_limit - len(pressing))
        people += fill
    return Facts(
        people=tuple(people), promises=tuple(promises), goals=tuple(active_goals(store, today)), away=away,
        dealt_with=dealt_with(store, today), due_more=later, drifted_more=more, **network(store),
    )  # fmt: skip


def people(store: Store, ids: Iterable[int], today: date | None = None) -> list[Person]:
    """These people as the engine sees them, due or not, by id (for `why` and for the echo of a log)."""
    values = {"today": (today or store.today).isoformat(), "ids": json.dumps(list(ids))}
    return persons(store, "c.id IN (SELECT value FROM json_each(:ids))", values)


# A promise is made on the day of its conversation.
PROMISES = """
SELECT p.id, p.contact_id, p.owed_by, p.text, coalesce(i.occurred_on, p.created_on), p.due_on
FROM promise p LEFT JOIN interaction i ON i.id = p.interaction_id WHERE p.status IN ('open', 'renegotiated')
"""


def pressing_promises(store: Store, today: date) -> list[Promise]:
    """The promises still owed that are due by the day from which they are listed, or have no day."""
    ahead = (today + timedelta(days=store.policy.promise_ahead)).isoformat()
    # Two halves, for each of them is a range of the index; an OR would read every promise.
    return read_promises(store, f"{PROMISES} AND p.due_on <= ? UNION ALL {PROMISES} AND p.due_on IS NULL", ahead)


def open_promises(store: Store, contacts: Iterable[int] | None = None) -> list[Promise]:
    """The promises still owed, of everybody or of these contacts, whenever they are due."""
    if contacts is None:
        return read_promises(store, f"{PROMISES} ORDER BY p.id")
    query = f"{PROMISES} AND p.contact_id IN (SELECT value FROM json_each(?)) ORDER BY p.id"
    return read_promises(store, query, json.dumps(list(contacts)))


def read_promises(store: Store, query: str, *values: str) -> list[Promise]:
    rows = store.db.execute(query, values)
    return [Promise(id, who, by, text, date.fromisoformat(made), day(due)) for id, who, by, text, made, due in rows]


# A conversation is for a goal if it names it or shares one of its topics; each by an index, latest first.
GOALS = """
SELECT g.id, g.uid, g.title, g.created_on, g.every_days, nullif(max(
    iif(g.reviewed_on <= :today, g.reviewed_on, ''),
    coalesce((SELECT max(occurred_on) FROM goal_progress p WHERE p.goal_id = g.id AND p.occurred_on <= :today), ''),
    coalesce((SELECT max(i.occurred_on) FROM interaction_goal l JOIN interaction i ON i.id = l.interaction_id
      WHERE l.goal_id = g.id AND NOT i.planned AND i.occurred_on <= :today), ''),
    coalesce((SELECT max(
        (SELECT max(s.occurred_on) FROM search_topic s WHERE s.topic = t.topic AND s.occurred_on <= :today))
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
UNION SELECT contact_id FROM promise WHERE status IN ('open', 'renegotiated') AND renegotiated_on = :today
UNION SELECT contact_id FROM feedback WHERE closed_on = :today
"""


def dealt_with(store: Store, today: date) -> frozenset[int]:
    """The people dealt with today, who use up today's budget; what an import recorded does not count."""
    return frozenset(row[0] for row in store.db.execute(DEALT_WITH, {"today": today.isoformat()}))


def network(store: Store) -> dict[str, Any]:
    """How large the address book is, whether anybody is in a circle (for a hint), and the newest record's day."""
    book, circled, newest = store.db.execute(
        "SELECT (SELECT count(*) FROM figure WHERE address_book = 1),"
        " EXISTS (SELECT 1 FROM contact WHERE circle IS NOT NULL),"
        " (SELECT day FROM step WHERE kind = 'do' ORDER BY id DESC LIMIT 1)"
    ).fetchone()
    return {"address_book": book, "circled": circled, "last_record_on": day(newest)}
