"""The console sessions of the documentation: read from a page, run in one shell on a terminal, written back.

`python -m tests.docs` brings the sessions of every page up to date, where what is printed has changed.
"""

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
from dataclasses import dataclass
from pathlib import Path

from tests.transcript import matches

TOP = Path(__file__).parents[2]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
TOOLS = ("jq", "sqlite3")  # what a page may use besides lnet and the shell
ROWS, COLUMNS = 50, 80
# Behind each command its number and exit status, between characters that nothing prints.
MARK = "\x1e{}:{}\x1f"


@dataclass
class Typed:
    """One command of a page as it was typed, what the page says is printed, and what was printed when it was run."""

    lines: list[str]
    expected: list[str]
    printed: list[str]

    @property
    def holds(self) -> bool:
        """Whether the page says what happens."""
        return matches(self.expected, self.printed)

    def __str__(self) -> str:
        return "\n".join([*self.lines, *self.printed])


def pages() -> list[Path]:
    """The pages that hold sessions."""
    every = [TOP / "README.md", *sorted((TOP / "docs").rglob("*.md"))]
    return [page for page in every if BLOCK.search(page.read_text(encoding="utf-8"))]


def tools_of(page: Path) -> list[str]:
    """The programs a page uses besides lnet."""
    typed = "\n".join("\n".join(each.lines) for each in typed_in(page.read_text(encoding="utf-8")))
    return [tool for tool in TOOLS if re.search(rf"\b{tool}\b", typed)]


def typed_in(text: str) -> list[Typed]:
    """The commands of a page, over all its blocks, in order; a line that begins with `>` continues a command."""
    commands: list[Typed] = []
    for block in BLOCK.finditer(text):
        for line in block[1].splitlines():
            if line.startswith("$ "):
                commands.append(Typed([line], [], []))
            elif line[:2] in (">", "> ") and not commands[-1].expected:
                commands[-1].lines.append(line)
            else:
                commands[-1].expected.append(line)
    for command in commands:
        while command.expected and not command.expected[-1]:
            command.expected.pop()
    return commands


def run(commands: list[Typed], home: Path, lnet: str) -> None:
    """Type the commands into one shell, in `home`, on a terminal without colours; fills in what each printed.

    `lnet` is the text of the program of that name. The home directory is shown as /home/you.
    """
    (home / "bin").mkdir(parents=True)
    program = home / "bin" / "lnet"
    program.write_text(lnet)
    program.chmod(0o755)
    script = "".join(
        "\n".join(line[2:] for line in command.lines) + f"\nprintf '{MARK.format(number, '%d')}' $?\n"
        for number, command in enumerate(commands)
    )
    (home / "session.sh").write_text(script, encoding="utf-8")
    text = on_terminal(["bash", "session.sh"], home).replace(str(home), "/home/you")
    for number, command in enumerate(commands):
        said, status, text = re.split(MARK.format(number, r"(\d+)"), text, maxsplit=1)
        lines = [line.rstrip() for line in said.rstrip().split("\n")] if said.strip() else []
        command.printed = [*lines, f"[{status}]"] if status != "0" else lines


def on_terminal(command: list[str], home: Path) -> str:
    """All that a command prints on a terminal of 80 columns that knows no colours."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    environment = {name: os.environ[name] for name in ("LANG", "LC_ALL") if name in os.environ} | {
        "HOME": str(home), "PATH": f"{home / 'bin'}:{os.environ['PATH']}", "LNET_TODAY": "2026-06-15", "TZ": "UTC",
        "LNET_BACKUPS": "0",
        "TERM": "dumb", "SHELL": "/bin/bash", "PYTHONUTF8": "1",
    }  # fmt: skip
    running = subprocess.Popen(
        command, cwd=home, env=environment, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    said = bytearray()
    try:
        while part := os.read(ours, 65536):
            said += part
    except OSError:  # Linux says so when the last program has gone
        pass
    os.close(ours)
    running.wait()
    return said.decode().replace("\r\n", "\n")


def rewritten(text: str, commands: list[Typed]) -> str:
    """The page with what was printed in place of what no longer holds."""
    queue = iter(commands)

    def block(match: re.Match[str]) -> str:
        parts = []
        for _ in re.findall(r"^\$ ", match[1], re.MULTILINE):
            command = next(queue)
            parts.append("\n".join([*command.lines, *(command.expected if command.holds else command.printed)]))
        return "```console\n" + "\n".join(parts) + "\n```"

    return BLOCK.sub(block, text)
