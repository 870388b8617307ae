"""Goals, insights and feedback of a period."""

from datetime import date

from lnet.domain.vocabulary import LOOPS
from lnet.store.connect import Store
from lnet.store.read.feedback import FEEDBACK, Feedback
from lnet.store.read.goals import GOALS, Goal
from lnet.store.read.insights import INSIGHTS, NEWEST, Insight
from lnet.store.read.summary.page import UNTOLD, Page

GOALS_MOST = 30
INSIGHTS_MOST = 60
FEEDBACK_MOST = 20
LEARNED = "learned_on BETWEEN ?1 AND ?2"
INSIGHTS_TOLD = f"insights WHERE {LEARNED} AND {{}}"
ACHIEVED = "status = 'achieved' AND closed_on BETWEEN ?1 AND ?2"
# Of the period, or with a loop still open, each by an index; for others what is shareable and has been answered.
FEEDBACK_TOLD = f"""
id IN (SELECT id FROM feedback WHERE loop IN {LOOPS} AND occurred_on BETWEEN ?1 AND ?2
  UNION SELECT id FROM feedback WHERE loop IN ('open', 'acted') AND direction IN ('requested', 'received'))
"""
ANSWERED = "shareable AND (direction <> 'requested' OR loop IN ('acted', 'told'))"
SECRET_STEPS = f"""
SELECT p.goal_id, p.occurred_on, p.text FROM goal_progress p JOIN interaction i ON i.id = p.interaction_id
WHERE {UNTOLD}
"""


def goals(store: Store, page: Page) -> list[Goal]:
    """The active goals by their target, those without one last, then those achieved in the period."""
    order = "status = 'achieved', target_on IS NULL, target_on, id"
    return GOALS.listed(store, f"status = 'active' OR ({ACHIEVED})", page.days, order, GOALS_MOST)


def insights(store: Store, page: Page) -> list[Insight]:
    """What was learned in the period, newest first."""
    where = f"{LEARNED} AND {page.made_with('insights')}"
    return INSIGHTS.listed(store, where, page.days, NEWEST, INSIGHTS_MOST)


def feedback_told(page: Page) -> str:
    """The condition of the feedback told of."""
    return f"{FEEDBACK_TOLD} AND {page.made_with('feedback_notes')} AND {page.only(ANSWERED)}"


def feedback(store: Store, page: Page) -> list[Feedback]:
    """Feedback of the period and what is still open, newest first."""
    return FEEDBACK.listed(store, feedback_told(page), page.days, "occurred_on DESC, id DESC", FEEDBACK_MOST)


def secret_steps(store: Store) -> set[tuple[str, date, str]]:
    """The steps towards goals noted in conversations of which nobody else is told: reference, day, text."""
    return {(f"g{goal}", date.fromisoformat(on), text) for goal, on, text in store.db.execute(SECRET_STEPS)}
