"""Days in words: what a person types read as a day, and a day shown as a person writes it.

A small English grammar of its own: nothing is guessed, nothing is ever shifted, and what is not understood is refused
by name. The day it is (`today`) is always an argument.
"""

from lnet.domain.dates.bias import FUTURE, PAST, Bias
from lnet.domain.dates.durations import read_days, read_every, read_when
from lnet.domain.dates.reading import Found, find_date, read_date
from lnet.domain.dates.shown import show_day, show_day_plain

__all__ = [
    "FUTURE",
    "PAST",
    "Bias",
    "Found",
    "find_date",
    "read_date",
    "read_days",
    "read_every",
    "read_when",
    "show_day",
    "show_day_plain",
]
