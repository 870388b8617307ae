"""What the next month brings, as one audience is told of it."""

from collections.abc import Iterator
from datetime import date

from lnet.domain.calendar_days import shifted
from lnet.services.summary.material import DAYS_AHEAD, Material
from lnet.services.summary.teller import Teller
from lnet.services.summary.values import Coming
from lnet.store.read.conversations import Conversation
from lnet.store.read.promises import Promise
from lnet.store.read.summary.ahead import AHEAD_MOST, Dated

KINDS = ("plan", "promise", "promised", "target", "deadline", "event", "renewal", "mentor_review")


def coming(tell: Teller, material: Material, today: date) -> tuple[Coming, ...]:
    """The days of the next month that bring something, the earliest first; at most fifteen things."""
    found = sorted(each(tell, material, today), key=lambda one: (one.on, KINDS.index(one.kind)))
    return tuple(found[:AHEAD_MOST])


def each(tell: Teller, material: Material, today: date) -> Iterator[Coming]:
    last = shifted(today, DAYS_AHEAD)
    yield from (planned(tell, plan) for plan in material.plans)
    for promise in material.promises:
        if promise.due_on and today <= promise.due_on <= last and (due := owed(tell, promise)):
            yield due
    yield from (dated(tell, day) for day in material.dates)


def planned(tell: Teller, plan: Conversation) -> Coming:
    """A conversation that is planned."""
    names = tuple(tell.discretion.name(who["slug"], who["name"]) for who in plan.participants)
    said = tell.discretion.text(plan.summary, {who["slug"] for who in plan.participants})
    return Coming(plan.occurred_on, "plan", plan.ref, said, names)


def owed(tell: Teller, promise: Promise) -> Coming | None:
    """A promise that falls due."""
    text, name = tell.about(promise.slug, promise.text), tell.discretion.name(promise.slug, promise.contact)
    kind = "promise" if promise.owed_by == "me" else "promised"
    return Coming(promise.due_on, kind, promise.ref, text, (name,)) if text and promise.due_on else None


def dated(tell: Teller, day: Dated) -> Coming:
    """A day in the calendar."""
    names = (tell.discretion.name(day.slug, day.name),) if day.name else ()
    return Coming(day.on, day.kind, day.ref, tell.title(day.title, set()) if day.title else "", names)
