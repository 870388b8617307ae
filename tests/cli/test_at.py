"""`lnet at`: the event I am at, to which logs belong meanwhile."""

from datetime import date
from pathlib import Path

import pytest

from lnet.store.connect import Store
from tests.cli.answers import data
from tests.cli.contents import contents
from tests.cli.terminal import Terminal
from tests.conftest import Lnet, Seed
from tests.transcript import check

THURSDAY = date(2026, 6, 18)


@pytest.fixture
def pycon(seed: Seed) -> None:
    """Ada, and an event that is on from yesterday until Wednesday."""
    seed("contact add Ada Lovelace", "event add PyCon --on 2026-06-14 --until wed")


def test_being_at_an_event(lnet: Lnet) -> None:
    """Where I am, and that I am no longer; one step each."""
    lnet("event add PyCon --on today --until wed")
    lnet("event add Meetup")
    check(
        lnet,
        """
        $ lnet at
        You are at no event; a log belongs to one only if it says so. Begin: lnet at EVENT
        $ lnet at @pycon
        At e1 · PyCon · Mon 15 – Wed 17 Jun
          logs belong to it until Wed 17 Jun; unknown names are added and flagged
          lnet at --off ends it
          not right? lnet undo
        $ lnet at meetup
        No longer at PyCon.
        At e2 · Meetup
          logs belong to it until you leave; unknown names are added and flagged
          lnet at --off ends it
          not right? lnet undo
        $ lnet undo
        Undid step 4: at e2, 2 rows
          do it again: lnet redo
        $ lnet at
        At e1 · PyCon · Mon 15 – Wed 17 Jun
          logs belong to it until Wed 17 Jun; unknown names are added and flagged
          lnet at --off ends it
        $ lnet at --off
        No longer at PyCon.
          not right? lnet undo
        $ lnet at Nowhere
        lnet: no event 'Nowhere' · add it: lnet event add "Nowhere"
        [3]
        $ lnet at e1 --off
        lnet: an event and --off exclude each other
        [2]
        """,
    )


def test_an_event_that_is_over_is_no_place_to_be(lnet: Lnet, home: Path) -> None:
    """It is refused, with the way to log what was there."""
    lnet("event add Old --on 2026-06-10 --until 2026-06-12")
    before = contents(home / "lnet.db")
    ran = lnet("at old")
    assert (ran.status, ran.err) == (
        4, 'lnet: Old ended on Fri 12 Jun · lnet log --event e1 "…" still belongs to it\n'
    )  # fmt: skip
    assert contents(home / "lnet.db") == before


@pytest.mark.usefixtures("pycon")
def test_it_ends_by_itself_with_the_last_day(lnet: Lnet) -> None:
    """On the last day it holds, on the day after it does not; an event without days holds until --off."""
    lnet("at pycon")
    assert data(lnet, "at", today=date(2026, 6, 17))["event"]["name"] == "PyCon"
    assert data(lnet, "at", today=THURSDAY) == {"event": None, "since": None, "until": None, "left": None, "undo": None}
    assert lnet("log", "met Zed Quill", today=THURSDAY).status == 3
    lnet("event add Retreat")
    lnet("at retreat")
    assert data(lnet, "at", today=date(2027, 1, 1))["event"]["name"] == "Retreat"


@pytest.mark.usefixtures("pycon")
def test_a_log_belongs_to_the_event(lnet: Lnet) -> None:
    """Strangers are added and flagged, known people were met there, and the channel is the event unless words say."""
    lnet("at pycon")
    check(
        lnet,
        """
        $ lnet log "talked with Ada and Zed Quill about joins #sql"
        Logged i1 · Mon 15 Jun · event · Ada Lovelace, Zed Quill · #sql · PyCon
          added Zed Quill, to follow up
          you are at PyCon · lnet at --off
          not right? lnet log --amend · lnet undo
        $ lnet log "coffee with Ada yesterday" --with "Bo Li"
        Logged i2 · Sun 14 Jun · in person · Ada Lovelace, Bo Li · PyCon
        …
        $ lnet log "great keynote on planners"
        Logged i3 · Mon 15 Jun · event · by yourself · PyCon
          you are at PyCon · lnet at --off
          not right? lnet log --amend · lnet undo
        $ lnet event show pycon
        e1 · PyCon · Sun 14 – Wed 17 Jun
        now · you are here

        Met there
            Ada Lovelace
            Zed Quill · to follow up
            Bo Li · to follow up

        Conversations
          i3  Mon 15 Jun · great keynote on planners
          i1  Mon 15 Jun · Ada Lovelace, Zed Quill: talked with Ada and Zed Quill about joins
          i2  Sun 14 Jun · Ada Lovelace, Bo Li: coffee with Ada
        """,
    )
    zed = data(lnet, "contact", "show", "zed")
    assert (zed["how_met"], zed["met_on"]) == ("PyCon", "2026-06-15")


