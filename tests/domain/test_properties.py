"""What holds for every network, day and policy: nothing depends on the order of the facts, budgets hold, no number is
too large."""

import itertools
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lnet.cli.policy import LARGEST, LEAST, MOST, overridden
from lnet.domain.cadence import cadence, elapsed
from lnet.domain.explain import explain
from lnet.domain.facts import Facts, Person
from lnet.domain.policy import Policy
from lnet.domain.reminders import Plan, plan
from lnet.domain.rows import CIRCLE_RANK, Row, rotation
from lnet.domain.rules import RANK, RULES, situation
from lnet.domain.upcoming import as_of, coming, next_listed
from tests.domain.networks import FURTHEST, POLICY, all_days, days, mondays, networks, people
from tests.examples import examples

a_day = mondays | days


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Any numbers that the settings take: the least, the most, and some between; or the default."""
    numbers: dict[str, int] = {}
    for name in Policy._fields:
        least, most = LEAST.get(name, 0), MOST.get(name, LARGEST)
        wanted = draw(st.sampled_from([least, None, None, None, least + 1, most]))
        if wanted is not None:
            numbers[name] = wanted
    return overridden(numbers, Path("config.toml"))


def rows_of(found: Plan) -> tuple[Row, ...]:
    """All rows, wherever they are."""
    return (*found.people, *found.later, *found.review)


@given(networks(), a_day, st.randoms(use_true_random=False))
def test_the_order_of_the_facts_does_not_matter(facts: Facts, today: date, chance: Any) -> None:
    """The same facts give the same plan, every time and whatever order they come in."""
    shuffled: dict[str, Any] = {}
    for name, values in zip(facts._fields, facts, strict=True):
        if isinstance(values, tuple):
            shuffled[name] = tuple(chance.sample(values, len(values)))
    assert plan(facts, today, POLICY) == plan(facts, today, POLICY) == plan(facts._replace(**shuffled), today, POLICY)


@given(networks(), a_day, st.integers(0, 9))
def test_budget_and_quotas(facts: Facts, today: date, limit: int) -> None:
    """Only what must be shown exceeds the budget; no kind takes more rows than it may; nobody waits for want of room
    where there is room, but for a kind that has had its rows."""
    found = plan(facts, today, POLICY._replace(daily_limit=limit))
    budget = max(0, limit - len(facts.dealt_with))
    always = [row for row in found.people if row.always]
    assert len(found.people) <= max(budget, len(always))
    chosen = [row for row in found.people if not row.always and not row.drifted]
    for kinds, most in ((("event",), 3), (("owed", "waiting"), 1), (("reconnect",), 1)):
        led = sum(row.kind in kinds for row in chosen)
        assert led + sum(row.kind in kinds for row in always) <= max(most, sum(row.kind in kinds for row in always))
    if len(found.people) < budget:
        assert {row.kind for row in found.later} <= {"owed", "waiting", "event"}
    assert not any(row.always for row in found.later)
    assert "reconnect" not in {row.kind for row in found.later}


@given(networks(), a_day)
def test_what_must_be_shown_is_shown(facts: Facts, today: date) -> None:
    """My promises due today or late, and what is planned for today, are on the list, dealt with or not."""
    full = facts._replace(dealt_with=frozenset(range(100, 110)))
    found = plan(full, today, POLICY)
    shown = {reason.ref for row in found.people for reason in row.reasons}
    heard = {person.id for person in facts.people if person.status != "archived"}
    due = {f"i{each.id}" for each in facts.planned if each.on == today and each.contact_id in heard}
    for each in facts.promises:
        late = (today - (each.due_on or each.made_on + timedelta(days=14))).days
        if each.owed_by == "me" and 0 <= late <= 21 and each.contact_id in heard:
            due.add(f"p{each.id}")
    assert due <= shown


@given(networks(), a_day)
def test_snoozed_people_are_left_alone(facts: Facts, today: date) -> None:
    """Nobody snoozed or quiet is anywhere in a plan, but for promises and plans; nobody archived at all."""
    for row in rows_of(plan(facts, today, POLICY)):
        person = row.person
        if person.status == "quiet" or (person.snooze_until is not None and person.snooze_until > today):
            assert {reason.kind for reason in row.reasons} <= {"promise", "prep"}
        if person.status == "paused":
            assert not {reason.kind for reason in row.reasons} & {"cadence", "mentor", "reconnect"}
        assert person.status != "archived"


@given(networks(), a_day, st.integers(1, 8))
def test_who_was_talked_to_today_is_not_due(facts: Facts, today: date, identity: int) -> None:
    """A conversation of today takes a person off the list for their cadence, their agreement and as dormant."""
    talked = tuple(
        each._replace(
            last_on=today, first_on=each.first_on or today, contact_days=each.contact_days + 1, sent_from=None,
            sent_on=None, clock_from=min(each.clock_from, today) if each.clock_from else None,
        ) if each.id == identity else each
        for each in facts.people
    )  # fmt: skip
    for row in rows_of(plan(facts._replace(people=talked), today, POLICY)):
        if row.person.id == identity:
            assert not {reason.kind for reason in row.reasons} & {"cadence", "mentor", "waiting", "reconnect"}


@given(networks(), a_day)
def test_everybody_due_is_somewhere(facts: Facts, today: date) -> None:
    """Who is due is on the list or waits for later, once; a larger limit only moves people from one to the other."""
    found = plan(facts, today, POLICY)
    generous = plan(facts, today, POLICY._replace(daily_limit=99))

    def due(rows: Plan) -> list[int]:
        return [row.person.id for row in (*rows.people, *rows.later) if not row.drifted and row.kind != "reconnect"]

    assert len(due(found)) == len(set(due(found)))
    assert set(due(found)) == set(due(generous))
    listed = [row.person.id for row in found.people]
    assert len(listed) == len(set(listed))
    assert not set(listed) & {row.person.id for row in found.later}


@given(networks(), people(identity=50), a_day)
def test_adding_somebody_changes_nobody_else(facts: Facts, newcomer: Person, today: date) -> None:
    """Another person changes nobody else's score, nor the order of the others."""
    everybody = POLICY._replace(
        daily_limit=99, waiting_and_owed_most=99, event_most=99, reconnect_most=99
    )  # fmt: skip
    before = plan(facts, today, everybody)
    after = plan(facts._replace(people=(*facts.people, newcomer)), today, everybody)
    for lists in zip((before.people, before.review), (after.people, after.review), strict=True):
        assert lists[0] == tuple(row for row in lists[1] if row.person.id != 50)


