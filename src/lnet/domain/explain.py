"""`why`: the whole arithmetic behind somebody's place on the list, or behind their absence from it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from lnet.domain.cadence import Cadence, awaits_first, cadence, clock_start, due_on, elapsed
from lnet.domain.dates import show_day, show_day_plain
from lnet.domain.facts import Facts, Person
from lnet.domain.policy import Policy
from lnet.domain.reminders import Plan, plan
from lnet.domain.rest import resting_until
from lnet.domain.rows import Row
from lnet.domain.rules import RULES, Reason, Situation, situation
from lnet.domain.upcoming import next_listed


class Explanation(NamedTuple):
    """Why a person is or is not on today's list.

    `place`: "listed" or "drifted" (row `number` of today's list), "later" (due, but the list is full), "review" (left
    to it), "muted" (due, but silenced by status, snooze or rest), or "not_due". `elapsed_days` leaves the `away_days`
    out. `reasons` are those that count, `to_settle` those left to the review besides, `muted` those that are silenced.
    `due_on` is None without a cadence. `coming` is what will list them next, on its day; None for those listed. `lines`
    say it all in words, the outcome first.
    """

    person: Person
    place: str
    number: int | None
    score: int
    reasons: tuple[Reason, ...]
    to_settle: tuple[Reason, ...]
    muted: tuple[Reason, ...]
    cadence: Cadence | None
    elapsed_days: int
    away_days: int
    counted_from: date
    due_on: date | None
    coming: Reason | None
    lines: tuple[str, ...]

    def fields(self) -> dict[str, object]:
        """As in JSON."""
        aim, due = self.cadence, self.due_on
        return {
            "id": self.person.id, "uid": self.person.uid, "name": self.person.name, "slug": self.person.slug,
            "place": self.place, "row": self.number, "score": self.score,
            "reasons": [reason.fields() for reason in self.reasons],
            "to_settle": [reason.fields() for reason in self.to_settle],
            "muted": [reason.fields() for reason in self.muted],
            "every_days": aim.days if aim else None, "cadence_from": aim.code if aim else None,
            "elapsed_days": self.elapsed_days, "away_days": self.away_days,
            "counted_from": self.counted_from.isoformat(), "due_on": due.isoformat() if due else None,
            "next_on": self.coming.today.isoformat() if self.coming else None,
            "next_kind": self.coming.kind if self.coming else None,
            "status": self.person.status,
            "snooze_until": self.person.snooze_until.isoformat() if self.person.snooze_until else None,
            "lines": list(self.lines),
        }  # fmt: skip


def explain(facts: Facts, person: Person, today: date, policy: Policy) -> Explanation:
    """Why `person` is where they are in the plan of `facts`; they are added to the facts if they are missing there.

    The outcome is only as true as the facts are whole: everybody who is due must be in them.
    """
    if all(person.id != other.id for other in facts.people):
        facts = facts._replace(people=(*facts.people, person))
    whole = plan(facts, today, policy)
    alone = situation(facts._replace(people=(person,)), today, policy)
    found, muted = _reasons(alone, person)
    place, number, row = _place(whole, person, bool(muted))
    heard = _counting(found, row)
    counting = heard if row is None else row.reasons
    left = tuple(reason for reason in heard if reason not in counting)
    aim = cadence(person, policy)
    days = elapsed(person, aim.days if aim else None, alone.away, today)
    start, due = clock_start(person), due_on(person, alone.away, policy)
    coming = next_listed(facts, person, today, policy) if place in ("not_due", "muted") else None
    lines = (
        *_outcome(whole, place, number), *_passed_over(heard, place, row, today, policy), *_silence(person, today),
        *_worth(counting, left, muted, policy), *_score(row),
        *(line for rule in RULES for line in rule.not_yet(alone, person)), *_clock(alone, person, aim),
        *_coming(coming, due, today),
    )  # fmt: skip
    return Explanation(
        person, place, number, row.score if row else 0, counting, left, muted, aim, days,
        alone.away.between(start, today), start, due, coming, lines,
    )  # fmt: skip


def _reasons(alone: Situation, person: Person) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """The reasons found, by points: those that count, and those that a status or snooze silences."""
    found = [(rule.hears(person, alone), reason) for rule in RULES for reason in rule.find(alone)]
    found.sort(key=lambda pair: -pair[1].points)
    return tuple(reason for heard, reason in found if heard), tuple(reason for heard, reason in found if not heard)


def _counting(found: tuple[Reason, ...], row: Row | None) -> tuple[Reason, ...]:
    """As the plan has it: no suggestion beside another reason, no drift where a suggestion has taken its place."""
    if row is not None and row.kind == "reconnect":
        return tuple(reason for reason in found if not reason.drifted)
    if all(reason.to_settle or reason.kind == "reconnect" for reason in found):
        return found
    return tuple(reason for reason in found if reason.kind != "reconnect")


def _place(whole: Plan, person: Person, muted: bool) -> tuple[str, int | None, Row | None]:
    """Where the person stands in the plan, with the row number on today's list and the row, if there are any."""
    for number, row in enumerate(whole.people, start=1):
        if row.person.id == person.id:
            return "drifted" if row.drifted else "listed", number, row
    for place, rows in (("later", whole.later), ("review", whole.review)):
        for row in rows:
            if row.person.id == person.id:
                return place, None, row
    return "muted" if muted else "not_due", None, None


