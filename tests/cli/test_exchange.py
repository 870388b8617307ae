"""`lnet exchange`, as it is typed."""

from pathlib import Path

import pytest

from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.contents import contents
from tests.cli.drawn import drawn
from tests.conftest import Lnet, Seed
from tests.transcript import check


@pytest.fixture(autouse=True)
def network(seed: Seed) -> None:
    """Two people."""
    seed("add Ada Lovelace", "add Wei Chen")


def test_the_life_of_an_exchange(lnet: Lnet) -> None:
    """Noted by itself or in a log, listed either way, changed, deleted."""
    check(
        lnet,
        """
        $ lnet exchange list
        Nothing noted yet: lnet exchange add NAME "read my draft" --received
        $ lnet exchange add ada read her draft --given --kind feedback --on yesterday
        Noted x1 · to Ada Lovelace: read her draft · feedback · Sun 14 Jun
          not right? lnet undo
        $ lnet log "coffee with wei; got: a way to test backups"
        Logged i1 · Mon 15 Jun · in person · Wei Chen
          you got x2  a way to test backups
        …
        $ lnet exchange list
        ref  on          who              kind      help
        x2   2026-06-15  from Wei Chen    other     a way to test backups
        x1   2026-06-14  to Ada Lovelace  feedback  read her draft
        $ lnet exchange edit x2 --kind advice --text "test backups by restoring"
        Changed x2 · from Wei Chen: test backups by restoring · advice · Mon 15 Jun
          not right? lnet undo
        $ lnet show x2
        x2 · advice · received from Wei Chen · Mon 15 Jun
          test backups by restoring
          said in  i1
        $ lnet exchange edit read --received
        Changed x1 · from Ada Lovelace: read her draft · feedback · Sun 14 Jun
          not right? lnet undo
        $ lnet delete x1
        Deleted x1 · read her draft
          not right? lnet undo
        """,
    )


def test_a_list_can_be_narrowed(lnet: Lnet) -> None:
    """By direction, person, kind and day, the newest first; nothing left says so."""
    lnet("exchange add ada A --given --kind advice")
    lnet("exchange add wei B --received --on 2026-06-01")
    expected = {
        "": ["A", "B"], "--given": ["A"], "--received": ["B"], "--given --received": ["A", "B"], "--with wei": ["B"],
        "--with wei --with ada": ["A", "B"], "--kind advice": ["A"], "--since 2026-06-02": ["A"], "--limit 1": ["A"],
        "--given --with wei": [],
    }  # fmt: skip
    texts = {
        options: [each["text"] for each in data(lnet, "exchange", "list", *options.split())] for options in expected
    }
    assert texts == expected
    assert lnet("exchange list --kind support").out == "No exchange fits.\n"


def test_the_json_and_csv_of_an_exchange_have_the_names_of_the_domain(lnet: Lnet) -> None:
    """The keys are the contract."""
    lnet("log 'coffee with ada; gave: a book'")
    shown = data(lnet, "exchange", "show", "x1")
    assert {name: value for name, value in shown.items() if name not in ("uid", "created_at", "updated_at")} == {
        "ref": "x1", "id": 1, "contact": "Ada Lovelace", "slug": "ada-lovelace", "interaction": "i1",
        "direction": "given", "kind": "other", "text": "a book", "on": "2026-06-15",
    }  # fmt: skip
    assert lnet("exchange list --csv").out.splitlines()[0].split(",") == list(shown)
    assert lnet("exchange add ada x --given --json").out.startswith('{\n  "schema": "lnet.exchange.add/1"')


@pytest.mark.parametrize(
    ("command", "status", "message"),
    [
        ("exchange add ada x", 2, "lnet: which way did it go? · --given or --received\n"),
        ("exchange add ada x --given --received", 2, "lnet: which way did it go? · --given or --received\n"),
        ("exchange add ada ' ' --given", 4, "lnet: an exchange needs words\n"),
        ("exchange add adda x --given", 3, "lnet: no contact named 'adda' (did you mean Ada Lovelace?)\n"),
        ("exchange add ada x --given --on tomorrow", 4, "lnet: '2026-06-16': this is still to come\n"),
        ("exchange add ada x --given --kind gossip", 2, None),
        ("exchange edit x1", 2, "lnet: nothing to change · give options (see --help), or edit on a terminal\n"),
        ("exchange edit x1 --on ''", 4, "lnet: it needs a day on which it happened\n"),
        ("exchange edit x1 --text ''", 4, "lnet: an exchange needs words\n"),
        ("exchange show x9", 3, "lnet: no exchange 'x9'\n"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_changes_nothing(
    lnet: Lnet, home: Path, command: str, status: int, message: str | None
) -> None:
    """One line that names what is wrong, its exit status, and an untouched store."""
    lnet("exchange add ada A --given")
    before = contents(home / "lnet.db")
    ran = lnet(command)
    assert (ran.status, ran.out) == (status, "")
    assert message is None or ran.err == message
    assert contents(home / "lnet.db") == before


def test_hostile_text_is_kept_and_shown_safely(lnet: Lnet) -> None:
    """Control bytes never reach the screen, markup means nothing."""
    assert data(lnet, "exchange", "add", "ada", HOSTILE, "--given")["text"] == HOSTILE
    for command in ("show x1", "list", "list --csv", "edit x1 --kind advice", "delete x1"):
        assert_safe(lnet(f"exchange {command}").out)


def test_a_narrow_terminal_shows_each_on_lines_of_its_own(lnet: Lnet, monkeypatch: pytest.MonkeyPatch) -> None:
    """On forty columns no line is longer, and the help stands beside the reference."""
    lnet("exchange add ada 'read the second half of her draft' --given --kind feedback")
    lines = drawn(lnet, monkeypatch, "exchange list", 40)
    assert max(map(len, lines)) <= 40
    assert lines[0].startswith("x1 read the second half")
    assert "to Ada Lovelace" in " ".join(lines)
