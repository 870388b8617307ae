"""Absences, as people read them."""

from collections.abc import Callable
from datetime import date

from lnet.domain.dates import show_day
from lnet.render.human.rows import table
from lnet.render.human.saved import closing
from lnet.render.screen import Column, Screen, Span, Styled
from lnet.services.away import Listed, Noted
from lnet.store.read.away import Absence

COLUMNS = [Column("no", "right", keep=True), Column("from"), Column("to"), Column("days", "right"), Column("when")]


def noted(today: date) -> Callable[[Noted, Screen], None]:
    """The renderer for an absence just noted: its days, what that means, and what else covers some of them."""

    def draw(result: Noted, screen: Screen) -> None:
        screen.line("Away ", Styled(period(result.absence, today), "head"))
        screen.line(effect(result), indent=2)
        for other in result.overlaps:
            screen.line(f"{period(other, today)} was noted before; days in both count once", indent=2)
        closing(screen)

    return draw


def effect(result: Noted) -> str:
    """ "16 days do not count; 3 people come due later than without"."""
    days, people = result.counted, result.postponed
    said = "1 day does not count" if days == 1 else f"{days} days do not count"
    if days < result.absence.days:
        said = f"{said} that did before" if days else "no day that was not left out already"
    if not people:
        return said
    comes = "1 person comes" if people == 1 else f"{people} people come"
    return f"{said}; {comes} due later than without"


def deleted(today: date) -> Callable[[Noted, Screen], None]:
    """The renderer for an absence that was deleted."""

    def draw(result: Noted, screen: Screen) -> None:
        days = result.counted
        screen.line("Deleted: away ", Styled(period(result.absence, today), "head"))
        screen.line("1 day counts again" if days == 1 else f"{days} days count again", indent=2)
        closing(screen)

    return draw


def listed(today: date) -> Callable[[Listed, Screen], None]:
    """The renderer for all absences; one kind line for none."""

    def draw(result: Listed, screen: Screen) -> None:
        if not result.absences:
            screen.line("No absence is noted: every day counts.")
        table(screen, COLUMNS, [row(each, today) for each in result.absences], main=1)

    return draw


def row(absence: Absence, today: date) -> list[Span]:
    days = [show_day(day, today) for day in (absence.from_on, absence.to_on)]
    return [Styled(str(absence.id), "ref"), *days, str(absence.days), when(absence, today)]


def when(absence: Absence, today: date) -> str:
    """ "over", "now" or "to come"."""
    if absence.holds(today):
        return "now"
    return "over" if absence.to_on < today else "to come"


def period(absence: Absence, today: date) -> str:
    """ "Sat 1 Aug to Sun 16 Aug", or one day."""
    first, last = (show_day(day, today) for day in (absence.from_on, absence.to_on))
    return first if absence.days == 1 else f"{first} to {last}"
