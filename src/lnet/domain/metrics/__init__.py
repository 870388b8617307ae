"""Network health, formula by formula: pure functions of plain values, never one overall score.

Each gives a `Measure`: the value, how many cases it rests on, and from how many on it says anything.
"""

from lnet.domain.metrics.catalogue import CATALOGUE, Formula
from lnet.domain.metrics.coverage import Helper, goal_coverage, mentor_coverage, robust_coverage
from lnet.domain.metrics.diversity import Categories, blau, categories, category, perspectives, shannon
from lnet.domain.metrics.feedback import Notes, asked_and_got, days_to_close, given_to_received, loops_closed, of
from lnet.domain.metrics.following import Settled, follow_through
from lnet.domain.metrics.holes import bridges, constraint, effective_size
from lnet.domain.metrics.learning import applied_share, challenging_share, learning_yield
from lnet.domain.metrics.measure import Measure
from lnet.domain.metrics.reciprocity import reciprocity
from lnet.domain.metrics.ties import Tie, dormant_share, strength, tie_mix

__all__ = [
    "CATALOGUE", "Categories", "Formula", "Helper", "Measure", "Notes", "Settled", "Tie", "applied_share",
    "asked_and_got", "blau", "bridges", "categories", "category", "challenging_share", "constraint", "days_to_close",
    "dormant_share", "effective_size", "follow_through", "given_to_received", "goal_coverage", "learning_yield",
    "loops_closed", "mentor_coverage", "of", "perspectives", "reciprocity", "robust_coverage", "shannon", "strength",
    "tie_mix",
]  # fmt: skip
