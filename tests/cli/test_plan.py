"""`lnet plan` from outside: what it echoes, what it lists, what it refuses, and how a plan ends."""

from datetime import date
from typing import Any

import pytest

from lnet.store.connect import Store
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.seeds import person
from tests.conftest import Lnet
from tests.transcript import check

WEDNESDAY, SATURDAY = date(2026, 6, 17), date(2026, 6, 20)


@pytest.fixture(autouse=True)
def network(store: Store) -> None:
    """Ada (close) and Wei (inner), talked to a while ago, and Ravi, in no circle."""
    person(store, "Ada Lovelace", "close", [45])
    person(store, "Wei Chen", "inner", [10])
    person(store, "Ravi Patel", None)


def test_a_plan_is_echoed_whole(lnet: Lnet) -> None:
    """The echo says the day and time, how, with whom, what it does, and how to move it or take it back."""
    lnet('goal add "Read query plans" --topic sql')
    check(
        lnet,
        """
        $ lnet plan "coffee with Ada fri 15:00 about indexes #sql; ask: how is the cat?; me: send paper by thu"
        Planned i3 · Fri 19 Jun 15:00 · in person · Ada Lovelace · #sql
          you promised p1  send paper, by Thu 18 Jun
          will count for g1 Read query plans
          to ask: how is the cat?
          no reminder by rhythm until then: Ada Lovelace
          not right? lnet edit i3 --on DATE · lnet undo
        """,
    )


def test_whom_a_plan_stands_in_for(lnet: Lnet) -> None:
    """Those with a rhythm, for the 21 days before it; nobody who is never reminded of, or paused."""
    lnet("contact pause wei")
    check(
        lnet,
        """
        $ lnet plan "tomorrow 9am zoom with Ravi, Ada and Wei"
        Planned i3 · Tue 16 Jun 09:00 · video · Ravi Patel, Ada Lovelace, Wei Chen
          no reminder by rhythm until then: Ada Lovelace
          not right? lnet edit i3 --on DATE · lnet undo
        $ lnet plan "1 sep: lunch with Ada"
        Planned i4 · Tue 1 Sep · in person · Ada Lovelace
          no reminder by rhythm from Tue 11 Aug until then: Ada Lovelace
          not right? lnet edit i4 --on DATE · lnet undo
        $ lnet why ada
        Ada Lovelace
          row 2 of 3 today
          prep 66: planned for tomorrow, Tue 16 Jun, at 09:00: zoom with Ravi, Ada and Wei (66)
          not yet: planned for Tue 1 Sep: lunch with Ada
          not by rhythm: a conversation is planned for Tue 16 Jun
        …
        """,
    )


def test_the_list_has_what_is_to_come_and_what_has_passed(lnet: Lnet) -> None:
    """By day and time; a plan whose day has passed says how to settle it; nothing planned is one kind line."""
    check(
        lnet,
        """
        $ lnet plan
        Nothing is planned. Plan a conversation: lnet plan "fri 15:00: coffee with Ada"
        """,
    )
    for sentence in ("sat: lunch with Ada", "fri 15:00: zoom with Ada", "fri 9:30 call Ravi #sql", "wed call Wei"):
        lnet("plan", sentence)
    lnet('log "coffee with ada; next: thu 10:00"')
    lnet('plan "today: read the paper" --solo')
    assert [line[:2] for line in lnet("plan").out.splitlines()] == ["re", "i9", "i6", "i8", "i5", "i4", "i3"]
    lnet("log 'call with wei'", today=WEDNESDAY)
    ran = lnet("plan", today=SATURDAY)
    assert ran.out == (
        "ref  when        how        with          what\n"
        "i3   2026-06-20  in person  Ada Lovelace  lunch with Ada\n"
        "passed i9 · 2026-06-15 · other · – · read the paper\n"
        "  lnet done i9 or lnet delete i9\n"
        "passed i8 · 2026-06-18 10:00 · other · Ada Lovelace\n"
        "  lnet done i8 or lnet delete i8\n"
        "passed i5 · 2026-06-19 09:30 · call · Ravi Patel · call Ravi #sql\n"
        "  lnet done i5 or lnet delete i5\n"
        "passed i4 · 2026-06-19 15:00 · video · Ada Lovelace · zoom with Ada\n"
        "  lnet done i4 or lnet delete i4\n"
    )


