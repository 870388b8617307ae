"""Away days: holidays and illness stop every clock of the reminder rules."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from itertools import accumulate

from lnet.domain.facts import Away

_LAST_ORDINAL = date.max.toordinal()


class AwayDays:
    """A calendar that leaves the away days out, so that elapsed days are a plain difference of two day numbers.

    Built once from any number of periods, in any order; overlapping ones count once, a period that ends before it
    starts counts for nothing. Without periods a day's number is its ordinal.
    """

    __slots__ = ("_before", "_ends", "_starts")

    def __init__(self, periods: Iterable[Away] = ()) -> None:
        spans = _merged(periods)
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]
        self._before = [0, *accumulate(end - start + 1 for start, end in spans)]

    def number(self, day: date) -> int:
        """How many days that count there are up to `day` itself; an away day has the number of the day before."""
        ordinal = day.toordinal()
        if not self._starts:
            return ordinal
        begun = bisect_right(self._starts, ordinal)
        away = self._before[begun]
        if begun and ordinal < self._ends[begun - 1]:
            away -= self._ends[begun - 1] - ordinal
        return ordinal - away

    def between(self, earlier: date, later: date) -> int:
        """The away days after `earlier` up to and including `later`; 0 if `later` is not later."""
        days = later.toordinal() - earlier.toordinal()
        return max(0, days - (self.number(later) - self.number(earlier)))

    def ordinal_of(self, number: int) -> int:
        """The ordinal of the first day whose number is at least `number`; it may lie outside what `date` can hold."""
        if not self._starts:
            return number
        ordinal = number
        for start, length in zip(self._starts, self._lengths(), strict=True):
            if ordinal < start:
                break
            ordinal += length
        return ordinal

    def day_of(self, number: int) -> date | None:
        """The first day whose number is at least `number`; None if the calendar ends before it comes."""
        ordinal = self.ordinal_of(number)
        return date.fromordinal(max(1, ordinal)) if ordinal <= _LAST_ORDINAL else None

    def _lengths(self) -> Iterable[int]:
        return (after - before for before, after in zip(self._before, self._before[1:], strict=False))


def _merged(periods: Iterable[Away]) -> list[tuple[int, int]]:
    """The periods as ordinals, in order, none touching another."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted((period.from_on.toordinal(), period.to_on.toordinal()) for period in periods):
        if end < start:
            continue
        if spans and start <= spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans
