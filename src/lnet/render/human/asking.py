"""A request for feedback, as people read it: what was noted, and the message that asks."""

from collections.abc import Callable
from datetime import date

from lnet.domain.dates import show_day
from lnet.render.human.feedback import gist, parties
from lnet.render.human.message import lines
from lnet.render.human.saved import closing
from lnet.render.screen import Screen, Styled
from lnet.services.asking import Asked


def asked(today: date) -> Callable[[Asked, Screen], None]:
    """The renderer for a request just noted: the message that asks it, ready to send, and what sends and logs it."""

    def draw(result: Asked, screen: Screen) -> None:
        note = result.saved.things[0]
        screen.line("Noted ", Styled(note.ref, "ref"), f" · {parties(note)}", Styled(f": {gist(note)}", "head"),
                    Styled(f" · {show_day(note.on, today)}", "dim"))  # fmt: skip
        if result.draft:
            screen.line()
            lines(result.draft.message.text, screen)
            screen.line()
            screen.line(Styled(f"to send and log it: lnet draft {note.ref}", "dim"), indent=2)
        closing(screen, result.saved.warnings)

    return draw
