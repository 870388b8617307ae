"""Bars, sparklines and the heatmap: what they show, at any width and without colour."""

import io
from datetime import date, timedelta

import pytest

from lnet.render.human import heatmap
from lnet.render.human.bars import Bar, bar, bars, sparkline
from lnet.render.human.heatmap import Heatmap, thresholds
from lnet.render.safe import cells
from lnet.render.screen import Plain

TODAY = date(2026, 6, 15)


class Narrow(Plain):
    """A plain screen of some width."""

    def __init__(self, width: int) -> None:
        self.drawn = io.StringIO()
        super().__init__(self.drawn)
        self.width = width

    def lines(self) -> list[str]:
        """What was drawn."""
        return self.drawn.getvalue().splitlines()


@pytest.mark.parametrize(
    ("number", "most", "room", "drawn"),
    [
        (0, 8, 10, ""), (8, 8, 10, "██████████"), (4, 8, 10, "█████"), (1, 8, 10, "█▎"), (1, 1000, 10, "▏"),
        (5, 8, 1, "▋"), (1, 1, 1, "█"),
    ],
)  # fmt: skip
def test_a_bar_is_as_long_as_its_share(number: int, most: int, room: int, drawn: str) -> None:
    """To an eighth of a cell; something for anything, nothing for nothing."""
    assert bar(number, most, room) == drawn


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_bars_fit_and_say_their_number(width: int) -> None:
    """Labels are cut, wide letters count for two, and no line is longer than the terminal."""
    screen = Narrow(width)
    bars([Bar("x" * 300, 1234, "5 people"), Bar("学习" * 30, 7), Bar("a\x1b[31m", 0)], screen)
    assert all(cells(line) <= max(width, 33) for line in screen.lines())
    assert [" ".join(line.split()[1:2]) for line in screen.lines()] == ["1,234", "7", "0"]
    assert "\x1b" not in "".join(screen.lines())


@pytest.mark.parametrize(
    ("numbers", "drawn"),
    [([], ""), ([0, 0], "▁▁"), ([0, 1, 2, 7], "▁▂▃█"), ([0, 1, 100], "▁▂█"), ([5], "█")],
)
def test_a_sparkline_shows_anything_above_nothing(numbers: list[int], drawn: str) -> None:
    """The highest is as high as it gets."""
    assert sparkline(numbers) == drawn


@pytest.mark.parametrize(
    ("counts", "steps"),
    [
        ([], (1, 2, 3, 4)), ([1], (1, 2, 3, 4)), ([3] * 9, (1, 2, 3, 4)), ([8] * 9, (1, 3, 5, 7)),
        ([1] * 99 + [80], (1, 2, 3, 4)),
    ],
)  # fmt: skip
def test_a_shade_says_how_busy_a_day_was(counts: list[int], steps: tuple[int, ...]) -> None:
    """Measured by all but the few busiest days."""
    days = {TODAY - timedelta(days=number): count for number, count in enumerate(counts)}
    assert thresholds(days) == steps


def drawn(width: int, days: dict[date, int], since: date = date(2025, 6, 16)) -> list[str]:
    """The lines of a year's map."""
    screen = Narrow(width)
    heatmap.draw(Heatmap(days, since, TODAY), screen)
    return screen.lines()


@pytest.mark.parametrize(("width", "maps"), [(200, 1), (80, 1), (58, 1), (57, 2), (40, 2), (30, 3), (20, 4)])
def test_a_year_fits_any_terminal(width: int, maps: int) -> None:
    """In as many rows as it takes; the days of all of them are those of the year."""
    lines = drawn(width, {TODAY: 4})
    assert all(len(line) <= width for line in lines if "none" not in line)
    assert sum(line.startswith("Mon") for line in lines) == maps
    cells_of = [line[5:] for line in lines if line[:3] in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")]
    assert sum(each.count("·") for each in cells_of) == 364
    assert sum(each.count("█") for each in cells_of) == 1


def test_a_day_stands_in_its_week_and_under_its_month() -> None:
    """Days outside of the period are blank."""
    lines = drawn(80, {date(2026, 6, 3): 2, date(2026, 6, 15): 1}, since=date(2026, 5, 20))
    assert lines == [
        "       Jun",
        "Mon   ···░",
        "Tue   ···",
        "Wed  ··▒·",
        "Thu  ····",
        "Fri  ····",
        "Sat  ····",
        "Sun  ····",
        "     · none  ░ 1  ▒ 2  ▓ 3  █ 4 or more",
    ]
