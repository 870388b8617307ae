"""Birthdays, renewals, deadlines and agreements to look at again, around a day."""

import json
from datetime import date

from lnet.domain.calendar_days import shifted
from lnet.domain.facts import Occasion
from lnet.domain.occasions import KINDS, ahead, birthday_in
from lnet.store.connect import Store
from lnet.store.read.days import days_before

YEAR = 365
BIRTHDAYS = """
SELECT w.key, c.name, c.birthday FROM json_each(:days) w JOIN figure f ON f.birthday = w.value
JOIN contact c ON c.id = f.contact_id
WHERE c.status IN ('active', 'paused') AND (c.snooze_until IS NULL OR c.snooze_until <= :today)
  AND (:book OR NOT f.address_book)
"""
# What a community gave in the year up to today.
MET = """
(SELECT count(DISTINCT p.contact_id) FROM interaction i JOIN participant p ON p.interaction_id = i.id
  WHERE i.community_id = k.id AND NOT i.planned AND i.occurred_on BETWEEN :year_ago AND :today)
"""
LEARNED = """
(SELECT count(*) FROM interaction i JOIN insight n ON n.interaction_id = i.id
  WHERE i.community_id = k.id AND NOT i.planned AND i.occurred_on BETWEEN :year_ago AND :today)
"""
RENEWALS = f"""
SELECT 'c' || k.id, k.name, k.renews_on, {MET}, {LEARNED}
FROM community k WHERE k.renews_on BETWEEN :past AND :renewal
"""
DEADLINES = """
SELECT 'g' || id, title, target_on FROM goal WHERE status = 'active' AND target_on BETWEEN :past AND :deadline
  AND (snooze_until IS NULL OR snooze_until <= :today)
UNION ALL
SELECT 'j' || id, title, due_on FROM project WHERE status = 'active' AND due_on BETWEEN :past AND :deadline
"""
REVIEWS = """
SELECT c.name, m.review_on FROM mentor_agreement m JOIN contact c ON c.id = m.contact_id
WHERE m.ended_on IS NULL AND m.review_on BETWEEN :past AND :mentor_review AND c.status IN ('active', 'paused')
  AND (c.snooze_until IS NULL OR c.snooze_until <= :today)
"""


def occasions(store: Store, today: date, days: int = 0) -> list[Occasion]:
    """The occasions from a few days ago on, each kind as far ahead as the policy shows it, or `days` if more."""
    policy = store.policy
    until = {kind: shifted(today, max(days, ahead(kind, policy))) for kind in KINDS}
    past = shifted(today, -policy.dates_past)
    values: dict[str, str | int] = {kind: day.isoformat() for kind, day in until.items()}
    values |= {"today": today.isoformat(), "past": past.isoformat(), "year_ago": days_before(today, YEAR)}
    values["book"] = policy.address_book_birthdays
    execute = store.db.execute
    return [
        *birthdays(store, past, until["birthday"], values),
        *(
            Occasion("renewal", date.fromisoformat(on), name, ref, people=people, insights=insights)
            for ref, name, on, people, insights in execute(RENEWALS, values)
        ),
        *(Occasion("deadline", date.fromisoformat(on), name, ref) for ref, name, on in execute(DEADLINES, values)),
        *(Occasion("mentor_review", date.fromisoformat(on), name) for name, on in execute(REVIEWS, values)),
    ]


def given(store: Store, community: int, today: date) -> tuple[int, int]:
    """What a community gave in the year up to today: how many people were met in it, and how many insights it left."""
    values = {"id": community, "today": today.isoformat(), "year_ago": days_before(today, YEAR)}
    people, insights = store.db.execute(f"SELECT {MET}, {LEARNED} FROM community k WHERE k.id = :id", values).fetchone()
    return people, insights


def birthdays(store: Store, first: date, last: date, values: dict[str, str | int]) -> list[Occasion]:
    """The birthdays between two days; of those of 29 February in other years on the 28th."""
    calendar = [day for number in range((last - first).days + 1) for day in born_on(shifted(first, number))]
    values = values | {"days": json.dumps([month_day for _, month_day in calendar])}
    return [
        Occasion("birthday", calendar[place][0], name, since=None if born.startswith("-") else int(born[:4]))
        for place, name, born in store.db.execute(BIRTHDAYS, values)
    ]


def born_on(day: date) -> list[tuple[date, str]]:
    """The month and day of those whose birthday is kept on a day."""
    month_day = day.isoformat()[5:]
    also = ["02-29"] if month_day == "02-28" and birthday_in("02-29", day.year) == day else []
    return [(day, each) for each in (month_day, *also)]
