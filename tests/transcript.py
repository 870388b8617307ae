"""Command tests that read like transcripts: `$ lnet …`, then exactly what is printed, then `[3]` for a failing status.

A line that ends in `…` matches anything from there on; a line of `…` alone matches any number of lines.
`<<` after a command feeds it the following `> ` lines as standard input. A line `# 2026-06-16 …` sets the day of the
commands after it, and may tell in a few words what happens then.
"""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from textwrap import dedent

from tests.conftest import Lnet, Ran


@dataclass
class Command:
    """One command of a transcript and what it must print; `day` is None for the tests' own."""

    words: list[str]
    day: date | None = None
    stdin: str = ""
    expected: list[str] = field(default_factory=list)
    status: int = 0


def check(lnet: Lnet, text: str) -> None:
    """Run the commands of a transcript one after the other and compare all they print."""
    for command in commands(dedent(text).strip("\n")):
        ran = run(lnet, command)
        printed = (ran.out + ran.err).rstrip("\n").split("\n") if ran.out + ran.err else []
        shown = "\n".join(printed)
        assert matches(command.expected, printed), f"$ lnet {shlex.join(command.words)}\n{shown}\n[{ran.status}]"
        assert ran.status == command.status, f"$ lnet {shlex.join(command.words)}\n{shown}\n[{ran.status}]"


def run(lnet: Lnet, command: Command) -> Ran:
    """Run one command, its words as they are."""
    return lnet(shlex.join(command.words), stdin=command.stdin, today=command.day)


def commands(text: str) -> Iterator[Command]:
    """The commands of a transcript."""
    current: Command | None = None
    day: date | None = None
    for line in text.split("\n"):
        if named := day_of(line):
            day = named
        elif line.startswith("$ lnet"):
            if current:
                yield finished(current)
            current = Command(shlex.split(line.removeprefix("$ lnet").removesuffix("<<")), day)
        elif current:
            add(current, line)
    if current:
        yield finished(current)


def day_of(line: str) -> date | None:
    """The day that a line sets; None for any other line."""
    named = re.match(r"# (\d{4}-\d\d-\d\d)\b", line)
    return date.fromisoformat(named[1]) if named else None


def add(command: Command, line: str) -> None:
    """Take a line below a command for its input, its status or what it prints."""
    if line.startswith("> ") and not command.expected:
        command.stdin += line[2:] + "\n"
    elif status := re.fullmatch(r"\[(\d+)\]", line):
        command.status = int(status[1])
    else:
        command.expected.append(line)


def finished(command: Command) -> Command:
    """The command without the blank lines that part it from the next."""
    while command.expected and not command.expected[-1].strip():
        command.expected.pop()
    return command


def matches(expected: list[str], printed: list[str]) -> bool:
    """Whether the lines printed are those expected, `…` standing for anything."""
    pattern = "\n".join(re.escape(line.removesuffix("…")) + (".*" if line.endswith("…") else "") for line in expected)
    return re.fullmatch(pattern, "\n".join(line.rstrip() for line in printed), re.DOTALL) is not None
