"""`lnet review` on a real terminal: one thing after the other, skipped, answered, taken back, interrupted."""

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
from tests.cli.leftovers import leave_over
from tests.cli.seeds import aim, owe, person
from tests.cli.terminal import Terminal
from tests.conftest import TODAY, Lnet

ANSWER = r"Answer \[skip\]: "
PROMPT = r"(?:By which day\?|What did you do\?|What moved\?|then I …\)\?|\(fri 15:00\)|\]:) "


@pytest.fixture
def terminal(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """Runs lnet commands on a pseudo-terminal without colours, one at a time."""
    monkeypatch.setenv("LNET_DB", str(store.path))
    monkeypatch.setenv("TERM", "dumb")
    opened = Terminal()
    yield opened
    opened.close()


def sit(terminal: Terminal, *typed: str, columns: int = 80) -> str:
    """Begin a review and type these, each at a prompt; gives back all that was printed until the prompt after them."""
    child = terminal.run("review", columns=columns)
    shown = ""
    for line in typed:
        child.expect(PROMPT)
        shown += child.before + child.after
        child.sendline(line)
    child.expect([PROMPT, pexpect.EOF])
    return shown + str(child.before)


def left(lnet: Lnet, **more: Any) -> dict[str, list[str]]:
    """What there still is to look at, by step: references, else names."""
    steps = data(lnet, "review", **more)["steps"]
    return {step["step"]: [item["ref"] or item["name"] for item in step["items"]] for step in steps if step["items"]}


def did(lnet: Lnet) -> list[str]:
    """What the review wrote, as history says it, oldest first."""
    steps = json.loads(lnet("history", "--json").out)["data"]
    return [step["words"] for step in reversed(steps) if step["command"] == "review"]


# --- from beginning to end --------------------------------------------------------------------------------------


def test_the_whole_ritual(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """An answer of each step, by key or by word, with what it asks for behind it or at a question of its own."""
    leave_over(store)
    sit(
        terminal, "n", "next fri", "held", "b", "LENGTHEN 90d", "acted wrote it anew", "c", "p read a chapter", "a", "",
        "s", "p fri 15:00", "plan", "next tue",
    )  # fmt: skip
    assert did(lnet) == [
        "new day: p1", "held: i4", "let it be: e1", "lengthen: leila-haddad", "acted: f1", "close: f2",
        "progress: g1", "applied: n1", "sent: ada-lovelace", "plan: ravi-patel", "plan: mei-tanaka",
    ]  # fmt: skip
    assert left(lnet) == {"feedback": ["f1"], "week": ["Leila Haddad"]}
    with closing(sqlite3.connect(store.path)) as db:
        assert db.execute("SELECT due_on, status FROM promise").fetchall() == [("2026-06-19", "renegotiated")]
        assert db.execute("SELECT answer, answered_on FROM drift_answer").fetchall() == [("lengthen", "2026-06-15")]
        assert db.execute("SELECT every_days FROM contact WHERE slug = 'leila-haddad'").fetchone() == (90,)
        plans = "SELECT occurred_on, time FROM interaction WHERE planned AND fulfilled_by IS NULL ORDER BY occurred_on"
        assert db.execute(plans).fetchall() == [("2026-06-16", None), ("2026-06-19", "15:00")]


def test_how_it_looks(terminal: Terminal, store: Store) -> None:
    """Where one is, the thing, its answers, what is so now; at the end what was settled and what is left."""
    ada = person(store, "Ada Lovelace", "close", [1])
    for text in ("send paper", "call her"):
        owe(store, ada, text, 30)
    shown = [line.rstrip() for line in sit(terminal, "k", "?", "bogus", "q").splitlines()]
    assert shown == [
        "",
        "Promises · 1 of 2",
        "p1 Ada Lovelace",
        "  you promised to send paper by Sat 16 May (30 days late): renegotiate or",
        "  release?",
        "  k kept · n new day · r release",
        "Answer [skip]: k",
        "  kept",
        "",
        "Promises · 2 of 2",
        "p2 Ada Lovelace",
        "  you promised to call her by Sat 16 May (30 days late): renegotiate or release?",
        "  k kept · n new day · r release",
        "Answer [skip]: ?",
        "  a letter or its word answers, Enter skips: it comes again next time",
        "  > goes on to the next step · u takes the last answer back · q stops here",
        "Answer [skip]: bogus",
        "  that is no answer here; ? explains",
        "Answer [skip]: q",
        "",
        "Settled",
        "  p1 · kept",
        "1 left for another time: lnet review",
        "not right? lnet undo takes back the last, one after the other",
    ]


def test_on_a_narrow_terminal_nothing_is_cut(terminal: Terminal, store: Store) -> None:
    """At 40 columns lines wrap below each other."""
    leave_over(store)
    shown = sit(terminal, "q", columns=40)
    assert all(len(line.rstrip()) <= 40 for line in shown.splitlines())
    assert "renegotiate or release?" in " ".join(shown.split())


def test_colours_only_where_they_are_wanted(terminal: Terminal, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal gets weight, none with NO_COLOR."""
    leave_over(store)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[1mAda Lovelace\x1b[0m" in sit(terminal, "q")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1m" not in sit(terminal, "q")


def test_who_rests_is_said_first_and_not_asked_about(terminal: Terminal, store: Store) -> None:
    """There is nothing to answer."""
    leave_over(store)
    assert "Resting, after a second message without an answer\n  Hanna Roth, until Sun 22 Nov" in "\n".join(
        line.rstrip() for line in sit(terminal, "q").splitlines()
    )


def test_nothing_to_settle_asks_nothing(terminal: Terminal) -> None:
    """An empty store is told so and left."""
    terminal.run("review")
    printed, status = terminal.finish()
    assert (printed.strip(), status) == ("Nothing to settle; the week is yours.", 0)


def test_a_checklist_and_json_are_to_be_had_on_a_terminal_too(terminal: Terminal, store: Store) -> None:
    """--list wraps each command below its thing."""
    leave_over(store)
    terminal.run("review", "--list")
    printed, status = terminal.finish()
    lines = [line.rstrip() for line in printed.splitlines()]
    assert lines[:5] == [
        "Promises",
        "- [ ] p1 Ada Lovelace: you promised to send paper by Sat 16 May (30 days late):",
        "renegotiate or release?",
        "      lnet promise keep p1",
        "      lnet promise renegotiate p1 --by fri",
    ]
    assert status == 0
    terminal.run("review", "--json")
    printed, _ = terminal.finish()
    assert json.loads(printed)["schema"] == "lnet.review/1"


def test_hostile_names_are_shown_safely(terminal: Terminal, store: Store) -> None:
    """Neither in the question nor in the summary."""
    who = person(store, HOSTILE, "close", [130])
    owe(store, who, HOSTILE, 30)
    shown = sit(terminal, "", "k").replace("\r", "")
    assert_safe(shown)


# --- skipping, stopping, coming back ----------------------------------------------------------------------------


def test_what_was_skipped_comes_again_and_what_was_answered_does_not(
    terminal: Terminal, lnet: Lnet, store: Store
) -> None:
    """q stops; the next review goes on with the rest."""
    leave_over(store)
    before = left(lnet)
    sit(terminal, "", "d", "q")
    assert left(lnet) == {step: items for step, items in before.items() if step != "plans"}
    assert did(lnet) == ["dropped: i4"]
    shown = sit(terminal, "", "")
    assert "Promises\r\n" in shown
    assert "Plans that passed" not in shown
    assert "Met at events" in shown


def test_q_stops_at_a_question_within_an_answer_too(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """It is no progress of that name."""
    aim(store, "Read query plans", 21)
    assert "1 left for another time" in sit(terminal, "p", "q")
    assert did(lnet) == []


def test_a_whole_step_can_be_passed(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """`>` goes on to the next step, and stores nothing."""
    for title in ("Read query plans", "Speak slowly", "Write"):
        aim(store, title, 21)
    shown = sit(terminal, ">")
    assert "Goals · 1 of 3" in shown
    assert "3 left for another time: lnet review" in shown
    assert did(lnet) == []


def test_whoever_is_kept_is_not_asked_about_for_a_month(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """Nor counted as to settle; after 30 days they are."""
    person(store, "Leila Haddad", "close", [130])
    assert "1 to settle" in lnet("followups").out
    sit(terminal, "keep")
    for days, names in ((0, {}), (29, {}), (30, {"drifted": ["Leila Haddad"]})):
        then = TODAY + timedelta(days=days)
        assert left(lnet, today=then) == names
        assert ("to settle" in lnet("followups", today=then).out) == bool(names)


def test_an_interrupt_loses_nothing(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """Ctrl-C, at a question within an answer too: what was done is said, and is stored."""
    leave_over(store)
    sit(terminal, "k", "h", "b", "l")
    assert terminal.child is not None
    terminal.child.sendintr()
    printed, status = terminal.finish()
    assert "p1 · kept" in printed
    assert "Traceback" not in printed
    assert status == 130
    assert did(lnet) == ["kept: p1", "held: i4", "let it be: e1"]


def test_the_end_of_input_ends_it_calmly(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """Ctrl-D is as good as q."""
    leave_over(store)
    sit(terminal, "k")
    assert terminal.child is not None
    terminal.child.sendeof()
    printed, status = terminal.finish()
    assert "p1 · kept" in printed
    assert status == 0
    assert did(lnet) == ["kept: p1"]


def test_a_kill_loses_nothing(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """Each answer is stored before the next question."""
    leave_over(store)
    sit(terminal, "k")
    terminal.close()
    assert did(lnet) == ["kept: p1"]


# --- what cannot be, and what is taken back ---------------------------------------------------------------------


def test_what_cannot_be_is_said_and_asked_again(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """A day that is none or past, a rhythm that is none, words behind an answer that takes none; Enter goes back."""
    owe(store, person(store, "Ada Lovelace", "close", [130]), "send paper", 30)
    shown = sit(terminal, "n soon", "n yesterday", "k today", "n", "", "new day fri", "l often", "l", "")
    for said in ("'soon'", "that is past", "that is no answer here", "by Fri 19 Jun now", "'often'", "every 60 days"):
        assert said in shown, said
    assert did(lnet) == ["new day: p1", "lengthen: ada-lovelace"]


def test_the_last_answer_can_be_taken_back_and_given_anew(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """u restores exactly what was there, answer by answer, and asks again."""
    leave_over(store)
    before = contents(store.path)
    shown = sit(terminal, "u", "k", "h", "u", "u", "q")
    assert "nothing was answered yet" in shown
    assert "taken back: p1 · kept" in shown
    assert "Nothing was settled." in shown
    assert contents(store.path) == before
    sit(terminal, "k", "u", "r", "q")
    assert json.loads(lnet("promise", "show", "p1", "--json").out)["data"]["status"] == "released"


def test_lnet_undo_takes_back_one_answer_at_a_time(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """The newest first, until all is as it was."""
    leave_over(store)
    before = contents(store.path)
    sit(terminal, "n fri", "d", "f", "a", "t", "t", "n if it rains, then I read", "w 12 jun", "s", "p fri", "p fri")
    assert len(did(lnet)) == 11
    for _ in range(11):
        assert lnet("undo").status == 0
    assert contents(store.path) == before


def test_what_somebody_else_settled_meanwhile_is_left_alone(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """A promise kept in another window is not released here."""
    leave_over(store)
    sit(terminal)
    lnet("promise", "keep", "p1")
    assert terminal.child is not None
    terminal.child.sendline("r")
    terminal.child.expect("settled meanwhile")
    terminal.child.expect(ANSWER)
    assert json.loads(lnet("promise", "show", "p1", "--json").out)["data"]["status"] == "kept"
