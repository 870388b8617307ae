"""Everyday commands on networks of several sizes, as ratios to `python -c pass` and to a floor, measured in one run."""

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from lnet.cli.commands import COMMANDS
from lnet.store import connect
from tests.bench import network, safety, words
from tests.bench.measure import Median, Run, middle, run
from tests.bench.measured import MEASURED, Measured, write_connections

SIZES = {"S": (100, 2_000), "M": (1_000, 20_000), "L": (10_000, 200_000), "XL": (50_000, 1_000_000)}
SEED = 1
FRESH_RUNS = 3
STORE_SQL = connect.HERE
ROOT = Path(__file__).parents[2]


HEADER = f"{'command':18} {'ms':>8} {'× pass':>8} {'× cpu':>8} {'floor ms':>9} {'× floor':>8} {'peak MB':>8}"


def main() -> None:
    """Build what is missing, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--sizes", default="S,M,L", help="of S, M, L, XL; by default S,M,L")
    parser.add_argument("--runs", type=int, default=9, help="runs of each command; the median counts")
    parser.add_argument("--only", default="", help="only commands whose title contains this")
    parser.add_argument("--safety", action="store_true", help="what safety costs, in place of all commands")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lnet-bench-") as folder:
        bench = Bench(Path(folder), options.runs)
        for size in options.sizes.split(","):
            if options.safety:
                bench.measure_safety(size)
            else:
                bench.measure(size, [each for each in MEASURED if options.only in each.title])


class Bench:
    """One run of the benchmark, in a folder of its own."""

    def __init__(self, folder: Path, runs: int) -> None:
        self.folder = folder
        self.runs = runs
        self.connections = folder / "Connections.csv"
        write_connections(self.connections)
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(folder), "LNET_DB": str(folder / "lnet.db"),
            "LNET_TODAY": network.TODAY.isoformat(), "PYTHONPATH": str(ROOT / "src"), "LANG": "C.UTF-8",
        }  # fmt: skip

    def measure(self, size: str, chosen: list[Measured]) -> None:
        """Print the lines of one size."""
        people, talks = SIZES[size]
        image = self.image(size)
        self.fresh_store(image)
        say(f"\n{size}: {people:,} people, {talks:,} conversations, {image.stat().st_size / 1e6:,.0f} MB")
        say(HEADER)
        for each in chosen:
            self.line(each, image)

    def measure_safety(self, size: str) -> None:
        """Print what safety costs, on the network of one size."""
        image = self.image(size)
        say(f"\n{size}")
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            safety.measure(image, Path(folder), self.environment, self.runs, say)

    def line(self, each: Measured, image: Path) -> None:
        """Measure one command, its floor and the empty Python in turns, and print their medians."""
        missing = self.missing(each)
        if missing:
            say(f"{each.title:18} skipped: {missing}")
            return
        passes: list[Run] = []
        commands: list[Run] = []
        floors: list[Run] = []
        for turn in range(min(self.runs, FRESH_RUNS) if each.fresh else self.runs + 1):
            found = (self.run("-c", "pass"), self.command(each, image), self.floor(each, image))
            if found[1].status or found[2].status:
                say(f"{each.title:18} failed: exit {found[1].status}, floor {found[2].status}")
                return
            if turn or each.fresh:  # the first turn warms up the files
                for runs, one in zip((passes, commands, floors), found, strict=True):
                    runs.append(one)
        say(line(each.title, middle(passes), middle(commands), middle(floors)))

    def missing(self, each: Measured) -> str:
        """Why a command cannot be measured yet; "" if it can."""
        name = each.words[0]
        if name.startswith("-"):
            return ""
        if name not in COMMANDS or importlib.util.find_spec(f"lnet.cli.{COMMANDS[name].module}") is None:
            return f"there is no lnet {name} yet"
        return ""

    def run(self, *arguments: str, **more: str) -> Run:
        return run(arguments, self.environment | more, str(self.folder))

    def command(self, each: Measured, image: Path) -> Run:
        if each.fresh:
            self.fresh_store(image)
        typed = [word.format(connections=self.connections) for word in each.words]
        more = {"_LNET_COMPLETE": "bash"} if each.completion else {"LNET_TODAY": each.today} if each.today else {}
        return self.run("-m", "lnet", *typed, **more)

    def floor(self, each: Measured, image: Path) -> Run:
        if each.fresh:
            self.fresh_store(image)
        return self.run("-c", each.floor, self.environment["LNET_DB"], str(self.connections))

    # --- stores -------------------------------------------------------------------------------------------------

    def fresh_store(self, image: Path) -> None:
        """Put an untouched copy in place, without the backups of the last one."""
        store = Path(self.environment["LNET_DB"])
        for beside in (*self.folder.glob("lnet.db?*"), *self.folder.glob("backups/*")):
            beside.unlink()
        shutil.copyfile(image, store)
        store.chmod(0o600)

    def image(self, size: str) -> Path:
        """The network of a size, kept in the temporary directory for the next time."""
        people, talks = SIZES[size]
        place = Path(tempfile.gettempdir()) / f"lnet-bench-{os.getuid()}"
        place.mkdir(mode=0o700, exist_ok=True)
        path = place / f"{size}-{SEED}-{fingerprint()}.db"
        if not path.exists():
            started = time.perf_counter()
            made = path.with_suffix(".new")
            made.unlink(missing_ok=True)
            command = [sys.executable, "-m", "tests.bench.network", str(people), str(talks), str(SEED), str(made)]
            subprocess.run(command, check=True, cwd=ROOT)
            made.rename(path)
            for older in set(place.glob(f"{size}-*.db")) - {path}:
                older.unlink()
            say(f"made {size} in {time.perf_counter() - started:.0f} s: {path}")
        return path


def line(title: str, nothing: Median, command: Median, floor: Median) -> str:
    """One line of the table; the ratios are to an empty Python (by the clock, and in time of the processor, which other
    programs disturb less) and to the floor."""
    ratios = command.seconds / nothing.seconds, command.cpu_seconds / nothing.cpu_seconds
    milliseconds = command.seconds * 1000, floor.seconds * 1000
    return (
        f"{title:18} {milliseconds[0]:8.1f} {ratios[0]:8.1f} {ratios[1]:8.1f} {milliseconds[1]:9.1f}"
        f" {command.seconds / floor.seconds:8.1f} {command.megabytes:8.1f}"
    )


def say(text: str) -> None:
    """Print a line at once."""
    print(text, flush=True)  # noqa: T201  # printing is what a benchmark is for


def fingerprint() -> str:
    """Changes with the schema, the triggers, or the generator: what an older image would not fit."""
    total = hashlib.sha256()
    for file in sources():
        total.update(file.read_bytes())
    return total.hexdigest()[:12]


def sources() -> Iterator[Path]:
    yield from (Path(network.__file__), Path(words.__file__), STORE_SQL / "schema.sql")
    yield from sorted((STORE_SQL / "sql").glob("*.sql"))


if __name__ == "__main__":
    main()
