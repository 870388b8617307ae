"""What the reminder engine is told about a day, in a fixed number of statements whatever the size of the network."""

from datetime import date
from typing import Any, NamedTuple

from lnet.domain.away import AwayDays
from lnet.domain.calendar_days import shifted
from lnet.domain.facts import Dormant, Facts, Feedback, Meeting, Person, Planned, Promise
from lnet.store.connect import Store
from lnet.store.read.aims import active_goals
from lnet.store.read.away import away_days
from lnet.store.read.drifted import drifted_people
from lnet.store.read.due import due_people
from lnet.store.read.loops import waiting_loops
from lnet.store.read.meetings import open_meetings
from lnet.store.read.occasions import occasions
from lnet.store.read.owed import pressing_promises
from lnet.store.read.persons import day
from lnet.store.read.planned import near_plans, plans_with
from lnet.store.read.pressing import is_plain, most_pressing
from lnet.store.read.ranges import Calendar, among, clocks, coming_due, drifted_ranges, due_ranges
from lnet.store.read.settling import dealt_with
from lnet.store.read.silence import awaited_people, silent_people, special_people


def facts(store: Store, today: date | None = None, *, whole: bool = False) -> Facts:
    """Everything the engine needs for `today` (the store's day if it is not given).

    `whole`: with everybody who is due or has drifted, for lists of all rows; else the numbers beyond the few that could
    be listed are `due_more` and `drifted_more`.
    """
    today = today or store.today
    away = away_days(store)
    calendar = Calendar(today, AwayDays(away), store.policy)
    matters = matters_of(store, today)
    read = everybody if whole else foremost
    crowd = read(store, calendar, matters.people | special_people(store, calendar))
    return Facts(
        people=tuple(crowd.people), promises=tuple(matters.promises), planned=tuple(matters.planned),
        meetings=tuple(matters.meetings), feedback=tuple(matters.feedback), dormant=tuple(crowd.dormant),
        goals=tuple(active_goals(store, today)), occasions=tuple(occasions(store, today)), away=away,
        dealt_with=dealt_with(store, today), due_more=crowd.due_more, drifted_more=crowd.drifted_more,
        **network(store),
    )  # fmt: skip


def facts_ahead(store: Store, days: int) -> Facts:
    """What the next `days` days may bring: the people who come due in them, and all who are silent until then.

    Who is due today already is left out, unless there is another reason to turn to them.
    """
    today, away = store.today, away_days(store)
    now = Calendar(today, AwayDays(away), store.policy)
    then = now._replace(today=shifted(today, days))
    matters = matters_of(store, then.today, today)
    silent, awaited = silent_people(store, now).ids, awaited_people(store, now, days)
    also = {*matters.people, *silent, *awaited, *special_people(store, now)}
    people = due_people(store, coming_due(store, now, then), also, today)
    return Facts(
        people=tuple(people), promises=tuple(matters.promises),
        planned=tuple(plans_with(store, [person.id for person in people])), meetings=tuple(matters.meetings),
        feedback=tuple(matters.feedback), goals=tuple(active_goals(store, today)),
        occasions=tuple(occasions(store, today, days)), away=away,
    )  # fmt: skip


class Matters(NamedTuple):
    """What may be a reason to turn to somebody whatever their clock says."""

    promises: list[Promise]
    planned: list[Planned]
    meetings: list[Meeting]
    feedback: list[Feedback]

    @property
    def people(self) -> set[int]:
        """The ids of all whom it concerns."""
        return {each.contact_id for matter in self for each in matter}


def matters_of(store: Store, today: date, since: date | None = None) -> Matters:
    """What may be a reason on that day, or on any day from `since` until then."""
    return Matters(
        pressing_promises(store, today), near_plans(store, today), open_meetings(store, today),
        waiting_loops(store, today, since),
    )  # fmt: skip


class Crowd(NamedTuple):
    """The people who may be listed, the dormant ties among them, and how many are due or drifted besides."""

    people: list[Person]
    dormant: list[Dormant]
    due_more: int = 0
    drifted_more: int = 0


def everybody(store: Store, calendar: Calendar, known: set[int]) -> Crowd:
    """All who are due, drifted, awaited or known for another reason."""
    due = due_ranges(store, calendar)
    ties = suggestions(store, calendar, silent_people(store, calendar).ids, known)
    also = {*known, *awaited_people(store, calendar), *(tie.contact_id for tie in ties)}
    return Crowd(due_people(store, [*due, *drifted_ranges(due)], also, calendar.today), ties)


def foremost(store: Store, calendar: Calendar, known: set[int]) -> Crowd:
    """Those known for a reason of their own, and of all others only as many as a list may show."""
    due = due_ranges(store, calendar)
    if not is_plain(due, calendar.policy):
        known = known | awaited_people(store, calendar)
    silent = silent_people(store, calendar)
    left_out = silent.clocks | clocks(store, known - silent.ids)
    pressing = most_pressing(store, due, left_out, silent.planned - known, calendar)
    room = calendar.policy.daily_limit - len(pressing.first)
    ties = suggestions(store, calendar, silent.ids, known) if room > 0 else []
    suggested = {tie.contact_id for tie in ties}
    unsure = [each for each in due if not each.sure]
    people = due_people(store, unsure, {*known, *suggested, *pressing.first, *pressing.waiting}, calendar.today)
    fill = drifted_people(store, due, {*left_out, *suggested}, calendar, room)
    _, gone = among(due, left_out | clocks(store, suggested))
    return Crowd(people + fill, ties, pressing.more, pressing.drifted - gone - len(fill))


def suggestions(store: Store, calendar: Calendar, silent: set[int], known: set[int]) -> list[Dormant]:
    """The dormant ties that may be suggested; none but on the day of the week for it."""
    if calendar.today.weekday() != calendar.policy.reconnect_weekday:
        return []
    from lnet.store.read.dormant import dormant

    return dormant(store, calendar, silent, known)


def network(store: Store) -> dict[str, Any]:
    """How large the address book is, whether anybody is in a circle (for a hint), and the newest record's day."""
    book, circled, newest = store.db.execute(
        "SELECT (SELECT count(*) FROM figure WHERE address_book = 1),"
        " EXISTS (SELECT 1 FROM contact WHERE circle IS NOT NULL),"
        " (SELECT day FROM step WHERE kind = 'do' ORDER BY id DESC LIMIT 1)"
    ).fetchone()
    return {"address_book": book, "circled": circled, "last_record_on": day(newest)}
