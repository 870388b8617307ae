"""lnet on a pseudo-terminal: what a person would see, answer and interrupt."""

import os
import sys

import pexpect  # type: ignore[import-untyped]  # it has no stubs


class Terminal:
    """One lnet command at a time, on a pseudo-terminal of 80 columns."""

    child: pexpect.spawn | None = None

    def run(self, *words: str, columns: int = 80) -> pexpect.spawn:
        """Start a command; its prompts are to be expected, its questions answered."""
        self.close()
        self.child = pexpect.spawn(
            sys.executable, ["-m", "lnet", *words], encoding="utf-8", timeout=20, dimensions=(24, columns),
            env={**os.environ, "COLUMNS": str(columns)},
        )  # fmt: skip
        self.child.delaybeforesend = None  # what is typed ahead is kept
        self.child.ptyproc.delayafterclose = 0  # it has ended, or is made to
        return self.child

    def finish(self) -> tuple[str, int]:
        """What is still printed until the command ends, and its exit status."""
        assert self.child is not None
        self.child.expect(pexpect.EOF)
        printed = str(self.child.before)
        self.child.wait()
        return printed, int(self.child.exitstatus or 0)

    def close(self) -> None:
        """End the command, if it still runs."""
        if self.child is not None:
            self.child.close(force=True)
