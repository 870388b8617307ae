"""Power cuts: what was reported is on the disk, the rest is whole or absent."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.faults.apart import Report, report
from tests.faults.test_calls import can_trace

CUTS = 500
TIMES = 20
COMMANDS = ("log", "undo", "import", "backup")


def can_mount(folder: Path) -> str:
    """Why no file system of its own can be had here; "" where it can."""
    if os.geteuid() or not shutil.which("mkfs.ext4"):
        return "needs root and mkfs.ext4"
    image = folder / "try"
    image.write_bytes(b"")
    os.truncate(image, 2**21)
    subprocess.run(["mkfs.ext4", "-q", "-F", image], capture_output=True)
    done = subprocess.run(["mount", "-o", "loop", image, folder], capture_output=True, text=True)
    if done.returncode:
        return f"no file system may be mounted here: {done.stderr.strip()}"
    subprocess.run(["umount", folder])
    return ""


def cut(folder: Path, count: int) -> Report:
    """Cut the power so often, or skip."""
    if why := can_mount(folder):
        pytest.skip(why)
    return report(["tests.faults.power", str(folder / "power"), str(count), "1"])


def test_a_power_cut_loses_nothing_that_was_reported(tmp_path: Path) -> None:
    """A file system that stops without a flush while commands run; hundreds in the long run."""
    found = cut(tmp_path, 3)
    assert found.wrong == []
    assert found.tally["harmed"] == 3


@pytest.mark.faults
def test_five_hundred_power_cuts(tmp_path: Path) -> None:
    """None loses what was reported, none leaves anything between old and new; prints the figures."""
    begun = time.monotonic()
    found = cut(tmp_path, CUTS)
    told(found, f"{found.tally['harmed']} power cuts on ext4", begun)


@pytest.mark.skipif(not can_trace(), reason="no strace here, or it may not trace")
def test_what_was_not_synced_may_be_there_in_any_part(place: Path) -> None:
    """After each system call of a log, with torn pages; many times each, and more commands, in the long run."""
    found = report(["tests.faults.replay", str(place / "log"), "1", "12", "log"])
    assert found.wrong == []
    assert found.tally["cuts"] > 20


@pytest.mark.faults
@pytest.mark.skipif(not can_trace(), reason="no strace here, or it may not trace")
def test_power_cuts_at_every_call(place: Path) -> None:
    """Each call of each command, with many different rests of what was not synced; prints the figures."""
    begun = time.monotonic()
    found = report(*(["tests.faults.replay", str(place / name), str(TIMES), "1", name] for name in COMMANDS))
    told(found, f"{found.tally['cuts']:,} power cuts after {found.tally['deeds']} calls", begun)


def told(found: Report, what: str, begun: float) -> None:
    """Print the figures; nothing may be wrong."""
    lost, torn = found.tally["lost"], found.tally["torn"]
    print(f"{what}: {lost} lost, {torn} torn, {time.monotonic() - begun:.0f} s")  # noqa: T201  # the figures are the point
    assert found.wrong == []
    assert (lost, torn) == (0, 0)
