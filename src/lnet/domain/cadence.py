"""How often I aim to talk to somebody, how many days have passed, and when that comes due.

All in whole local days. A person's clock starts at the latest of: last conversation, a fresh start, the day they were
added. Away days do not count. Who was never talked to starts at a first-due day instead (see `spread`).
"""

from datetime import date
from functools import cache
from typing import NamedTuple

from lnet.domain.away import AwayDays
from lnet.domain.facts import NEVER, Person
from lnet.domain.policy import Policy


class Cadence(NamedTuple):
    """A conversation every `days` (at least 1); `code` says in one stable word where that comes from.

    `code` is "explicit", "mentor", "circle" or "learned"; `words` say the same to the person.
    """

    days: int
    code: str
    words: str


def cadence(person: Person, policy: Policy) -> Cadence | None:
    """The first that applies of: set by hand, agreed with a mentor, the circle's, learned from the rhythm so far.

    None: no reminders by cadence, because `every_days` is `NEVER` or because nothing says how often.
    """
    if person.every_days is not None:
        return None if person.every_days == NEVER else Cadence(person.every_days, "explicit", "you set this")
    if person.agreed_days:
        return Cadence(person.agreed_days, "mentor", "agreed with your mentor")
    if person.circle is not None:
        return _of_circle(person.circle, circle_days(person.circle, policy))
    return _learned(person, policy)


@cache  # one value a circle instead of one a person: a large network has thousands
def _of_circle(circle: str, days: int) -> Cadence:
    return Cadence(days, "circle", f"{circle} circle")


def circle_days(circle: str, policy: Policy) -> int:
    if circle == "inner":
        return policy.inner_days
    if circle == "close":
        return policy.close_days
    return policy.active_days if circle == "active" else policy.wide_days


def _learned(person: Person, policy: Policy) -> Cadence | None:
    """A quarter more than the median of the last gaps: gaps of 20, 28 and 24 days (twice the median is 48) give 30."""
    if person.contact_days < policy.learned_min_days or person.gap_twice is None:
        return None
    if person.last_on is None or person.first_on is None:
        return None
    if (person.last_on - person.first_on).days < policy.learned_min_span:
        return None
    return Cadence(learned_days(person.gap_twice, policy), "learned", "your usual rhythm")


def learned_days(gap_twice: int, policy: Policy) -> int:
    """The cadence that twice a median gap gives: 48 (gaps of 24 days) gives 30."""
    return min(max(gap_twice * policy.learned_percent // 200, policy.learned_shortest), policy.learned_longest)


def clock_start(person: Person) -> date:
    """The day from which days are counted: the latest of last conversation, fresh start, and the day of being added."""
    start = person.created_on
    if person.last_on is not None and person.last_on > start:
        start = person.last_on
    if person.clock_from is not None and person.clock_from > start:
        start = person.clock_from
    return start


def awaits_first(person: Person) -> bool:
    """Whether the first-due day rules: there is one, and no conversation since the clock was (re)started, if ever."""
    if person.first_due is None:
        return False
    return person.last_on is None or (person.clock_from is not None and person.last_on < person.clock_from)


def elapsed(person: Person, every: int | None, away: AwayDays, today: date) -> int:
    """The days that count for the cadence `every` (None: there is none), never below 0.

    Before a first conversation they are reckoned backwards from the first-due day, so that the person comes due on
    exactly that day: with a cadence of 30 and a first-due day three days ago it is 33.
    """
    if every is not None and person.first_due is not None and awaits_first(person):
        days = every + (today - person.first_due).days
    else:
        days = away.number(today) - away.number(clock_start(person))
    return max(days, 0)


def due_on(person: Person, away: AwayDays, policy: Policy) -> date | None:
    """The first day on which the elapsed days reach the cadence; away days to come push it back.

    None: no cadence, not active (paused, quiet, archived), or beyond the end of the calendar. Snoozes and planned
    conversations do not move it.
    """
    aim = cadence(person, policy)
    if aim is None or person.status != "active":
        return None
    if awaits_first(person):
        return person.first_due
    return away.day_of(away.number(clock_start(person)) + aim.days)


def cutoff(every: int, away: AwayDays, today: date) -> date:
    """The latest clock start for which at least `every` (1 or more) days have passed by `today`.

    So `start <= cutoff(…)` finds who is due by an index range: 30 days on 15 June give 16 May. People who await a
    first conversation are found by `first_due <= today` instead.
    """
    return latest_start(away.number(today) - every, away)


def latest_start(number: int, away: AwayDays) -> date:
    """The latest day whose number among the days that count is at most this one; never before the calendar begins."""
    return date.fromordinal(max(1, away.ordinal_of(number + 1) - 1))


def drift_days(every: int, policy: Policy) -> int:
    """The elapsed days from which a cadence has drifted and is for the review to settle: 30 gives 120."""
    return max(policy.drift_times * every, every + policy.drift_more)


def drift_cutoff(every: int, away: AwayDays, today: date, policy: Policy) -> date:
    """As `cutoff`, for those who have drifted by `today`."""
    return cutoff(drift_days(every, policy), away, today)
