"""People met at events and flagged, with whom there was no word since, as the reminder engine sees them."""

import json
from collections.abc import Iterable
from datetime import date

from lnet.domain.facts import Meeting
from lnet.store.connect import Store

OPEN = "SELECT m.event_id, m.contact_id, e.name, m.ended_on FROM search_meeting m JOIN event e ON e.id = m.event_id"
# Who was talked to after the day in question may have been followed up only then.
LATER = """
SELECT event_id, contact_id, name, ended_on FROM (
  SELECT a.event_id, a.contact_id, e.name,
    coalesce(e.starts_on, e.ends_on, e.created_on) AS began_on,
    coalesce(e.ends_on, e.starts_on, e.created_on) AS ended_on
  FROM figure f JOIN attendance a ON a.contact_id = f.contact_id JOIN event e ON e.id = a.event_id
  WHERE f.newest_on > :today AND a.follow_up
) m
WHERE NOT EXISTS (
  SELECT 1 FROM search_timeline t JOIN interaction i ON i.id = t.interaction_id
  WHERE t.contact_id = m.contact_id AND t.counts AND t.occurred_on <= :today
    AND (t.occurred_on > ended_on OR t.occurred_on >= began_on AND i.channel IN ('email', 'chat', 'call', 'video')))
"""


def open_meetings(store: Store, today: date) -> list[Meeting]:
    """The flagged meetings at events that have ended by `today` and were not followed up by then."""
    query = f"{OPEN} WHERE m.ended_on <= :today UNION {LATER} AND ended_on <= :today"
    return [meeting(row) for row in store.db.execute(query, {"today": today.isoformat()})]


def meetings_with(store: Store, contacts: Iterable[int], today: date) -> list[Meeting]:
    """The flagged meetings with these people that were not followed up by `today`, also at events to come."""
    among = "contact_id IN (SELECT value FROM json_each(:contacts))"
    query = f"{OPEN} WHERE m.{among} UNION {LATER} AND {among}"
    values = {"today": today.isoformat(), "contacts": json.dumps([*contacts])}
    return [meeting(row) for row in store.db.execute(query, values)]


def meeting(row: tuple[int, int, str, str]) -> Meeting:
    event_id, contact_id, name, ended_on = row
    return Meeting(event_id, contact_id, name, date.fromisoformat(ended_on))
