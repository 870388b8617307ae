"""Nothing falls between: all feedback waits in a list or is closed, and what waits is brought up some day."""

from itertools import product

import pytest

from lnet.domain.feedback_loop import STATES, next_command, state
from lnet.domain.vocabulary import FEEDBACK_DIRECTIONS, LOOPS
from tests.domain.networks import ago, feedback, planned, somebody

# What commands can make: only what was received can be acted on.
WAITING = [("received", "open"), ("received", "acted"), ("requested", "open"), ("given", "open")]
YEAR = range(366)


@pytest.mark.parametrize(("direction", "loop"), [*product(FEEDBACK_DIRECTIONS, LOOPS)])
def test_whatever_a_store_holds_has_a_state(direction: str, loop: str) -> None:
    """Only what has come to its end is closed; everything else names what brings it on."""
    now = state(direction, loop)
    assert now in STATES
    assert (now == "closed") == (loop in ("told", "declined", "no_answer"))
    assert (next_command(now, "f1", "ada") is None) == (now == "closed")


def test_an_action_noted_before_need_not_be_told_again() -> None:
    """What I mean to do is known; the command only says that it is done."""
    assert next_command("to_act", "f1", "ada") == 'lnet feedback act f1 "…"'
    assert next_command("to_act", "f1", "ada", "rehearse") == "lnet feedback act f1"


@pytest.mark.parametrize(("direction", "loop"), WAITING)
def test_what_waits_is_brought_up_on_some_day(direction: str, loop: str) -> None:
    """By the morning's list, and where nothing comes of it by the review; what I gave is asked about once, in time."""
    listed: set[int] = set()
    settled: set[int] = set()
    for days in YEAR:
        plan = planned(somebody(), feedback=(feedback(days, direction, loop=loop),))
        listed.update(days for row in plan.people if row.reasons)
        settled.update(days for row in plan.review if row.reasons)
    assert listed
    assert direction == "given" or max(YEAR) in settled
    first = min(listed)
    gone = {days for days in YEAR if days >= first} - listed - settled
    assert gone == ({days for days in YEAR if days > 28} if direction == "given" else set())


def test_a_day_to_act_by_moves_the_reminder_and_never_ends_it() -> None:
    """However late the day lies, on it and on every day after it there is a reminder or something to settle."""
    for by in (-1, 0, 1, 45, 46, 300):
        plan = planned(somebody(), feedback=(feedback(301, act_by=ago(by)),))
        assert bool([*plan.people, *plan.review]) == (by >= 0)
