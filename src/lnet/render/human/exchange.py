"""Exchanges, as people read them: help given and received."""

from collections.abc import Callable, Sequence
from datetime import date

from lnet.domain.dates import show_day
from lnet.render.human.rows import table
from lnet.render.human.saved import closing, nothing_changed
from lnet.render.screen import Column, Screen, Span, Styled
from lnet.services.saved import Saved
from lnet.store.read.exchanges import Exchange

NOTHING_NOTED = 'Nothing noted yet: lnet exchange add NAME "read my draft" --received'


def listed(*, narrowed: bool = False) -> Callable[[Sequence[Exchange], Screen], None]:
    """A table of exchanges: day, to or from whom, kind, what; one kind line for none."""

    def draw(exchanges: Sequence[Exchange], screen: Screen) -> None:
        if not exchanges:
            screen.line("No exchange fits." if narrowed else NOTHING_NOTED)
            return
        columns = [Column("ref", keep=True), Column("on", keep=True), Column("who"), Column("kind"), Column("help")]
        table(screen, columns, [row(exchange) for exchange in exchanges], main=4)

    return draw


def row(exchange: Exchange) -> list[Span]:
    return [
        Styled(exchange.ref, "ref"), exchange.on.isoformat(), parties(exchange), exchange.kind, exchange.text,
    ]  # fmt: skip


def parties(exchange: Exchange) -> str:
    """ "to Ada Lovelace" for what I gave, "from Ada Lovelace" for what I got."""
    return f"{'to' if exchange.direction == 'given' else 'from'} {exchange.contact}"


def saved(verb: str, today: date) -> Callable[[Saved[Exchange], Screen], None]:
    """The renderer for exchanges just written: what was done ("Noted"), to or from whom, what, when."""

    def draw(result: Saved[Exchange], screen: Screen) -> None:
        for exchange in result.things:
            kind = [] if exchange.kind == "other" else [exchange.kind]
            about = "".join(f" · {part}" for part in (*kind, show_day(exchange.on, today)))
            screen.line(
                f"{verb} ", Styled(exchange.ref, "ref"), f" · {parties(exchange)}: ", Styled(exchange.text, "head"),
                Styled(about, "dim"),
            )  # fmt: skip
        closing(screen, result.warnings)

    return draw


def edited(today: date) -> Callable[[Saved[Exchange] | None, Screen], None]:
    """The renderer for an exchange out of the form; None if it was closed as it was."""

    def draw(result: Saved[Exchange] | None, screen: Screen) -> None:
        if result is None:
            nothing_changed(screen)
        else:
            saved("Changed", today)(result, screen)

    return draw


# --- one exchange whole -----------------------------------------------------------------------------------------


def pages(exchanges: Sequence[Exchange], today: date, screen: Screen) -> None:
    """One page an exchange, a blank line between."""
    for number, exchange in enumerate(exchanges):
        if number:
            screen.line()
        page(exchange, today, screen)


def page(exchange: Exchange, today: date, screen: Screen) -> None:
    """An exchange whole, without what it does not have."""
    day = show_day(exchange.on, today)
    screen.line(Styled(exchange.ref, "ref"), f" · {exchange.kind} · {exchange.direction} {parties(exchange)} · {day}")
    screen.line(Styled(exchange.text, "head"), indent=2)
    if exchange.interaction:
        screen.line(Styled("said in  ", "dim"), exchange.interaction, indent=2)