@given(networks(), a_day)
def test_rows_are_in_one_order_and_no_other(facts: Facts, today: date) -> None:
    """Score, kind, circle, whose turn it is, id: no two rows are equal, and drifted people come after all others."""
    found = plan(facts, today, POLICY)

    def place(row: Row) -> tuple[int, ...]:
        who = row.person
        return -row.score, RANK[row.kind], CIRCLE_RANK[who.circle], rotation(today, who.id), who.id

    for rows in ([row for row in found.people if not row.drifted], found.later, found.review):
        places = [place(row) for row in rows]
        assert all(one < other for one, other in itertools.pairwise(places))
        assert all(0 < row.score <= 100 for row in rows)
    assert sorted(row.drifted for row in found.people) == [row.drifted for row in found.people]


@given(networks(), a_day)
def test_elapsed_days_are_never_negative(facts: Facts, today: date) -> None:
    """Whatever lies in the future, no fewer than no days have passed."""
    day = situation(facts, today, POLICY)
    for person in facts.people:
        aim = cadence(person, POLICY)
        assert elapsed(person, aim.days if aim else None, day.away, today) >= 0


@given(networks(when=FURTHEST), all_days, policies())
def test_no_day_and_no_number_is_too_far(facts: Facts, today: date, policy: Policy) -> None:
    """From the year 1 to the year 9999, whatever the policy says, there is a plan, in words and as JSON; and the days
    to come end with the calendar."""
    found = plan(facts, today, policy)
    for row in rows_of(found):
        assert row.fields()
        assert all(reason.text and reason.reckoning(policy) for reason in row.reasons)
    assert all(row.text for row in found.goals)
    coming(facts, today, 2, policy)


