"""The pace of all circles, as people read it."""

from collections.abc import Callable
from datetime import date

from lnet.domain.dates import show_day
from lnet.render.human.rows import ROOM
from lnet.render.screen import Column, Screen, Span, Styled
from lnet.services.pace import CirclePace, Held, WholePace

COLUMNS = [
    Column("circle"), Column("people", "right"), Column("every", "right"), Column("a week", "right"),
    Column("a day", "right"),
]  # fmt: skip


def pace(today: date) -> Callable[[WholePace, Screen], None]:
    """A line a circle, all together, and what that comes to; one kind line where nobody has a cadence."""

    def draw(result: WholePace, screen: Screen) -> None:
        if result.circles:
            asked(result, screen)
        else:
            screen.line("No cadence asks for anything yet: lnet contact edit NAME --circle close")
        if result.held:
            screen.line(had(result.held, today))

    return draw


def asked(result: WholePace, screen: Screen) -> None:
    """What the circles ask for, and all of them together."""
    together = ["together", str(result.people), "", *numbers(result)]
    rows: list[list[Span]] = [row(each) for each in result.circles]
    rows.append([Styled(each, "head") for each in together])
    if screen.width < ROOM:
        for circle, people, _, a_week, _ in rows:
            screen.line(circle, ": ", people, ", ", a_week, " a week")
    else:
        screen.table(COLUMNS, rows)
    screen.line(f"That is about {in_words(result.a_day)}.")


def had(held: Held, today: date) -> str:
    """ "Since Fri 1 May you had 12 conversations, 1.8 a week."."""
    number = f"{held.conversations:,} conversation{'' if held.conversations == 1 else 's'}"
    return f"Since {show_day(held.since, today)} you had {number}, {held.a_week:.1f} a week."


def row(circle: CirclePace) -> list[Span]:
    every = {None: "various", 1: "1 day"}.get(circle.every_days, f"{circle.every_days} days")
    return [circle.circle or "no circle", str(circle.people), every, *numbers(circle)]


def numbers(each: CirclePace | WholePace) -> tuple[str, str]:
    """Conversations a week and a day."""
    return f"{each.a_week:.1f}", f"{each.a_day:.2f}"


def in_words(a_day: float) -> str:
    """ "one conversation every 3 days", "2 conversations a day"."""
    if a_day >= 1.5:
        return f"{a_day:,.0f} conversations a day"
    days = round(1 / a_day)
    return "one conversation a day" if days <= 1 else f"one conversation every {days} days"
