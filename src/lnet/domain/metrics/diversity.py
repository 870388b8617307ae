"""How many different perspectives the people bring: by field, by organisation.

Shannon, "A Mathematical Theory of Communication", Bell System Technical Journal 27, 1948; e^H as an effective number:
Hill, "Diversity and Evenness", Ecology 54(2), 1973; Blau, "Inequality and Heterogeneity", 1977. Whose category is not
known is counted apart, for not known is no category.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import exp, log
from typing import NamedTuple

from lnet.domain.metrics.measure import Measure, measured

DIVERSITY_LEAST = 8  # people whose category is known


class Categories(NamedTuple):
    """How many people are of each category, the largest first, and of how many it is not known."""

    sizes: tuple[int, ...]
    unknown: int


def categories(values: Iterable[str | None]) -> Categories:
    """The sizes of the categories, whatever their capitals and blanks; "" and None are unknown."""
    counted = Counter(category(value) for value in values)
    unknown = counted.pop("", 0)
    return Categories(tuple(sorted(counted.values(), reverse=True)), unknown)


def category(text: str | None) -> str:
    """A field or an organisation as it is compared: " Biology" and "biology" are one."""
    return " ".join((text or "").split()).casefold()


def shannon(sizes: Sequence[int]) -> Measure:
    """H = −Σ p ln p over the shares p of the categories, in nats; 0 where all are of one; from eight people on.

    [6, 3, 2, 1]: 1.199.
    """
    n = sum(sizes)
    return measured(n, DIVERSITY_LEAST, lambda: entropy(sizes, n))


def perspectives(sizes: Sequence[int]) -> Measure:
    """e^H: as many categories of equal size would be as diverse; from 1 to their number; from eight people on.

    [6, 3, 2, 1]: 3.32 of 4.
    """
    n = sum(sizes)
    return measured(n, DIVERSITY_LEAST, lambda: exp(entropy(sizes, n)))


def blau(sizes: Sequence[int]) -> Measure:
    """1 − Σ p²: the chance that two people, drawn with replacement, are of different categories; from eight people on.

    0 where all are of one, always below 1. [6, 3, 2, 1]: .653.
    """
    n = sum(sizes)
    return measured(n, DIVERSITY_LEAST, lambda: 1 - sum((size / n) ** 2 for size in sizes))


def entropy(sizes: Sequence[int], n: int) -> float:
    # Not −Σ p ln p as it stands: that gives −0.0 for one category.
    return sum(size / n * log(n / size) for size in sizes if size)
