"""The plan for a day: who is listed, with how many points, and who waits for later or for the review."""

from datetime import timedelta
from typing import Any

import pytest

from lnet.domain.facts import NEVER, Away, Person, Promise
from lnet.domain.policy import Policy
from lnet.domain.rows import rotation
from tests.domain.networks import TODAY, ago, goal, planned, promise, regular, somebody

DRIFTED = -1  # in these tables: nothing due, but listed as drifted for want of others
REVIEW = -2  # in these tables: not listed, left to the review


def outcome(*network: Person, **facts: Any) -> int | None:
    """The first row's score; DRIFTED, REVIEW, or None for nothing at all."""
    found = planned(*network, **facts)
    if found.people:
        return DRIFTED if found.people[0].drifted else found.people[0].score
    return REVIEW if found.review else None


@pytest.mark.parametrize(
    ("circle", "contact", "expected"),
    [
        ("close", 29, None), ("close", 30, 40), ("close", 45, 50), ("close", 59, 59), ("close", 60, 60),
        ("close", 119, 60), ("close", 120, DRIFTED),
        ("inner", 13, None), ("inner", 14, 40), ("inner", 100, 60), ("inner", 5000, 60),
        ("active", 89, None), ("active", 90, 40), ("active", 269, 60), ("active", 270, DRIFTED),
        ("wide", 364, None), ("wide", 365, 40), ("wide", 400, 41), ("wide", 1094, 60), ("wide", 1095, DRIFTED),
    ],
)  # fmt: skip
def test_cadence_of_a_circle(circle: str, contact: int, expected: int | None) -> None:
    """Who is in a circle is listed from its cadence on, worth more the longer it lasts, until they drift."""
    assert outcome(somebody(contact=contact, circle=circle)) == expected


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (somebody(contact=25, circle="wide", every_days=21), 43),
        (somebody(contact=20, circle="wide", every_days=21), None),
        (somebody(contact=25, circle="close", every_days=NEVER), None),
        (somebody(contact=25), None),
        (regular([112, 92, 64, 40]), 46),
        (regular([112, 92, 64, 30]), None),
        (regular([92, 64, 40]), None),
        (somebody(created_on=ago(30), circle="close"), 40),
        (somebody(created_on=ago(29), circle="close"), None),
    ],
)
def test_other_cadences(person: Person, expected: int | None) -> None:
    """A cadence set by hand comes before the circle's, a learned one after it; without any nobody is listed."""
    assert outcome(person) == expected


@pytest.mark.parametrize(
    ("late", "expected"),
    [(-3, None), (-2, 60), (-1, 65), (0, 70), (3, 85), (5, 95), (9, 95), (21, 95), (22, REVIEW)],
)
def test_my_promise(late: int, expected: int | None) -> None:
    """A promise of mine is listed from two days ahead, grows more urgent, and after three weeks is for the review."""
    assert outcome(somebody(), promises=(promise(late),)) == expected


@pytest.mark.parametrize(("made", "expected"), [(11, None), (12, 60), (14, 70), (17, 85), (35, 95), (36, REVIEW)])
def test_promise_without_a_day(made: int, expected: int | None) -> None:
    """A promise without a due day is due a fortnight after it was made."""
    assert outcome(somebody(), promises=(Promise(1, 1, "me", "send paper", ago(made)),)) == expected


@pytest.mark.parametrize(
    ("late", "expected"),
    [(-1, None), (0, None), (2, None), (3, 38), (5, 38), (6, None), (16, None), (17, 38), (19, 38), (20, None)],
)
def test_what_they_owe(late: int, expected: int | None) -> None:
    """What is owed to me is listed for three days each fortnight, from three days after the due day."""
    assert outcome(somebody(), promises=(promise(late, owed_by="them"),)) == expected


@pytest.mark.parametrize(
    ("contact", "away", "expected"),
    [(38, 10, None), (39, 10, None), (40, 10, 40), (42, 10, 41), (42, 12, 40), (42, 13, None)],
)
def test_away_days_do_not_count(contact: int, away: int, expected: int | None) -> None:
    """Days away between the last conversation and today are left out."""
    period = Away(ago(20), ago(20 - away + 1))
    assert outcome(somebody(contact=contact, circle="close"), away=(period,)) == expected


