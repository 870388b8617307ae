"""Goals: add, look up, move on, rest, end. Every change is one step, undone as one."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from lnet.domain.away import AwayDays
from lnet.domain.facts import Goal as Facts
from lnet.domain.goals import GoalRow, goal_days, is_if_then, stale_goals
from lnet.domain.names import clean, key
from lnet.errors import BadInputError, NotFoundError
from lnet.services.changes import Changes
from lnet.services.names import Who
from lnet.services.references import ref, refs
from lnet.services.saved import Saved, already, get_all, happened
from lnet.store.connect import Store
from lnet.store.journal import Step, step
from lnet.store.read import titles
from lnet.store.read.aims import active_goals
from lnet.store.read.away import away_days
from lnet.store.read.goals import GOALS, Goal
from lnet.store.write import goal as write
from lnet.store.write.line import line_or_none
from lnet.store.write.rows import Value, update
from lnet.store.write.topic import add_topics, remove_topics, topic_name

STATUS_PLACE = {"active": 0, "paused": 1, "achieved": 2, "dropped": 3}

IF_THEN_HINT = "a next step happens more often as: if …, then I …"


class Card(NamedTuple):
    """A goal as it is shown: `state` "fresh", "snoozed", "stale" or "drifted", and `days` since anything moved for it.

    Both are None for a goal that is not active.
    """

    goal: Goal
    state: str | None = None
    days: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The fields of the goal, with its state and days."""
        return self.goal._asdict() | {"state": self.state, "days": self.days}


def cards(store: Store, goals: Iterable[Goal]) -> list[Card]:
    """The goals with their states reckoned, in three statements however many there are."""
    away = AwayDays(away_days(store))
    active = {each.id: each for each in active_goals(store)}
    stale = {row.goal.id: row for row in stale_goals(tuple(active.values()), away, store.today, store.policy)}
    return [card(goal, active, stale, away, store.today) for goal in goals]


def card(goal: Goal, active: Mapping[int, Facts], stale: Mapping[int, GoalRow], away: AwayDays, today: date) -> Card:
    """One goal with its state."""
    if goal.id not in active:
        return Card(goal)
    snoozed = goal.snooze_until is not None and goal.snooze_until > today
    state = stale[goal.id].state if goal.id in stale else "snoozed" if snoozed else "fresh"
    return Card(goal, state, goal_days(active[goal.id], away, today))


def get(store: Store, ids: Sequence[int]) -> tuple[Card, ...]:
    """The cards of these goals, in the order given; raises NotFoundError for an id that is none."""
    return tuple(cards(store, get_all(store, GOALS, "goal", ids)))


def add(store: Store, title: str, changes: Changes) -> Saved[Card]:
    """Add a goal, and warn of others of the same title. Undo removes it. Raises BadInputError for an empty title."""
    alike = [each.id for each in titles.by_start(store, "goal", key(title)) if key(each.title) == key(title)]
    with step(store, "goal add", clean(title)) as open_:
        id = write.add(open_, title)
        apply(open_, id, changes)
    same = (f"the same title as {refs('goal', alike)}",) if alike else ()
    return Saved(get(store, [id]), open_.id, same + hints(changes, []))


def edit(store: Store, ids: Sequence[int], changes: Changes) -> Saved[Card]:
    """Change several goals alike, in one step. Undo sets all of them back. Raises BadInputError for an empty title."""
    before = [card.goal.next_step for card in get(store, ids)] if changes.values.get("next_step") else []
    with step(store, "goal edit", refs("goal", ids)) as open_:
        for id in ids:
            apply(open_, id, changes)
    return Saved(get(store, ids), open_.id, hints(changes, before))


def hints(changes: Changes, before: Sequence[str | None]) -> tuple[str, ...]:
    """A word about a next step that names no moment; none if a step `before` named none either: it was said then."""
    next_step = str(changes.values.get("next_step") or "")
    told = any(step and not is_if_then(step) for step in before)
    return () if not next_step or told or is_if_then(next_step) else (IF_THEN_HINT,)


