"""Every changing system call of a command kills it, or fails: the old or the new state, and what it says is true."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.faults.apart import Report, report
from tests.faults.scenarios import SCENARIOS

FAULTS = ("KILL", "ENOSPC", "EIO")
RARE = ("EDQUOT", "EMFILE", "EROFS", "EACCES")


def can_trace() -> bool:
    """Whether strace is here, and may watch another process."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", "/dev/null", sys.executable, "-c", ""], capture_output=True).returncode == 0


pytestmark = pytest.mark.skipif(not can_trace(), reason="no strace here, or it may not trace")


def injected(folder: Path, every: int, faults: tuple[str, ...], names: tuple[str, ...]) -> Report:
    """Spoil the calls of these commands; what became of them."""
    return report(
        *(["tests.faults.injecting", str(folder / str(number)), str(every), name, *faults]
          for number, name in enumerate(names))
    )  # fmt: skip


def test_a_log_whose_system_calls_fail(place: Path) -> None:
    """The first page written, each sync, the opening of files, by one fault each; all faults in the long run."""
    found = injected(place, 0, FAULTS, ("log",))
    assert found.wrong == []
    assert found.tally["runs"] >= 3 * len(FAULTS)


@pytest.mark.faults
def test_every_changing_call_of_every_command(place: Path) -> None:
    """A kill, a full disk, an I/O error at each; prints the figures."""
    begun = time.monotonic()
    found = injected(place, 1, FAULTS, tuple(SCENARIOS))
    print(told(found, FAULTS, time.monotonic() - begun))  # noqa: T201  # the figures are the point
    assert found.wrong == []


@pytest.mark.faults
def test_other_errors_at_some_calls(place: Path) -> None:
    """A quota, no more open files, a file system that became read-only, no permission any more; prints the figures."""
    begun = time.monotonic()
    found = injected(place, 25, RARE, tuple(SCENARIOS))
    print(told(found, RARE, time.monotonic() - begun))  # noqa: T201  # the figures are the point
    assert found.wrong == []


def told(found: Report, faults: tuple[str, ...], seconds: float) -> str:
    """The figures in a line, and one for each ending."""
    head = f"{found.tally['calls']} calls × {', '.join(faults)}: {found.tally['runs']} runs, {len(found.wrong)} wrong"
    ends = sorted(name for name in found.tally if ":" in name)
    return "\n".join([f"{head}, {seconds:.0f} s", *(f"  {name}: {found.tally[name]}" for name in ends)])
