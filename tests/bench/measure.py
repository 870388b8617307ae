"""Running a process and measuring it: how long it took, how much memory it had, what it said."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Run(NamedTuple):
    """One run of a process: seconds by the clock and of the processor, peak memory in MB, exit status."""

    seconds: float
    cpu_seconds: float
    megabytes: float
    status: int


class Median(NamedTuple):
    """The middle of several runs."""

    seconds: float
    cpu_seconds: float
    megabytes: float


def run(arguments: Sequence[str], environment: Mapping[str, str], cwd: str) -> Run:
    """Run `python ARGUMENTS` with its output into a pipe that is read to the end."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env=environment, cwd=cwd,
    )  # fmt: skip
    assert process.stdout
    with process.stdout:
        process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode)


def middle(runs: Sequence[Run]) -> Median:
    """The median of each figure by itself."""
    seconds, cpu_seconds, megabytes, _ = zip(*runs, strict=True)
    return Median(statistics.median(seconds), statistics.median(cpu_seconds), statistics.median(megabytes))