@pytest.mark.parametrize(("until", "expected"), [(-1, None), (0, 50), (1, 50)])
def test_snooze(until: int, expected: int | None) -> None:
    """A snooze hides until its last day, on which the person is back."""
    assert outcome(somebody(contact=45, circle="close", snooze_until=ago(until))) == expected


def test_snooze_hides_all_but_promises() -> None:
    """A snoozed person is still listed for what I promised, and for nothing else."""
    snoozed = somebody(contact=45, circle="close", snooze_until=ago(-1))
    found = planned(snoozed, promises=(promise(3), promise(3, 2, owed_by="them")))
    assert [reason.kind for reason in found.people[0].reasons] == ["promise"]


@pytest.mark.parametrize(
    ("status", "kinds"),
    [
        ("active", ["promise", "cadence", "owed"]), ("paused", ["promise", "owed"]), ("quiet", ["promise"]),
        ("archived", []),
    ],
)  # fmt: skip
def test_status(status: str, kinds: list[str]) -> None:
    """Pausing silences the cadence, quiet all but promises, archiving everything."""
    person = somebody(contact=45, circle="close", status=status)
    found = planned(person, promises=(promise(3), promise(3, 2, owed_by="them")))
    assert [reason.kind for row in found.people for reason in row.reasons] == kinds


@pytest.mark.parametrize("status", ["paused", "quiet", "archived"])
def test_status_silences_drift(status: str) -> None:
    """Who is not active does not drift either."""
    assert outcome(somebody(contact=500, circle="close", status=status)) is None


@pytest.mark.parametrize(("planned_in", "expected"), [(0, None), (6, None), (21, None), (22, 50)])
def test_a_plan_silences_the_cadence(planned_in: int, expected: int | None) -> None:
    """With a conversation planned within three weeks the cadence says nothing."""
    assert outcome(somebody(contact=45, circle="close", planned_on=ago(-planned_in))) == expected


@pytest.mark.parametrize(
    ("promises", "expected"),
    [((), 50), ((promise(3),), 89), ((promise(3), promise(0, 2)), 93), ((promise(9), promise(9, 2)), 100),
     ((promise(-2), promise(-2, 2), promise(-2, 3), promise(-2, 4)), 68)],
)  # fmt: skip
def test_one_row_a_person(promises: tuple[Promise, ...], expected: int) -> None:
    """Further reasons add four points each, eight at most, and no row is worth more than a hundred."""
    found = planned(somebody(contact=45, circle="close"), promises=promises)
    assert [row.score for row in found.people] == [expected]


def test_reasons_in_order_of_points() -> None:
    """A row's reasons come by points; among equals the one due first."""
    promises = (promise(3, 9), promise(3, 2, owed_by="them"), promise(15, 4), promise(15, 3))
    found = planned(somebody(contact=45, circle="close"), promises=promises)
    assert [reason.ref or reason.kind for reason in found.people[0].reasons] == ["p3", "p4", "p9", "cadence", "p2"]


def test_the_best_reason_leads() -> None:
    """A kind that the rules name last leads its row, and gives it its score, where the policy makes it worth most."""
    promises = (promise(3), promise(3, 2, owed_by="them"))
    found = planned(somebody(contact=45, circle="close"), promises=promises, policy=Policy(owed_points=90))
    assert [reason.kind for reason in found.people[0].reasons] == ["owed", "promise", "cadence"]
    assert found.people[0].score == 98


def test_order_of_rows() -> None:
    """Rows come by score, then by kind in the rules' order, then by circle with no circle last."""
    circles = {1: None, 2: "wide", 3: "active", 4: "close", 5: "inner"}
    equals = [somebody(key, contact=60, circle=circle, every_days=30) for key, circle in circles.items()]
    promised, best = somebody(6), somebody(7)
    found = planned(*equals, promised, best, promises=(promise(-2, 1, 6), promise(3, 2, 7)))
    assert [row.person.id for row in (*found.people, *found.later)] == [7, 6, 5, 4, 3, 2, 1]


def test_equals_take_turns() -> None:
    """Among equals everybody is on the list of five within a few weeks, and the list does not change within a day."""
    seen: set[int] = set()
    for shift in range(40):
        today = TODAY + timedelta(days=shift)
        crowd = [somebody(key, circle="inner", last_on=ago(100)) for key in range(1, 31)]
        listed = [row.person.id for row in planned(*crowd, today=today).people]
        assert listed == [row.person.id for row in planned(*reversed(crowd), today=today).people]
        seen.update(listed)
    assert seen == set(range(1, 31))


