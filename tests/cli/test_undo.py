"""undo, redo and history, as they are typed."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from tests.conftest import Lnet
from tests.transcript import check


def test_undo_says_what_it_undid_and_redo_does_it_again(lnet: Lnet) -> None:
    """The newest step goes first, in words and with its number of rows, and comes back."""
    check(
        lnet,
        """
        $ lnet contact add "Ada Lovelace" --email ada@x.org
        …
        $ lnet contact edit ada --org Analytical
        …
        $ lnet undo
        Undid step 2: contact edit ada-lovelace, 1 row
          do it again: lnet redo
        $ lnet undo
        Undid step 1: contact add Ada Lovelace, 2 rows
          do it again: lnet redo
        $ lnet contact show ada
        lnet: no contact named 'ada'
        [3]
        $ lnet redo
        Did again step 1: contact add Ada Lovelace, 2 rows
          not right? lnet undo
        $ lnet redo
        Did again step 2: contact edit ada-lovelace, 1 row
          not right? lnet undo
        $ lnet redo
        lnet: nothing to redo · lnet history shows the steps
        [4]
        """,
    )


def test_a_given_step_is_undone_unless_a_later_one_built_on_it(lnet: Lnet) -> None:
    """Any step can be taken back by its number; where that would lose a later change the later step is named."""
    check(
        lnet,
        """
        $ lnet contact add Ada
        …
        $ lnet contact add Bob
        …
        $ lnet contact edit ada --org Analytical
        …
        $ lnet undo 2
        Undid step 2: contact add Bob, 1 row
          do it again: lnet redo
        $ lnet undo 1
        lnet: step 1 cannot be reversed: step 3 (contact edit ada) built on it · lnet undo 3 first
        [4]
        $ lnet undo 2
        lnet: step 2 is undone already · lnet redo 2
        [4]
        $ lnet redo 3
        lnet: step 3 is not undone · lnet history shows the steps
        [4]
        $ lnet undo 4
        Did again step 2: contact add Bob, 1 row
          not right? lnet undo
        $ lnet undo 99
        lnet: no step '99' · lnet history lists them
        [3]
        $ lnet undo 0
        lnet: Invalid value for 'STEP': 0 is less than 1. · lnet undo --help
        [2]
        $ lnet undo abc
        lnet: Invalid value for 'STEP': 'abc' is no whole number. · lnet undo --help
        [2]
        """,
    )


def test_history_shows_the_steps_newest_first(lnet: Lnet) -> None:
    """Each step with its day, words and rows; undone ones are marked; --limit says that there are more."""
    check(
        lnet,
        """
        $ lnet history
        Nothing was done yet.
        $ lnet undo --list
        Nothing to undo.
        $ lnet contact add Ada
        …
        $ lnet contact add Bob
        …
        $ lnet undo
        …
        $ lnet history
        step  day         what                          changed
           3  Mon 15 Jun  undo step 2: contact add Bob  1 row
           2  Mon 15 Jun  contact add Bob               1 row · undone
           1  Mon 15 Jun  contact add Ada               1 row
        $ lnet undo --list
        step  day         what             changed
           1  Mon 15 Jun  contact add Ada  1 row
        $ lnet history --limit 1
        step  day         what                          changed
           3  Mon 15 Jun  undo step 2: contact add Bob  1 row
        there are more: lnet history --all
        """,
    )


def test_history_of_somebody_is_their_steps_and_those_of_what_is_linked(lnet: Lnet) -> None:
    """Steps on the contact, its links and its conversations, also on links that are gone; nobody else's."""
    check(
        lnet,
        """
        $ lnet contact add Ada --email ada@x.org
        …
        $ lnet contact add Bob
        …
        $ lnet log "coffee with Ada about indexes"
        …
        $ lnet log "lunch with Bob"
        …
        $ lnet contact edit ada --no-email ada@x.org
        …
        $ lnet history ada
        step  day         what                               changed
           5  Mon 15 Jun  contact edit ada                   1 row
           3  Mon 15 Jun  log coffee with Ada about indexes  2 rows
           1  Mon 15 Jun  contact add Ada                    2 rows
        $ lnet history nobody
        lnet: no contact named 'nobody'
        [3]
        """,
    )


def test_changes_of_another_program_are_undone_too(lnet: Lnet, home: Path) -> None:
    """What a SQLite shell changed stands in a step of its own, and goes back like any other."""
    lnet("contact add Ada")
    with closing(sqlite3.connect(home / "lnet.db")) as db, db:
        db.execute("UPDATE contact SET note = 'x', field = 'y'")
    check(
        lnet,
        """
        $ lnet undo
        Undid step 2: changes by another program, 1 row
          do it again: lnet redo
        $ lnet history --limit 1
        step  day         what                                     changed
           3  Mon 15 Jun  undo step 2: changes by another program  1 row
        there are more: lnet history --all
        """,
    )
    assert json.loads(lnet("contact show ada --json").out)["data"]["note"] is None


def test_the_answers_as_json(lnet: Lnet) -> None:
    """undo and redo name the step and the number that takes them back; history is a list of steps."""
    lnet("contact add Ada")
    undone = json.loads(lnet("undo --json").out)
    assert undone["schema"] == "lnet.undo/1"
    assert undone["data"]["undo"] == 2
    step = undone["data"]["step"]
    assert (step["step"], step["command"], step["words"], step["changes"]) == (1, "contact add", "Ada", 1)
    assert step["undone"] is True
    redone = json.loads(lnet("redo --json").out)["data"]
    assert (redone["undo"], redone["step"]["undone"]) == (3, False)
    history = json.loads(lnet("history --json").out)["data"]
    assert [(entry["step"], entry["kind"], entry["undone"]) for entry in history] == [
        (3, "redo", False), (2, "undo", False), (1, "do", False),
    ]  # fmt: skip
    assert history[0] == {
        "step": 3, "at": history[0]["at"], "day": "2026-06-15", "kind": "redo", "command": "redo", "words": "step 1",
        "reverses": 1, "changes": 1, "undone": False, "target": "contact add Ada",
    }  # fmt: skip
    assert lnet("history --csv").out.startswith("step,at,day,kind,command,words,reverses,changes,undone,target\n3,")
    assert json.loads(lnet("undo 9 --json").out)["error"]["code"] == "not_found"


def test_undo_tells_beforehand_what_it_would_do(lnet: Lnet) -> None:
    """--dry-run names the step, or what stands in its way, and changes nothing; so does that of redo."""
    check(
        lnet,
        """
        $ lnet contact add Ada
        …
        $ lnet contact edit ada --org Analytical
        …
        $ lnet undo --dry-run
        Would undo step 2: contact edit ada, 1 row
          nothing was changed
        $ lnet undo 1 --dry-run
        lnet: step 1 cannot be reversed: step 2 (contact edit ada) built on it · lnet undo 2 first
        [4]
        $ lnet undo
        …
        $ lnet redo --dry-run
        Would do again step 2: contact edit ada, 1 row
          nothing was changed
        $ lnet history --limit 1
        step  day         what                           changed
           3  Mon 15 Jun  undo step 2: contact edit ada  1 row
        there are more: lnet history --all
        """,
    )
    tried = json.loads(lnet("undo --dry-run --json").out)["data"]
    assert (tried["undo"], tried["dry_run"], tried["step"]["undone"]) == (None, True, False)


def test_a_step_in_the_way_is_told_by_what_it_did(lnet: Lnet) -> None:
    """Also where that was an undo or redo itself; undoing this first clears the way."""
    check(
        lnet,
        """
        $ lnet contact add Ada
        …
        $ lnet contact edit ada --org Analytical
        …
        $ lnet undo
        …
        $ lnet redo
        …
        $ lnet undo 1
        lnet: step 1 cannot be reversed: step 4 (redo step 2: contact edit ada) built on it · lnet undo 4 first
        [4]
        $ lnet undo 4
        Undid step 2: contact edit ada, 1 row
          do it again: lnet redo
        $ lnet undo 1
        Undid step 1: contact add Ada, 1 row
          do it again: lnet redo
        """,
    )


def test_on_a_narrow_terminal_a_step_takes_lines_of_its_own(
    lnet: Lnet, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No column of five letters: number, day and rows, and below it what was done."""
    lnet("contact add Ada")
    lnet("undo")
    monkeypatch.setenv("TERM", "dumb")
    terminal = Terminal()
    terminal.run("history", columns=40)
    shown = [line.rstrip() for line in terminal.finish()[0].splitlines()]
    assert shown == [
        "2  Mon 15 Jun  1 row", "  undo step 1: contact add Ada",
        "1  Mon 15 Jun  1 row · undone", "  contact add Ada",
    ]  # fmt: skip
