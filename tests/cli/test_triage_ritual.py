"""`lnet triage` on a real terminal: one person after the other, one key each, taken back, stopped, interrupted."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from typing import Any

import pexpect  # type: ignore[import-untyped]  # it has no stubs
import pytest

from lnet.store.connect import Store
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.contents import contents
from tests.cli.seeds import ago, person, talk
from tests.cli.terminal import Terminal
from tests.conftest import TODAY, Lnet

QUESTION = r"Circle\? "
TOPIC = r"Which topic\? "


@pytest.fixture
def terminal(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """Runs lnet commands on a pseudo-terminal without colours, one at a time."""
    monkeypatch.setenv("LNET_DB", str(store.path))
    monkeypatch.setenv("TERM", "dumb")
    opened = Terminal()
    yield opened
    opened.close()


def sit(terminal: Terminal, *pressed: str, columns: int = 80) -> str:
    """Begin a triage and press these, each at a question; gives back all that was printed up to the one after them."""
    child = terminal.run("triage", columns=columns)
    shown = ""
    for keys in pressed:
        child.expect([QUESTION, TOPIC])
        shown += child.before + child.after
        child.send(keys)
    child.expect([QUESTION, TOPIC, pexpect.EOF])
    return "\n".join(line.rstrip() for line in (shown + str(child.before)).splitlines())


def names(lnet: Lnet, **more: Any) -> list[str]:
    """Who still waits, in order."""
    return [each["name"] for each in data(lnet, "triage", **more)]


def did(lnet: Lnet) -> list[str]:
    """What the triage wrote, as history says it, oldest first."""
    steps = json.loads(lnet("history", "--json").out)["data"]
    return [step["words"] for step in reversed(steps) if step["command"] == "triage"]


def crowd(store: Store, number: int = 6) -> list[str]:
    """So many people of the address book, those met last first."""
    people = ["Ada Lovelace", "Grace Hopper", "Wei Chen", "Mei Lin", "Ravi Patel", "Leila Haddad", "Tomás Silva"]
    for place, name in enumerate(people[:number]):
        person(store, name, None, imported_from="linkedin", met_on=ago(43 + place), organisation="ETH")
    return people[:number]


# --- answers ----------------------------------------------------------------------------------------------------


def test_every_key(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """Four circles, later, not now, archive; each is stored at once, as a step of its own."""
    people = crowd(store, 7)
    shown = sit(terminal, *"icawlnx")
    assert "\n  close, first conversation by Fri 19 Jun\n" in shown
    assert "\n  asked again from Wed 15 Jul on\n" in shown
    assert "\n  asked again from Tue 15 Jun 2027 on\n" in shown
    assert did(lnet) == [
        "inner: ada-lovelace", "close: grace-hopper", "active: wei-chen", "wide: mei-lin", "later: ravi-patel",
        "not now: leila-haddad", "archive: tomas-silva",
    ]  # fmt: skip
    with closing(sqlite3.connect(store.path)) as db:
        found = db.execute("SELECT name, circle, status, first_due FROM contact ORDER BY id").fetchall()
    assert [row[1] for row in found] == ["inner", "close", "active", "wide", None, None, None]
    assert len({row[3] for row in found[:4]}) == 4  # first days are spread
    assert found[6] == (people[6], None, "archived", None)
    assert names(lnet) == []
    assert names(lnet, today=TODAY + timedelta(days=30)) == ["Ravi Patel"]
    assert names(lnet, today=TODAY + timedelta(days=365)) == ["Ravi Patel", "Leila Haddad"]
    assert lnet("contact list --address-book --slugs").out == "leila-haddad\nravi-patel\ntomas-silva\n"


def test_how_it_looks(terminal: Terminal, store: Store) -> None:
    """Where one is, who it is, what speaks for them, the answers, what is so now; at the end the numbers."""
    crowd(store, 3)
    shown = [line.rstrip() for line in sit(terminal, "c", "?", "v", "q").splitlines()]
    answers = "  i inner · c close · a active · w wide · l later · n not now · x archive · ?"
    assert shown == [
        "",
        "1 of 3; q stops",
        "Ada Lovelace · ETH",
        "  connected 3 May",
        answers,
        "Circle? c",
        "  close, first conversation by Thu 18 Jun",
        "",
        "2 of 3; q stops",
        "Grace Hopper · ETH",
        "  at ETH, like Ada Lovelace; connected 2 May",
        answers,
        "Circle? ?",
        "  i c a w: the circle, that is, how often you aim to show up",
        "  l later: they stay where they are, and you are asked again in a month",
        "  n not now: the same, for a year · x archive: never again",
        "  t topic: note one, and go on with the same person",
        "  u takes the last answer back · q stops here",
        "Circle? v",
        "  that is no answer here; ? explains",
        "Circle? q",
        "",
        "Answered: 1 close",
        "  all circles together ask for about 0.2 conversations a week: lnet pace",
        "2 left for another time: lnet triage",
        "not right? lnet undo takes back the last, one after the other",
    ]


def test_a_topic_is_noted_and_the_same_person_asked_about(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """A whole line is typed for it; an empty one changes nothing."""
    crowd(store, 2)
    shown = sit(terminal, "t", "SQL\n", "t", "\n", "t", "#\n", "c", "q")
    assert "Circle? t\n  Which topic? SQL\n  #sql\n" in shown
    assert "a topic needs a word" in shown
    assert "Answered: 1 topic · 1 close" in shown
    assert did(lnet) == ["topic: ada-lovelace", "close: ada-lovelace"]
    assert data(lnet, "contact", "show", "ada-lovelace")["topics"] == ["sql"]


def test_somebody_talked_to_is_due_by_that(terminal: Terminal, store: Store) -> None:
    """No first day is made up for them."""
    talk(store, 40, person(store, "Ada Lovelace", None))
    assert "\n  close, due since Fri 5 Jun\n" in sit(terminal, "c")


def test_on_a_narrow_terminal_nothing_is_cut(terminal: Terminal, store: Store) -> None:
    """At 40 columns lines wrap below each other."""
    crowd(store)
    shown = sit(terminal, "c", "?", "q", columns=40)
    assert all(len(line.rstrip()) <= 40 for line in shown.splitlines())
    assert "first conversation by Thu 18 Jun" in " ".join(shown.split())


def test_hostile_names_are_shown_safely(terminal: Terminal, store: Store) -> None:
    """Neither in the question nor in what is taken back."""
    person(store, HOSTILE, None, organisation=HOSTILE, how_met=HOSTILE)
    assert_safe(sit(terminal, "c"))
    person(store, f"{HOSTILE} x", None)
    person(store, "Ada Lovelace", None, created_on=ago(9000))
    assert_safe(sit(terminal, "w", "u", "q"))


# --- keys -------------------------------------------------------------------------------------------------------


def test_enter_and_arrows_are_no_answers(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """An arrow ends in a letter and means none; Enter behind a key answers nobody else."""
    crowd(store, 3)
    sit(terminal, "\x1b[A\x1bOB\r\nC\r\n", "l\n", "q\n")
    assert did(lnet) == ["close: ada-lovelace", "later: grace-hopper"]


def test_what_is_typed_ahead_is_kept(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """Two keys at once answer two people."""
    crowd(store, 3)
    child = terminal.run("triage")
    child.expect(QUESTION)
    child.send("cwq")
    child.expect(pexpect.EOF)
    assert did(lnet) == ["close: ada-lovelace", "wide: grace-hopper"]


def test_the_terminal_is_left_as_it_was(terminal: Terminal, store: Store) -> None:
    """Lines and echo work again, whatever ended it."""
    import termios

    crowd(store, 2)
    child = terminal.run("triage")
    before = termios.tcgetattr(child.child_fd)
    child.expect(QUESTION)
    assert termios.tcgetattr(child.child_fd)[3] != before[3]
    child.sendintr()
    child.expect("left for another time")
    assert termios.tcgetattr(child.child_fd)[3] == before[3]


# --- stopping, coming back, taking back -------------------------------------------------------------------------


def test_it_goes_on_where_it_stopped(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """Nobody who was answered about is asked about again, in whatever way it ended."""
    people = crowd(store)
    sit(terminal, "c", "l", "q")
    shown = sit(terminal, "n")
    assert "1 of 4; q stops\nWei Chen" in shown
    terminal.close()  # killed at the next question
    assert names(lnet) == people[3:]


def test_an_interrupt_loses_nothing(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """Ctrl-C: what was done is said, and is stored."""
    crowd(store)
    sit(terminal, "c")
    assert terminal.child is not None
    terminal.child.sendintr()
    printed, status = terminal.finish()
    assert "Answered: 1 close" in printed
    assert "Traceback" not in printed
    assert status == 130
    assert did(lnet) == ["close: ada-lovelace"]


def test_the_end_of_input_ends_it_calmly(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """Ctrl-D is as good as q."""
    crowd(store)
    sit(terminal, "c")
    assert terminal.child is not None
    terminal.child.send("\x04")
    printed, status = terminal.finish()
    assert "Answered: 1 close" in printed
    assert status == 0


def test_the_last_answer_can_be_taken_back_and_given_anew(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """u restores exactly what was there, answer by answer, and asks about that person again."""
    crowd(store)
    before = contents(store.path)
    shown = sit(terminal, "u", "c", "t", "sql\n", "u", "u", "q")
    assert "nothing was answered yet" in shown
    assert "taken back: Grace Hopper · #sql" in shown
    assert "taken back: Ada Lovelace · close, first conversation by Thu 18 Jun" in shown
    assert contents(store.path) == before
    sit(terminal, "c", "u", "w", "q")
    assert data(lnet, "contact", "show", "ada-lovelace")["circle"] == "wide"


def test_lnet_undo_takes_back_one_answer_at_a_time(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """The newest first, until all is as it was."""
    crowd(store, 7)
    before = contents(store.path)
    sit(terminal, *"icawlnx")
    for _ in range(7):
        assert lnet("undo").status == 0
    assert contents(store.path) == before


def test_who_was_settled_meanwhile_is_passed_by(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """Neither the one on the screen nor one to come is asked about twice."""
    crowd(store, 3)
    sit(terminal)
    lnet("contact edit ada-lovelace --circle inner")
    lnet("contact archive grace-hopper")
    assert terminal.child is not None
    terminal.child.send("w")
    terminal.child.expect("settled meanwhile")
    terminal.child.expect("Wei Chen")
    assert data(lnet, "contact", "show", "ada-lovelace")["circle"] == "inner"


def test_nobody_is_asked_about_where_nobody_waits(terminal: Terminal, store: Store) -> None:
    """An empty store is told so and left; as is one in which everybody was answered about."""
    terminal.run("triage")
    printed, status = terminal.finish()
    assert (printed.strip(), status) == ("Nobody waits for a circle.", 0)


def test_a_list_is_to_be_had_on_a_terminal_too(terminal: Terminal, store: Store) -> None:
    """--list puts the command below each person."""
    crowd(store, 1)
    terminal.run("triage", "--list")
    printed, status = terminal.finish()
    lines = [line.rstrip() for line in printed.splitlines()]
    assert lines == ["Ada Lovelace · ETH", "  connected 3 May", "  lnet contact edit ada-lovelace --circle wide"]
    assert status == 0


def test_answers_are_no_work_of_the_day(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """Sorting the address book uses up no place of the morning's list, and nobody sorted so comes up at once."""
    crowd(store, 5)
    person(store, "Due Today", "close", [31])
    sit(terminal, *"ccllc")
    assert [row["name"] for row in data(lnet, "followups")["people"]] == ["Due Today"]
    assert data(lnet, "followups")["counts"]["contacted_today"] == 0