def _worth(
    counting: tuple[Reason, ...], left: tuple[Reason, ...], muted: tuple[Reason, ...], policy: Policy
) -> Iterator[str]:
    """What each reason is worth, what has left to the review, and what would count if nothing silenced it."""
    for reason in counting:
        yield f"{reason.kind} {reason.points}: {reason.text} ({reason.reckoning(policy)})"
    for reason in left:
        yield f"{reason.kind} is left to the review: {reason.text}"
    for reason in muted:
        yield f"{reason.kind} does not count now: {reason.text}"


def _outcome(whole: Plan, place: str, number: int | None) -> Iterator[str]:
    if place == "listed":
        yield f"row {number} of {len(whole.people)} today"
    elif place == "drifted":
        yield f"row {number} of {len(whole.people)} today, because there was room for those who drifted"
    elif place == "later":
        yield f"due, but for later: {_full(whole)}"
    elif place == "review":
        yield "not on today's list: left to the review"


def _passed_over(heard: tuple[Reason, ...], place: str, row: Row | None, today: date, policy: Policy) -> Iterator[str]:
    """Why somebody with a reason is on no list: nobody is suggested without room, nor asked about again so soon."""
    asked = heard[0].person.asked_on if heard else None
    if any(reason.kind == "reconnect" for reason in heard) and (row is None or row.kind != "reconnect"):
        yield "not suggested today: somebody else is, or the list has no room"
    if place == "not_due" and asked is not None and any(reason.drifted for reason in heard):
        again = show_day(asked + min(timedelta(days=policy.drift_asked_again), date.max - asked), today)
        yield f"not on today's list: the review asked on {show_day(asked, today)}, and asks again from {again} on"


def _full(whole: Plan) -> str:
    """Why there was no place on today's list."""
    chosen = sum(not row.drifted for row in whole.people)
    if chosen + whole.contacted_today < whole.limit:
        return "enough of this kind are listed today"
    dealt = f", {whole.contacted_today} dealt with already" if whole.contacted_today else ""
    return f"today's list is full ({whole.limit} a day{dealt})"


def _silence(person: Person, today: date) -> Iterator[str]:
    """What silences them: status and snooze."""
    if person.status != "active":
        yield {"paused": "paused: no reminders by cadence", "quiet": "quiet: only promises and plans"}.get(
            person.status, f"{person.status}: never listed"
        )
    if person.snooze_until is not None and person.snooze_until > today:
        yield f"snoozed until {show_day(person.snooze_until, today)}: only promises and plans until then"


def _score(row: Row | None) -> Iterator[str]:
    if row is not None and len(row.reasons) > 1:
        points = row.reasons[0].points
        further = len(row.reasons) - 1
        yield f"score {row.score}: {points} + {row.score - points} for {further} further reason{'s' * (further > 1)}"


def _clock(alone: Situation, person: Person, aim: Cadence | None) -> Iterator[str]:
    """How often, counted from when, and when that comes due."""
    if aim is None:
        return
    yield f"every {aim.days} {'day' if aim.days == 1 else 'days'}: {aim.words}"
    yield _counted(alone, person)
    due = due_on(person, alone.away, alone.policy)
    if due is not None and resting_until(person, alone.today, alone.policy) is None:
        yield f"due {'since' if due < alone.today else 'on'} {show_day_plain(due, alone.today)}"


def _coming(coming: Reason | None, due: date | None, today: date) -> Iterator[str]:
    """What will list them and when, where that is another day than the cadence's, or another reason."""
    if coming is not None and (coming.today != due or coming.kind != "cadence"):
        yield f"next on the list on {show_day_plain(coming.today, today)}: {coming.text}"


def _counted(alone: Situation, person: Person) -> str:
    today = alone.today
    if awaits_first(person) and person.first_due is not None:
        since = "no conversation yet" if person.last_on is None else "no conversation since your fresh start"
        return f"{since}; the first is meant for {show_day(person.first_due, today)}"
    start = clock_start(person)
    away = alone.away.between(start, today)
    days = elapsed(person, None, alone.away, today)
    left_out = f", {away} away {'day' if away == 1 else 'days'} left out" if away else ""
    return f"{_began(person, start)} on {show_day(start, today)}: {days} {'day' if days == 1 else 'days'}{left_out}"


def _began(person: Person, start: date) -> str:
    """What the clock was started by."""
    if start == person.last_on:
        return "last conversation"
    return "fresh start" if start == person.clock_from else "added"