def test_a_plan_is_fulfilled_on_its_day_or_later(lnet: Lnet) -> None:
    """A log or done with that person before the day leaves it open; on or after the day it has come true."""
    lnet('plan "wed: coffee with Ada"')
    lnet('plan "fri: call Ada and Wei"')
    assert data(lnet, "log", "coffee with ada")["aftermath"]["fulfilled"] == []
    assert data(lnet, "done", "ravi", today=WEDNESDAY)["fulfilled"] == []
    assert data(lnet, "log", "tea with ada", today=WEDNESDAY)["aftermath"]["fulfilled"] == ["i3"]
    assert data(lnet, "done", "wei", today=SATURDAY)["fulfilled"] == ["i4"]
    assert data(lnet, "plan") == []
    lnet("undo", today=SATURDAY)
    assert [plan["ref"] for plan in data(lnet, "plan")] == ["i4"]


def test_a_plan_takes_the_options_of_a_log(lnet: Lnet) -> None:
    """They add to the sentence; --on may have a time and wins; - reads standard input; words need no quotes."""
    lnet('goal add "Read query plans"')
    ran = data(
        lnet, "plan", "indexes", "--with", "ada", "--on", "fri 15:00", "--via", "video", "-t", "SQL", "-g", "g1",
        "--me", "send paper", "--them", "send data by 1 jul", "--ask", "why?", "--note", "bring it", "--private",
    )  # fmt: skip
    talk = ran["interaction"]
    assert [talk[name] for name in ("occurred_on", "time", "channel", "topics", "goals", "note", "private")] == [
        "2026-06-19", "15:00", "video", ["sql"], ["g1"], "bring it", True,
    ]  # fmt: skip
    assert [(each["owed_by"], each["text"], each["due_on"]) for each in ran["promises"]] == [
        ("me", "send paper", None), ("them", "send data", "2026-07-01"),
    ]  # fmt: skip
    assert talk["debrief"]["next_question"] == "why?"
    assert data(lnet, "plan", "-", stdin="sat: tea with ada\nask: why?\n")["interaction"]["occurred_on"] == "2026-06-20"
    assert data(lnet, "plan", "sun", "tea", "with", "ada", "ask:", "why?")["interaction"]["summary"] == "tea with ada"


def test_json_is_that_of_a_log_with_what_is_planned(lnet: Lnet) -> None:
    """The conversation is marked as planned, and named among what is planned; a dry run has no numbers."""
    logged = data(lnet, "log", "coffee with ada")
    planned = data(lnet, "plan", "fri: coffee with ada")
    assert logged.keys() == planned.keys()
    assert planned["interaction"]["planned"] is True
    assert planned["planned"] == [
        {"ref": "i4", "text": "coffee with ada", "contact": "Ada Lovelace", "kind": "", "on": "2026-06-19"}
    ]
    dry = data(lnet, "plan", "sat: coffee with ada", "--dry-run")
    assert (dry["dry_run"], dry["undo"]) == (True, None)
    assert (dry["interaction"]["ref"], dry["planned"][0]["ref"]) == (None, None)
    assert [each["ref"] for each in data(lnet, "plan")] == ["i4"]
    assert lnet("plan --csv").out.splitlines()[1].startswith("4,i4,")


def test_a_dry_run_says_what_would_be_planned(lnet: Lnet) -> None:
    """The same echo, without number and way back."""
    check(
        lnet,
        """
        $ lnet plan "fri: coffee with ravi" --dry-run
        Would plan · Fri 19 Jun · in person · Ravi Patel
        $ lnet plan --json
        {
          "schema": "lnet.plan/1",
          "ok": true,
          "data": []
        }
        """,
    )


