"""A fresh start, proposed or done, as people read it."""

from lnet.domain.dates import show_day
from lnet.render.human.promise import parties, when
from lnet.render.human.saved import closing
from lnet.render.screen import Screen, Styled, text_of
from lnet.services.fresh_start import FreshStart
from lnet.store.read.promises import Promise

SHOWN = 5  # people who come due first, and goals, by name


def proposed(found: FreshStart, screen: Screen) -> None:
    """What would be done, before it is asked for."""
    screen.line(Styled("A fresh start would mean:", "head"))
    told(found, screen)


def done(found: FreshStart, screen: Screen) -> None:
    """What was done and what stays, and how to take it back; one kind line where nothing was overdue."""
    if not found.changes:
        screen.line("Nothing is overdue: there is nothing to start afresh.")
        promised(found, screen)
        return
    screen.line(Styled("A fresh start.", "head"))
    told(found, screen)
    closing(screen)


def agreed(_: FreshStart, screen: Screen) -> None:
    """It was shown before it was agreed to."""
    screen.line(Styled("A fresh start.", "head"))
    closing(screen)


def told(found: FreshStart, screen: Screen) -> None:
    people(found, screen)
    if found.goals:
        goals = ", ".join(f"g{goal.id} {goal.title}" for goal in found.goals[:SHOWN])
        more = f" and {len(found.goals) - SHOWN} more" if len(found.goals) > SHOWN else ""
        number = "1 goal starts" if len(found.goals) == 1 else f"{len(found.goals)} goals start"
        screen.line(f"{number} again from today: {goals}{more}", indent=2)
    if found.flags:
        number = "1 event flag" if len(found.flags) == 1 else f"{len(found.flags)} event flags"
        screen.line(f"{number} cleared, of events long past", indent=2)
    promised(found, screen)


def people(found: FreshStart, screen: Screen) -> None:
    """How many come due anew, from when to when, and the first of them by name."""
    if not found.people:
        return
    number = "1 person comes" if len(found.people) == 1 else f"{len(found.people)} people come"
    first, last = (show_day(found.people[place].due_on, found.today) for place in (0, -1))
    screen.line(f"{number} due anew, {f'on {first}' if first == last else f'from {first} to {last}'}", indent=2)
    for each in found.people[:SHOWN]:
        screen.line(f"{show_day(each.due_on, found.today):<12}", each.person.name, indent=4)
    if len(found.people) > SHOWN:
        screen.line(Styled(f"and {len(found.people) - SHOWN} more, by turns", "dim"), indent=4)
    screen.line(Styled("their last conversations stay as they are", "dim"), indent=2)


def promised(found: FreshStart, screen: Screen) -> None:
    """What I still owe: a fresh start releases nobody from a promise."""
    if found.promises:
        screen.line("what you promised stays:", indent=2)
    for promise in found.promises:
        screen.line(
            Styled(promise.ref, "ref"), f" {parties(promise)}: {promise.text}", lateness(promise, found), indent=4
        )


def lateness(promise: Promise, found: FreshStart) -> str:
    """ ", by Fri 12 Jun (3 days late)"; nothing for a promise without a day."""
    if promise.due_on is None:
        return ""
    return f", by {show_day(promise.due_on, found.today)} ({text_of(when(promise, found.today))})"
