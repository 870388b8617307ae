"""One key at a time from the terminal, without Enter; what is typed ahead is kept, arrows and the like are nothing."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Self

# What a terminal sends for arrows and function keys (ECMA-48): a bare ESC, too.
SEQUENCES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|.)?", re.DOTALL)
END = "\x04"  # Ctrl-D, where the terminal no longer reads it


class Keyboard:
    """The keys of a sitting; use it as a context, at whose end the terminal is as it was."""

    def __init__(self) -> None:
        self.ahead = ""
        self.before: Any = None

    def __enter__(self) -> Self:
        self.one_by_one()
        return self

    def __exit__(self, *error: object) -> None:
        self.by_line()

    def one_by_one(self) -> None:
        """Have keys arrive as they are pressed, unseen."""
        if sys.platform != "win32":
            import termios
            import tty

            self.before = termios.tcgetattr(sys.stdin)
            tty.setcbreak(sys.stdin, termios.TCSADRAIN)

    def by_line(self) -> None:
        """Have lines arrive when Enter is pressed."""
        if sys.platform != "win32" and self.before is not None:
            import termios

            termios.tcsetattr(sys.stdin, termios.TCSADRAIN, self.before)

    def press(self) -> str:
        """The next key, in lower case; Enter is none. Raises EOFError at the end of input, KeyboardInterrupt."""
        while not self.ahead:
            self.ahead = re.sub(r"\s", "", SEQUENCES.sub("", typed()))
        key, self.ahead = self.ahead[0].lower(), self.ahead[1:]
        if key == END:
            raise EOFError
        return key

    @contextmanager
    def lines(self) -> Iterator[None]:
        """A while in which whole lines are typed, and seen."""
        self.ahead = ""
        self.by_line()
        try:
            yield
        finally:
            self.one_by_one()


def typed() -> str:
    """What was typed, at least one key; raises EOFError at the end of input."""
    if sys.platform == "win32":
        import msvcrt

        return msvcrt.getwch()
    found = os.read(sys.stdin.fileno(), 1024)
    if not found:
        raise EOFError
    return found.decode(errors="ignore")
