"""The pace of all circles, as people read it."""

from lnet.render.human.rows import ROOM
from lnet.render.screen import Column, Screen, Span, Styled
from lnet.services.pace import CirclePace, WholePace

COLUMNS = [
    Column("circle"), Column("people", "right"), Column("every", "right"), Column("a week", "right"),
    Column("a day", "right"),
]  # fmt: skip


def pace(result: WholePace, screen: Screen) -> None:
    """A line a circle, all together, and what that comes to; one kind line where nobody has a cadence."""
    if not result.circles:
        screen.line("No cadence asks for anything yet: lnet contact edit NAME --circle close")
        return
    together = ["together", str(result.people), "", *numbers(result)]
    rows: list[list[Span]] = [row(each) for each in result.circles]
    rows.append([Styled(each, "head") for each in together])
    if screen.width < ROOM:
        for circle, people, _, a_week, _ in rows:
            screen.line(circle, ": ", people, ", ", a_week, " a week")
    else:
        screen.table(COLUMNS, rows)
    screen.line(f"That is about {in_words(result.a_day)}.")


def row(circle: CirclePace) -> list[Span]:
    every = {None: "various", 1: "1 day"}.get(circle.every_days, f"{circle.every_days} days")
    return [circle.circle or "no circle", str(circle.people), every, *numbers(circle)]


def numbers(asked: CirclePace | WholePace) -> tuple[str, str]:
    """Conversations a week and a day."""
    return f"{asked.a_week:.1f}", f"{asked.a_day:.2f}"


def in_words(a_day: float) -> str:
    """ "one conversation every 3 days", "2 conversations a day"."""
    if a_day >= 1.5:
        return f"{a_day:,.0f} conversations a day"
    days = round(1 / a_day)
    return "one conversation a day" if days <= 1 else f"one conversation every {days} days"
