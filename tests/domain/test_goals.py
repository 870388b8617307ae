"""Goals that went stale or drifted."""

from datetime import date

import pytest
from hypothesis import given

from lnet.domain.away import AwayDays
from lnet.domain.facts import NEVER, Away, Facts, Goal
from lnet.domain.goals import GoalRow, goal_days, is_if_then, stale_goals
from tests.domain.networks import FAR, LONG_AGO, POLICY, TODAY, ago, any_day, goal, networks


def stale(*goals: Goal, away: tuple[Away, ...] = ()) -> tuple[GoalRow, ...]:
    """The stale ones among these goals."""
    return stale_goals(goals, AwayDays(away), TODAY, POLICY)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (goal(13), None), (goal(14), (45, "stale")), (goal(20), (51, "stale")), (goal(21), (52, "stale")),
        (goal(28), (60, "stale")), (goal(41), (60, "stale")), (goal(42), (60, "drifted")),
        (goal(21, target_on=ago(-10)), (62, "stale")), (goal(21, target_on=ago(-14)), (62, "stale")),
        (goal(21, target_on=ago(-15)), (52, "stale")), (goal(21, target_on=ago(14)), (62, "stale")),
        (goal(21, target_on=ago(15)), (52, "stale")), (goal(42, target_on=ago(0)), (70, "drifted")),
        (goal(13, target_on=ago(-1)), None),
        (goal(21, snooze_until=ago(-1)), None), (goal(21, snooze_until=ago(0)), (52, "stale")),
        (goal(30, every=30), (45, "stale")), (goal(500, every=NEVER), None),
    ],
)  # fmt: skip
def test_points_and_state(made: Goal, expected: tuple[int, str] | None) -> None:
    """A goal is stale after its days, more so the longer, most with a near target, and drifted after three times."""
    found = stale(made)
    assert ((found[0].points, found[0].state) if found else None) == expected


def test_away_days_do_not_age_a_goal() -> None:
    """Days away are left out."""
    away = (Away(ago(9), ago(5)),)
    assert [row.days for row in stale(goal(19), away=away)] == [14]
    assert stale(goal(18), away=away) == ()


@pytest.mark.parametrize(("made", "touched", "expected"), [(5, None, 5), (20, 7, 7), (7, 20, 7), (-1, None, 0)])
def test_days_run_from_the_latest(made: int, touched: int | None, expected: int) -> None:
    """A goal's days run from when it was touched, or made, whichever is later."""
    one = Goal(1, "g", "Read", ago(made), 14, None if touched is None else ago(touched))
    assert goal_days(one, AwayDays(), TODAY) == expected


def test_order() -> None:
    """Near targets first, then by days / every, then by title."""
    rows = stale(
        goal(28, 1, "B"), goal(42, 2, "A", every=21), goal(40, 3, "C"), goal(14, 4, "D", target_on=ago(-9)),
        goal(15, 5, "E", target_on=ago(-1)),
    )  # fmt: skip
    assert [row.goal.title for row in rows] == ["E", "D", "C", "A", "B"]


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (goal(21), "21 days; you aim for every 14; nobody is linked to it"),
        (goal(21, helping=("Ada Lovelace",)), "21 days; you aim for every 14; Ada Lovelace could help"),
        (goal(21, helping=("Ada", "Ben")), "21 days; you aim for every 14; Ada and Ben could help"),
        (goal(21, helping=("A", "B", "C")), "21 days; you aim for every 14; A, B and C could help"),
        (goal(21, helping=("A", "B", "C", "D")), "21 days; you aim for every 14; A, B and 2 more could help"),
        (
            goal(1, every=1, target_on=ago(-1), helping=("Ada",)),
            "1 day; you aim for every 1; its target is tomorrow; Ada could help",
        ),
        (
            goal(50, target_on=ago(1)),
            (
                "50 days; you aim for every 14; its target was 1 day ago; nobody is linked to it; "
                "keep, reshape, pause or drop?"
            ),
        ),
    ],
)
def test_in_words(made: Goal, text: str) -> None:
    """A goal tells its days, a near target, who could help or that nobody is linked, and asks when it drifted."""
    assert stale(made)[0].text == text


def test_as_json() -> None:
    """A goal's fields are those of the JSON contract."""
    assert stale(goal(21, 3, helping=("Ada Lovelace",)))[0].fields() == {
        "ref": "g3", "title": "Read query plans", "points": 52, "days": 21, "every": 14, "state": "stale",
        "helping": ["Ada Lovelace"], "text": "21 days; you aim for every 14; Ada Lovelace could help",
    }  # fmt: skip


@given(networks(when=FAR), any_day)
def test_every_stale_goal_is_listed(facts: Facts, today: date) -> None:
    """Exactly the goals whose days have passed and that are not snoozed are listed, each once."""
    away = AwayDays(facts.away)
    expected = {
        one.id for one in facts.goals
        if one.every_days and goal_days(one, away, today) >= one.every_days
        and (one.snooze_until is None or one.snooze_until <= today)
    }  # fmt: skip
    found = stale_goals(facts.goals, away, today, POLICY)
    assert sorted(row.goal.id for row in found) == sorted(expected)
    assert all(row.goal.created_on >= LONG_AGO or row.days >= 0 for row in found)


@pytest.mark.parametrize(
    ("next_step", "told"),
    [
        ("if it is Sunday, then I rehearse once aloud", True), ("When I get home I write a page", True),
        ("after lunch: read a plan", True), ("as soon as  the kettle\nboils, EXPLAIN", True),
        ("write the outline", False), ("write the outline after lunch", False), ("ask Ada whether it works", False),
        ("", False),
    ],
)  # fmt: skip
def test_a_next_step_that_names_its_moment(next_step: str, told: bool) -> None:
    """A cue and what follows from it, in that order or with "I" behind the cue."""
    assert is_if_then(next_step) == told
