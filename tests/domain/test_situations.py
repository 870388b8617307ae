"""Events, plans, mentors, feedback, unanswered messages and dormant ties: both sides of each edge."""

from datetime import timedelta
from typing import Any

import pytest

from lnet.domain.facts import NEVER, Dormant, Feedback, Meeting, Person, Planned
from lnet.domain.policy import Policy
from lnet.domain.reminders import Plan
from lnet.domain.rest import resting_until
from tests.domain.networks import (
    POLICY,
    TODAY,
    ago,
    appointment,
    feedback,
    meeting,
    planned,
    promise,
    regular,
    somebody,
)

REVIEW = -2  # in these tables: not listed, left to the review


def outcome(*network: Person, **facts: Any) -> int | None:
    """The first row's score; REVIEW, or None for nothing at all."""
    found = planned(*network, **facts)
    if found.people and not found.people[0].drifted:
        return found.people[0].score
    return REVIEW if found.review else None


def kinds(found: Plan) -> list[list[str]]:
    """The kinds of reasons of each of today's rows."""
    return [[reason.kind for reason in row.reasons] for row in found.people]


# --- people met at events ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, None),
        (0, 50),
        (1, 65),
        (2, 80),
        (3, 78),
        (4, 76),
        (5, 74),
        (6, 72),
        (7, 70),
        (8, 45),
        (14, 45),
        (15, REVIEW),
    ],
)
def test_met_at_an_event(days: int, expected: int | None) -> None:
    """A flagged meeting presses most two days after the event, less from then on, and after a fortnight is for the
    review (example 8)."""
    assert outcome(somebody(), meetings=(meeting(days),)) == expected


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (0, "met at PyCon, which ends today"), (1, "met at PyCon, which ended yesterday; no word since"),
        (2, "met at PyCon, which ended 2 days ago; no word since"),
        (15, "met at PyCon, which ended 15 days ago; no word since: follow up or let it be?"),
    ],
)  # fmt: skip
def test_an_event_in_words(days: int, text: str) -> None:
    """It tells the event and how long ago it ended."""
    found = planned(somebody(), meetings=(meeting(days),))
    reason = (found.people or found.review)[0].reasons[0]
    assert (reason.text, reason.ref) == (text, "e1")


@pytest.mark.parametrize(
    ("days", "sum_"),
    [(0, "50 + 15 × 0"), (1, "50 + 15 × 1"), (2, "50 + 15 × 2"), (3, "80 − 2 × 1"), (7, "80 − 2 × 5"), (8, "45")],
)  # fmt: skip
def test_the_sum_of_an_event(days: int, sum_: str) -> None:
    """The points of an event as a sum."""
    assert planned(somebody(), meetings=(meeting(days),)).people[0].reasons[0].reckoning(POLICY) == sum_


def test_two_events_are_two_reasons() -> None:
    """Met at two events, one of them is a further reason; the one for the review is not."""
    found = planned(somebody(), meetings=(meeting(9, 1), meeting(2, 2), meeting(20, 3)))
    assert [(row.score, [reason.ref for reason in row.reasons]) for row in found.people] == [(84, ["e2", "e1"])]
    assert [[reason.ref for reason in row.reasons] for row in found.review] == [["e3"]]


def test_three_event_rows_a_day() -> None:
    """At most three rows are led by an event, even where there is room."""
    crowd = [somebody(key) for key in range(1, 6)]
    found = planned(*crowd, meetings=tuple(meeting(2, 1, key) for key in range(1, 6)))
    assert (len(found.people), len(found.later)) == (3, 2)


def test_a_promise_for_today_counts_towards_the_event_rows() -> None:
    """A row that an event leads and that must be shown takes one of the three places."""
    crowd = [somebody(key) for key in range(1, 6)]
    found = planned(*crowd, meetings=tuple(meeting(2, 1, key) for key in range(1, 6)),
                    promises=tuple(promise(0, key, key) for key in (4, 5)))  # fmt: skip
    assert {row.person.id for row in found.people} >= {4, 5}
    assert (len(found.people), len(found.later)) == (3, 2)


# --- planned conversations --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "expected"),
    [(-2, None), (-1, 66), (0, 72), (1, 55), (7, 55), (8, REVIEW)],
)
def test_a_planned_conversation(days: int, expected: int | None) -> None:
    """A plan is to prepare on its day and the day before, to log for a week after it, and then for the review."""
    assert outcome(somebody(), planned=(appointment(days),)) == expected


