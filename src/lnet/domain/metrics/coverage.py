"""Who stands behind the goals: somebody I talk to, more than one voice, a mentor.

People who have several developers learn and move on better than those who have one mentor or none: Higgins and Kram,
"Reconceptualizing Mentoring at Work: A Developmental Network Perspective", Academy of Management Review 26(2), 2001.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lnet.domain.metrics.measure import GOALS_LEAST, Measure, share

CONTACTED_DAYS = 90  # a conversation so many days ago or fewer counts as talking to somebody
VOICES = 2  # people, and organisations, that make a goal robust
MENTOR_ROLES = ("mentor", "advisor", "coach")  # or an agreement that runs


class Helper(NamedTuple):
    """Somebody linked to a goal: where they work ("" for unknown), whether we talked lately, whether they mentor me."""

    organisation: str
    contacted: bool
    mentor: bool


Goals = Sequence[Sequence[Helper]]


def goal_coverage(goals: Goals) -> Measure:
    """Goals with at least one linked person contacted in 90 days / active goals; a share, from one goal on.

    Three goals, of which two have somebody to talk to: .667.
    """
    return share(sum(any(helper.contacted for helper in goal) for goal in goals), len(goals), GOALS_LEAST)


def robust_coverage(goals: Goals) -> Measure:
    """Goals with at least two such people from at least two organisations / active goals; a share, from one goal on.

    An organisation that is not known is none. Three goals, of which one has two voices from two houses: .333.
    """
    return share(sum(map(is_robust, goals)), len(goals), GOALS_LEAST)


def mentor_coverage(goals: Goals) -> Measure:
    """Goals with at least one linked mentor / active goals; a share, from one goal on.

    A mentor is who has that role, or that of an advisor or a coach, or an agreement. Three goals, one with: .333.
    """
    return share(sum(any(helper.mentor for helper in goal) for goal in goals), len(goals), GOALS_LEAST)


def is_robust(goal: Iterable[Helper]) -> bool:
    """Whether a goal does not hang on one person or one house."""
    voices = [helper for helper in goal if helper.contacted]
    return len(voices) >= VOICES and len({each.organisation for each in voices} - {""}) >= VOICES
