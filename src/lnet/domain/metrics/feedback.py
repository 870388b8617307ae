"""Feedback as a loop: given and received, asked for and got, closed, and how fast.

Who asks learns more than who waits: Ashford and Cummings, "Feedback as an Individual Resource", Organizational Behavior
and Human Performance 32(3), 1983; and feedback only helps where something is done with it: Kluger and DeNisi, "The
Effects of Feedback Interventions on Performance", Psychological Bulletin 119(2), 1996.
"""

from collections.abc import Iterable
from typing import NamedTuple

from lnet.domain.metrics.measure import ACTS_LEAST, Measure, measured, share

GOT = ("told", "acted")  # what was asked and answered
CLOSED = ("told", "declined", "no_answer")


class Notes(NamedTuple):
    """So many notes of feedback of one direction and state; `days` from the note to the end of its loop, if closed."""

    direction: str
    loop: str
    days: int | None = None
    number: int = 1


def given_to_received(notes: Iterable[Notes]) -> Measure:
    """Feedback given / received; a ratio, from five notes of both together on; None if none was received.

    Four given and six received: .667.
    """
    known = list(notes)
    given, received = of(known, "given"), of(known, "received")
    return measured(given + received, ACTS_LEAST, lambda: given / received if received else None)


def asked_and_got(notes: Iterable[Notes]) -> Measure:
    """Of the feedback asked for, how much was answered; a share, from five on. Five asked, four got: .8."""
    asked = [each for each in notes if each.direction == "requested"]
    return share(total(each for each in asked if each.loop in GOT), total(asked))


def loops_closed(notes: Iterable[Notes]) -> Measure:
    """Of the feedback received, how much was told what became of it, or declined; a share, from five on.

    Six received, three told, one declined, one acted on and one open: .667.
    """
    received = [each for each in notes if each.direction == "received"]
    return share(total(each for each in received if each.loop in CLOSED), total(received))


def days_to_close(notes: Iterable[Notes]) -> Measure:
    """The median of the days from feedback received to the end of its loop; from five closed loops on.

    Closed after 2, 3, 10, 14 and 40 days: 10.
    """
    closed = sorted(
        (each.days, each.number) for each in notes
        if each.direction == "received" and each.loop in CLOSED and each.days is not None
    )  # fmt: skip
    n = sum(number for _, number in closed)
    return measured(n, ACTS_LEAST, lambda: (ranked(closed, (n + 1) // 2) + ranked(closed, n // 2 + 1)) / 2)


def of(notes: Iterable[Notes], direction: str) -> int:
    """How many there are of a direction."""
    return total(each for each in notes if each.direction == direction)


def total(notes: Iterable[Notes]) -> int:
    return sum(each.number for each in notes)


def ranked(counted: Iterable[tuple[int, int]], place: int) -> int:
    """The value at a place, counted from 1, of values in order, each with how often it occurs."""
    for value, number in counted:
        place -= number
        if place <= 0:
            return value
    raise IndexError(place)
