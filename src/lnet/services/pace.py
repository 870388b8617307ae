"""The pace that all cadences ask for together: conversations a day and a week, by circle."""

from datetime import date
from typing import Any, NamedTuple

from lnet.domain import spread
from lnet.domain.vocabulary import CIRCLES
from lnet.errors import BadInputError
from lnet.store.connect import Store
from lnet.store.read.pace import asked
from lnet.store.read.stats import days

DAYS_OF_A_WEEK = 7
PLACES = 4  # of the numbers in JSON


class CirclePace(NamedTuple):
    """What a circle asks for (None: people in no circle, by their own cadence); `every_days` if all have the same."""

    circle: str | None
    people: int
    every_days: int | None
    a_day: float

    @property
    def a_week(self) -> float:
        """Conversations a week."""
        return DAYS_OF_A_WEEK * self.a_day

    def as_json(self) -> dict[str, Any]:
        """The circle with its numbers."""
        return {
            "circle": self.circle, "people": self.people, "every_days": self.every_days,
            "a_day": round(self.a_day, PLACES), "a_week": round(self.a_week, PLACES),
        }  # fmt: skip


class Held(NamedTuple):
    """How many conversations there were from a day on, today included, and how many `a_week` that makes."""

    since: date
    conversations: int
    a_week: float

    def as_json(self) -> dict[str, Any]:
        """The day, and the numbers."""
        return self._asdict() | {"a_week": round(self.a_week, PLACES)}


class WholePace(NamedTuple):
    """The circles that ask for anything, inner first, all of them together, and what was `held`, if that was asked."""

    circles: tuple[CirclePace, ...]
    held: Held | None = None

    @property
    def people(self) -> int:
        """How many people have a cadence."""
        return sum(each.people for each in self.circles)

    @property
    def a_day(self) -> float:
        """Conversations a day, in all."""
        return sum(each.a_day for each in self.circles)

    @property
    def a_week(self) -> float:
        """Conversations a week, in all."""
        return DAYS_OF_A_WEEK * self.a_day

    def as_json(self) -> dict[str, Any]:
        """The totals, and the circles as `by_circle`."""
        return {
            "people": self.people, "a_day": round(self.a_day, PLACES), "a_week": round(self.a_week, PLACES),
            "by_circle": self.circles, "held": self.held,
        }  # fmt: skip


def pace(store: Store, since: date | None = None) -> WholePace:
    """What all cadences in force ask for: set by hand, agreed, of the circle, learned. One statement.

    `since`: also how many conversations there were from this day on. Raises BadInputError for a day that lies ahead.
    """
    wanted = asked(store)
    sums = spread.pace(wanted)
    found = []
    for circle in (*CIRCLES, None):
        if circle in sums:
            cadences = {each.every for each in wanted if each.circle == circle}
            only = min(cadences) if len(cadences) == 1 else None
            found.append(CirclePace(circle, sums[circle].people, only, sums[circle].a_day))
    return WholePace(tuple(found), held(store, since) if since else None)


def held(store: Store, since: date) -> Held:
    """The conversations from a day on, as `Held` tells."""
    if since > store.today:
        raise BadInputError(f"pace looks back, and {since} lies ahead")
    number = sum(days(store, since, store.today).values())
    return Held(since, number, DAYS_OF_A_WEEK * number / ((store.today - since).days + 1))
