"""Days in words: what a person types read as a day, and a day shown as a person writes it.

A small English grammar of its own: nothing is guessed, nothing is ever shifted, and what is not understood is refused
by name. The day it is (`today`) is always an argument.
"""

from typing import TYPE_CHECKING

from lnet.domain.dates.shown import counted, days_ago, in_days, lateness, show_day, show_day_plain

if TYPE_CHECKING:
    from lnet.domain.dates.bias import FUTURE, PAST, Bias
    from lnet.domain.dates.durations import is_when, read_days, read_every, read_last, read_when
    from lnet.domain.dates.reading import Found, find_date, read_date

__all__ = [
    "FUTURE",
    "PAST",
    "Bias",
    "Found",
    "counted",
    "days_ago",
    "find_date",
    "in_days",
    "is_when",
    "lateness",
    "read_date",
    "read_days",
    "read_every",
    "read_last",
    "read_when",
    "show_day",
    "show_day_plain",
]

# Every list shows days and few commands read any: the grammar is six of this package's seven milliseconds.
_LOADED_WHEN_ASKED_FOR = {
    **dict.fromkeys(("FUTURE", "PAST", "Bias"), "bias"),
    **dict.fromkeys(("Found", "find_date", "read_date"), "reading"),
    **dict.fromkeys(("is_when", "read_days", "read_every", "read_last", "read_when"), "durations"),
}


def __getattr__(name: str) -> object:
    if name not in _LOADED_WHEN_ASKED_FOR:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_LOADED_WHEN_ASKED_FOR[name]}"), name)
