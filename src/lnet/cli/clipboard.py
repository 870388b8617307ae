"""The clipboard of the desktop, by whatever program is there for it; where there is none, nothing happens."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

SECONDS_MOST = 5


def copied(text: str) -> str | None:
    """The program that took the text into the clipboard; None where none is installed, or none could."""
    return next((command[0] for command in programs() if shutil.which(command[0]) and took(command, text)), None)


def programs() -> Iterator[list[str]]:
    """The commands that take standard input into the clipboard of this desktop, the best first."""
    if os.environ.get("WAYLAND_DISPLAY"):
        yield ["wl-copy"]
    if os.environ.get("DISPLAY"):
        yield ["xclip", "-selection", "clipboard"]
        yield ["xsel", "-b"]
    if sys.platform == "darwin":
        yield ["pbcopy"]


def took(command: list[str], text: str) -> bool:
    """Whether a program took the text. Not a word of it is heard: some stay to serve the clipboard."""
    silent = subprocess.DEVNULL
    try:
        done = subprocess.run(  # noqa: S603  # a list of our own, the text by standard input
            command, input=text.encode(), stdout=silent, stderr=silent, timeout=SECONDS_MOST, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
