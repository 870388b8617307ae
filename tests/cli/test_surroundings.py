"""What is around lnet: the editor, the locale, the width, the calendar, an interrupt."""

import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from lnet.store.connect import Store
from tests.cli.answers import data
from tests.cli.leftovers import leave_over
from tests.cli.seeds import born, person
from tests.cli.terminal import Terminal
from tests.cli.test_exits import process, said
from tests.conftest import Lnet
from tests.store.content import content_of


@pytest.fixture
def terminal(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """A pseudo-terminal on the store of the test's home."""
    monkeypatch.setenv("LNET_DB", str(home / "lnet.db"))
    monkeypatch.setenv("TERM", "dumb")
    opened = Terminal()
    yield opened
    opened.close()


def editor(home: Path, name: str, script: str) -> Path:
    """A program to edit with: a shell script, the draft is "$1"."""
    made = home / name
    made.write_text(f"#!/bin/sh\n{script}\n")
    made.chmod(0o755)
    return made


# --- the editor -------------------------------------------------------------------------------------------------

EDITORS = [
    # how it is named, what it does, the exit status, what is said, whether the draft is still there
    ("nowhere-to-be-found", None, 7, "cannot run nowhere-to-be-found", True),
    ("fail", "exit 3", 7, "it ended with 3, so nothing was changed", True),
    ("'my ed'", 'printf "name: Ada King\\n" > "$1"', 0, "Ada King", False),
    ("ed --wait -n", 'test "$1 $2" = "--wait -n" && printf "name: Ada King\\n" > "$3"', 0, "Ada King", False),
    ("gone", 'rm "$1"', 7, "No such file or directory", False),
    ("garbled", 'printf "\\377\\376" > "$1"', 7, "it is not UTF-8 text", True),
    ("nul", 'printf "name: Ada\\000King\\n" > "$1"', 4, "not valid text", True),
    ("wrong", 'printf "nonsense: x\\n" > "$1"', 4, "is no field", True),
    ("'unclosed", None, 4, "VISUAL or EDITOR is no command", False),
]


@pytest.mark.parametrize(("named", "script", "status", "expected", "kept"), EDITORS, ids=[each[0] for each in EDITORS])
def test_an_editor_missing_failing_or_deleting_the_file_is_one_line(
    terminal: Terminal, lnet: Lnet, home: Path, monkeypatch: pytest.MonkeyPatch,
    named: str, script: str | None, status: int, expected: str, kept: bool,
) -> None:  # fmt: skip
    """One line, the store as it was unless the form was stored; a draft that could not be used is kept, and named."""
    lnet("contact add Ada")
    before = content_of(home / "lnet.db")
    if script is not None:
        editor(home, named.split(" --", maxsplit=1)[0].strip("'"), script)
        monkeypatch.setenv("PATH", f"{home}:{os.environ['PATH']}")
    monkeypatch.setenv("EDITOR", named)
    terminal.run("edit", "ada", columns=1000)
    printed, ended = terminal.finish()
    drafts = [*(home / ".local/state/lnet/drafts").glob("*")]
    assert ended == status, printed
    assert expected in printed
    assert (len(drafts) == 1) == kept
    assert all(f"your draft: {draft}" in printed and stat.S_IMODE(draft.stat().st_mode) == 0o600 for draft in drafts)
    if status:
        assert printed.strip().count("\n") == 0
        assert content_of(home / "lnet.db") == before


# --- locale, width, colour --------------------------------------------------------------------------------------

LOCALES: list[dict[str, str | None]] = [
    {"LC_ALL": "C"}, {"LC_ALL": "POSIX", "LANG": None}, {"PYTHONIOENCODING": "ascii"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
]  # fmt: skip


@pytest.mark.parametrize("locale", LOCALES, ids=str)
def test_in_any_locale_it_is_readable(lnet: Lnet, home: Path, locale: dict[str, str | None]) -> None:
    """Our own signs have lookalikes, other letters their numbers; JSON says the same everywhere."""
    name = "Jürgen Müller 王"
    assert lnet("contact", "add", name, "--circle", "close").status == 0
    env = locale | {"LNET_DB": str(home / "lnet.db")}
    for command in ("contact list", "followups", "contact add Eve", "summary", "contact show nobody"):
        ran = process(command, env=env)
        assert ran.status == (3 if "nobody" in command else 0)
        assert not {"\x1b", "\ufffd"} & set(ran.out + ran.err)
    found = json.loads(process("contact list --json", env=env).out)["data"]
    assert name in {each["name"] for each in found}
    if "PYTHONIOENCODING" in locale:
        assert process("contact add Bob", env=env).out == "Added Bob - bob\n  not right? lnet undo\n"


@pytest.mark.parametrize("columns", [1, 20])
@pytest.mark.parametrize("command", ["followups --all", "goal list", "promise list", "review --list", "show g1"])
def test_on_a_narrow_terminal_references_are_whole(
    lnet: Lnet, store: Store, monkeypatch: pytest.MonkeyPatch, columns: int, command: str
) -> None:
    """Whatever is cut or wrapped, what one has to type is not."""
    leave_over(store)
    told = json.dumps(data(lnet, *command.split()))
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("TERM", "dumb")
    with monkeypatch.context() as patched:
        patched.setattr("sys.stdout.isatty", lambda: True)
        shown = lnet(command).out
    assert "\x1b" not in shown
    titles = {"goal list": ["g1"], "promise list": ["p1"], "show g1": ["g1"], "followups --all": ["g1"]}
    for reference in titles.get(command, []):
        assert f'"{reference}"' in told
        assert reference in shown.replace("·", " ").split(), shown


@pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"NO_COLOR": "1", "TERM": "xterm-256color"}], ids=str)
def test_no_escape_is_sent_to_a_terminal_that_wants_none(
    terminal: Terminal, lnet: Lnet, monkeypatch: pytest.MonkeyPatch, env: dict[str, str]
) -> None:
    """TERM=dumb and NO_COLOR: text alone; any other terminal gets styles."""
    lnet("contact add Ada --circle close")
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    terminal.run("contact", "show", "ada")
    printed, status = terminal.finish()
    assert (status, "\x1b" in printed) == (0, False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    terminal.run("contact", "show", "ada")
    assert "\x1b[" in terminal.finish()[0]


# --- large texts --------------------------------------------------------------------------------------------------


def test_a_note_of_10_mb_is_stored_and_one_of_17_is_refused(lnet: Lnet, home: Path) -> None:
    """Whole, found and shown; over 16 MB it is exit 4, and the store is as it was."""
    lnet("contact add Ada")
    note = "words and more " * 700_000 + "needle"
    assert lnet("contact", "edit", "ada", "--note", note).status == 0
    assert data(lnet, "contact", "show", "ada")["note"] == note
    before = content_of(home / "lnet.db")
    said(lnet("contact", "edit", "ada", "--note", "x" * 17 * 1024 * 1024), 4, "larger than 16 MB")
    assert content_of(home / "lnet.db") == before


# --- the calendar -------------------------------------------------------------------------------------------------


def test_days_at_the_ends_of_the_calendar(lnet: Lnet, store: Store) -> None:
    """Leap days, the year 9999, a clock set back by years: nothing refuses to write, and local days are right."""
    born(store, "Leap", "--02-29")
    person(store, "Ada", "close", [5])
    for day in (date(2027, 2, 28), date(9999, 12, 31), date(1999, 1, 1), date(2026, 6, 14)):
        for command in ("followups --all", "log tea with Ada", "followups --days 30", "summary", "stats", "undo"):
            ran = lnet(command, today=day)
            assert ran.status == 0, (day, command, ran)
    assert "Leap" in lnet("followups", today=date(2027, 2, 28)).out


# --- an interrupt -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["interrupt", "terminate"])
def test_an_import_that_is_stopped_is_all_or_nothing(lnet: Lnet, home: Path, number: signal.Signals) -> None:
    """Stopped in the middle, it leaves the store as it was; an interrupt ends with 130."""
    lnet("contact add Ada")
    head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    (home / "many.csv").write_text(head + "".join(f"Ann,B{n},https://x.org/{n},,,,\n" for n in range(10_000)))
    before = content_of(home / "lnet.db")
    command = [sys.executable, "-m", "lnet", "import", "many.csv"]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wait_until_writing(home)
    child.send_signal(number)
    out, err = child.communicate()
    assert child.returncode in ((130,) if number == signal.SIGINT else (130, -number)), (out, err)
    assert (out, err.count("\n") <= 1, "Traceback" in err) == ("", True, False)
    assert content_of(home / "lnet.db") == before
    assert lnet("contact add Eve").status == 0


def wait_until_writing(home: Path) -> None:
    """Until another process has begun to write: its lock keeps us out."""
    for _ in range(2000):
        with sqlite3.connect(home / "lnet.db", timeout=0, isolation_level=None) as db:
            try:
                db.execute("BEGIN IMMEDIATE")
                db.execute("ROLLBACK")
            except sqlite3.OperationalError:
                return
        time.sleep(0.005)