def test_unknown_names_are_added_or_told(lnet: Lnet) -> None:
    """--create adds them; without it they are named; with nobody at all a script stops; --solo is by yourself."""
    check(
        lnet,
        """
        $ lnet plan "fri: coffee with Bob Stone"
        lnet: who is it with? no contact was recognised (Bob Stone is not in your network) · name somebody, or --c…
        [3]
        $ lnet plan "fri: coffee with Bob Stone" --create
        Planned i3 · Fri 19 Jun · in person · Bob Stone
          added Bob Stone
          not right? lnet edit i3 --on DATE · lnet undo
        $ lnet plan "sat: tea with Ravi and Grace Hopper"
        Planned i4 · Sat 20 Jun · in person · Ravi Patel
          note: Grace Hopper is not in your network; --create adds them
          not right? lnet edit i4 --on DATE · lnet undo
        $ lnet plan "fri: read the paper" --solo
        Planned i5 · Fri 19 Jun · other · by yourself
          not right? lnet edit i5 --on DATE · lnet undo
        """,
    )


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["coffee with ada yesterday"], 4, "'yesterday': that is past · use lnet log"),
        (["coffee with ada", "--on", "last fri"], 4, "'last fri': that is past · use lnet log"),
        (["coffee with ada"], 4, "when is it? a plan needs a day"),
        (["coffee with ada fri at 10"], 4, "when is it? a plan needs a day"),
        (["2026-02-30: coffee with ada"], 4, "there is no such day"),
        (["fri 25:00: coffee with ada"], 4, "there is no such time"),
        (["fri coffee with ada", "--on", "whenever"], 4, "'whenever' is not a date I understand"),
        (["fri: tea with ada; learned: much"], 4, "'learned:' tells of a conversation that was held"),
        (["fri: tea with ada; feedback: slower"], 4, "'feedback:' tells"),
        (["fri: tea with ada; gave: advice"], 4, "'gave:' tells"),
        (["fri: tea with ada; got: advice"], 4, "'got:' tells"),
        (["fri: tea with ada; done: p1"], 4, "'done:' tells"),
        (["fri: tea with ada; g1: a chapter"], 4, "'g1:' tells"),
        (["fri: tea with ada; next: sat"], 4, "'next:' tells"),
        (["fri: tea with a"], 3, "who is it with?"),
        (["fri: tea with ada", "--goal", "g9"], 3, "g9"),
        (["", "--on", "fri"], 4, "the sentence is empty"),
        (["--with", "ada", "--on", "fri"], 2, "what is planned?"),
        (["fri: tea with ada", "--csv"], 2, "--csv is for the list"),
        (["fri: tea with ada", "--learned", "x"], 2, "No such option"),
    ],
)
def test_what_no_plan_can_be_is_refused(lnet: Lnet, words: list[str], status: int, said: str) -> None:
    """A day that is past or missing, what tells of a conversation held, nobody: one line, and nothing stored."""
    ran = lnet("plan", *words)
    assert (ran.status, ran.out, ran.err.count("\n")) == (status, "", 1)
    assert said in ran.err
    assert (data(lnet, "plan"), data(lnet, "promise", "list")) == ([], [])


def test_two_of_a_name_are_never_guessed(lnet: Lnet) -> None:
    """An ambiguous name lists its candidates."""
    lnet("add Ada Byron")
    assert lnet("plan 'fri: tea with ada'").err == (
        "lnet: 'ada' could be Ada Lovelace, Ada Byron · use the full name or the slug\n"
    )


def test_a_second_plan_on_a_day_warns(lnet: Lnet) -> None:
    """Whoever is planned with twice on a day is named, with the other plan; another day or person is none."""
    lnet('plan "fri: tea with Ada and Wei"')
    check(
        lnet,
        """
        $ lnet plan "fri 17:00: call Wei, Ada and Ravi"
        Planned i4 · Fri 19 Jun 17:00 · call · Wei Chen, Ada Lovelace, Ravi Patel
          no reminder by rhythm until then: Wei Chen, Ada Lovelace
          note: i3 is planned with Ada Lovelace, Wei Chen on the same day
          not right? lnet edit i4 --on DATE · lnet undo
        $ lnet plan "sat: call Ravi"
        Planned i5 · Sat 20 Jun · call · Ravi Patel
          not right? lnet edit i5 --on DATE · lnet undo
        """,
    )


