"""How many people are to be talked to how often: one statement over the figures, whatever the size of the network."""

from collections.abc import Iterator
from datetime import date

from lnet.domain.spread import Asked
from lnet.store.connect import Store
from lnet.store.read.ranges import allowed

# A rhythm is of active people alone. One that is learned holds only for those who have what the policy asks for.
IN_FORCE = """
rhythm IS NOT NULL
  AND (rhythm NOT LIKE 'gap:%' OR (days >= ? AND julianday(last_on) - julianday(first_on) >= ?))
"""
RHYTHMS = f"SELECT rhythm, count(*) FROM figure WHERE {IN_FORCE} GROUP BY rhythm"
CLOCKS = f"SELECT rhythm, base_on, count(*) FROM figure WHERE {IN_FORCE} AND starts_on IS NULL GROUP BY rhythm, base_on"


def asked(store: Store) -> list[Asked]:
    """The cadences in force, by rhythm, with the number of people who have them."""
    policy = store.policy
    rows = store.db.execute(RHYTHMS, (policy.learned_min_days, policy.learned_min_span)).fetchall()
    found = [(allowed(rhythm, policy), people) for rhythm, people in rows]
    return [Asked(circle, every, people) for (_, every, circle), people in found]


def clocks(store: Store) -> Iterator[tuple[int, date, int]]:
    """The cadences in force with the day from which they count, and how many people have both.

    Without those who await a first conversation, which has a day of its own.
    """
    policy = store.policy
    for rhythm, base, people in store.db.execute(CLOCKS, (policy.learned_min_days, policy.learned_min_span)):
        yield allowed(rhythm, policy)[1], date.fromisoformat(base), people
