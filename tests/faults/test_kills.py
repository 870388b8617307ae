"""SIGKILL at random moments: what was reported is there, the rest is whole or absent."""

import time
from collections import Counter
from pathlib import Path

import pytest

from tests.faults.apart import Report, report

ALL = 10_000
BATCH = 250  # of one process: it grows with each, and so forks more slowly


def killed(folder: Path, count: int) -> Report:
    """Kill so many commands, on every processor; what became of them."""
    batches = range(count // BATCH)
    return report(*(["tests.faults.killing", str(folder / str(seed)), str(BATCH), str(seed)] for seed in batches))


def test_a_killed_command_has_done_all_or_nothing(place: Path) -> None:
    """Log, undo, import, backup and others, killed at random while they run; thousands in the long run."""
    found = report(["tests.faults.killing", str(place / "0"), "12", "0"])
    assert found.wrong == []
    assert found.tally["harmed"] == 12


@pytest.mark.faults
def test_ten_thousand_kills(place: Path) -> None:
    """None of them loses what was reported, none leaves anything between old and new; prints the figures."""
    begun = time.monotonic()
    found = killed(place, ALL)
    print(told(found.tally, time.monotonic() - begun))  # noqa: T201  # the figures are the point
    assert found.wrong == []
    assert found.tally["harmed"] == ALL
    assert (found.tally["lost"], found.tally["torn"]) == (0, 0)


def told(tally: Counter[str], seconds: float) -> str:
    """The figures in a line."""
    kills = f"{tally['harmed']:,} kills: {tally['lost']} lost, {tally['torn']} torn, {seconds:.0f} s"
    return f"{kills} ({tally['new']:,} commits, {tally['reported']:,} of them reported)"
