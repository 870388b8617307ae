"""The `[reminders]` table of the configuration: numbers of the reminder rules that somebody wants otherwise."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lnet.domain.policy import Policy
from lnet.errors import BadInputError

# What would divide by zero, mean nothing, or ask of the store's figures what they do not keep, is refused.
LEAST = {
    **dict.fromkeys(("inner_days", "close_days", "active_days", "wide_days", "mentor_days"), 1),
    **dict.fromkeys(
        ("learned_shortest", "learned_longest", "owed_every", "goal_days", "snooze_days", "welcome_after"), 1
    ),
    **dict.fromkeys(("drift_times", "goal_drift_times", "dormant_times", "dormant_every", "mentor_percent"), 1),
    "learned_min_days": 4,
    "learned_min_span": 60,
    "learned_percent": 100,
}
MOST = {"learned_longest": 365, "reconnect_weekday": 6, "address_book_birthdays": 1}
LARGEST = 100_000


def bounds(name: str) -> tuple[int, int]:
    """The least and the most that a number of the rules may be."""
    return LEAST.get(name, 0), MOST.get(name, LARGEST)


def complaint(name: str, number: Any) -> str:
    """Why a number of the rules cannot be this one; "" if it can."""
    least, most = bounds(name)
    if type(number) is int and least <= number <= most:
        return ""
    return f"{name} is {number!r}, not a whole number from {least} to {most}"


def overridden(numbers: Any, path: Path) -> Policy:
    """The rules with these numbers in place of their defaults; raises BadInputError naming what is none of them."""
    if not isinstance(numbers, Mapping):
        raise BadInputError(f"{path}: reminders is a table, such as [reminders] and below it daily_limit = 4")
    for name, number in numbers.items():
        if name not in Policy._fields:
            raise BadInputError(f"{path}: [reminders] has no '{name}'{meant(name)}")
        if why := complaint(name, number):
            raise BadInputError(f"{path}: {why}")
    return Policy(**numbers)


def meant(name: str) -> str:
    """ " (did you mean close_days?)"; "" where no number of the rules is called much like it."""
    from difflib import get_close_matches

    close = get_close_matches(name, Policy._fields, n=3, cutoff=0.8)
    return f" (did you mean {' or '.join(close)}?)" if close else ""
