"""What conversations teach, and what becomes of it.

Learning is worth what is done with it: Baldwin and Ford, "Transfer of Training", Personnel Psychology 41(1), 1988. Who
only hears what confirms them learns little: Nickerson, "Confirmation Bias", Review of General Psychology 2(2), 1998.
"""

from lnet.domain.metrics.measure import ACTS_LEAST, Measure, measured, share


def learning_yield(insights: int, conversations: int) -> Measure:
    """Insights from conversations and people / conversations of depth 2 or more; from five conversations on.

    Twelve insights in forty conversations: .3 a conversation.
    """
    return measured(conversations, ACTS_LEAST, lambda: insights / conversations)


def applied_share(applied: int, insights: int) -> Measure:
    """Insights that were applied, or realised their worth / insights; from five on. Three of twelve: .25."""
    return share(applied, insights)


def challenging_share(challenging: int, insights: int) -> Measure:
    """Insights that challenge what I thought, or changed my mind / insights; from five on. Three of twelve: .25.

    One whose stance was not noted counts as not challenging.
    """
    return share(challenging, insights)
