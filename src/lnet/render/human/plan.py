"""What is planned, as people read it."""

from collections.abc import Callable, Sequence
from datetime import date

from lnet.render.human.interaction import NONE_PLANNED, first_line
from lnet.render.human.rows import table
from lnet.render.screen import Column, Screen, Span, Styled
from lnet.render.words import words
from lnet.store.read.conversations import Conversation

COLUMNS = (Column("ref", keep=True), Column("when", keep=True), Column("how"), Column("with"), Column("what"))


def listed(today: date) -> Callable[[Sequence[Conversation], Screen], None]:
    """The renderer of what is planned: what is to come, then what has passed, with how to settle it."""

    def draw(plans: Sequence[Conversation], screen: Screen) -> None:
        if not plans:
            screen.line(NONE_PLANNED)
            return
        table(screen, COLUMNS, [row(plan) for plan in plans if plan.occurred_on >= today], main=4)
        for plan in plans:
            if plan.occurred_on < today:
                passed(plan, screen)

    return draw


def row(plan: Conversation) -> list[Span]:
    """One plan of a table."""
    said = " ".join([first_line(plan.summary), *(f"#{topic}" for topic in plan.topics)])
    return [Styled(plan.ref, "ref"), when(plan), words(plan.channel), plan.names or "–", said]


def when(plan: Conversation) -> str:
    """The day, and the time if it has one."""
    return f"{plan.occurred_on.isoformat()} {plan.time or ''}".strip()


def passed(plan: Conversation, screen: Screen) -> None:
    """A plan whose day has passed, and how it may be settled."""
    ref, *rest = row(plan)
    screen.line("passed ", ref, *(span for part in rest if part for span in (" · ", part)))
    screen.line(Styled(f"lnet done {plan.ref} or lnet delete {plan.ref}", "dim"), indent=2)