@examples(60)
@given(networks(), people(identity=50), a_day, st.booleans())
def test_why_agrees_with_the_plan(facts: Facts, stranger: Person, today: date, known: bool) -> None:
    """`why` gives the place, row number and score of the plan, and the reasons of the row that they have there."""
    person = facts.people[0] if known and facts.people else stranger
    whole = plan(facts if person is not stranger else facts._replace(people=(*facts.people, stranger)), today, POLICY)
    found = explain(facts, person, today, POLICY)
    rows = {row.person.id: (number, row) for number, row in enumerate(whole.people, start=1)}
    assert (found.place in {"listed", "drifted"}) == (person.id in rows)
    later = {row.person.id: row for row in whole.later}
    assert (found.place == "later") == (person.id in later)
    if found.place in {"listed", "later"}:
        row = rows[person.id][1] if found.place == "listed" else later[person.id]
        assert (found.number, found.score) == (rows.get(person.id, (None,))[0], row.score)
        assert row.reasons == tuple(reason for reason in found.reasons if not reason.to_settle)
    assert found.lines


@examples(60)
@given(networks(), people(), a_day)
def test_the_day_that_why_names_is_the_day_of_the_list(facts: Facts, person: Person, today: date) -> None:
    """On the day that is named the person is listed for that reason, and on no day before; without a named day on none
    at all."""
    alone = Facts(
        people=(person._replace(planned_on=None),), promises=facts.promises, meetings=facts.meetings,
        feedback=facts.feedback, away=facts.away,
    )  # fmt: skip
    first = next_listed(alone, alone.people[0], today, POLICY)
    until = 100 if first is None else (first.today - today).days
    for ahead in range(1, min(until, 100)):
        assert not due_on(alone, today + timedelta(days=ahead))
    if first is not None:
        assert first in due_on(alone, first.today)


def due_on(facts: Facts, today: date) -> list[Any]:
    """The reasons for which people are due on a day, listed or for later."""
    found = plan(facts, today, POLICY)
    return [
        reason for row in (*found.people, *found.later) if not row.drifted for reason in row.reasons
    ]  # fmt: skip


@examples(40)
@given(networks(), a_day, st.integers(1, 40))
def test_the_days_to_come_repeat_nothing(facts: Facts, today: date, ahead: int) -> None:
    """What the days to come bring is new on its day, each reason and goal once, in order, and is due on that day."""
    facts = facts._replace(people=tuple(without_past_plan(person, today) for person in facts.people))
    found = coming(facts, today, ahead, POLICY)
    assert [day.on for day in found] == sorted({day.on for day in found})
    assert all(today < day.on <= today + timedelta(days=ahead) for day in found)
    reasons = [reason for day in found for row in day.people for reason in row.reasons]
    keys = [(reason.person.id, reason.kind, reason.ref) for reason in reasons]
    assert len(keys) == len(set(keys))
    assert not set(keys) & {(each.person.id, each.kind, each.ref) for each in due_on(facts, today)}
    stale = [row.goal.id for day in found for row in day.goals]
    assert len(stale) == len(set(stale))
    for day in found:
        there = as_of(facts, day.on, POLICY).facts
        assert {reason for row in day.people for reason in row.reasons} <= set(due_on(there, day.on))


def without_past_plan(person: Person, today: date) -> Person:
    """The person as a store would tell of them: the next plan is never in the past."""
    return person._replace(planned_on=None) if person.planned_on and person.planned_on < today else person


def test_the_strategies_reach_every_kind() -> None:
    """Over some hundred networks every kind is heard, and each that can be is left to the review."""
    due: Counter[str] = Counter()
    left: Counter[str] = Counter()

    @settings(max_examples=500, database=None, derandomize=True)
    @given(networks(), mondays)
    def gather(facts: Facts, today: date) -> None:
        day = situation(facts, today, POLICY)
        heard = [reason for rule in RULES for reason in rule.find(day) if rule.hears(reason.person, day)]
        for kinds, to_settle in ((due, False), (left, True)):
            kinds.update(reason.kind for reason in heard if reason.to_settle is to_settle)

    gather()
    assert set(due) == set(RANK), due
    assert set(left) == {"promise", "event", "unlogged", "feedback", "cadence"}, left
