"""Whether giving and receiving are in balance.

Help is given where it was received, and to others because it was: Gouldner, "The Norm of Reciprocity", American
Sociological Review 25(2), 1960; Baker and Bulkley, "Paying It Forward vs. Rewarding Reputation", Organization Science
25(5), 2014.
"""

from lnet.domain.metrics.measure import ACTS_LEAST, Measure, measured


def reciprocity(given: int, received: int) -> Measure:
    """(given − received) / (given + received), from −1 (I only receive) over 0 to 1 (I only give); from five on.

    Six times given and four times received: .2.
    """
    n = given + received
    return measured(n, ACTS_LEAST, lambda: (given - received) / n)
