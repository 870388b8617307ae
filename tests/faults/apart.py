"""What is done in processes of its own, which may fork, and answers with numbers and complaints as JSON."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from tests.faults.sample import ROOT


class Report(NamedTuple):
    """The numbers of all, and what was wrong."""

    tally: Counter[str]
    wrong: list[str]


def report(*modules: Sequence[str]) -> Report:
    """Run these modules with their arguments, one on each processor at a time, and add up what they report."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(answered, modules))
    return Report(sum((each.tally for each in found), Counter()), [what for each in found for what in each.wrong])


def answered(module: Sequence[str]) -> Report:
    """Run one module; its answer."""
    command = [sys.executable, "-m", *module]
    ran = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    answer = json.loads(ran.stdout)
    return Report(Counter(answer["tally"]), answer["wrong"])
