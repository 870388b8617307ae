"""`lnet pace`: what all cadences together ask for."""

import sys
from datetime import date
from pathlib import Path

import pexpect  # type: ignore[import-untyped]  # it has no stubs
import pytest

from lnet.domain.cadence import cadence
from lnet.store.connect import Store
from lnet.store.read import contacts
from tests.cli.answers import data
from tests.cli.seeds import mentor, person
from tests.conftest import Lnet
from tests.transcript import check


@pytest.fixture
def network(store: Store) -> Store:
    """Everybody who asks for something, by every way there is to, and some who do not."""
    for number in range(3):
        person(store, f"Inner {number}", "inner", [5])
    for number in range(6):
        person(store, f"Close {number}", "close")
    person(store, "Quarterly", "close", every_days=91)
    mentor(store, person(store, "A Mentor", None, [5]), 30)
    person(store, "By Rhythm", None, [112, 92, 64, 40])
    for name, status in (("Paused", "paused"), ("Quiet", "quiet"), ("Archived", "archived")):
        person(store, name, "inner", status=status)
    person(store, "Never", "inner", every_days=0)
    person(store, "Nobody in particular", None, [5])
    return store


def test_the_pace_by_circle(lnet: Lnet, network: Store) -> None:
    """The sum of 1 / cadence over active people; agreed and learned cadences count as those of no circle."""
    check(
        lnet,
        """
        $ lnet pace
        circle     people    every  a week  a day
        inner           3  14 days     1.5   0.21
        close           7  various     1.5   0.21
        no circle       2  30 days     0.5   0.07
        together       12              3.4   0.49
        That is about one conversation every 2 days.
        """,
    )


def test_it_is_what_the_rules_say(lnet: Lnet, network: Store) -> None:
    """The figures give what reckoning every person's cadence one by one gives."""
    people = [contact.facts() for contact in contacts.listed(network, "status = 'active'")]
    aims = [aim for person in people if (aim := cadence(person, network.policy))]
    found = data(lnet, "pace")
    assert (found["people"], found["a_day"]) == (len(aims), pytest.approx(sum(1 / aim.days for aim in aims), abs=1e-4))
    assert found["a_week"] == pytest.approx(7 * found["a_day"], abs=1e-3)
    assert [each["circle"] for each in found["by_circle"]] == ["inner", "close", None]
    assert found["by_circle"][1] == {
        "circle": "close", "people": 7, "every_days": None, "a_day": 0.211, "a_week": 1.4769,
    }  # fmt: skip


def test_a_policy_may_ask_for_more_before_it_learns(
    lnet: Lnet, network: Store, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has talked on four days has no rhythm where five are asked for."""
    (home / "config.toml").write_text("[reminders]\nlearned_min_days = 5\nclose_days = 60\n")
    monkeypatch.setenv("LNET_CONFIG", str(home / "config.toml"))
    found = data(lnet, "pace")
    assert found["people"] == 11
    assert found["by_circle"][1]["a_day"] == pytest.approx(6 / 60 + 1 / 91, abs=1e-4)


@pytest.mark.parametrize(
    ("people", "every", "said"),
    [
        (1, 1, "one conversation a day"),
        (1, 2, "one conversation every 2 days"),
        (1, 3, "one conversation every 3 days"),
        (4, 3, "one conversation a day"),
        (5, 2, "2 conversations a day"),
        (1, 365, "one conversation every 365 days"),
    ],
)
def test_what_it_comes_to(lnet: Lnet, store: Store, people: int, every: int, said: str) -> None:
    """One calm sentence: so many a day, or one in so many days."""
    for number in range(people):
        person(store, f"Person {number}", "close", every_days=every)
    assert lnet("pace").out.endswith(f"That is about {said}.\n")


def test_nobody_asks_for_anything(lnet: Lnet, store: Store) -> None:
    """An empty network, or one without circles, is told how to begin."""
    person(store, "Ada Lovelace", None, [5])
    check(lnet, "$ lnet pace\nNo cadence asks for anything yet: lnet contact edit NAME --circle close")
    assert data(lnet, "pace") == {"people": 0, "a_day": 0, "a_week": 0, "by_circle": [], "held": None}


def test_on_a_narrow_terminal(network: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line a circle with its people and its week, and nothing wider than there is room for."""
    monkeypatch.setenv("LNET_DB", str(network.path))
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.delenv("COLUMNS")
    child = pexpect.spawn(sys.executable, ["-m", "lnet", "pace"], encoding="utf-8", timeout=20, dimensions=(24, 40))
    lines = [line.rstrip() for line in child.read().splitlines()]
    assert lines[:2] == ["inner: 3, 1.5 a week", "close: 7, 1.5 a week"]
    assert "together: 12, 3.4 a week" in lines
    assert max(map(len, lines)) <= 40


def test_it_can_be_held_against_what_was(lnet: Lnet, network: Store) -> None:
    """Conversations from a day on, today's included, each once whoever took part; a day to come is refused."""
    lnet("log 'call with inner 0 and inner 1'", today=date(2026, 6, 14))
    assert lnet("pace --since 2026-06-09").out.endswith("\nSince Tue 9 Jun you had 6 conversations, 6.0 a week.\n")
    assert data(lnet, "pace", "--since", "today")["held"] == {"since": "2026-06-15", "conversations": 0, "a_week": 0.0}
    assert data(lnet, "pace")["held"] is None
    assert lnet("pace --since 2027-01-01").status == 4
