"""A process for a terminal: runs many command lines on one store, each on the store as it was at first.

`python -m tests.hostile.played STORE LINES`, where LINES is a file of JSON: a list of lists of words. Before each
answer it prints a line `<<< number >>>`, and behind it one with the exit status.
"""

import io
import json
import sys
from pathlib import Path

from lnet.cli import app
from lnet.cli.run import run
from tests.store import image, kept


def main(store: Path, lines: list[list[str]]) -> None:
    """Run them all; nobody is there to answer a question."""
    image.use(setattr)
    kept.use(setattr)
    content = store.read_bytes()
    for number, words in enumerate(lines):
        before = kept.stamp(store)
        app.settings.reset()
        sys.stdin = io.StringIO()
        tell(number)
        tell(run(words))
        if kept.stamp(store) != before:
            store.write_bytes(content)


def tell(number: int) -> None:
    sys.stdout.write(f"<<< {number} >>>\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")))
