"""Random histories of commands, undone step by step and done again: exact each time."""

import os
import time
from pathlib import Path

import pytest

from tests.faults.apart import Report, report

ALL = 1000


def histories(sample: Path, folder: Path, count: int) -> Report:
    """Make so many, on every processor."""
    busy = min(count, os.cpu_count() or 1)
    share = str(-(-count // busy))
    return report(
        *(["tests.faults.histories", str(sample), str(folder / str(n)), share, str(n)] for n in range(busy))
    )  # fmt: skip


def test_a_random_history_is_undone_exactly(sample: Path, place: Path) -> None:
    """Real commands of many kinds; a thousand histories in the long run."""
    found = histories(sample, place, 1)
    assert found.wrong == []
    assert found.tally["steps"] > 0


@pytest.mark.faults
def test_a_thousand_histories(sample: Path, place: Path) -> None:
    """Rows, links, figures and search index are as before each step, and as after it; prints the figures."""
    begun = time.monotonic()
    found = histories(sample, place, ALL)
    figures = f"{found.tally['histories']:,} histories of {found.tally['steps']:,} steps, undone and done again"
    print(f"{figures}: {len(found.wrong)} wrong, {time.monotonic() - begun:.0f} s")  # noqa: T201  # the figures
    assert found.wrong == []
    assert found.tally["histories"] >= ALL
