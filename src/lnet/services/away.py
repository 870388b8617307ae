"""Absences: holidays and illness, whose days do not count for any reminder. Each is one step, undone as one."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from lnet.domain.away import AwayDays
from lnet.domain.dates import show_day
from lnet.domain.facts import Away
from lnet.errors import AmbiguousError, BadInputError, NotFoundError
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.read.away import Absence, absences
from lnet.store.read.pace import clocks
from lnet.store.write.rows import delete, insert


class Noted(NamedTuple):
    """An absence just noted or deleted, and the step that takes it back.

    `counted`: how many of its days counted without it. `overlaps`: others that share days with it. `postponed`: how
    many people come due later for it.
    """

    absence: Absence
    step: int
    counted: int
    overlaps: tuple[Absence, ...] = ()
    postponed: int = 0

    def as_json(self) -> dict[str, Any]:
        """The absence, its length, the numbers of those it overlaps, how many it postpones, and the step as `undo`."""
        more = {"overlaps": [each.id for each in self.overlaps], "postponed": self.postponed, "undo": self.step}
        return as_json(self.absence) | more


class Listed(NamedTuple):
    """All absences, by their first day."""

    absences: tuple[Absence, ...]

    def as_json(self) -> list[dict[str, Any]]:
        """A list of objects."""
        return [as_json(each) for each in self.absences]


def as_json(absence: Absence) -> dict[str, Any]:
    """An absence with its length."""
    return absence._asdict() | {"days": absence.days}


def listed(store: Store) -> Listed:
    """Every absence, past and to come."""
    return Listed(tuple(absences(store)))


def add(store: Store, from_on: date, to_on: date) -> Noted:
    """Note that days from one to another (both included) do not count. Undo lets them count again.

    Days that lie in another absence too are left out once. Raises BadInputError if the last comes before the first.
    """
    if to_on < from_on:
        first, last = (show_day(day, store.today) for day in (from_on, to_on))
        raise BadInputError(f"the last day ({last}) lies before the first ({first})")
    others = absences(store)
    late = postponed(store, others, from_on, to_on)
    with step(store, "away", f"{from_on} {to_on}") as open_:
        id = insert(open_, "away", from_on=from_on, to_on=to_on)
    shared = tuple(each for each in others if each.from_on <= to_on and from_on <= each.to_on)
    absence = Absence(id, from_on, to_on)
    return Noted(absence, open_.id, counted(absence, others), shared, late)


def counted(absence: Absence, others: Iterable[Absence]) -> int:
    """How many days of an absence would count without it."""
    away = AwayDays(Away(each.from_on, each.to_on) for each in others)
    return absence.days - away.between(absence.from_on - timedelta(days=1), absence.to_on)


def postponed(store: Store, others: Sequence[Absence], from_on: date, to_on: date) -> int:
    """How many people come due later for an absence: their days run across it."""
    before = [Away(each.from_on, each.to_on) for each in others]
    without, with_it = AwayDays(before), AwayDays([*before, Away(from_on, to_on)])
    late = 0
    for every, base, people in clocks(store):
        if without.day_of(without.number(base) + every) != with_it.day_of(with_it.number(base) + every):
            late += people
    return late


def remove(store: Store, meant: int | date) -> Noted:
    """Delete an absence, by its number or by a day that lies in it. Undo brings it back.

    Raises NotFoundError if there is none, AmbiguousError if the day lies in several.
    """
    every = absences(store)
    absence = find(every, meant, store.today)
    with step(store, "away --delete", f"{absence.from_on} {absence.to_on}") as open_:
        delete(open_, "away", id=absence.id)
    return Noted(absence, open_.id, counted(absence, (each for each in every if each.id != absence.id)))


def find(among: Sequence[Absence], meant: int | date, today: date) -> Absence:
    """The one absence of this number, or in which this day lies."""
    said = str(meant) if isinstance(meant, int) else show_day(meant, today)
    found = [each for each in among if (each.id == meant if isinstance(meant, int) else each.holds(meant))]
    if not found:
        raise NotFoundError("absence", said, hint="lnet away --list shows them")
    if len(found) > 1:
        candidates = [f"{each.id} ({each.from_on} to {each.to_on})" for each in found]
        raise AmbiguousError(said, candidates, "use the number")
    return found[0]
