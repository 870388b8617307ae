"""`why`: the arithmetic in words, for those on the list and those who are not."""

from typing import Any

import pytest

from lnet.domain.explain import Explanation, explain
from lnet.domain.facts import NEVER, Away, Dormant, Facts, Person
from tests.domain.networks import (
    POLICY,
    TODAY,
    ago,
    appointment,
    feedback,
    meeting,
    promise,
    regular,
    somebody,
)


def why(person: Person, *others: Person, **facts: Any) -> Explanation:
    """The explanation for a person among others."""
    return explain(Facts(people=(person, *others), **facts), person, TODAY, POLICY)


CROWD = [somebody(key, contact=60, circle="inner") for key in range(11, 17)]


@pytest.mark.parametrize(
    ("person", "facts", "lines"),
    [
        (
            somebody(contact=12, circle="close"),
            {},
            ("not due: 12 of 30 days", "every 30 days: close circle", "last conversation on Wed 3 Jun: 12 days",
             "due on 3 July"),
        ),
        (
            somebody(contact=45, circle="close"),
            {"promises": (promise(3, 7),)},
            ("row 1 of 1 today",
             "promise 85: you promised to send paper by Fri 12 Jun (3 days late) (70 + 5 × 3)",
             "cadence 50: 45 days; you aim for every 30 (20 + 20 × 45 ÷ 30)",
             "score 89: 85 + 4 for 1 further reason",
             "every 30 days: close circle", "last conversation on Fri 1 May: 45 days", "due since 31 May"),
        ),
        (
            somebody(contact=45, circle="close", status="paused", snooze_until=ago(-1)),
            {"promises": (promise(-5), promise(0, 2, owed_by="them"))},
            ("paused: no reminders by cadence", "snoozed until Tue 16 Jun: only promises and plans until then",
             "cadence does not count now: 45 days; you aim for every 30",
             "not yet: you promised to send paper by Sat 20 Jun (in 5 days)",
             "not now: they promised to send paper by Mon 15 Jun (today)",
             "every 30 days: close circle", "last conversation on Fri 1 May: 45 days",
             "next on the list on 18 June: you promised to send paper by Sat 20 Jun (in 2 days)"),
        ),
        (
            somebody(contact=42, circle="close", planned_on=ago(-6)),
            {"away": (Away(ago(20), ago(11)),)},
            ("not by rhythm: a conversation is planned for Sun 21 Jun", "every 30 days: close circle",
             "last conversation on Mon 4 May: 32 days, 10 away days left out", "due since 13 June",
             "next on the list on 21 July: 30 days; you aim for every 30"),
        ),
        (
            somebody(contact=80, every_days=21, clock_from=ago(9), first_due=ago(-4)),
            {},
            ("not due: 17 of 21 days", "every 21 days: you set this",
             "no conversation since your fresh start; the first is meant for Fri 19 Jun", "due on 19 June"),
        ),
        (
            somebody(every_days=21, first_due=ago(-4)),
            {},
            ("not due: 17 of 21 days", "every 21 days: you set this",
             "no conversation yet; the first is meant for Fri 19 Jun", "due on 19 June"),
        ),
        (
            somebody(contact=80, agreed_days=10, clock_from=ago(7)),
            {},
            ("not due: 7 of 10 days", "every 10 days: agreed with your mentor", "fresh start on Mon 8 Jun: 7 days",
             "due on 18 June", "next on the list on 16 June: 8 days; you agreed on every 10"),
        ),
        (
            somebody(created_on=ago(1), every_days=1),
            {},
            ("row 1 of 1 today", "cadence 40: no conversation in 1 day; you aim for every 1 (20 + 20 × 1 ÷ 1)",
             "every 1 day: you set this", "added on Sun 14 Jun: 1 day", "due on 15 June"),
        ),
        (somebody(contact=80), {}, ("no cadence: in no circle, no rhythm learned",)),
        (somebody(contact=80, circle="close", every_days=NEVER), {}, ("no cadence: never",)),
        (
            regular([112, 92, 64, 40]),
            {"promises": (promise(22),)},
            ("row 1 of 1 today",
             "cadence 46: 40 days; your usual rhythm is 30 (20 + 20 × 40 ÷ 30)",
             ("promise is left to the review: you promised to send paper by Sun 24 May (22 days late): renegotiate or "
              "release?"),
             "every 30 days: your usual rhythm", "last conversation on Wed 6 May: 40 days", "due since 5 June"),
        ),
    ],
)  # fmt: skip
def test_in_words(person: Person, facts: dict[str, Any], lines: tuple[str, ...]) -> None:
    """It tells the place, each reason with its sum, what does not count or is not due yet, and the clock."""
    assert why(person, **facts).lines == lines