def test_rotation_is_fixed() -> None:
    """The daily rotation is the same number on every machine and for all time."""
    assert [rotation(TODAY, 1), rotation(TODAY, 2), rotation(ago(-1), 1)] == [1672350581, 2190569243, 3254997550]


@pytest.mark.parametrize(("dealt_with", "shown"), [(0, 5), (1, 4), (4, 1), (5, 0), (9, 0)])
def test_who_was_dealt_with_uses_up_the_budget(dealt_with: int, shown: int) -> None:
    """Of 60 overdue people five are shown, less those dealt with today; the rest is counted as later."""
    crowd = [somebody(key, contact=45, circle="close") for key in range(1, 61)]
    found = planned(*crowd, dealt_with=frozenset(range(101, 101 + dealt_with)))
    assert (len(found.people), len(found.later), found.contacted_today) == (shown, 60 - shown, dealt_with)


def test_a_person_dealt_with_shrinks_the_list() -> None:
    """Talking to one of 60 overdue people leaves four to show and 55 for later."""
    crowd = [somebody(key, contact=45 if key > 1 else 0, circle="close") for key in range(1, 61)]
    found = planned(*crowd, dealt_with=frozenset({1}))
    assert (len(found.people), len(found.later), len(found.review)) == (4, 55, 0)


@pytest.mark.parametrize(("late", "promises", "shown"), [(0, 7, 7), (21, 7, 7), (-1, 7, 5), (0, 2, 5), (22, 7, 5)])
def test_promises_due_are_always_shown(late: int, promises: int, shown: int) -> None:
    """My promises due today or late are shown whatever the budget, and use it up before anybody else."""
    owing = [somebody(key) for key in range(1, promises + 1)]
    others = [somebody(key, contact=60, circle="inner") for key in range(11, 21)]
    found = planned(*owing, *others, promises=tuple(promise(late, key, key) for key in range(1, promises + 1)))
    assert len(found.people) == shown
    due_now = {reason.ref for row in found.people for reason in row.reasons if reason.kind == "promise"}
    assert len(due_now) == (promises if 0 <= late <= 21 else 5 if late < 0 else 0)


def test_a_promise_for_the_review_may_wait() -> None:
    """A promise that has left to the review is no longer one that must be shown."""
    found = planned(somebody(contact=200, circle="close"), promises=(promise(22),))
    assert [row.always for row in (*found.people, *found.review)] == [False, False]


def test_promises_are_shown_without_any_budget() -> None:
    """A late promise stays on the list when five people have been dealt with."""
    found = planned(somebody(), somebody(2, contact=45, circle="close"), promises=(promise(3),),
                    dealt_with=frozenset(range(11, 20)))  # fmt: skip
    assert ([row.person.id for row in found.people], [row.person.id for row in found.later]) == ([1], [2])


def test_one_row_a_day_for_what_is_owed() -> None:
    """At most one row leads with what somebody owes me, even where there is room; a better reason leads elsewhere."""
    network = [somebody(1), somebody(2), somebody(3, contact=45, circle="close")]
    found = planned(*network, promises=tuple(promise(3, key, key, "them") for key in (1, 2, 3)))
    assert next(row.person.id for row in found.people) == 3
    assert (len(found.people), len(found.later)) == (2, 1)


def test_drifted_fill_the_room() -> None:
    """Who has drifted fills a list that has room: circle by circle, the shortest silence first, marked as drifted."""
    drifted = [
        somebody(1, contact=900, circle="active"), somebody(2, contact=300, circle="active"),
        somebody(3, contact=5000, circle="close"), somebody(4, contact=130, every_days=30),
        somebody(5, contact=1100, circle="wide"),
    ]  # fmt: skip
    due = somebody(6, contact=30, circle="close")
    found = planned(*drifted, due)
    assert [(row.person.id, row.drifted) for row in found.people] == [
        (6, False), (3, True), (2, True), (1, True), (5, True),
    ]  # fmt: skip
    assert {row.person.id for row in found.review} == {1, 2, 3, 4, 5}


def test_drifted_give_way() -> None:
    """Who has drifted is not shown where the list is full."""
    crowd = [somebody(key, contact=30, circle="close") for key in range(1, 6)]
    found = planned(*crowd, somebody(6, contact=200, circle="close"))
    assert [row.drifted for row in found.people] == [False] * 5


