"""Whether the people around me all know each other: constraint, effective size, and bridges.

Who stands between groups that do not know each other hears of more, and earlier: Burt, "Structural Holes", 1992. The
graph has me in the centre, tied to everybody; people are tied to each other if I noted that they know each other.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from itertools import chain

from lnet.domain.metrics.measure import PEOPLE_LEAST, Measure, measured

Pairs = Collection[tuple[int, int]]


def constraint(people: int, acquainted: Pairs, least: int = PEOPLE_LEAST) -> Measure:
    """Burt's constraint of me: Σ over people j of (p_j + Σ over q who know j of p_q p_qj)²; hidden under ten people.

    p_j = 1 / people is the part of my ties that goes to j, p_qj = 1 / (1 + people q knows) that of q's. The lower, the
    freer. Four people: .25 without a tie among them, .4062 with one, .7656 if all know each other.
    """
    return measured(people, least, lambda: spent(people, acquainted))


def spent(people: int, acquainted: Pairs) -> float:
    """The constraint, in time linear in people and ties; one person constrains wholly."""
    known = Counter(chain.from_iterable(acquainted))
    through: dict[int, float] = dict.fromkeys(known, 1.0)
    for one, other in acquainted:
        through[one] += 1 / (1 + known[other])
        through[other] += 1 / (1 + known[one])
    alone = people - len(known)  # whom nobody else knows: only the direct tie
    return (alone + sum(each**2 for each in through.values())) / people**2


def effective_size(people: int, acquainted: Pairs, least: int = PEOPLE_LEAST) -> Measure:
    """People − 2 × ties among them / people: how many of them are not redundant; from ten people on.

    Borgatti, "Structural Holes: Unpacking Burt's Redundancy Measures", Connections 20(1), 1997. From 1 to their number.
    Four people: 4 without a tie among them, 3.5 with one, 1 if all know each other.
    """
    return measured(people, least, lambda: people - 2 * len(acquainted) / people)


def bridges(groups: Iterable[Collection[int]], people: int) -> Measure:
    """How many people are my only link to a group (a field, a community), each counted once; from ten people on.

    Of groups with three, one and one member, the two last being one person: 1.
    """
    alone = {who for group in groups if len(group) == 1 for who in group}
    return measured(people, PEOPLE_LEAST, lambda: len(alone))
