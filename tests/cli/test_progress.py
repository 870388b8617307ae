"""What is drawn while a command takes its time, and where nothing is."""

import os
import sys
from pathlib import Path

import pexpect  # type: ignore[import-untyped]  # it has no stubs
import pytest

from lnet.cli import progress
from lnet.cli.progress import stages
from tests.conftest import Lnet

# doctor on a store for which the first second is over at once, and whose checks wait until they have been drawn.
SLOW_DOCTOR = """
import time
from lnet.cli import progress
from lnet.cli.run import run
progress.PATIENCE = 0
begin = progress.Stages.begin

def slowly(stage, what):
    while stage.drawn is None:
        time.sleep(0.01)
    begin(stage, what)
    time.sleep(0.3)

progress.Stages.begin = slowly
raise SystemExit(run(["doctor"]))
"""


@pytest.mark.parametrize("columns", [40, 80])
def test_a_check_up_says_what_it_looks_at_and_leaves_nothing_of_it(lnet: Lnet, home: Path, columns: int) -> None:
    """On a terminal, once it takes longer than a moment; in the end only the answer stands there."""
    lnet("add Ada")
    child = pexpect.spawn(
        sys.executable, ["-c", SLOW_DOCTOR], encoding="utf-8", timeout=20, dimensions=(24, columns),
        env={**os.environ, "COLUMNS": str(columns), "TERM": "xterm"},
    )  # fmt: skip
    child.expect("Checking the file")
    child.expect("Checking rows against the history")
    child.expect("Checking look-up keys")
    child.expect("\x1b\\[2K")  # the line is cleared
    child.expect("The store is sound")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 0


def test_nothing_is_drawn_in_the_first_second(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work that is over by then never shows up."""
    monkeypatch.setattr(progress, "watched", lambda: True)
    monkeypatch.setattr(progress, "drawn_progress", lambda: pytest.fail("drawn"))
    with stages("Checking", 2) as passing:
        passing("one")
        passing("two")


def test_without_a_terminal_no_thread_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    """Piped, a command does nothing but its work."""
    monkeypatch.setattr(progress, "Stages", lambda *_: pytest.fail("begun"))
    with stages("Checking", 1) as passing:
        passing("one")


SLOW_IMPORT = f"{SLOW_DOCTOR.rpartition('raise')[0]}raise SystemExit(run(['import', 'people.vcf', '--dry-run']))"


def test_whoever_waits_for_a_large_file_sees_that_it_is_read(home: Path) -> None:
    """On a terminal; in the end only the report stands there."""
    (home / "people.vcf").write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ada Lovelace\nEND:VCARD\n")
    child = pexpect.spawn(
        sys.executable, ["-c", SLOW_IMPORT], encoding="utf-8", timeout=20, dimensions=(24, 80), cwd=str(home),
        env={**os.environ, "COLUMNS": "80", "TERM": "xterm"},
    )  # fmt: skip
    child.expect("Reading the file")
    child.expect("\x1b\\[2K")
    child.expect("1 added")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 0