@pytest.mark.parametrize(
    ("plan", "text"),
    [
        (appointment(0, time="15:00", summary="coffee\n about sql"), "planned for today at 15:00: coffee about sql"),
        (appointment(-1), "planned for tomorrow, Tue 16 Jun"),
        (appointment(3, summary="tea"), "planned for Fri 12 Jun (3 days ago) and not logged: tea"),
        (appointment(1), "planned for Sun 14 Jun (yesterday) and not logged"),
        (appointment(8), "planned for Sun 7 Jun (8 days ago) and not logged; held or dropped?"),
    ],
)
def test_a_plan_in_words(plan: Planned, text: str) -> None:
    """It tells the day, the hour and what about, on one line."""
    found = planned(somebody(), planned=(plan,))
    reason = (found.people or found.review)[0].reasons[0]
    assert (reason.text, reason.ref) == (text, "i1")


def test_what_is_planned_for_today_is_always_shown() -> None:
    """A conversation planned for today is shown without any budget; the one of tomorrow waits."""
    dealt = frozenset(range(11, 20))
    network = (somebody(1), somebody(2))
    found = planned(*network, planned=(appointment(0, 1, 1), appointment(-1, 2, 2)), dealt_with=dealt)
    assert [[row.person.id for row in rows] for rows in (found.people, found.later)] == [[1], [2]]


# --- mentors ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (somebody(contact=23, agreed_days=30), None), (somebody(contact=24, agreed_days=30), ("mentor", 46)),
        (somebody(contact=60, agreed_days=30), ("mentor", 70)), (somebody(contact=59, agreed_days=30), ("mentor", 69)),
        (somebody(contact=5000, agreed_days=30), ("mentor", 70)),
        (somebody(contact=25, agreed_days=30, planned_on=ago(-6)), None),
        (somebody(contact=25, agreed_days=30, planned_on=ago(-21)), None),
        (somebody(contact=25, agreed_days=30, planned_on=ago(-22)), ("mentor", 46)),
        (somebody(contact=11, agreed_days=14), None), (somebody(contact=12, agreed_days=14), ("mentor", 47)),
        (somebody(contact=16, agreed_days=30, every_days=21), None),
        (somebody(contact=17, agreed_days=30, every_days=21), ("mentor", 46)),
        (somebody(contact=60, agreed_days=30, every_days=NEVER), None),
        (somebody(contact=24, agreed_days=30, circle="inner"), ("mentor", 46)),
        (somebody(contact=14, agreed_days=30, circle="inner"), None),
        (somebody(contact=400, agreed_days=30, circle="wide", status="paused"), None),
        (somebody(contact=45, circle="close", roles=("mentor",)), ("cadence", 50)),
        (somebody(agreed_days=30, first_due=ago(-6)), ("mentor", 46)),
        (somebody(agreed_days=30, first_due=ago(-7)), None),
    ],
)  # fmt: skip
def test_a_mentor(person: Person, expected: tuple[str, int] | None) -> None:
    """From four fifths of what was agreed on a mentor is listed as such, and only as such; never for the review
    (examples 5 and 6)."""
    found = planned(person)
    assert [(row.kind, row.score) for row in found.people] == ([expected] if expected else [])
    assert found.review == ()


def test_a_mentor_in_words() -> None:
    """It tells the days, what was agreed (or set instead), and the sum."""
    for person, words in (
        (somebody(contact=60, agreed_days=30), "60 days; you agreed on every 30"),
        (somebody(contact=60, agreed_days=30, every_days=21), "60 days; you aim for every 21"),
    ):
        reason = planned(person).people[0].reasons[0]
        assert reason.text == words
    assert planned(somebody(contact=60, agreed_days=30)).people[0].reasons[0].reckoning(POLICY) == (
        "30 + 20 × 60 ÷ 30, at most 70"
    )


