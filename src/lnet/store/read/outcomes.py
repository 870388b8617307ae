"""What a conversation led to: the promises, insights, feedback and help that were recorded with it."""

from typing import NamedTuple

from lnet.store.connect import Store
from lnet.store.read.exchanges import EXCHANGES, Exchange
from lnet.store.read.feedback import FEEDBACK, Feedback
from lnet.store.read.insights import INSIGHTS, Insight
from lnet.store.read.promises import PROMISES, Promise


class Outcomes(NamedTuple):
    """All that came of one conversation, each list in the order in which it was said."""

    promises: tuple[Promise, ...]
    insights: tuple[Insight, ...]
    feedback: tuple[Feedback, ...]
    exchanges: tuple[Exchange, ...]


def outcomes(store: Store, interaction: int) -> Outcomes:
    """What was recorded with a conversation; empty lists where nothing was."""
    made = "id IN (SELECT id FROM {} WHERE interaction_id = ?)"
    return Outcomes(
        tuple(PROMISES.listed(store, made.format("promise"), (interaction,))),
        tuple(INSIGHTS.listed(store, made.format("insight"), (interaction,))),
        tuple(FEEDBACK.listed(store, made.format("feedback"), (interaction,))),
        tuple(EXCHANGES.listed(store, made.format("exchange"), (interaction,))),
    )
