"""Snoozing: people and goals out of sight until a day, and what still shows through."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from lnet.domain.facts import Promise
from lnet.errors import BadInputError, DateError
from lnet.services.references import Target, ref
from lnet.services.saved import title
from lnet.store.connect import Store
from lnet.store.journal import Step, step
from lnet.store.read import owed, persons, snoozed
from lnet.store.read.snoozed import Planned
from lnet.store.write.rows import update


class Rest(NamedTuple):
    """One person or goal, out of sight until `until` (None: the snooze was ended), and what of them still shows.

    `changed` is False where a snooze was ended that there was not.
    """

    noun: str
    id: int
    name: str
    slug: str | None
    until: date | None
    changed: bool
    promises: tuple[Promise, ...] = ()
    plans: tuple[Planned, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The object of `snooze --json`."""
        own = {"name": self.name, "slug": self.slug}
        if self.noun == "goal":
            own = {"title": self.name, "ref": ref("goal", self.id)}
        shows = [ref("promise", each.id) for each in self.promises] + [each.ref for each in self.plans]
        return {**own, "snooze_until": self.until, "still_shows": shows}


class Snoozed(NamedTuple):
    """What was snoozed or woken, in the order asked for, and the step that undoes all of it."""

    rests: tuple[Rest, ...]
    step: int

    def as_json(self) -> Any:
        """One object for one thing, a list for several; each with the step as `undo`."""
        shown = [rest.as_json() | {"undo": self.step} for rest in self.rests]
        return shown[0] if len(shown) == 1 else shown


def snooze(store: Store, targets: Iterable[Target], until: date | None, words: str) -> Snoozed:
    """Hide people and goals from the list until a day, on which they are back; None ends a snooze at once.

    Undo takes all of it back. Raises BadInputError for what cannot be snoozed, DateError for a day that is not ahead.
    """
    if until is not None and until <= store.today:
        hint = "--clear ends a snooze" if until == store.today else ""
        raise DateError(until.isoformat(), "on the day itself they are back, so it must lie ahead", hint)
    wanted = list(dict.fromkeys(targets))
    with step(store, "snooze", words) as open_:
        changed = [write(open_, target, until) for target in wanted]
    return Snoozed(rests(store, wanted, changed, until), open_.id)


def write(open_: Step, target: Target, until: date | None) -> bool:
    """Set or clear the snooze of one thing; True if anything differed."""
    if target.noun not in ("contact", "goal"):
        named = ref(target.noun, target.id)
        raise BadInputError(f"{named} is nothing to snooze", "snooze a row, a person or a goal")
    return update(
        open_, target.noun, target.id, snooze_until=until, snoozed_on=None if until is None else open_.today
    )  # fmt: skip


def rests(store: Store, targets: Sequence[Target], changed: Sequence[bool], until: date | None) -> tuple[Rest, ...]:
    """What was done to each target; in a fixed number of statements for people, one for each goal."""
    ids = [target.id for target in targets if target.noun == "contact"]
    people = {person.id: person for person in persons.people(store, ids)}
    promises, plans = shown_through(store, ids, until)

    def rest(target: Target, changed: bool) -> Rest:
        if target.noun == "goal":
            return Rest("goal", target.id, title(store, "goal", target.id), None, until, changed)
        who = people[target.id]
        mine = tuple(each for each in promises if each.contact_id == who.id)
        planned = tuple(each for each in plans if each.contact_id == who.id)
        return Rest("contact", who.id, who.name, who.slug, until, changed, mine, planned)

    return tuple(rest(*each) for each in zip(targets, changed, strict=True))


def shown_through(
    store: Store, ids: Sequence[int], until: date | None
) -> tuple[list[Promise], list[Planned]]:  # fmt: skip
    """My open promises to these people that are listed before the day, and the conversations planned up to it."""
    if until is None:
        return [], []
    ahead = timedelta(days=store.policy.promise_ahead)
    mine = [each for each in owed.open_promises(store, ids) if each.owed_by == "me"]
    near = [each for each in mine if each.due_on is None or each.due_on - ahead < until]
    return near, snoozed.plans(store, ids, until)
