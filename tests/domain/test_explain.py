"""`why`: the arithmetic in words, for those on the list and those who are not."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from lnet.domain.explain import Explanation, explain
from lnet.domain.facts import NEVER, Away, Facts, Person
from lnet.domain.reminders import plan
from tests.domain.networks import POLICY, TODAY, ago, any_day, networks, people, promise, regular, somebody


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
            ("not listed: a conversation is planned for Sun 21 Jun", "every 30 days: close circle",
             "last conversation on Mon 4 May: 32 days, 10 away days left out", "due since 13 June",
             "next on the list on 21 July: 30 days; you aim for every 30"),
        ),
        (
            somebody(contact=80, every_days=21, clock_from=ago(9), first_due=ago(-4)),
            {},
            ("not due: 17 of 21 days", "every 21 days: you set this",
             "not since your fresh start; the first is meant for Fri 19 Jun", "due on 19 June"),
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
             ("promise 95: you promised to send paper by Sun 24 May (22 days late): renegotiate or release? "
             "(70 + 5 × 22, at most 95)"),
             "cadence 46: 40 days; your usual rhythm is 30 (20 + 20 × 40 ÷ 30)",
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
    assert {key: found[key] for key in found if key not in {"lines", "muted"}} == {
        "id": 4, "uid": "uid4", "name": "Person 4", "slug": "person-4", "place": "muted", "row": None, "score": 0,
        "reasons": [], "every_days": 30, "cadence_from": "circle", "elapsed_days": 32, "away_days": 10,
        "counted_from": "2026-05-04", "due_on": "2026-06-13", "next_on": "2026-06-16",
        "next_kind": "cadence", "status": "active", "snooze_until": "2026-06-16",
    }  # fmt: skip


def test_somebody_missing_from_the_facts() -> None:
    """Who is not among the facts is explained as if they were."""
    person = somebody(contact=45, circle="close")
    assert explain(Facts(), person, TODAY, POLICY) == why(person)


@given(networks(when=any_day), people(identity=5, when=any_day), any_day)
def test_agrees_with_the_plan(facts: Facts, stranger: Person, today: date) -> None:
    """Its place, row number and score are those of the plan."""
    person = next((one for one in facts.people if one.id == 5), stranger)
    whole = plan(Facts(**{name: getattr(facts, name) for name in ("promises", "goals", "away", "dealt_with")},
                       people=(*(one for one in facts.people if one.id != 5), person)), today, POLICY)  # fmt: skip
    found = explain(facts, person, today, POLICY)
    rows = {row.person.id: (number, row.score) for number, row in enumerate(whole.people, start=1)}
    assert (found.place in {"listed", "drifted"}) == (5 in rows)
    if 5 in rows:
        assert (found.number, found.score) == rows[5]
    assert (found.place == "later") == any(row.person.id == 5 for row in whole.later)
    assert found.lines
