"""Fuzzing for as long as asked, guided by which code each input reaches: needs atheris (`pip install atheris`).

Each target runs in a process of its own, with an equal share of the time. A finding is an input that brings about
anything but an error of ours, or takes longer than two seconds; it is kept as a file, and the exit status is 1.
"""

import argparse
import importlib.util
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.seeds import WORDS, seeds

MOST_SECONDS = 2.0
MOST_BYTES = 8192
NOISE = ("INFO:", "WARNING:", "Instrumenting", "stat::")
ROOT = Path(__file__).parents[2]


def main() -> int:
    """Fuzz all targets, or those asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=3600, help="for all targets together; by default an hour")
    parser.add_argument("--only", default="", help="only targets whose name contains this")
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "lnet-fuzz", help="findings, corpus")
    parser.add_argument("--target", help=argparse.SUPPRESS)
    options, rest = parser.parse_known_args()
    if importlib.util.find_spec("atheris") is None:
        say("fuzzing needs atheris: pip install atheris")
        return 2
    if options.target:
        return fuzz(options.target, rest)
    from tests.fuzz.targets import TARGETS

    chosen = [name for name in TARGETS if options.only in name]
    failed = [name for name in chosen if run(name, options.seconds // len(chosen), options.keep / name)]
    say(f"findings: {', '.join(failed) or 'none'} ({options.keep})")
    return 1 if failed else 0


def run(name: str, seconds: int, keep: Path) -> bool:
    """Fuzz one target in a process of its own; whether anything was found."""
    corpus = keep / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(name)):
        (corpus / f"seed-{number}").write_bytes(seed)
    words = keep / "words"
    words.write_text("".join(f'"{quoted(word)}"\n' for word in WORDS))
    command = [
        sys.executable, "-m", "tests.fuzz", "--target", name, str(corpus), f"-dict={words}",
        f"-artifact_prefix={keep}/",
        f"-max_total_time={seconds}", f"-max_len={MOST_BYTES}", "-timeout=20", "-print_final_stats=1", "-verbosity=0",
    ]  # fmt: skip
    started = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace")
    tried = done.stderr.partition("stat::number_of_executed_units:")[2].split("\n")[0].strip() or "?"
    say(
        f"{name:20} {tried:>10} inputs in {time.monotonic() - started:.0f} s{', a finding:' if done.returncode else ''}"
    )
    if done.returncode:
        told = [line for line in (done.stdout + done.stderr).splitlines() if not line.startswith(NOISE)]
        say("\n".join(told[-60:]))
    return done.returncode != 0


def fuzz(name: str, arguments: list[str]) -> int:
    """Feed a target until time is up, in this process, which libFuzzer ends."""
    import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]  # not everybody has it

    with atheris.instrument_imports(include=["lnet"]):
        from tests.fuzz.targets import TARGETS
    target = TARGETS[name]

    def timed(data: bytes) -> None:
        started = time.process_time()
        target(data)
        taken = time.process_time() - started
        assert taken < MOST_SECONDS, f"{len(data)} bytes took {taken:.1f} s"

    atheris.Setup([sys.argv[0], *arguments], timed)
    atheris.Fuzz()
    return 0


def quoted(word: str) -> str:
    """A word as libFuzzer's dictionaries have it."""
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


def say(text: str) -> None:
    """Print a line at once."""
    print(text, flush=True)  # noqa: T201  # it tells how far it is


if __name__ == "__main__":
    sys.exit(main())