def test_a_plan_at_an_event_needs_nobody(lnet: Lnet, store: Store) -> None:
    """An @event of the day is enough, be it behind the date."""
    from lnet.store.journal import step
    from lnet.store.write.rows import insert

    with step(store, "seed") as open_:
        for year in (2025, 2026):
            insert(open_, "event", name=f"PyCon {year}", key=f"pycon {year}", starts_on=date(year, 7, 20))
    talk = data(lnet, "plan", "21 jul: the talk on planners @pycon")["interaction"]
    assert (talk["event"], talk["occurred_on"], talk["participants"]) == ("PyCon 2026", "2026-07-21", [])
    assert data(lnet, "plan", "the talk on planners 21 jul @pycon")["interaction"]["occurred_on"] == "2026-07-21"


def test_promises_of_a_plan_are_made_today(lnet: Lnet) -> None:
    """They are owed from now on, and stay when the plan is deleted."""
    lnet('plan "1 sep: lunch with Ada; me: send paper"')
    for command in ("show i3", "delete i3"):
        lnet(command)
        (promise,) = data(lnet, "promise", "list")
        assert (promise["made_on"], promise["status"]) == ("2026-06-15", "open")


def test_a_plan_is_undone_in_one_step(lnet: Lnet) -> None:
    """With the person it had added and the promise it had stored."""
    before = data(lnet, "contact", "list")
    lnet('plan "fri: tea with Bob Stone; me: send paper" --create')
    lnet("undo")
    assert (data(lnet, "contact", "list"), data(lnet, "plan"), data(lnet, "promise", "list")) == (before, [], [])


def test_a_plan_is_shown_moved_and_deleted(lnet: Lnet) -> None:
    """A plan reads as one, moves to another day (and time), never into the past; what was held never moves ahead."""
    check(
        lnet,
        """
        $ lnet plan "fri 15:00: tea with Ravi; ask: why?"
        …
        $ lnet show i3
        i3 · Fri 19 Jun 15:00 · planned · in person · Ravi Patel
          tea with Ravi
          to ask        why?
        $ lnet edit i3 --on "next week"
        Changed i3 · 2026-06-22 15:00 · Ravi Patel
          not right? lnet undo
        $ lnet edit i3 --on "1 jul 9:30"
        Changed i3 · 2026-07-01 09:30 · Ravi Patel
          not right? lnet undo
        $ lnet edit i3 --on yesterday
        lnet: 'yesterday': that is past · use lnet log
        [4]
        $ lnet edit i1 --on tomorrow
        lnet: 'tomorrow': that is still to come · use lnet plan
        [4]
        $ lnet interaction list --planned
        ref  day         how        with        what
        i3   2026-07-01  in person  Ravi Patel  tea with Ravi
        $ lnet contact show ravi
        Ravi Patel · ravi-patel

        Planned
          i3  Wed 1 Jul 09:30 · in person · tea with Ravi
        $ lnet delete i3
        Deleted i3 · tea with Ravi
          not right? lnet undo
        $ lnet plan
        Nothing is planned. Plan a conversation: lnet plan "fri 15:00: coffee with Ada"
        """,
    )


def test_a_plan_is_no_contact(lnet: Lnet) -> None:
    """Before it is held it moves no clock."""
    before = data(lnet, "contact", "show", "ada")["last_on"]
    lnet('plan "today: tea with Ada"')
    assert data(lnet, "contact", "show", "ada")["last_on"] == before


def test_hostile_text_is_shown_safely(lnet: Lnet) -> None:
    """No control byte of a sentence or a name reaches the screen, in the echo or in the list."""
    lnet("add", HOSTILE)
    words: list[Any] = ["plan", f"fri: tea about {HOSTILE.replace(';', '')}", "--with", "ravi"]
    assert lnet(*words).status == 0
    assert_safe(lnet("plan").out)
