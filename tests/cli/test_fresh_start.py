"""`lnet fresh-start`: nobody is overdue any more, and nothing that was written is lost."""

import sys
from collections.abc import Iterator
from datetime import date, timedelta

import pexpect  # type: ignore[import-untyped]  # it has no stubs
import pytest

from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write.rows import insert
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.contents import contents
from tests.cli.seeds import ago, aim, away, mentor, owe, person, talk
from tests.conftest import TODAY, Lnet
from tests.transcript import check


def meet(store: Store, who: int, ended: int) -> None:
    """Somebody met at an event that ended so many days ago, flagged to be followed up."""
    with step(store, "seed") as open_:
        event = insert(open_, "event", name="PyCon", key="pycon", starts_on=ago(ended + 2), ends_on=ago(ended))
        insert(open_, "attendance", event_id=event, contact_id=who, follow_up=1)


def ahead(found: list[dict[str, str]]) -> list[int]:
    """In how many days everybody comes due."""
    return [(date.fromisoformat(each["due_on"]) - TODAY).days for each in found]


def test_twelve_close_people_come_due_by_turns(lnet: Lnet, store: Store) -> None:
    """The oldest contact comes first, every two or three days; drifted or not, and those never talked to."""
    person(store, "Added", "close", created_on=ago(60))
    person(store, "Oldest", "close", [400])
    for number in range(10):
        person(store, f"Person {number}", "close", [45 - number])
    found = data(lnet, "fresh-start")["people"]
    assert ahead(found) == [3, 5, 8, 10, 13, 15, 18, 20, 23, 25, 28, 30]
    assert [each["name"] for each in found[:4]] == ["Oldest", "Added", "Person 0", "Person 1"]
    for days in (2, 3, 4, 5):
        listed = data(lnet, "followups", today=TODAY + timedelta(days=days))["people"]
        assert [row["name"] for row in listed] == ["Oldest", "Added"][: (days - 1) // 2]


def test_what_it_does_is_told(lnet: Lnet, store: Store) -> None:
    """People with their days, goals, flags, and what stays: my promises with their lateness."""
    ada = person(store, "Ada Lovelace", "close", [45])
    for name, days in (("Wei Chen", 40), ("Mei Sato", 500)):
        person(store, name, "close", [days])
    aim(store, "Read query plans", 20, ada)
    meet(store, ada, 15)
    owe(store, ada, "send paper", 3)
    owe(store, ada, "send slides", -4)
    owe(store, ada, "send data", 3, owed_by="them")
    check(
        lnet,
        """
        $ lnet fresh-start
        A fresh start.
          3 people come due anew, from Thu 25 Jun to Wed 15 Jul
            Thu 25 Jun  Mei Sato
            Sun 5 Jul   Ada Lovelace
            Wed 15 Jul  Wei Chen
          their last conversations stay as they are
          1 goal starts again from today: g1 Read query plans
          1 event flag cleared, of events long past
          what you promised stays:
            p1 to Ada Lovelace: send paper, by Fri 12 Jun (3 days late)
            p2 to Ada Lovelace: send slides, by Fri 19 Jun (in 4 days)
          not right? lnet undo
        $ lnet fresh-start
        Nothing is overdue: there is nothing to start afresh.
          what you promised stays:
            p1 to Ada Lovelace: send paper, by Fri 12 Jun (3 days late)
            p2 to Ada Lovelace: send slides, by Fri 19 Jun (in 4 days)
        """,
    )
    assert data(lnet, "contact", "show", "ada")["last_on"] == ago(45).isoformat()
    assert [row["name"] for row in data(lnet, "followups")["people"]] == ["Ada Lovelace"]


def test_a_long_list_is_shortened(lnet: Lnet, store: Store) -> None:
    """The first five by name, the number of the rest."""
    for number in range(12):
        person(store, f"Person {number}", "close", [45])
    ran = lnet("fresh-start").out
    assert "12 people come due anew, from Thu 18 Jun to Wed 15 Jul" in ran
    assert ran.count("Person") == 5
    assert "and 7 more, by turns" in ran


def test_who_is_overdue(lnet: Lnet, store: Store) -> None:
    """By any cadence that was reached, away days left out, snoozed or not; nobody who rests, and nobody in time."""
    person(store, "Inner", "inner", [14])
    mentor(store, person(store, "A Mentor", None, [45]), 30)
    person(store, "By Rhythm", None, [112, 92, 64, 40])
    person(store, "Snoozed", "close", [45], snooze_until=ago(-30))
    person(store, "In time", "close", [29])
    person(store, "Away in between", "close", [35])
    person(store, "Paused", "close", [45], status="paused")
    person(store, "Archived", "close", [45], status="archived")
    person(store, "No cadence", None, [45])
    person(store, "Not yet", "close", first_due=ago(-3))
    person(store, "First conversation", "close", first_due=ago(3))
    away(store, 34, 28)
    found = data(lnet, "fresh-start")["people"]
    assert {each["name"]: each["every_days"] for each in found} == {
        "Inner": 14, "A Mentor": 30, "By Rhythm": 30, "Snoozed": 30, "First conversation": 30,
    }  # fmt: skip


def test_each_cadence_is_spread_by_itself(lnet: Lnet, store: Store) -> None:
    """Two of the inner circle share 14 days, two close ones 30."""
    for circle in ("inner", "close"):
        for number in range(2):
            person(store, f"{circle} {number}", circle, [100 - number])
    found = data(lnet, "fresh-start")["people"]
    assert [each["name"] for each in found] == ["inner 0", "inner 1", "close 0", "close 1"]
    assert ahead(found) == [7, 14, 15, 30]


def test_only_old_flags_are_cleared(lnet: Lnet, store: Store) -> None:
    """Somebody met within a fortnight is still to be followed up."""
    meet(store, person(store, "Met lately", None), 14)
    meet(store, person(store, "Met long ago", None), 15)
    found = data(lnet, "fresh-start")["flags_cleared"]
    assert found == [{"name": "Met long ago", "slug": "met-long-ago", "event": "PyCon"}]
    assert store.db.execute("SELECT follow_up FROM attendance ORDER BY id").fetchall() == [(1,), (0,)]


def test_goals_that_are_not_stale_are_left_alone(lnet: Lnet, store: Store) -> None:
    """Stale and drifted goals count from today; fresh and paused ones do not change."""
    for title, days in (("Stale", 20), ("Drifted", 90), ("Fresh", 3)):
        aim(store, title, days)
    aim(store, "Paused", 90, status="paused")
    assert [each["ref"] for each in data(lnet, "fresh-start")["goals"]] == ["g2", "g1"]
    assert store.db.execute("SELECT reviewed_on FROM goal ORDER BY id").fetchall() == [
        ("2026-06-15",), ("2026-06-15",), (None,), (None,),
    ]  # fmt: skip
    assert data(lnet, "followups")["goals"] == []


def test_a_conversation_after_it_counts_as_ever(lnet: Lnet, store: Store) -> None:
    """The new first-due day holds until there is a conversation; then the cadence runs from that."""
    person(store, "Ada Lovelace", "close", [45])
    lnet("fresh-start")
    assert data(lnet, "contact", "show", "ada")["due_on"] == "2026-07-15"
    talk(store, -2, 1)
    assert data(lnet, "contact", "show", "ada", today=ago(-2))["due_on"] == "2026-07-17"


def test_one_undo_takes_all_back(lnet: Lnet, store: Store) -> None:
    """People, goals and flags are one step."""
    ada = person(store, "Ada Lovelace", "close", [45])
    aim(store, "Read query plans", 20)
    meet(store, ada, 30)
    owe(store, ada, "send paper", 3)
    before = contents(store.path)
    found = data(lnet, "fresh-start")
    assert found["undo"] == store.db.execute("SELECT max(id) FROM step").fetchone()[0]
    assert found["promises"] == [
        {
            "ref": "p1", "contact": "Ada Lovelace", "slug": "ada-lovelace", "text": "send paper",
            "due_on": "2026-06-12", "days_late": 3,
        }
    ]  # fmt: skip
    assert contents(store.path) != before
    assert lnet("undo").status == 0
    assert contents(store.path) == before


def test_text_that_would_do_harm_is_shown_safely(lnet: Lnet, store: Store) -> None:
    """Names, titles and promises pass the one safe function."""
    owe(store, person(store, HOSTILE, "close", [45]), HOSTILE, 3)
    aim(store, HOSTILE, 20)
    assert_safe(lnet("fresh-start").out)


# --- on a terminal ----------------------------------------------------------------------------------------------


@pytest.fixture
def terminal(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[pexpect.spawn]:
    """`lnet fresh-start` on a narrow pseudo-terminal, with somebody overdue."""
    person(store, "Ada Lovelace", "close", [45])
    monkeypatch.setenv("LNET_DB", str(store.path))
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.delenv("COLUMNS")
    child = pexpect.spawn(
        sys.executable, ["-m", "lnet", "fresh-start"], encoding="utf-8", timeout=20, dimensions=(24, 40)
    )
    yield child
    child.close(force=True)


def test_a_terminal_is_asked_first(terminal: pexpect.spawn, store: Store) -> None:
    """What would change is shown; a yes does it."""
    terminal.expect("A fresh start would mean:")
    terminal.expect("Wed 15 Jul +Ada Lovelace")
    terminal.expect("Start afresh. .y/N.: ")
    terminal.sendline("y")
    terminal.expect("A fresh start.*not right. lnet undo")
    terminal.expect(pexpect.EOF)
    assert store.db.execute("SELECT clock_from FROM contact").fetchone() == ("2026-06-15",)


def test_enter_changes_nothing(terminal: pexpect.spawn, store: Store) -> None:
    """Only a yes starts afresh."""
    terminal.expect("Start afresh. .y/N.: ")
    terminal.sendline("")
    terminal.expect(pexpect.EOF)
    terminal.wait()
    assert terminal.exitstatus == 130
    assert store.db.execute("SELECT clock_from FROM contact").fetchone() == (None,)


def test_another_circle_moves_the_first_day_of_a_fresh_start(lnet: Lnet, store: Store) -> None:
    """Who changes circle before the first conversation since the fresh start gets a day of the new cadence."""
    person(store, "Ada Lovelace", "wide", [900])
    lnet("fresh-start --yes")
    assert data(lnet, "contact", "show", "ada")["due_on"] == "2027-06-15"
    lnet("contact edit ada --circle inner")
    assert data(lnet, "contact", "show", "ada")["due_on"] == "2026-06-18"


def test_flags_that_were_followed_up_are_no_longer_stale(lnet: Lnet, store: Store) -> None:
    """Who was talked to after the event keeps the flag: there is nothing to clear."""
    meet(store, person(store, "Ada Lovelace", None, [30]), 40)
    assert "Nothing is overdue" in lnet("fresh-start").out
