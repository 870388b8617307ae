"""`python -m lnet` and the `lnet` entry point."""

import gc
import os
import sys


def main() -> None:
    """Run lnet on the process's arguments and leave with its exit status; asked by a shell, complete them instead."""
    gc.set_threshold(100_000)  # a start-up makes many objects and no garbage
    if "_LNET_COMPLETE" in os.environ:
        from lnet.cli.completion import complete

        sys.exit(complete(sys.argv[1:]))
    from lnet.cli.run import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