# --- feedback ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (feedback(13), None), (feedback(14), 50), (feedback(20), 56), (feedback(29), 65), (feedback(30), 65),
        (feedback(59), 65), (feedback(60), REVIEW), (feedback(20, loop="acted"), 56),
        (feedback(60, loop="acted"), REVIEW),
        (feedback(100, act_by=ago(-1)), None), (feedback(100, act_by=ago(0)), 50), (feedback(100, act_by=ago(15)), 65),
        (feedback(100, act_by=ago(45)), 65), (feedback(100, act_by=ago(46)), REVIEW),
        (feedback(6, "requested"), None), (feedback(7, "requested"), 42), (feedback(21, "requested"), 42),
        (feedback(22, "requested"), REVIEW), (feedback(7, "requested", loop="acted"), None),
        (feedback(13, "given"), None), (feedback(14, "given"), 35), (feedback(28, "given"), 35),
        (feedback(29, "given"), None), (feedback(500, "given"), None), (feedback(14, "given", loop="acted"), None),
    ],
)  # fmt: skip
def test_feedback(note: Feedback, expected: int | None) -> None:
    """Received, it waits for something to come of it; requested, for an answer; given, to be asked about once
    (examples 9 and 10)."""
    assert outcome(somebody(), feedback=(note,)) == expected


@pytest.mark.parametrize(
    ("note", "text"),
    [
        (feedback(20, text="talk slower"), "their feedback (talk slower) has waited for you since Tue 26 May"),
        (feedback(20, loop="acted"), "you acted on their feedback: tell them"),
        (feedback(20, act_by=ago(3)), "you meant to act on their feedback by Fri 12 Jun (3 days late)"),
        (feedback(60), "their feedback has waited for you since Thu 16 Apr; act, tell or close?"),
        (feedback(7, "requested"), "you asked for feedback 7 days ago; no answer yet"),
        (feedback(22, "requested"), "you asked for feedback 22 days ago; no answer: close it?"),
        (feedback(14, "given", text="a\nb"), "you gave feedback (a b) 14 days ago: ask how it landed"),
    ],
)
def test_feedback_in_words(note: Feedback, text: str) -> None:
    """It tells what it was about, in one line, and what it waits for."""
    found = planned(somebody(), feedback=(note,))
    reason = (found.people or found.review)[0].reasons[0]
    assert (reason.text, reason.ref) == (text, "f1")


# --- messages without an answer ---------------------------------------------------------------------------------


def silent(first: int, last: int, **known: Any) -> Person:
    """Somebody with two messages of mine without an answer (one, if both are of the same day)."""
    return somebody(contact=last, sent_from=ago(first), sent_on=ago(last), **known)


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (silent(9, 9), None),
        (silent(10, 10), 34),
        (silent(30, 30), 34),
        (silent(31, 31), None),
        (silent(16, 10), 34),
        (silent(17, 10), None),
        (silent(17, 11), 34),
        (silent(16, 9), None),
        (silent(10, 10, status="paused"), 34),
        (silent(10, 10, status="quiet"), None),
        (silent(10, 10, snooze_until=ago(-1)), None),
        (silent(10, 10, snooze_until=ago(0)), 34),
        (silent(40, 10, circle="inner"), None),
        (silent(40, 10, roles=("mentor",)), None),
        (somebody(contact=10), None),
    ],
)
def test_waiting_for_an_answer(person: Person, expected: int | None) -> None:
    """One message without an answer may be asked about, from the tenth day to the thirtieth; two are left alone."""
    assert outcome(person) == expected


@pytest.mark.parametrize(
    ("person", "until"),
    [
        (silent(16, 10), None), (silent(17, 10), 170), (silent(400, 179), 1), (silent(400, 180), None),
        (silent(17, 10, circle="inner"), None), (silent(17, 10, circle="close"), None),
        (silent(17, 10, circle="active"), 170), (silent(17, 10, circle="wide"), 170),
        (silent(17, 10, agreed_days=30), None), (silent(17, 10, roles=("expert", "mentor")), None),
        (silent(17, 10, roles=("expert",)), 170), (somebody(), None),
    ],
)  # fmt: skip
def test_rest(person: Person, until: int | None) -> None:
    """Two messages a week apart without an answer: a rest of 180 days from the second; never for those close by."""
    expected = None if until is None else TODAY + timedelta(days=until)
    assert resting_until(person, TODAY, POLICY) == expected


@pytest.mark.parametrize(("last", "expected"), [(91, None), (179, None), (180, 60)])
def test_who_rests_is_not_reminded_of(last: int, expected: int | None) -> None:
    """During a rest a cadence says nothing, nor the review; after it the person is back."""
    assert outcome(silent(last + 8, last, circle="active")) == expected


