"""A year by day: a column a week, a row a weekday, darker where more was talked. Readable without colour."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from lnet.domain.calendar_days import shifted
from lnet.domain.dates.words import MONTH_NAMES, WEEKDAY_NAMES
from lnet.domain.tallies import mondays
from lnet.render.screen import Screen, Styled

SHADES = "·░▒▓█"
STYLES = ("dim", "dark_green", "green4", "green3", "bright_green")
LABEL = 5  # columns of "Mon" and blanks
IN_A_ROW = (53, 27, 18, 14, 9, 6)  # weeks: a year, halves, thirds, quarters …
BUSY = 0.95  # of the days with any conversation, those up to here tell how much is much


class Heatmap(NamedTuple):
    """The days of a period, both ends included, and how many conversations each saw."""

    days: Mapping[date, int]
    since: date
    until: date


def draw(heat: Heatmap, screen: Screen) -> None:
    """The map, on a narrow terminal in several rows, the earliest first; below it what the shades mean."""
    weeks = mondays(heat.since, heat.until)
    most = next((number for number in IN_A_ROW if number <= screen.width - LABEL), IN_A_ROW[-1])
    steps = thresholds(heat.days)
    for start in range(0, len(weeks), most):
        rows(heat, weeks[start : start + most], steps, screen)
    screen.line(*legend(steps), indent=LABEL)


def rows(heat: Heatmap, weeks: Sequence[date], steps: Sequence[int], screen: Screen) -> None:
    """The months above, then a row for each day of the week."""
    screen.line(" " * LABEL, Styled(months(weeks), "dim"))
    for weekday, name in enumerate(WEEKDAY_NAMES):
        cells = [shade(heat, shifted(week, weekday), steps) for week in weeks]
        screen.line(Styled(f"{name[:3]:<{LABEL}}", "dim"), *joined(cells))


def shade(heat: Heatmap, day: date, steps: Sequence[int]) -> int | None:
    """How dark a day is, 0 to 4; None outside of the period."""
    if not heat.since <= day <= heat.until:
        return None
    return sum(heat.days.get(day, 0) >= step for step in steps)


def thresholds(days: Mapping[date, int]) -> tuple[int, ...]:
    """From how many conversations on a day has each of the four shades: at least 1, 2, 3 and 4.

    A few days far busier than all others do not make all others pale: 95 of 100 days tell how much is much.
    """
    counts = sorted(days.values())
    busy = max(4, counts[min(len(counts) - 1, int(len(counts) * BUSY))] if counts else 0)
    return tuple(1 + (shade - 1) * busy // 4 for shade in range(1, 5))


def joined(shades: Sequence[int | None]) -> Iterator[Styled]:
    """The cells of a row, neighbours of one shade together."""
    for each, run in groupby(shades):
        length = len(list(run))
        yield Styled(" " * length, "") if each is None else Styled(SHADES[each] * length, STYLES[each])


def months(weeks: Sequence[date]) -> str:
    """The names of the months, each above the week in which it begins, as far as there is room."""
    line = ""
    for place, week in enumerate(weeks):
        begins = next((day for day in (shifted(week, number) for number in range(7)) if day.day == 1), None)
        if begins and len(line) <= place and place + 3 <= len(weeks):
            line = f"{line:<{place}}{MONTH_NAMES[begins.month - 1][:3]} "
    return line.rstrip()


def legend(steps: Sequence[int]) -> Iterator[Styled]:
    """What the shades mean: "· none  ░ 1  ▒ 2  ▓ 3  █ 4 or more"."""
    yield Styled(f"{SHADES[0]} none", STYLES[0])
    for each, (low, high) in enumerate(zip(steps, [*(step - 1 for step in steps[1:]), None], strict=True), 1):
        said = f"{low} or more" if high is None else str(low) if low == high else f"{low}–{high}"
        yield Styled(f"  {SHADES[each]}", STYLES[each])
        yield Styled(f" {said}", "dim")
