"""A bar for work that takes longer than a moment, on a terminal alone, on standard error."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from lnet.cli.settings import on_terminal

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0  # seconds before anything is drawn


@contextmanager
def progress(title: str, total: int) -> Iterator[Callable[[int], None]]:
    """Gives a function that is told how many more of `total` are done; draws nothing in the first second."""
    if not watched():
        yield lambda more: None
        return
    started = time.monotonic()
    done = 0
    draw: Callable[[int], None] | None = None
    with ExitStack() as stack:

        def tick(more: int) -> None:
            nonlocal done, draw
            done += more
            if draw is None and time.monotonic() - started > PATIENCE:
                draw = stack.enter_context(bar(title, total))
            if draw:
                draw(done)

        yield tick


@contextmanager
def bar(title: str, total: int) -> Iterator[Callable[[int], None]]:
    """A bar that goes away when the work is done; gives a function that sets how far it is."""
    with drawn_progress() as drawn:
        task = drawn.add_task(title, total=total)
        yield lambda done: drawn.update(task, completed=done)


@contextmanager
def stages(title: str, total: int | None) -> Iterator[Callable[[str], None]]:
    """Gives a function told what is being done now, one thing after the other, `total` of them (None: one alone).

    Each may take long without a word, so a thread draws what it is once the first second is over.
    """
    if not watched():
        yield lambda what: None
        return
    stage = Stages(title, total)
    try:
        yield stage.begin
    finally:
        stage.end()


class Stages:
    """Which of several things is being done; drawn after a second, by a thread of its own."""

    def __init__(self, title: str, total: int | None) -> None:
        from threading import Timer

        self.title, self.total, self.begun, self.what = title, total, 0, ""
        self.drawn: Progress | None = None
        self.timer = Timer(PATIENCE, self.draw)
        self.timer.daemon = True
        self.timer.start()

    def begin(self, what: str) -> None:
        """The next thing is this."""
        self.begun, self.what = self.begun + 1, what
        self.show()

    def draw(self) -> None:
        """Begin to draw."""
        drawn = drawn_progress()
        drawn.add_task(self.title, total=self.total)
        self.drawn = drawn
        self.show()
        drawn.start()

    def show(self) -> None:
        """Draw what is being done now; what went before it is done."""
        if self.drawn:
            said = f"{self.title} {self.what}"
            self.drawn.update(self.drawn.task_ids[0], description=said, completed=self.begun - 1)

    def end(self) -> None:
        """Nothing is being done any more, and nothing of it stays on the screen."""
        self.timer.cancel()
        self.timer.join()
        if self.drawn:
            self.drawn.stop()


def watched() -> bool:
    """Whether somebody sees what is drawn."""
    return on_terminal() and sys.stderr is not None and sys.stderr.isatty()


def drawn_progress() -> "Progress":
    """A bar that goes away in the end."""
    from rich.console import Console
    from rich.progress import Progress

    return Progress(console=Console(stderr=True), transient=True)
