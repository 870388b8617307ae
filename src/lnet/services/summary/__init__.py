"""The summary: the network and what came of it in a period, as one reader may see it."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple, TypeVar

from lnet.domain.away import AwayDays
from lnet.domain.goals import GoalRow, stale_goals
from lnet.errors import BadInputError
from lnet.services.discretion import Discretion, discretion
from lnet.services.summary import places
from lnet.services.summary.coming import coming
from lnet.services.summary.gaps import gaps
from lnet.services.summary.material import Material, gather
from lnet.services.summary.picture import picture
from lnet.services.summary.teller import Teller
from lnet.services.summary.values import Aim, Summary
from lnet.store.connect import Store
from lnet.store.read.aims import active_goals
from lnet.store.read.away import away_days
from lnet.store.read.summary import learned, numbers, people, talks
from lnet.store.read.summary.numbers import Numbers
from lnet.store.read.summary.page import COUNTED, ME, Page

DEFAULT_DAYS = 90
Made = TypeVar("Made")
Read = TypeVar("Read")


class Told(NamedTuple):
    """A summary, and the discretion with which it was told."""

    summary: Summary
    discretion: Discretion


def summary(store: Store, since: date | None = None, audience: str = ME) -> Summary:
    """The network as it stands today, and what came of it since a day (90 days ago if it is not given); reads only.

    Raises BadInputError for a day that lies ahead.
    """
    return told(store, page_of(store, since, audience)).summary


def page_of(store: Store, since: date | None, audience: str) -> Page:
    """The page from a day until today; raises BadInputError for a day that lies ahead."""
    if since and since > store.today:
        raise BadInputError(f"a summary looks back, and {since} lies ahead")
    return Page(since or store.today - timedelta(days=DEFAULT_DAYS), store.today, audience)


def told(store: Store, page: Page) -> Told:
    """The summary of a page. Everything is told in the order in which it stands there, so that aliases follow it."""
    read = gather(store, page)
    tell = Teller(discretion(store, page.audience, read.slugs(), read.texts()))
    circles = people.circles(store, page)
    made = Summary(
        as_of=store.today, since=page.since, audience=page.audience, numbers=sizes(store, page, read, circles),
        circles=circles if tell.oneself else {}, goals=goals(store, tell, read),
        insights=each(tell.insight, read.insights), feedback=each(tell.feedback, read.feedback),
        exchanges=each(partial(places.exchange, tell), read.exchanges),
        resources=each(partial(places.resource, tell), read.resources),
        introductions=each(partial(places.introduction, tell), read.introductions),
        events=each(partial(places.event, tell), read.events),
        communities=each(partial(places.community, tell), read.communities),
        projects=each(partial(places.project, tell), read.projects),
        promises=each(partial(places.promise, tell), read.promises),
        kept=each(partial(places.promise, tell), read.kept),
        conversations=each(tell.conversation, read.conversations), people=each(tell.person, read.members),
        topics=each(tell.topic, read.topics), gaps=gaps(store, sum(circles.values())) if tell.oneself else (),
        coming=coming(tell, read, store.today), network=picture(tell, read),
    )  # fmt: skip
    return Told(made, tell.discretion)


def each(tell: Callable[[Read], Made | None], read: Iterable[Read]) -> tuple[Made, ...]:
    """What is told of each of them, without what may not be told at all."""
    return tuple(made for one in read if (made := tell(one)) is not None)


def goals(store: Store, tell: Teller, read: Material) -> tuple[Aim, ...]:
    """The goals; how long one rests is asked for oneself only, which steps are secret for others only."""
    stale: dict[str, GoalRow] = {}
    if tell.oneself:
        away = AwayDays(away_days(store))
        rows = stale_goals(tuple(active_goals(store)), away, store.today, store.policy)
        stale = {f"g{row.goal.id}": row for row in rows}
    secret = set() if tell.oneself else learned.secret_steps(store)
    return tuple(tell.goal(goal, stale.get(goal.ref), secret) for goal in read.goals)


def sizes(store: Store, page: Page, read: Material, circles: dict[str, int]) -> Numbers:
    """How many there are of everything told."""
    met = min(talks.met(store, read.talks), COUNTED + 1)
    return numbers.numbers(store, page, sum(circles.values()), len(read.talks), met)