@pytest.mark.parametrize(
    ("person", "others", "facts", "expected", "line"),
    [
        (somebody(contact=45, circle="close"), [], {}, ("listed", 1), "row 1 of 1 today"),
        (somebody(contact=30, circle="close"), CROWD[:2], {}, ("listed", 3), "row 3 of 3 today"),
        (somebody(contact=30, circle="close"), CROWD, {}, ("later", None),
         "due, but for later: today's list is full (5 a day)"),
        (somebody(contact=30, circle="close"), CROWD[:2], {"dealt_with": frozenset({7, 8, 9})}, ("later", None),
         "due, but for later: today's list is full (5 a day, 3 dealt with already)"),
        (somebody(), [somebody(2, circle="close", contact=1)],
         {"promises": (promise(3, 1, 1, "them"), promise(3, 2, 2, "them"))}, ("later", None),
         "due, but for later: enough of this kind are listed today"),
        (somebody(contact=120, circle="close"), [], {}, ("drifted", 1),
         "row 1 of 1 today, because there was room for those who drifted"),
        (somebody(contact=120, circle="close"), CROWD, {}, ("review", None),
         "not on today's list: left to the review"),
        (somebody(contact=45, circle="close", status="quiet"), [], {}, ("muted", None),
         "quiet: only promises and plans"),
        (somebody(contact=45, circle="close", status="archived"), [], {}, ("muted", None), "archived: never listed"),
        (somebody(contact=12, circle="close"), CROWD, {}, ("not_due", None), "not due: 12 of 30 days"),
    ],
)  # fmt: skip
def test_place(
    person: Person, others: list[Person], facts: dict[str, Any], expected: tuple[str, int | None], line: str
) -> None:
    """It tells whether one is listed and where, waits for later and why, is for the review, silenced, or not due."""
    found = why(person, *others, **facts)
    assert (found.place, found.number) == expected
    assert found.lines[0] == line


def test_as_json() -> None:
    """The fields hold the same figures for scripts."""
    person = somebody(4, contact=42, circle="close", snooze_until=ago(-1))
    found = why(person, away=(Away(ago(20), ago(11)),)).fields()
    assert {key: found[key] for key in found if key not in {"lines", "muted", "to_settle"}} == {
        "id": 4, "uid": "uid4", "name": "Person 4", "slug": "person-4", "place": "muted", "row": None, "score": 0,
        "reasons": [], "every_days": 30, "cadence_from": "circle", "elapsed_days": 32, "away_days": 10,
        "counted_from": "2026-05-04", "due_on": "2026-06-13", "next_on": "2026-06-16",
        "next_kind": "cadence", "status": "active", "snooze_until": "2026-06-16",
    }  # fmt: skip


def test_somebody_missing_from_the_facts() -> None:
    """Who is not among the facts is explained as if they were."""
    person = somebody(contact=45, circle="close")
    assert explain(Facts(), person, TODAY, POLICY) == why(person)


DORMANT = {"dormant": (Dormant(1, "sql", "Read query plans"), Dormant(2, "sql", "Read query plans", "you learned"))}


def lines_of(person: Person, *others: Person, **facts: Any) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The place, the kinds that count, and the lines without those about the clock."""
    found = why(person, *others, **facts)
    words = tuple(line for line in found.lines if not line.startswith(("every ", "last ", "due since ", "no cadence")))
    return found.place, tuple(reason.kind for reason in found.reasons), words


def test_a_suggestion_does_not_count_beside_another_reason() -> None:
    """Where the plan leaves a suggestion out it is not told of."""
    person = somebody(contact=1200, every_days=NEVER)
    found = lines_of(person, **DORMANT, promises=(promise(3, owed_by="them"),))
    assert found == (
        "listed", ("owed",),
        ("row 1 of 1 today", "owed 38: they promised to send paper by Fri 12 Jun (3 days late) (38)"),
    )  # fmt: skip


def test_a_suggestion_takes_the_place_of_the_drift() -> None:
    """Who is suggested is not told of as drifted: the score is that of the suggestion."""
    found = lines_of(somebody(contact=400, circle="close"), **DORMANT)
    suggestion = "reconnect 26: 400 days; sql, for your goal Read query plans (20 + 2 × 3: topic 3)"
    assert found == ("listed", ("reconnect",), ("row 1 of 1 today", suggestion))


def test_somebody_else_is_suggested() -> None:
    """Who is worth a word, but not the most, is told so."""
    others = (somebody(2, contact=1200, every_days=NEVER),)
    place, kinds, words = lines_of(somebody(contact=1200, every_days=NEVER), *others, **DORMANT)
    assert (place, kinds) == ("not_due", ("reconnect",))
    assert words[0] == "not suggested today: somebody else is, or the list has no room"


def test_a_drift_that_was_asked_about() -> None:
    """Who drifted and was asked about lately is told when that comes again."""
    place, _, words = lines_of(somebody(contact=200, circle="close", asked_on=ago(5)), *CROWD)
    assert place == "not_due"
    assert words[0] == "not on today's list: the review asked on Wed 10 Jun, and asks again from Fri 10 Jul on"


@pytest.mark.parametrize(
    ("person", "facts", "line"),
    [
        (somebody(), {"meetings": (meeting(-3),)}, None),
        (somebody(), {"planned": (appointment(-6, time="15:00", summary="tea"),)},
         "not yet: planned for Sun 21 Jun at 15:00: tea"),
        (somebody(), {"feedback": (feedback(5),)}, "not yet: their feedback is to act on by Wed 24 Jun"),
        (somebody(), {"feedback": (feedback(5, "given"),)}, None),
        (somebody(contact=4, sent_from=ago(4), sent_on=ago(4)), {},
         "not yet: your message of Thu 11 Jun has no answer so far"),
        (somebody(contact=40, circle="wide", sent_from=ago(50), sent_on=ago(40)), {},
         "resting until Mon 2 Nov: two messages without an answer"),
    ],
)  # fmt: skip
def test_what_is_not_yet(person: Person, facts: dict[str, Any], line: str | None) -> None:
    """A reason whose day has not come is told where there is something to wait for."""
    found = why(person, **facts)
    assert (line in found.lines) if line else not [each for each in found.lines if each.startswith("not yet")]
