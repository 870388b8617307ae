"""Promises, as people read them."""

from collections.abc import Callable, Sequence
from datetime import date

from lnet.domain.dates import show_day
from lnet.domain.vocabulary import PROMISE_OWED
from lnet.render.human.rows import NOTHING, table
from lnet.render.human.saved import closing, nothing_changed
from lnet.render.screen import Column, Screen, Span, Styled
from lnet.services.saved import Saved
from lnet.store.read.promises import Promise


def listed(today: date, *, narrowed: bool = False) -> Callable[[Sequence[Promise], Screen], None]:
    """A table of promises: to or from whom, the day, how far off that is; one kind line for none."""

    def draw(promises: Sequence[Promise], screen: Screen) -> None:
        if not promises:
            screen.line("No promise fits." if narrowed else "Nothing is owed, either way.")
            return
        columns = [Column("ref", keep=True), Column("who"), Column("due", keep=True), Column("when"), Column("promise")]
        table(screen, columns, [row(promise, today) for promise in promises], main=4)

    return draw


def row(promise: Promise, today: date) -> list[Span]:
    due = promise.due_on.isoformat() if promise.due_on else NOTHING
    return [Styled(promise.ref, "ref"), parties(promise), due, when(promise, today), promise.text]


def parties(promise: Promise) -> str:
    """ "to Ada Lovelace" for mine, "from Ada Lovelace" for theirs."""
    return f"{'to' if promise.owed_by == 'me' else 'from'} {promise.contact}"


def when(promise: Promise, today: date) -> Span:
    """How far off the day is while it is owed ("3 days late", "tomorrow"); else what became of it ("kept")."""
    if promise.status not in PROMISE_OWED:
        return promise.status
    if promise.due_on is None:
        return NOTHING
    days = (promise.due_on - today).days
    if days < 0:
        return Styled(f"{-days} {'day' if days == -1 else 'days'} late", "warn")
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def saved(verb: str, today: date) -> Callable[[Saved[Promise], Screen], None]:
    """The renderer for promises just written: what was done ("Kept"), to or from whom, what, by when."""

    def draw(result: Saved[Promise], screen: Screen) -> None:
        for promise in result.things:
            screen.line(
                f"{verb} ", Styled(promise.ref, "ref"), f" · {parties(promise)}: ", Styled(promise.text, "head"),
                Styled(by(promise, today), "dim"),
            )  # fmt: skip
        closing(screen, result.warnings)

    return draw


def edited(today: date) -> Callable[[Saved[Promise] | None, Screen], None]:
    """The renderer for a promise out of the form; None if it was closed as it was."""

    def draw(result: Saved[Promise] | None, screen: Screen) -> None:
        if result is None:
            nothing_changed(screen)
        else:
            saved("Changed", today)(result, screen)

    return draw


def by(promise: Promise, today: date) -> str:
    """ ", by Fri 19 Jun (was Fri 12 Jun)" while it is owed and has a day."""
    if promise.due_on is None or promise.status not in PROMISE_OWED:
        return ""
    moved = promise.was_due_on is not None and promise.was_due_on != promise.due_on
    first = f" (was {show_day(promise.was_due_on, today)})" if promise.was_due_on and moved else ""
    return f", by {show_day(promise.due_on, today)}{first}"


# --- one promise whole ------------------------------------------------------------------------------------------


def pages(promises: Sequence[Promise], today: date, screen: Screen) -> None:
    """One page a promise, a blank line between."""
    for number, promise in enumerate(promises):
        if number:
            screen.line()
        page(promise, today, screen)


def page(promise: Promise, today: date, screen: Screen) -> None:
    """A promise whole, without what it does not have."""
    screen.line(Styled(promise.ref, "ref"), f" · {parties(promise)} · ", promise.status)
    screen.line(Styled(promise.text, "head"), indent=2)
    for label, text in facts(promise, today):
        screen.labelled(Styled(f"{label:<8}", "dim"), text, indent=2)


def facts(promise: Promise, today: date) -> list[tuple[str, Span]]:
    """The days of a promise, each with its label."""
    days = [
        ("made", promise.made_on), ("due", promise.due_on), ("was due", promise.was_due_on),
        ("closed", promise.closed_on),
    ]  # fmt: skip
    known: list[tuple[str, Span]] = [(label, show_day(day, today)) for label, day in days if day]
    return [*known, ("said in", promise.interaction)] if promise.interaction else known
