"""What the reminder engine is told about a day, in a fixed number of statements whatever the size of the network."""

from datetime import date
from typing import Any

from lnet.domain.away import AwayDays
from lnet.domain.facts import Facts
from lnet.store.connect import Store
from lnet.store.read.aims import active_goals
from lnet.store.read.away import away_days
from lnet.store.read.due import Calendar, drifted_people, due_people, most_pressing, ranges, silent_people
from lnet.store.read.owed import pressing_promises
from lnet.store.read.persons import day


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
