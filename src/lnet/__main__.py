"""`python -m lnet` and the `lnet` entry point."""

import contextlib
import gc
import os
import sys
from typing import NoReturn


def main() -> None:
    """Run lnet on the process's arguments and leave with its exit status; asked by a shell, complete them instead."""
    gc.set_threshold(400_000)  # most commands, and imports, make many objects and hardly any garbage
    if "_LNET_COMPLETE" in os.environ:
        from lnet.cli.completion import complete

        sys.exit(complete(sys.argv[1:]))
    from lnet.cli.run import run

    leave(run(sys.argv[1:]))


def leave(status: int) -> NoReturn:
    """End the process at once: everything is stored and flushed, and taking the modules down one by one takes 13 ms."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):  # told already, or closed
            stream.flush()
    os._exit(status)


if __name__ == "__main__":
    main()