def test_who_rests_does_not_drift() -> None:
    """Nothing is to settle about somebody who rests."""
    found = planned(silent(300, 179, every_days=10), silent(300, 179, every_days=10)._replace(id=2, sent_from=ago(180)))
    assert [row.person.id for row in found.review] == [2]


def test_a_promise_is_heard_during_a_rest() -> None:
    """A rest silences cadence, nudges and suggestions; promises, plans and feedback are heard."""
    found = planned(silent(40, 10, circle="wide", every_days=9), promises=(promise(3),), feedback=(feedback(14),))
    assert kinds(found) == [["promise", "feedback"]]


def test_waiting_and_owed_share_a_row() -> None:
    """At most one row a day leads with what they owe or with a message without an answer."""
    network = (silent(10, 10), silent(12, 12)._replace(id=2), somebody(3))
    found = planned(*network, promises=(promise(3, 1, 3, "them"),))
    assert [row.kind for row in (*found.people, *found.later)] == ["owed", "waiting", "waiting"]
    assert len(found.people) == 1


# --- dormant ties -----------------------------------------------------------------------------------------------

WORTH: dict[str, Any] = {"topic": "sql", "goal": "Read query plans"}


def dormant(contact: int = 400, **known: Any) -> Person:
    """Somebody last talked to so many days ago, without a cadence unless one is given."""
    return somebody(contact=contact, **({"every_days": NEVER} | known))


def suggested(person: Person, policy: Policy = POLICY, weekday: int = 0, **worth: str) -> int | None:
    """The points of the suggestion to turn to them again, on a day of the week of 15 June; None if there is none."""
    today = TODAY + timedelta(days=weekday)
    found = planned(person, dormant=(Dormant(person.id, **(worth or WORTH)),), policy=policy, today=today)
    return next((row.score for row in found.people if row.kind == "reconnect"), None)


@pytest.mark.parametrize(
    ("worth", "known", "points"),
    [
        (WORTH, {}, 26), ({"helped": "you learned from them"}, {}, None), ({"new": "Biology"}, {}, None),
        ({"helped": "x", "new": "Biology"}, {}, 28), ({"helped": "x"}, {"roles": ("expert",)}, 26),
        ({"new": "Biology"}, {"roles": ("expert",)}, 26), ({"helped": "", "new": ""}, {"roles": ("expert",)}, None),
        (WORTH | {"helped": "x", "new": "Biology"}, {"roles": ("expert",)}, 36),
        (WORTH, {"contact_days": 20}, 26), (WORTH, {"contact_days": 21}, None),
        (WORTH | {"helped": "x"}, {"contact_days": 21}, 28),
    ],
)  # fmt: skip
def test_the_value_of_a_dormant_tie(worth: dict[str, Any], known: dict[str, Any], points: int | None) -> None:
    """3 for a goal's topic, 2 for help, 2 for a field that is new, 1 for an expert, one less for many contacts; from 3
    on it is worth a word."""
    assert suggested(dormant(1095, **known), **worth) == points


@pytest.mark.parametrize(
    ("every", "circle", "days", "shown"),
    [
        (30, None, 179, False), (30, None, 180, True), (60, None, 180, True), (61, None, 182, False),
        (61, None, 183, True), (365, None, 1094, False), (365, None, 1095, True), (400, None, 1199, False),
        (400, None, 1200, True), (None, None, 1094, False), (None, None, 1095, True), (NEVER, None, 1095, True),
        (None, "close", 180, True), (None, "active", 269, False), (None, "active", 270, True),
        (None, "wide", 1094, False), (None, "wide", 1095, True), (None, "inner", 5000, False),
    ],
)  # fmt: skip
def test_from_when_on_a_tie_is_dormant(every: int | None, circle: str | None, days: int, *, shown: bool) -> None:
    """After three cadences, no less than half a year and no more than three; the inner circle never.

    A cadence of over a year is heard itself until it has drifted.
    """
    assert (suggested(somebody(contact=days, every_days=every, circle=circle)) is not None) is shown


@pytest.mark.parametrize("weekday", range(7))
def test_only_on_mondays(weekday: int) -> None:
    """A suggestion comes on the day of the week that the policy names."""
    assert (suggested(dormant(1200), weekday=weekday) is not None) is (weekday == 0)
    sundays = Policy(reconnect_weekday=6)
    assert (suggested(dormant(1200), sundays, weekday) is not None) is (weekday == 6)


