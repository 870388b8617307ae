"""Ways to help somebody this week, and who would care about a resource. Read without writing anything."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from lnet.domain.away import AwayDays
from lnet.domain.giving import Way, best_reason_first, chosen, introductions, sharings, tellings
from lnet.store.connect import Store
from lnet.store.read import giving as read
from lnet.store.read.away import away_days
from lnet.store.read.ranges import Calendar
from lnet.store.read.silence import silent_people

CARE_MOST = 3


class Carer(NamedTuple):
    """Somebody who would care about a resource, why, and the command that shares it with them."""

    contact: str
    slug: str
    why: str
    command: str


def give(store: Store, since: date | None = None) -> tuple[Way, ...]:
    """Three ways to help somebody, best first; fewer where there are no more.

    `since`: only with what was saved or learned from this day on.
    """
    things, today = read.things(store, since), store.today
    peers = read.peers(store, things.topics, at_rest(store), everybody=True)
    meetings = introductions(peers, today)[: read.PAIRS_MOST]
    known = read.acquainted(store, [pair(way) for way in meetings])
    ways = [way for way in meetings if pair(way) not in known]
    shared, told = sharings(things.resources, peers, today), tellings(things.insights, peers, today)
    return tuple(chosen([*ways, *shared, *told], today))


def who_would_care(store: Store, id: int) -> tuple[Carer, ...]:
    """Up to three who would care about a resource and have not had it, best reason first."""
    offer = read.resource(store, id)
    peers = read.peers(store, offer.topics, at_rest(store)) if offer.topics else []
    found = best_reason_first(sharings([offer], peers, store.today), store.today)[:CARE_MOST]
    return tuple(Carer(way.people[0].name, way.people[0].slug, way.care.text, way.command) for way in found)


def pair(way: Way) -> tuple[int, int]:
    """The ids of the two of an introduction, the smaller first."""
    first, second = sorted(who.id for who in way.people)
    return first, second


def at_rest(store: Store) -> Collection[int]:
    """Those who are snoozed, or left to rest after messages without an answer.

    Reminders are silent about those who meet me soon, too; they may be helped all the same.
    """
    silent = silent_people(store, Calendar(store.today, AwayDays(away_days(store)), store.policy))
    return silent.ids - silent.planned
