"""Events, as people read them."""

from collections.abc import Callable, Sequence
from datetime import date

from lnet.domain.dates import in_days, show_day
from lnet.render.human.rows import NOTHING, ROOM, table
from lnet.render.human.saved import closing, nothing_changed
from lnet.render.screen import Column, Screen, Span, Styled
from lnet.services.saved import Saved
from lnet.store.read.events import Event

Draw = Callable[[Saved[Event], Screen], None]


def days(event: Event, today: date) -> str:
    """ "Fri 19 – Sun 21 Jun", "Mon 15 Jun"; "" for an event without any day."""
    first, last = event.first_on, event.last_on
    if first is None or last is None:
        return ""
    if first == last:
        return show_day(first, today)
    begun = show_day(first, today)
    if (first.year, first.month) == (last.year, last.month):
        begun = " ".join(begun.split()[:2])
    return f"{begun} – {show_day(last, today)}"


def when(event: Event, today: date) -> str:
    """How far off it is: "in 4 days", "now", "3 days ago"; "" for an event without any day."""
    first, last = event.first_on, event.last_on
    if first is None or last is None:
        return ""
    if first <= today <= last:
        return "today" if first == last else "now"
    return in_days(((first if first > today else last) - today).days)


def head(event: Event, today: date) -> list[Span]:
    """ "e3 · PyCon · Fri 19 – Sun 21 Jun · Berlin"."""
    rest = "".join(f" · {part}" for part in (days(event, today), event.place) if part)
    return [Styled(event.ref, "ref"), " · ", Styled(event.name, "head"), rest]


def listed(today: date) -> Callable[[Sequence[Event], Screen], None]:
    """A table of events: when, where, how many were met and flagged; one kind line for none."""

    def draw(events: Sequence[Event], screen: Screen) -> None:
        if not events:
            screen.line('No event yet. Add one: lnet event add "PyCon" --on 2026-07-10 --until 2026-07-12')
            return
        columns = [
            Column("ref", keep=True), Column("event"), Column("days"), Column("when"), Column("place"),
            Column("met", "right", keep=True), Column("flagged", "right", keep=True),
        ]  # fmt: skip
        table(screen, columns, [row(event, today, narrow=screen.width < ROOM) for event in events], main=1)

    return draw


def row(event: Event, today: date, *, narrow: bool) -> list[Span]:
    """The cells of one event; on a narrow terminal the numbers say what they count."""
    met, flagged = str(len(event.attendees)), str(event.flagged)
    if narrow:
        met, flagged = f"{met} met", f"{flagged} flagged"
    return [
        Styled(event.ref, "ref"), event.name, days(event, today) or NOTHING, when(event, today) or NOTHING,
        event.place or NOTHING, met, flagged,
    ]  # fmt: skip


def saved(verb: str, today: date) -> Draw:
    """The renderer for events just written: what was done ("Added"), and to which."""

    def draw(result: Saved[Event], screen: Screen) -> None:
        for event in result.things:
            screen.line(f"{verb} ", *head(event, today))
        closing(screen, result.warnings)

    return draw


def edited(today: date) -> Callable[[Saved[Event] | None, Screen], None]:
    """The renderer for what became of a form; None: it was closed as it was."""

    def draw(result: Saved[Event] | None, screen: Screen) -> None:
        if result is None:
            nothing_changed(screen)
        else:
            saved("Changed", today)(result, screen)

    return draw


def is_over(event: Event, today: date) -> bool:
    """Whether its last day has passed."""
    return event.last_on is not None and event.last_on < today
