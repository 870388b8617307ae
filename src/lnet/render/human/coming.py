"""What the days to come bring, as people read it."""

from collections.abc import Callable
from datetime import date

from lnet.domain import occasions
from lnet.domain.dates import show_day
from lnet.domain.upcoming import Day
from lnet.render.screen import Column, Plain, Screen, Styled
from lnet.services.followups import Morning

PIPED = [Column("date"), Column("who"), Column("why")]


def coming(days: int) -> Callable[[Morning, Screen], None]:
    """The renderer of the next `days` days: each day that brings something, with all that is new on it."""

    def draw(morning: Morning, screen: Screen) -> None:
        if isinstance(screen, Plain):
            rows = [[day.on.isoformat(), *entry] for day in morning.coming or () for entry in entries(day)]
            screen.table(PIPED, rows)
        for day in morning.coming or () if not isinstance(screen, Plain) else ():
            coming_day(day, morning.plan.as_of, screen)
        if not morning.coming:
            screen.line(f"Nothing new in the next {'day' if days == 1 else f'{days} days'}.")

    return draw


def coming_day(day: Day, today: date, screen: Screen) -> None:
    """One day under its own heading."""
    screen.line(Styled(show_day(day.on, today), "head"))
    for who, why in entries(day):
        screen.line(who, f" · {why}" if who else why, indent=2)


def entries(day: Day) -> list[tuple[str, str]]:
    """All that is new on a day: whom or what it is about, and why."""
    people = [(row.person.name, " · ".join(reason.text for reason in row.reasons)) for row in day.people]
    goals = [(f"g{row.goal.id} {row.goal.title}", row.text) for row in day.goals]
    return [*people, *goals, *(("", "".join(occasions.words(each, day.on))) for each in day.dates)]
