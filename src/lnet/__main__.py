"""`python -m lnet` and the `lnet` entry point."""

import sys


def main() -> None:
    """Run lnet on the process's arguments and leave with its exit status."""
    from lnet.cli.run import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
