"""Whether I do what I said: promises kept by their day.

Trust at work rests on reliability: McAllister, "Affect- and Cognition-Based Trust as Foundations for Interpersonal
Cooperation in Organizations", Academy of Management Journal 38(1), 1995.
"""

from collections.abc import Iterable
from typing import NamedTuple

from lnet.domain.metrics.measure import Measure, share


class Settled(NamedTuple):
    """So many promises with a day that ended alike: `kept` or not, by their day or `late`.

    `late` for a promise still owed means that its day has passed. `moved_late`: it got its new day only after the
    first one had passed (of several new days only the last is known).
    """

    kept: bool
    late: bool
    moved_late: bool
    number: int = 1


def follow_through(promises: Iterable[Settled]) -> Measure:
    """Mine kept by their day, or renegotiated before it and kept by the new one / all that were settled; from five on.

    A promise let go by its day is not counted, one let go later was not kept. Of five, three kept in time, one kept in
    time after a renegotiation in time, one late: .8.
    """
    counted = [each for each in promises if each.kept or each.late]
    held = sum(each.number for each in counted if each.kept and not each.late and not each.moved_late)
    return share(held, sum(each.number for each in counted))
