"""Why it might be worth to take somebody into a circle: what speaks for them, in points and in words.

Somebody who shares a topic with one of my goals (4) comes before somebody I talked with lately (3), who comes before
somebody at an organisation where somebody of my circles is (2), or whom I met lately (2). The points add up.
`store.read.triage` ranks everybody by the same sum.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from lnet.domain.dates import show_day_plain

SHARES_GOAL = 4
TALKED = 3
COLLEAGUE = 2
MET = 2
RECENT_DAYS = 90  # for a conversation, and for having met


class Shared(NamedTuple):
    """A topic of somebody that is one of an active goal."""

    topic: str
    goal: str


class Newcomer(NamedTuple):
    """Somebody without a circle, as far as it speaks for or against one.

    `shared` is ordered by goal; `colleague` is somebody of my circles at their organisation, besides `colleagues` more.
    """

    id: int
    uid: str
    name: str
    slug: str
    title: str | None
    organisation: str | None
    location: str | None
    how_met: str | None
    topics: tuple[str, ...]
    met_on: date | None
    created_on: date
    imported_from: str | None
    last_on: date | None
    contact_days: int
    address_book: bool
    shared: tuple[Shared, ...] = ()
    colleague: str | None = None
    colleagues: int = 0


class Reason(NamedTuple):
    """One thing that speaks for somebody: its stable kind ("goal", "talked", "colleague", "met"), points and words."""

    kind: str
    points: int
    text: str


def value(who: Newcomer, today: date) -> int:
    """The points of all that speaks for somebody."""
    return sum(reason.points for reason in reasons(who, today))


def reasons(who: Newcomer, today: date) -> tuple[Reason, ...]:
    """What speaks for somebody, the strongest first; since when they stand here, if nothing else is known."""
    found = sorted(speaking(who, today), key=lambda reason: -reason.points)
    return tuple(found) or (Reason("recorded", 0, recorded(who, today)),)


def speaking(who: Newcomer, today: date) -> Iterator[Reason]:
    """What speaks for somebody; a conversation or a meeting of long ago is told, but counts nothing."""
    if who.shared:
        yield Reason("goal", SHARES_GOAL, shares(who.shared))
    if who.last_on is not None:
        yield Reason("talked", TALKED * lately(who.last_on, today), talked(who, who.last_on, today))
    if who.colleague is not None:
        yield Reason("colleague", COLLEAGUE, at_their_place(who))
    if who.met_on is not None:
        word = "connected" if who.imported_from else "met"
        yield Reason("met", MET * lately(who.met_on, today), f"{word} {show_day_plain(who.met_on, today)}")


def lately(on: date, today: date) -> bool:
    """Whether a day lies in the last ninety."""
    return on >= today - timedelta(days=min(RECENT_DAYS, today.toordinal() - 1))


def shares(shared: tuple[Shared, ...]) -> str:
    """ "shares sql, databases with your goal Read query plans (and 1 more)"."""
    first = shared[0].goal
    topics = dict.fromkeys(each.topic for each in shared if each.goal == first)
    more = len({each.goal for each in shared}) - 1
    return f"shares {', '.join(topics)} with your goal {first}{f' (and {more} more)' if more else ''}"


def talked(who: Newcomer, last_on: date, today: date) -> str:
    """ "talked 3 Jun", "talked on 4 days, last 3 Jun"."""
    last = show_day_plain(last_on, today)
    return f"talked on {who.contact_days} days, last {last}" if who.contact_days > 1 else f"talked {last}"


def at_their_place(who: Newcomer) -> str:
    """ "at ETH, like Ada Lovelace and 2 more"."""
    more = f" and {who.colleagues} more" if who.colleagues else ""
    return f"at {who.organisation}, like {who.colleague}{more}"


def recorded(who: Newcomer, today: date) -> str:
    """ "imported 3 May", "added 3 May"."""
    return f"{'imported' if who.imported_from else 'added'} {show_day_plain(who.created_on, today)}"