@pytest.mark.usefixtures("pycon")
def test_what_was_not_there_does_not_belong_to_it(lnet: Lnet) -> None:
    """A day before the event, another event that is named, and a plan: nobody is added, nothing is of it."""
    lnet("event add Meetup --on 2026-06-15")
    lnet("at pycon")
    assert lnet("log", "2026-06-12: coffee with Mona Lis").status == 3
    assert data(lnet, "log", "2026-06-12: coffee with Ada")["interaction"]["event"] is None
    assert lnet("log", "met Mona Lis", "--event", "meetup").status == 0
    assert data(lnet, "event", "show", "meetup")["attendees"] == []
    assert data(lnet, "log", "coffee with Ada @meetup")["interaction"]["event"] == "Meetup"
    assert lnet("plan", "fri: coffee with Mona Lis").status == 3
    assert data(lnet, "event", "show", "pycon")["attendees"] == []


@pytest.mark.usefixtures("pycon")
def test_a_dry_run_shows_the_same_and_stores_nothing(lnet: Lnet, home: Path) -> None:
    """Who would be added and flagged, in words and in the JSON."""
    lnet("at pycon")
    before = contents(home / "lnet.db")
    found = data(lnet, "log", "--dry-run", "met Zed Quill")
    assert (found["created"], found["flagged"], found["here"]) == (["Zed Quill"], ["Zed Quill"], "PyCon")
    assert (found["interaction"]["event"], found["interaction"]["channel"]) == ("PyCon", "in_person")
    assert contents(home / "lnet.db") == before


@pytest.mark.usefixtures("pycon")
def test_a_log_there_is_undone_in_one_step(lnet: Lnet, home: Path) -> None:
    """The conversation, who was added, and that they and others were met."""
    lnet("at pycon")
    before = contents(home / "lnet.db")
    lnet("log", "talked with Ada and Zed Quill")
    lnet("undo")
    assert contents(home / "lnet.db") == before


@pytest.mark.usefixtures("pycon")
def test_an_amended_log_keeps_who_was_flagged(lnet: Lnet) -> None:
    """Whom the former log had added is known by now, and is still to be followed up; whom it no longer names goes."""
    lnet("at pycon")
    lnet("log", "talked with Ada and Zed Quill")
    lnet("log", "--amend", "talked with Zed Quill about joins")
    there = data(lnet, "event", "show", "pycon")["attendees"]
    assert [(each["contact"], each["follow_up"]) for each in there] == [("Zed Quill", True)]


@pytest.mark.usefixtures("pycon")
def test_what_is_done_there_belongs_to_the_event(lnet: Lnet, home: Path) -> None:
    """A person and a plan that is settled, unless the plan is for another event or the day before; undone in one."""
    lnet("event add Meetup --on 2026-06-15")
    lnet("plan 'today: zoom with ada about joins'")
    lnet("plan 'today: coffee with ada' --event meetup")
    lnet("at pycon")
    before = contents(home / "lnet.db")
    check(
        lnet,
        """
        $ lnet done i1
        Logged i3 · Mon 15 Jun · Ada Lovelace · zoom with ada about joins
          as planned i1
          as planned i2
          you are at PyCon · lnet at --off
          not right? lnet undo
        $ lnet undo
        …
        """,
    )
    assert contents(home / "lnet.db") == before
    assert data(lnet, "done", "ada")["here"] == "PyCon"
    assert lnet("done", "ada", "--on", "2026-06-12").status == 0
    talks = {each["ref"]: (each["event"], each["channel"]) for each in data(lnet, "interaction", "list")}
    assert (talks["i4"], talks["i5"]) == (("PyCon", "event"), (None, "other"))
    lnet("undo")
    lnet("undo")
    assert data(lnet, "done", "i2")["here"] is None
    assert met(lnet) == []


def met(lnet: Lnet) -> list[str]:
    """Who was met at the first event."""
    return [each["contact"] for each in data(lnet, "event", "show", "e1")["attendees"]]


def test_whoever_was_talked_to_at_an_event_was_met_there(lnet: Lnet) -> None:
    """By --event, by @event, by a plan that came true, by a correction; without a flag, and not by a plan alone."""
    for name in ("Ada Lovelace", "Bo Li", "Cy Ng", "Dee Ode"):
        lnet(f"contact add {name}")
    lnet("event add PyCon --on today")
    lnet("log", "--event", "pycon", "coffee with Ada")
    lnet("log", "lunch with Bo @pycon")
    lnet("plan", "--event", "pycon", "today: coffee with Cy")
    assert met(lnet) == ["Ada Lovelace", "Bo Li"]
    lnet("done i3")
    lnet("interaction edit i1 --with dee")
    assert met(lnet) == ["Ada Lovelace", "Bo Li", "Cy Ng", "Dee Ode"]
    assert data(lnet, "event", "show", "e1")["flagged"] == 0


@pytest.mark.usefixtures("pycon")
def test_a_terminal_adds_without_asking(lnet: Lnet, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """At an event nobody is asked about: strangers are what it is for."""
    lnet("at pycon")
    monkeypatch.setenv("LNET_DB", str(store.path))
    monkeypatch.setenv("TERM", "dumb")
    terminal = Terminal()
    terminal.run("log", "talked with Zed Quill", columns=40)
    printed, status = terminal.finish()
    terminal.close()
    assert status == 0
    assert "added Zed Quill, to follow up" in printed
