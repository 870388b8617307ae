"""Makes of what was read what one audience is told: promises, help, resources, events, communities, projects."""

from collections.abc import Iterable

from lnet.services.discretion.ledger import SOMEBODY
from lnet.services.summary.teller import Teller
from lnet.services.summary.values import Given, Introduced, Member, Met, Owed, Passed, Place, Work
from lnet.store.read.promises import Promise
from lnet.store.read.summary import giving as read
from lnet.store.read.summary import places
from lnet.store.read.summary.places import CHARTER, There


def promise(tell: Teller, each: Promise) -> Owed | None:
    """A promise."""
    name, text = tell.discretion.name(each.slug, each.contact), tell.about(each.slug, each.text)
    return Owed(each.ref, each.owed_by, name, text, each.due_on, each.closed_on) if text else None


def exchange(tell: Teller, done: read.Exchange) -> Given | None:
    """Help given or received."""
    name, text = tell.discretion.name(done.slug, done.name), tell.about(done.slug, done.text)
    return Given(done.ref, done.on, done.direction, done.kind, name, text) if text else None


def resource(tell: Teller, passed: read.Passed) -> Passed:
    """A resource given or received; an address that names somebody is left out."""
    name, title = tell.discretion.name(passed.slug, passed.name), tell.title(passed.title, {passed.slug})
    told = tell.about(passed.slug, passed.url)
    url = passed.url if told == passed.url else ""
    return Passed(passed.ref, passed.on, passed.direction, passed.kind, name, title, url)


def introduction(tell: Teller, made: read.Introduction) -> Introduced:
    """An introduction."""
    names = tell.discretion.name(made.slug, made.name), tell.discretion.name(made.other_slug, made.other)
    return Introduced(made.on, made.direction, *names)


def members(tell: Teller, people: Iterable[There]) -> tuple[Member, ...]:
    """Who is there, by names that may be told."""
    named = [(tell.discretion.name(who.slug, who.name), tell.about(who.slug, who.role)) for who in people]
    return tuple(Member(*each) for each in named if each[0] != SOMEBODY)


def event(tell: Teller, each: places.Event) -> Met:
    """An event of the period."""
    about = {who.slug for who in each.people}
    name, place = tell.title(each.name, about), tell.discretion.text(each.place, about)
    return Met(f"e{each.id}", name, each.starts_on, each.ends_on, place, members(tell, each.people))


def community(tell: Teller, each: places.Community) -> Place:
    """A community."""
    name = tell.title(each.name, {who.slug for who in each.people})
    own = (each.renews_on, each.last_on) if tell.oneself else (None, None)
    return Place(f"k{each.id}", name, each.kind, *own, members(tell, each.people))


def project(tell: Teller, each: places.Project) -> Work:
    """A project: for the public its purpose and when it is done."""
    about = {who.slug for who in each.people}
    shown = ("purpose", "done_when") if tell.public else [name for name in CHARTER if name != "due_on"]
    title, goal = tell.title(each.title, about), tell.discretion.text(each.goal, about)
    charter = {name: told for name in shown if (told := tell.discretion.text(getattr(each, name), about))}
    missing = tuple(name for name in CHARTER if not getattr(each, name)) if tell.oneself else ()
    looking_back = tell.detail(each.retrospective, about)
    return Work(
        f"j{each.id}", title, each.status, goal, each.due_on, each.closed_on, charter,
        missing if each.status != "closed" else (), looking_back, members(tell, each.people),
    )  # fmt: skip
