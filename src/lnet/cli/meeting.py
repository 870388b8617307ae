"""What `lnet event meet` asks of its options and of standard input. Apart from the noun: only this verb loads it."""

import sys
from collections.abc import Sequence

from lnet.cli.settings import can_ask
from lnet.errors import UsageError
from lnet.render.human.meeting import renderer
from lnet.services import meetings
from lnet.services.meetings import Ask, Mark, Meeting
from lnet.services.names import Who
from lnet.store.connect import Store

__all__ = ["mark", "meet", "remove", "renderer", "take_in"]


def mark(follow_up: bool | None, note: str | None) -> Mark:
    """What is noted with each meeting; an empty note clears one that was there."""
    return Mark(follow_up, note)


def meet(store: Store, id: int, names: Sequence[str], marked: Mark, *, create: bool) -> Meeting:
    """Note the people named; unknown names are asked about on a terminal."""
    return meetings.meet(store, id, meetings.named(store, names, create=create, ask=asker()), marked)


def asker() -> Ask | None:
    """Whoever can be asked: the person on the terminal, nobody in a script."""
    if not can_ask():
        return None
    from lnet.cli.prompt import Prompt

    return Prompt()


def remove(store: Store, id: int, people: Sequence[Who], marked: Mark, *, create: bool) -> Meeting:
    """Take meetings away; raises UsageError where something is to be noted with that, and for nobody."""
    if not people:
        raise UsageError("nobody was named")
    if create or marked != Mark():
        raise UsageError("--remove takes a meeting away, and nothing is noted with that")
    return meetings.remove(store, id, people)


def take_in(store: Store, id: int, marked: Mark) -> Meeting:
    """Take in the cards on standard input; raises UsageError if there is none."""
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("- reads cards from standard input, which is a terminal", "one person a line, end with Ctrl-D")
    lines = sys.stdin.read().splitlines()
    if not any(line.strip() for line in lines):
        raise UsageError("standard input holds no card")
    from lnet.services import pocketful

    return pocketful.take_in(store, id, lines, marked)