@pytest.mark.parametrize(
    "known",
    [
        {"planned_on": ago(-21)}, {"snooze_until": ago(-1)}, {"status": "paused"}, {"status": "quiet"},
        {"status": "archived"}, {"last_on": None}, {"sent_from": ago(187), "sent_on": ago(179), "last_on": ago(1200)},
    ],
)  # fmt: skip
def test_who_is_not_suggested(known: dict[str, Any]) -> None:
    """Not whom a plan, a snooze, a status or a rest silences, nor who was never talked to."""
    assert suggested(dormant(1200, **known)) is None


def test_one_suggestion_a_week_and_none_for_later() -> None:
    """Of several the one worth most; the others are nothing for later."""
    ties = (Dormant(1, **WORTH), Dormant(2, **WORTH, helped="x"), Dormant(3, **WORTH))
    found = planned(dormant(1200), *(dormant(1200)._replace(id=key) for key in (2, 3)), dormant=ties)
    assert ([row.person.id for row in found.people], found.later) == ([2], ())


def test_a_suggestion_needs_room() -> None:
    """Where the list is full nobody is suggested, and nobody waits for it."""
    crowd = [somebody(key, contact=45, circle="close") for key in range(11, 16)]
    for network, listed in ((crowd, False), (crowd[:4], True)):
        found = planned(*network, dormant(1200), dormant=(Dormant(1, **WORTH),))
        assert ("reconnect" in [row.kind for row in found.people]) is listed
        assert found.later == ()


def test_a_suggestion_replaces_the_drift_entry() -> None:
    """Who is suggested is not listed as drifted as well, nor left to the review; who is not suggested is."""
    drifted = [somebody(key, contact=400, circle="close") for key in (1, 2)]
    found = planned(*drifted, dormant=(Dormant(1, **WORTH),))
    assert [(row.person.id, row.kind) for row in found.people] == [(1, "reconnect"), (2, "cadence")]
    assert [row.person.id for row in found.review] == [2]
    full = planned(*drifted, dormant=(Dormant(1, **WORTH),), dealt_with=frozenset(range(11, 16)))
    assert {row.person.id for row in full.review} == {1, 2}


def test_the_suggestion_leaves_what_else_is_to_settle() -> None:
    """Beside the drift a promise for the review stays there."""
    found = planned(somebody(contact=400, circle="close"), dormant=(Dormant(1, **WORTH),), promises=(promise(22),))
    assert [(row.kind, row.drifted) for row in found.review] == [("promise", False)]


def test_no_suggestion_where_there_is_another_reason() -> None:
    """Who is listed for another reason is not suggested besides."""
    found = planned(dormant(1200), dormant=(Dormant(1, **WORTH),), promises=(promise(3, owed_by="them"),))
    assert [(row.score, [reason.kind for reason in row.reasons]) for row in found.people] == [(38, ["owed"])]


def test_a_suggestion_in_words() -> None:
    """It tells the days, why them, and the sum behind it."""
    tie = Dormant(1, "sql", "Read query plans", "you learned from them", "Biology")
    person = dormant(1200, roles=("expert",), contact_days=21)
    reason = planned(person, dormant=(tie,)).people[0].reasons[0]
    assert reason.text == (
        "1200 days; sql, for your goal Read query plans; you learned from them; nobody else of late from Biology; "
        "an expert"
    )
    assert reason.reckoning(POLICY) == "20 + 2 × 7: topic 3 + helped 2 + new 2 + expert 1 − 1 (often met)"


# --- what silences, what merges, what comes first ---------------------------------------------------------------

