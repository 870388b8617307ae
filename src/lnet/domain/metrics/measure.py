"""What every formula gives back: a value with the number of cases it rests on, or too few of them to say anything.

A share of few cases moves by a large step with each one: with five promises one more is worth up to 20 points, with ten
people one more up to 10. Below those numbers nothing is said, whatever the value would be.
"""

from collections.abc import Callable
from typing import NamedTuple

ACTS_LEAST = 5  # promises, notes of feedback, insights, conversations, things given and received
PEOPLE_LEAST = 10  # people, where their number is what is divided by
GOALS_LEAST = 1  # all active goals are known: nothing is estimated


class Measure(NamedTuple):
    """`value` rests on `n` cases; None for fewer than `least`, or where the formula would divide by nothing."""

    n: int
    least: int
    value: float | None

    @property
    def enough(self) -> bool:
        """Whether there is data enough to say something."""
        return self.n >= self.least


def measured(n: int, least: int, value: Callable[[], float | None]) -> Measure:
    """The value, reckoned only where there are cases enough."""
    return Measure(n, least, value() if n >= least else None)


def share(hits: int, n: int, least: int = ACTS_LEAST) -> Measure:
    """How many of `n` cases are hits, from 0 to 1; 4 of 6: .667."""
    return measured(n, max(least, 1), lambda: hits / n)
