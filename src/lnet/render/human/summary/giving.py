"""Giving back: help, resources and introductions, both ways; and promises."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from lnet.domain.dates import show_day, show_day_plain
from lnet.render.human.summary.parts import Part
from lnet.render.human.summary.words import more, name
from lnet.render.markdown import escape
from lnet.services.summary.values import Given, Introduced, Owed, Passed, Summary


def giving(found: Summary) -> Iterator[Part]:
    """What was given, then what was received, newest first."""
    numbers = found.numbers
    things: list[Any] = [*found.exchanges, *found.resources, *found.introductions]
    things.sort(key=lambda each: each.on, reverse=True)
    for title, direction, number in (("Given", "given", numbers.given), ("Received", "received", numbers.received)):
        lines = tuple(line(each, found.as_of) for each in things if each.direction == direction)
        shown = sum(each.direction == direction for each in found.exchanges)
        if lines:
            yield Part(title, lines=lines, more=more(number - shown, "time"))


def line(thing: Given | Passed | Introduced, as_of: date) -> str:
    """One thing given or received."""
    on = show_day_plain(thing.on, as_of)
    if isinstance(thing, Introduced):
        return introduction_line(thing, on)
    who = f"{'to' if thing.direction == 'given' else 'from'} {name(thing.contact)}"
    kind = f"{thing.kind}: " if thing.kind != "other" else ""
    if isinstance(thing, Given):
        return f"{kind}{escape(thing.text)} ({who}, {on})"
    where = f", {escape(thing.url)}" if thing.url and thing.url != thing.title else ""
    return f"{kind}{escape(thing.title)}{where} ({who}, {on})"


def introduction_line(made: Introduced, on: str) -> str:
    """An introduction made, or received."""
    if made.direction == "given":
        return f"introduced {name(made.contact)} and {name(made.other)} ({on})"
    return f"met {name(made.contact)} through {name(made.other)} ({on})"


def promises(found: Summary) -> Iterator[Part]:
    """What is owed, both ways, and what was kept in the period."""
    numbers = found.numbers
    mine = [each for each in found.promises if each.owed_by == "me"]
    theirs = [each for each in found.promises if each.owed_by == "them"]
    groups = (("I promised", mine, numbers.promises_mine), ("Promised to me", theirs, numbers.promises_theirs),
              ("Kept", found.kept, numbers.promises_kept))  # fmt: skip
    for title, owed, number in groups:
        if owed:
            lines = tuple(promise_line(promise, found.as_of) for promise in owed)
            yield Part(title, lines=lines, more=more(number - len(owed), "promise"))


def promise_line(promise: Owed, as_of: date) -> str:
    """One promise, with its day."""
    who = f"{'to' if promise.owed_by == 'me' else 'from'} {name(promise.contact)}"
    day = promise.closed_on or promise.due_on
    when = f", {'on' if promise.closed_on else 'by'} {show_day(day, as_of)}" if day else ""
    return f"{escape(promise.text)} ({who}{when})"
