"""lnet as a process of its own that starts at once: forked from one that has every command imported.

Fork only from a process that was started for it (`python -m tests.faults…`): what a test has patched would be in it.
"""

import gc
import os
import select
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import NamedTuple, NoReturn

from lnet.__main__ import main
from lnet.cli.commands import COMMANDS

STUCK_SECONDS = 60.0
PIECE = 1 << 16


class Ended(NamedTuple):
    """What a process printed, and its exit status; -9 where it was killed."""

    status: int
    out: str
    err: str


class Child(NamedTuple):
    """A running lnet; `go` starts one that is held."""

    pid: int
    out: int
    err: int
    gate: int

    def go(self) -> None:
        """Let it begin."""
        os.close(self.gate)

    def wait(self, seconds: float) -> bool:
        """Wait for its end, at most so many seconds; whether it has come."""
        handle = os.pidfd_open(self.pid)
        waiting = select.poll()
        waiting.register(handle, select.POLLIN)
        ended = bool(waiting.poll(seconds * 1000))
        os.close(handle)
        return ended

    def end(self, kill_after: float = STUCK_SECONDS) -> Ended:
        """Wait for it, and kill it if it takes longer than so many seconds."""
        if not self.wait(kill_after):
            os.kill(self.pid, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        return Ended(os.waitstatus_to_exitcode(status), read(self.out), read(self.err))


def read(descriptor: int) -> str:
    """What was written to a pipe whose other end is closed."""
    with open(descriptor, "rb") as pipe:
        return pipe.read().decode()


def import_all(names: Iterable[str] = COMMANDS) -> None:
    """Import every command, or those named, so that no child has to."""
    for name in names:
        import_module(f"lnet.cli.{COMMANDS[name].module}")
    for part in ("cli.run", "render.machine", "render.safe", "exchange.formats", "store.backups"):
        import_module(f"lnet.{part}")
    import_module("typer.main")
    gc.collect()
    gc.freeze()  # or each child would copy all that is there when it collects


def start(words: Sequence[str], environment: Mapping[str, str], before: Callable[[], None] | None = None) -> Child:
    """A held lnet with these arguments in this environment; `before` is done in it before it begins."""
    (out, out_end), (err, err_end), (gate_end, gate) = os.pipe(), os.pipe(), os.pipe()
    pid = os.fork()
    if pid == 0:
        for mine in (out, err, gate):
            os.close(mine)
        become(words, environment, (out_end, err_end, gate_end), before)
    for its in (out_end, err_end, gate_end):
        os.close(its)
    return Child(pid, out, err, gate)


def become(
    words: Sequence[str], environment: Mapping[str, str], ends: tuple[int, int, int], before: Callable[[], None] | None
) -> NoReturn:
    """Be that lnet."""
    out, err, gate = ends
    try:
        for descriptor, place in ((os.open(os.devnull, os.O_RDONLY), 0), (out, 1), (err, 2)):
            os.dup2(descriptor, place)
            os.close(descriptor)
        sys.stdout, sys.stderr = os.fdopen(1, "w", encoding="utf-8"), os.fdopen(2, "w", encoding="utf-8")
        os.environ.clear()
        os.environ.update(environment)
        sys.argv = ["lnet", *words]
        os.read(gate, 1)
        os.close(gate)
        if before:
            before()
        main()
    except BaseException:  # lnet leaves by itself; whatever comes here is a mistake of the test's
        traceback.print_exc()
    os._exit(99)
