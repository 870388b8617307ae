"""What is unused or thin in a learning network, and one concrete thing to do about each; at most five."""

from lnet.domain.gaps.rules import RULES
from lnet.domain.gaps.situation import Gap, Situation

__all__ = ["MOST", "RULES", "Gap", "Situation", "gaps"]

MOST = 5


def gaps(situation: Situation, most: int = MOST) -> list[Gap]:
    """The suggestions, the most useful first, at most so many; none where there is nobody and no goal yet."""
    if not situation.people and not situation.aims:
        return []
    found = (rule(situation) for rule in RULES)
    return [gap for gap in found if gap is not None][:most]