def apply(open_: Step, id: int, changes: Changes) -> None:
    """Write the changes of one goal; `every_days` must be at least a day."""
    values = {name: line_or_none(value) for name, value in changes.values.items()}
    if values.get("every_days") == 0:
        raise BadInputError("a goal needs a rhythm", "to let it rest: lnet goal pause")
    if "title" in values:
        write.retitle(open_, id, str(values.pop("title") or ""))
    update(open_, "goal", id, **values)
    for who in changes.people:
        write.link_contact(open_, id, who.id)
    for who in changes.no_people:
        write.unlink_contact(open_, id, who.id)
    add_topics(open_, "goal", id, changes.topics)
    remove_topics(open_, "goal", id, changes.no_topics)


def progress(store: Store, id: int, text: str, on: date | None = None) -> Saved[Card]:
    """Note a step forward, today or on its day. Undo takes the note away.

    Raises BadInputError for an empty text, DateError for a day to come.
    """
    day = happened(on, store.today)
    with step(store, "goal progress", f"{ref('goal', id)} {clean(text)}") as open_:
        write.progress(open_, id, text, day)
    return Saved(get(store, [id]), open_.id)


def link(store: Store, id: int, people: Sequence[Who], helps_with: str | None = None) -> Saved[Card]:
    """Link people who help, and with what; a link that is there already gets the new words. Undo takes it back."""
    words = clean(helps_with or "") or None
    with step(store, "goal link", named(id, people)) as open_:
        for who in people:
            write.link_contact(open_, id, who.id, words)
    return Saved(get(store, [id]), open_.id)


def unlink(store: Store, id: int, people: Sequence[Who]) -> Saved[Card]:
    """Take links away. Undo brings them back. Raises NotFoundError for somebody who is not linked."""
    with step(store, "goal link --remove", named(id, people)) as open_:
        for who in people:
            if not write.unlink_contact(open_, id, who.id):
                raise NotFoundError("link", f"{ref('goal', id)} {who.name}")
    return Saved(get(store, [id]), open_.id)


def named(id: int, people: Sequence[Who]) -> str:
    """The goal and the people, as history shows them."""
    return f"{ref('goal', id)} {', '.join(who.slug for who in people)}"


def set_status(store: Store, ids: Sequence[int], status: str, command: str) -> Saved[Card]:
    """Make goals active, paused, achieved or dropped. Undo gives them back the status they had."""
    with step(store, command, refs("goal", ids)) as open_:
        same = [id for id in ids if not write.set_status(open_, id, status)]
    return Saved(get(store, ids), open_.id, already("goal", same, status))


def review(store: Store, ids: Sequence[int]) -> Saved[Card]:
    """Note that goals were looked at today and kept: their days start again. Undo takes that back."""
    with step(store, "goal review", refs("goal", ids)) as open_:
        for id in ids:
            update(open_, "goal", id, reviewed_on=open_.today)
    return Saved(get(store, ids), open_.id)


class Filter(NamedTuple):
    """Which goals a list shows; by default those that are active or paused."""

    status: str | None = None
    area: str | None = None
    topic: str | None = None
    contact: int | None = None
    everything: bool = False

    def where(self) -> tuple[str, list[Value]]:
        """The condition over the view `goals`, and its parameters."""
        terms: list[tuple[str, Value]] = [
            ("status = ?", self.status),
            ("area = ?", self.area),
            ("id IN (SELECT goal_id FROM goal_topic WHERE topic = ?)", topic_name(self.topic) if self.topic else None),
            ("id IN (SELECT goal_id FROM goal_contact WHERE contact_id = ?)", self.contact),
        ]
        used = [(term, value) for term, value in terms if value is not None]
        scope = "1" if self.everything or self.status else "status IN ('active', 'paused')"
        return " AND ".join([scope, *(term for term, _ in used)]), [value for _, value in used]


def listed(store: Store, wanted: Filter, limit: int | None = None) -> list[Card]:
    """The goals of a list: active, paused, achieved, dropped; among the active the longest overdue first."""
    where, parameters = wanted.where()
    return sorted(cards(store, GOALS.listed(store, where, parameters)), key=place)[:limit]


def place(card: Card) -> tuple[int, bool, float, str, int]:
    """By status; what waits before what is snoozed or fresh; then by days over rhythm, title and number."""
    late = -(card.days or 0) / card.goal.every_days
    return STATUS_PLACE[card.goal.status], card.state not in ("stale", "drifted"), late, card.goal.title, card.goal.id
