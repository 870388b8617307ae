"""SIGKILL at random moments: what was reported is there, the rest is whole or absent."""

import os
import shutil
import time
from collections import Counter
from pathlib import Path

import pytest

from lnet.services import demo
from tests.faults.apart import Report, report

ALL = 10_000


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample network."""
    path = tmp_path_factory.mktemp("sample") / "lnet.db"
    demo.build(path)
    return path


def killed(sample: Path, folder: Path, count: int) -> Report:
    """Kill so many commands, on every processor; what became of them."""
    busy = os.cpu_count() or 1
    return report(
        *(
            ["tests.faults.killing", str(sample), str(folder / str(number)), str(-(-count // busy)), str(number)]
            for number in range(busy)
        )
    )


def test_a_killed_command_has_done_all_or_nothing(sample: Path, tmp_path: Path) -> None:
    """Log, undo, import, backup and others, killed at random while they run; thousands in the long run."""
    found = killed(sample, tmp_path, 40)
    assert found.wrong == []
    assert found.tally["kills"] >= 40


@pytest.mark.faults
def test_ten_thousand_kills(sample: Path, tmp_path: Path) -> None:
    """None of them loses what was reported, none leaves anything between old and new; prints the figures."""
    begun = time.monotonic()
    found = killed(sample, tmp_path, ALL)
    shutil.rmtree(tmp_path)
    print(told(found.tally, time.monotonic() - begun))  # noqa: T201  # the figures are the point
    assert found.wrong == []
    assert found.tally["kills"] >= ALL
    assert (found.tally["lost"], found.tally["torn"]) == (0, 0)


def told(tally: Counter[str], seconds: float) -> str:
    """The figures in a line."""
    kills = f"{tally['kills']:,} kills: {tally['lost']} lost, {tally['torn']} torn, {seconds:.0f} s"
    return f"{kills} ({tally['new']:,} had committed, {tally['reported']:,} commits reported in all)"
