"""The days that do not count."""

from datetime import date
from typing import NamedTuple

from lnet.domain.facts import Away
from lnet.store.connect import Store


class Absence(NamedTuple):
    """Days that do not count, both ends included, by their number in the list."""

    id: int
    from_on: date
    to_on: date

    @property
    def days(self) -> int:
        """How many they are."""
        return (self.to_on - self.from_on).days + 1

    def holds(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.from_on <= day <= self.to_on


def absences(store: Store) -> list[Absence]:
    """Everything that was noted, by its first day."""
    rows = store.db.execute("SELECT id, from_on, to_on FROM away ORDER BY from_on, to_on, id")
    return [Absence(id, date.fromisoformat(first), date.fromisoformat(last)) for id, first, last in rows]


def away_days(store: Store) -> tuple[Away, ...]:
    """The days that do not count."""
    rows = store.db.execute("SELECT from_on, to_on FROM away ORDER BY id")
    return tuple(Away(date.fromisoformat(first), date.fromisoformat(last)) for first, last in rows)