ALL: dict[str, Any] = {
    "promises": (promise(3), promise(3, 2, owed_by="them")), "meetings": (meeting(2),),
    "planned": (appointment(0), appointment(2, 2)), "feedback": (feedback(20),), "dormant": (Dormant(1, **WORTH),),
}  # fmt: skip
UNANSWERED: dict[str, Any] = {"sent_from": ago(12), "sent_on": ago(12)}
LOUD = ["promise", "event", "prep", "feedback", "unlogged", "owed", "waiting"]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, ["promise", "event", "prep", "feedback", "unlogged", "cadence", "owed", "waiting"]),
        ({"agreed_days": 30}, ["promise", "event", "prep", "mentor", "feedback", "unlogged", "owed", "waiting"]),
        ({"planned_on": ago(0)}, LOUD), ({"status": "paused"}, LOUD), ({"status": "paused", "agreed_days": 30}, LOUD),
        ({"snooze_until": ago(-1)}, ["promise", "prep"]), ({"status": "quiet"}, ["promise", "prep"]),
        ({"status": "archived"}, []), ({"status": "archived", "agreed_days": 30}, []),
        ({"status": "paused", "snooze_until": ago(-1)}, ["promise", "prep"]),
        ({"status": "archived", "snooze_until": ago(0)}, []),
    ],
)  # fmt: skip
def test_what_a_status_and_a_snooze_silence(known: dict[str, Any], expected: list[str]) -> None:
    """Paused: no cadence, mentor or suggestion; quiet and snoozed: promises and plans alone; archived: nothing."""
    found = planned(somebody(contact=45, circle="close", **UNANSWERED, **known), **ALL)
    assert kinds(found) == ([expected] if expected else [])


def test_a_row_of_every_kind() -> None:
    """All reasons make one row, worth eight more than the best of them."""
    found = planned(somebody(contact=45, circle="close", **UNANSWERED), **ALL)
    assert [row.score for row in found.people] == [93]


EQUAL = Policy(
    promise_base=40, promise_least=40, event_base=40, event_step=0, event_fall=0, prep_today=40, unlogged_points=40,
    mentor_most=40, received_base=40, cadence_base=40, cadence_step=0, owed_points=40, waiting_points=40,
    reconnect_base=40, reconnect_step=0, waiting_and_owed_most=9, daily_limit=99,
)  # fmt: skip


def test_the_order_of_the_kinds() -> None:
    """Ten people worth the same, each for another reason, come in the order of the rules."""
    network = [somebody(key) for key in range(1, 11)]
    network[5] = somebody(6, contact=40, agreed_days=30)
    network[3] = somebody(4, contact=40, circle="close")
    network[1] = somebody(2, contact=12, sent_from=ago(12), sent_on=ago(12))
    network[0] = dormant(1200)
    found = planned(
        *network, policy=EQUAL, dormant=(Dormant(1, **WORTH),),
        promises=(promise(0, 1, 10), promise(3, 2, 3, "them")), meetings=(meeting(0, 1, 9),),
        planned=(appointment(0, 1, 8), appointment(1, 2, 7)), feedback=(feedback(14, contact=5),),
    )  # fmt: skip
    assert [row.score for row in found.people] == [40] * 10
    assert [row.kind for row in found.people] == [
        "promise", "event", "prep", "unlogged", "mentor", "feedback", "cadence", "owed", "waiting", "reconnect",
    ]  # fmt: skip


@pytest.mark.parametrize(("asked", "left"), [(None, True), (0, False), (29, False), (30, True), (-1, True)])
def test_a_drift_is_asked_about_once_a_month(asked: int | None, *, left: bool) -> None:
    """The review does not ask again within thirty days; the list may still show them for want of others."""
    person = somebody(contact=200, circle="close", asked_on=None if asked is None else ago(asked))
    found = planned(person)
    assert (bool(found.review), [row.drifted for row in found.people]) == (left, [True])


def test_what_else_is_to_settle_is_asked_about_all_the_same() -> None:
    """A promise for the review is asked about, however lately the drift was."""
    found = planned(somebody(contact=200, circle="close", asked_on=ago(1)), promises=(promise(22),))
    assert [[reason.kind for reason in row.reasons] for row in found.review] == [["promise", "cadence"]]


def test_a_learned_rhythm_may_drift() -> None:
    """A rhythm that nobody set drifts as any other."""
    assert outcome(regular([200, 180, 152, 128])) == REVIEW


def test_somebody_who_is_not_among_the_people() -> None:
    """Facts about people who are not told of are left aside."""
    found = planned(somebody(9), **ALL, goals=())
    assert (found.people, found.later, found.review) == ((), (), ())


def test_meetings_of_others_stay_theirs() -> None:
    """A reason is about the person of its fact alone."""
    found = planned(somebody(1), somebody(2), meetings=(Meeting(1, 2, "PyCon", ago(2)),))
    assert [row.person.id for row in found.people] == [2]
