"""How strong the ties are, and how many of them sleep.

The strength of a tie is made of time, closeness, confiding and mutual service, and weak ones bring what the strong ones
do not know: Granovetter, "The Strength of Weak Ties", American Journal of Sociology 78(6), 1973. Ties that sleep can be
woken, and bring as much: Levin, Walter and Murnighan, "Dormant Ties", Organization Science 22(4), 2011. The points are
ours.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lnet.domain.metrics.measure import PEOPLE_LEAST, Measure, share

YEAR = 365  # days that a frequency is counted over
FREQUENCIES = (1, 3, 12)  # conversations a year from which on there is a point more
KNOWN_DAYS = 2 * YEAR  # from then on somebody is known for long
WEAK_MOST = 3
STRONG_LEAST = 7
WEAK, MODERATE, STRONG = KINDS = ("weak", "moderate", "strong")


class Tie(NamedTuple):
    """What a year tells of a tie.

    `depths`: how many conversations there were of each depth from 1 to 4. `talk` and `help`: whether conversations
    went both ways (one that we both held, or messages from both sides), and whether help did (something given and
    something received). `known_days`: since we know each other.
    """

    depths: tuple[int, int, int, int]
    talk: bool
    help: bool
    known_days: int


def strength(tie: Tie) -> int:
    """Frequency 0–3 + (median depth − 1) 0–3 + two-way 0–2 + known for two years 0–1: from 0 to 9 points.

    Four conversations of depth 3 in a year, mutual, somebody known for three years: 2 + 2 + 1 + 1 = 6, moderate.
    """
    frequency = sum(sum(tie.depths) >= least for least in FREQUENCIES)
    depth = max(0, median_depth(tie.depths) - 1)
    return frequency + depth + tie.talk + tie.help + (tie.known_days >= KNOWN_DAYS)


def median_depth(depths: Sequence[int]) -> int:
    """The median of the depths, the lower one of two, so that points stay whole; 0 for no conversation."""
    middle, passed = (sum(depths) + 1) // 2, 0
    for depth, number in enumerate(depths, 1):
        passed += number
        if passed >= middle > 0:
            return depth
    return 0


def kind(points: int) -> str:
    """ "weak" up to 3 points, "strong" from 7 on, else "moderate"."""
    return WEAK if points <= WEAK_MOST else STRONG if points >= STRONG_LEAST else MODERATE


def tie_mix(ties: Iterable[Tie]) -> dict[str, Measure]:
    """The shares of weak, moderate and strong ties, which sum to 1; from ten people on.

    Ten people of whom seven are weak ties: .7.
    """
    kinds = [kind(strength(tie)) for tie in ties]
    return {each: share(kinds.count(each), len(kinds), PEOPLE_LEAST) for each in KINDS}


def dormant_share(silences: Iterable[tuple[int, int | None]]) -> Measure:
    """Dormant ties / people ever talked to; a share, from ten people on.

    Of each person the days since the last conversation, and after how many the tie is dormant (None: never). Ten
    people of whom three have been silent for longer: .3.
    """
    asleep = [limit is not None and days >= limit for days, limit in silences]
    return share(sum(asleep), len(asleep), PEOPLE_LEAST)
