"""Where I am, as people read it."""

from collections.abc import Callable
from datetime import date

from lnet.domain.dates import show_day
from lnet.render.human.event import head
from lnet.render.human.saved import closing
from lnet.render.screen import Screen, Styled
from lnet.services.events import There
from lnet.store.read.events import Event

NOWHERE = "You are at no event; a log belongs to one only if it says so. Begin: lnet at EVENT"


def shown(today: date) -> Callable[[There, Screen], None]:
    """The renderer for where I am, and for what became of it."""

    def draw(there: There, screen: Screen) -> None:
        if there.left:
            screen.line(f"No longer at {there.left}.")
        if there.event:
            screen.line("At ", *head(there.event, today))
            screen.line(f"logs belong to it {until(there.event, today)}; unknown names are added and flagged", indent=2)
            screen.line(Styled("lnet at --off ends it", "dim"), indent=2)
        elif not there.left:
            screen.line(NOWHERE)
        if there.step is not None:
            closing(screen)

    return draw


def until(event: Event, today: date) -> str:
    """ "until Sun 21 Jun", or until I say so."""
    if event.last_on is None:
        return "until you leave"
    return "today" if event.last_on == today else f"until {show_day(event.last_on, today)}"
