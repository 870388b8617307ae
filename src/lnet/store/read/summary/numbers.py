"""The sizes of everything that a summary tells."""

from typing import NamedTuple

from lnet.store.connect import Store
from lnet.store.read.summary.giving import KEPT, MINE, OWED, helped
from lnet.store.read.summary.learned import ACHIEVED, INSIGHTS_TOLD, feedback_told
from lnet.store.read.summary.page import COUNTED, Page


class Numbers(NamedTuple):
    """The sizes of all that is told: of the network, and of the period. Beyond 500 it means "more than 500"."""

    people: int
    conversations: int
    met: int
    insights: int
    applied: int
    goals: int
    achieved: int
    feedback: int
    promises_mine: int
    promises_theirs: int
    promises_kept: int
    given: int
    received: int


def numbers(store: Store, page: Page, people: int, conversations: int, met: int) -> Numbers:
    """How many there are of everything, each counted up to five hundred and one; the first three are known."""
    promise = f"promises WHERE {page.made_with('promises')}"
    insight = INSIGHTS_TOLD.format(page.made_with("insights"))
    theirs = "owed_by = 'them'" if page.audience == "me" else "0"
    counted = {
        "insights": insight,
        "applied": f"{insight} AND value <> 'potential'",
        "goals": "goal WHERE status = 'active'",
        "achieved": f"goal WHERE {ACHIEVED}",
        "feedback": f"feedback_notes WHERE {feedback_told(page)}",
        "promises_mine": f"{promise} AND {MINE} AND {OWED}",
        "promises_theirs": f"{promise} AND {theirs} AND {OWED}",
        "promises_kept": f"{promise} AND {KEPT} AND {page.only(MINE)}",
        "given": f"{helped(page)} AND x.direction = 'given'",
        "received": f"{helped(page)} AND x.direction = 'received'",
    }
    each = ", ".join(map(page.counted, counted.values()))
    found = store.db.execute(f"SELECT {each}", page.days).fetchone()
    known = (min(people, COUNTED + 1), conversations, met)
    return Numbers(*known, *found)
