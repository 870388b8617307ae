"""A bar for work that takes longer than a moment, on a terminal alone, on standard error."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from lnet.cli.settings import on_terminal

PATIENCE = 1.0  # seconds before anything is drawn


@contextmanager
def progress(title: str, total: int) -> Iterator[Callable[[int], None]]:
    """Gives a function that is told how many more of `total` are done; draws nothing in the first second."""
    if not on_terminal() or sys.stderr is None or not sys.stderr.isatty():
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
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as drawn:
        task = drawn.add_task(title, total=total)
        yield lambda done: drawn.update(task, completed=done)
