"""Which way an unfinished date leans: `fri` or `12 mar` is past in a log and to come in a promise."""

from datetime import date
from enum import Enum
from typing import NamedTuple


class Bias(Enum):
    """PAST for what happened, FUTURE for what is due."""

    PAST = "past"
    FUTURE = "future"


PAST = Bias.PAST
FUTURE = Bias.FUTURE


class Reader(NamedTuple):
    """Who reads: the day it is, the bias, and the order of numeric dates ("dmy", "mdy", "ymd"; None: not said)."""

    today: date
    bias: Bias
    order: str | None = None
