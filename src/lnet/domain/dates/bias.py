"""Which way an unfinished date leans: `fri` or `12 mar` is past in a log and to come in a promise."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Bias(Enum):
    """PAST for what happened, FUTURE for what is due."""

    PAST = "past"
    FUTURE = "future"


PAST = Bias.PAST
FUTURE = Bias.FUTURE


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: the day it is, the bias, and the order of numeric dates ("dmy", "mdy", "ymd"; None: not said)."""

    today: date
    bias: Bias
    order: str | None = None
