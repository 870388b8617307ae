"""What the review asks about, step by step, reckoned anew whenever it is asked for; reading it writes nothing."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from lnet.domain.dates import show_day
from lnet.domain.goals import GoalRow
from lnet.domain.policy import Policy
from lnet.domain.reminders import Plan, plan, to_ask
from lnet.domain.rows import Row, freshest_first
from lnet.domain.rules import Reason
from lnet.domain.upcoming import coming
from lnet.services.references import ref
from lnet.services.review import choices
from lnet.services.review.item import Choice, Item
from lnet.store.connect import Store
from lnet.store.read.facts import facts, facts_ahead
from lnet.store.read.insights import Insight
from lnet.store.read.review import Help, resting, to_apply, to_thank

HELPED = {
    "insight": "you learned from them", "feedback": "they gave you feedback", "exchange": "they helped you",
    "share": "they shared with you",
}  # fmt: skip


class Section(NamedTuple):
    """One step of the review: its stable name, its title, and what there is to look at."""

    step: str
    title: str
    items: tuple[Item, ...]


class Rest(NamedTuple):
    """Somebody who rests after two messages without an answer: said, not asked about."""

    name: str
    slug: str
    until: date


class Agenda(NamedTuple):
    """The steps in their order, also those without anything to look at, and who rests.

    `event`: the reference of the event that is looked back at, if it is not the week.
    """

    as_of: date
    sections: tuple[Section, ...]
    resting: tuple[Rest, ...]
    event: str | None = None

    @property
    def command(self) -> str:
        """The command that goes on with it."""
        return f"lnet review {self.event}" if self.event else "lnet review"

    @property
    def items(self) -> list[Item]:
        """All there is to look at, in order."""
        return [item for section in self.sections for item in section.items]

    def as_json(self) -> dict[str, Any]:
        """The data of `review --json`."""
        steps = [{"step": section.step, "items": section.items} for section in self.sections]
        return {"as_of": self.as_of, "event": self.event, "steps": steps, "resting": self.resting}


def agenda(store: Store) -> Agenda:
    """All there is to look at today, in a fixed number of statements.

    In each step what has waited longest comes first, but for those who drifted: of them the closest and freshest.
    """
    today = plan(facts(store, whole=True), store.today, store.policy)
    reasons = sorted(asked_about(today.review, store), key=lambda reason: (-reason.days, reason.person.id))
    drifts = asked_about(freshest_first(today.review, store.today), store)
    sections = (
        Section("promises", "Promises", of_kind(reasons, "promise", promise)),
        Section("plans", "Plans that passed", each_once(of_kind(reasons, "unlogged", passed_plan))),
        Section("events", "Met at events", of_kind(reasons, "event", meeting)),
        Section("drifted", "Drifted", of_kind(drifts, "cadence", partial(drifted, policy=store.policy))),
        Section("feedback", "Feedback", of_kind(reasons, "feedback", feedback)),
        Section("goals", "Goals", tuple(map(goal, today.goals))),
        Section("insight", "An insight to apply", insight(to_apply(store), store.today)),
        Section("thanks", "Somebody to thank", thanks(to_thank(store), store.today)),
        Section("week", "The week ahead", week(store, today)),
    )
    return Agenda(store.today, sections, tuple(Rest(who.name, who.slug, until) for who, until in resting(store)))


# --- what has left today's list ---------------------------------------------------------------------------------


def asked_about(rows: Iterable[Row], store: Store) -> Iterator[Reason]:
    """What of the rows there is to settle: a drift only if nobody asked about it within the last month."""
    for row in rows:
        for reason in row.reasons:
            if to_ask(row._replace(reasons=(reason,)), store.today, store.policy):
                yield reason


def of_kind(reasons: Iterable[Reason], kind: str, item: Callable[[Reason], Item]) -> tuple[Item, ...]:
    """The items of the reasons of one kind, in their order."""
    return tuple(item(reason) for reason in reasons if reason.kind == kind)


def about(step: str, reason: Reason, id: int, answers: tuple[Choice, ...]) -> Item:
    """The item of a reason and its person."""
    who = reason.person
    return Item(step, id, reason.ref, reason.text, answers, who.id, who.name, who.slug)


def promise(reason: Reason) -> Item:
    """A promise past its time."""
    return about("promises", reason, reason.about.id, choices.PROMISES)


def passed_plan(reason: Reason) -> Item:
    """A plan past its day, whoever was to take part."""
    return about("plans", reason, reason.about.id, choices.PLANS)._replace(contact_id=None)


def each_once(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items, those of one thing with several people as one with all the names."""
    by_id: dict[int, Item] = {}
    for item in items:
        first = by_id.get(item.id)
        by_id[item.id] = item if first is None else first._replace(name=f"{first.name}, {item.name}")
    return tuple(by_id.values())


def meeting(reason: Reason) -> Item:
    """Somebody met at an event too long ago to be listed."""
    return about("events", reason, reason.about.event_id, choices.EVENTS)


def drifted(reason: Reason, policy: Policy) -> Item:
    """Somebody who drifted; twice the rhythm is proposed."""
    more = {"every": f"{2 * reason.about.days}d", "rest": f"{policy.rest_days}d"}
    return about("drifted", reason, reason.person.id, choices.DRIFTED)._replace(more=more)


def feedback(reason: Reason) -> Item:
    """Feedback whose loop has been open for too long."""
    note = reason.about
    received = choices.RECEIVED_AND_ACTED if note.loop == "acted" else choices.RECEIVED
    return about("feedback", reason, note.id, choices.REQUESTED if note.direction == "requested" else received)


# --- what else there is to look at ------------------------------------------------------------------------------


def goal(row: GoalRow) -> Item:
    """A goal for which nothing has moved."""
    number = row.goal.id
    return Item("goals", number, ref("goal", number), row.text, choices.GOALS, name=row.goal.title)


def insight(found: Insight | None, today: date) -> tuple[Item, ...]:
    """The insight of the week, if there is one."""
    if found is None:
        return ()
    text = f"{found.text} ({show_day(found.on, today)})"
    return (Item("insight", found.id, found.ref, text, choices.INSIGHT, name=found.contact, slug=found.slug),)


def thanks(found: Help | None, today: date) -> tuple[Item, ...]:
    """Whom to thank this week, if anybody, and for what."""
    if found is None:
        return ()
    text = f"{HELPED[found.how]} on {show_day(found.on, today)}{': ' if found.text else ''}{found.text}"
    return (Item("thanks", found.contact_id, None, text, choices.THANKS, found.contact_id, found.name, found.slug),)


def week(store: Store, today: Plan) -> tuple[Item, ...]:
    """Who wants a conversation: the first who are due, as many as a day lists, and all who come due within a week."""
    ahead = store.policy.review_ahead
    found = [reason for row in (*today.people, *today.later) for reason in rhythm(row)][: store.policy.daily_limit]
    for day in coming(facts_ahead(store, ahead), store.today, ahead, store.policy):
        found += [reason for row in day.people for reason in rhythm(row)]
    return tuple(to_plan(reason, store.today) for reason in found)


def rhythm(row: Row) -> list[Reason]:
    """Why a row asks for a conversation by a rhythm: one reason or none, and none for who has drifted."""
    return [reason for reason in row.reasons if reason.kind in ("cadence", "mentor") and not reason.drifted]


def to_plan(reason: Reason, today: date) -> Item:
    """Somebody to plan a conversation with."""
    item = about("week", reason, reason.person.id, choices.WEEK)
    return item if reason.today == today else item._replace(text=f"{show_day(reason.today, today)}: {reason.text}")
