"""The `[reminders]` table of the configuration: numbers of the reminder rules that somebody wants otherwise."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lnet.domain.policy import Policy
from lnet.errors import BadInputError

# What would divide by zero, or ask of the store's figures what they do not keep, is refused.
LEAST = {
    **dict.fromkeys(("inner_days", "close_days", "active_days", "wide_days", "mentor_days"), 1),
    **dict.fromkeys(("learned_shortest", "learned_longest", "owed_every", "goal_days"), 1),
    "learned_min_days": 4,
    "learned_min_span": 60,
    "learned_percent": 100,
}
MOST = {"learned_longest": 365}
LARGEST = 100_000


def overridden(numbers: Any, path: Path) -> Policy:
    """The rules with these numbers in place of their defaults; raises BadInputError naming what is none of them."""
    if not isinstance(numbers, Mapping):
        raise BadInputError(f"{path}: reminders is a table, such as [reminders] and below it daily_limit = 4")
    for name, number in numbers.items():
        if name not in Policy._fields:
            raise BadInputError(f"{path}: [reminders] has no '{name}'")
        least, most = LEAST.get(name, 0), MOST.get(name, LARGEST)
        if type(number) is not int or not least <= number <= most:
            raise BadInputError(f"{path}: {name} is {number!r}, not a whole number from {least} to {most}")
    return Policy(**numbers)