def test_a_late_promise_of_somebody_who_drifted() -> None:
    """Who is listed for another reason is not listed again as drifted, but their drift is still to settle."""
    found = planned(somebody(contact=200, circle="close"), promises=(promise(3),))
    assert [(row.score, row.drifted) for row in found.people] == [(85, False)]
    assert [(row.score, row.drifted) for row in found.review] == [(60, True)]


def test_nobody() -> None:
    """An empty network has an empty plan."""
    found = planned()
    assert (found.people, found.later, found.review, found.goals) == ((), (), (), ())
    assert (found.as_of, found.limit, found.contacted_today) == (TODAY, 5, 0)


def test_the_daily_limit_is_policy() -> None:
    """The limit is the policy's, and the plan repeats it."""
    crowd = [somebody(key, contact=45, circle="close") for key in range(1, 9)]
    found = planned(*crowd, policy=Policy(daily_limit=2))
    assert (found.limit, len(found.people), len(found.later)) == (2, 2, 6)


def test_goals_have_their_own_section() -> None:
    """Stale goals use up no budget."""
    found = planned(goals=(goal(21),), dealt_with=frozenset(range(9)))
    assert [row.points for row in found.goals] == [52]


@pytest.mark.parametrize(
    ("person", "text"),
    [
        (somebody(contact=45, circle="close"), "45 days; you aim for every 30"),
        (somebody(contact=1, every_days=1), "1 day; you aim for every 1"),
        (somebody(contact=45, agreed_days=30), "45 days; you agreed on every 30"),
        (regular([112, 92, 64, 40]), "40 days; your usual rhythm is 30"),
        (somebody(circle="close", created_on=ago(33)), "no conversation in 33 days; you aim for every 30"),
        (somebody(circle="close", created_on=ago(9), first_due=ago(1)), "no conversation yet; you aim for every 30"),
        (
            somebody(contact=80, circle="close", clock_from=ago(9), first_due=ago(1)),
            "no conversation since your fresh start; you aim for every 30",
        ),
        (
            somebody(contact=120, circle="close"),
            "120 days; you aim for every 30; drifted: keep, lengthen or rest?",
        ),
    ],
)
def test_cadence_in_words(person: Person, text: str) -> None:
    """A cadence tells its days and where it comes from, and claims no days that nobody lived through."""
    assert planned(person).people[0].reasons[0].text == text


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (promise(3), "you promised to send paper by Fri 12 Jun (3 days late)"),
        (promise(1), "you promised to send paper by Sun 14 Jun (1 day late)"),
        (promise(0), "you promised to send paper by Mon 15 Jun (today)"),
        (promise(-1), "you promised to send paper by Tue 16 Jun (tomorrow)"),
        (promise(-2, text="to send paper"), "you promised to send paper by Wed 17 Jun (in 2 days)"),
        (promise(22), "you promised to send paper by Sun 24 May (22 days late): renegotiate or release?"),
        (promise(3, owed_by="them", text="send data"), "they promised to send data by Fri 12 Jun (3 days late)"),
        (
            Promise(1, 1, "me", "send paper", ago(17)),
            "you promised to send paper (since Fri 29 May, no day was named)",
        ),
    ],
)
def test_promise_in_words(made: Promise, text: str) -> None:
    """A promise tells what it was, its day, and how late it is."""
    found = planned(somebody(), promises=(made,))
    assert (found.people or found.review)[0].reasons[0].text == text


def test_row_as_json() -> None:
    """A row's fields are those of the JSON contract: a cadence has its numbers, a promise its reference."""
    ada = somebody(4, contact=45, circle="close", uid="u4", name="Ada Lovelace", slug="ada-lovelace")
    found = planned(ada, promises=(promise(3, 7, 4),))
    assert found.people[0].fields() == {
        "id": 4, "uid": "u4", "name": "Ada Lovelace", "slug": "ada-lovelace", "score": 89, "drifted": False,
        "reasons": [
            {"kind": "promise", "points": 85, "ref": "p7",
             "text": "you promised to send paper by Fri 12 Jun (3 days late)"},
            {"kind": "cadence", "points": 50, "text": "45 days; you aim for every 30", "days": 45, "every": 30},
        ],
    }  # fmt: skip
