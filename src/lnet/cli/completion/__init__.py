"""What TAB offers: the words that may come next, read from the store by index ranges, and silence on every trouble.

The shell scripts (`shells/`) ask `_LNET_COMPLETE=bash lnet WORD… INCOMPLETE` and print nothing themselves. The
answer is one candidate a line, `word<TAB>title`, or the one line `FILES`. A word is only ever made of a-z, 0-9 and
hyphens, so that no shell can expand it; the title is for reading and holds nothing a shell would act on.
"""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from lnet.cli.completion.walk import FILES, OPTION, Candidate, Wanted, walk
from lnet.cli.settings import Settings

WORD = re.compile(r"-{0,2}[A-Za-z0-9][a-z0-9-]*")
TITLE_CELLS = 60
# What a shell may act on, even where it should only show it.
SHELL_CHARACTERS = dict.fromkeys(map(ord, "\"'`$\\"))


def complete(arguments: Sequence[str]) -> int:
    """Print what may follow; `arguments` are the words typed, the last one unfinished. Never fails, never asks."""
    try:
        lines = [FILES if word == FILES else f"{word}\t{shown(title)}" for word, title in offered(arguments)]
        sys.stdout.write("".join(f"{line}\n" for line in lines))
        sys.stdout.flush()
    except Exception:  # a TAB in the middle of a line is no place for an error message
        if os.environ.get("LNET_DEBUG"):
            raise
    return 0


def offered(arguments: Sequence[str]) -> list[Candidate]:
    """The candidates for the last of the arguments, each word once, in the order to be shown.

    Where the option stands in the same word (`--circle=cl`) it stands in the candidates too.
    """
    *before, incomplete = map(unquoted, arguments or [""])
    walked = walk(before)
    incomplete = incomplete.removeprefix("=")
    option = OPTION.fullmatch(incomplete)
    found: dict[str, str] = {}
    for each in walked.following(incomplete):
        for word, title in known(each, walked.db) if isinstance(each, Wanted) else [each]:
            if word == FILES:
                found[word] = title
            elif WORD.fullmatch(word):
                found.setdefault(f"{option[1]}={word}" if option else word, title)
    return list(found.items())


def unquoted(word: str) -> str:
    """A word as it was typed, without the quotation marks that a shell leaves on unfinished words."""
    return word.replace("\\", "").strip("\"'")


def shown(title: str) -> str:
    """A title as a shell may show it: one short line without control characters, quotes, `$` or backticks."""
    from lnet.render.safe import UNSAFE, cut

    return cut(" ".join(re.sub(UNSAFE, " ", title).translate(SHELL_CHARACTERS).split()), TITLE_CELLS)


def known(wanted: Wanted, db: str | None) -> Iterator[Candidate]:
    """What the store knows of a kind: at most 50 things; nothing where there is no store that can be read."""
    import sqlite3

    from lnet.store.read import candidates

    path = Path(db).expanduser() if db else Settings().store_path
    if not path.is_file():  # completion makes no store, and waits for no pipe
        return
    try:
        opened = candidates.connect(path)
    except sqlite3.Error:
        return
    try:
        yield from candidates.candidates(opened, wanted.kind, wanted.typed)
    except sqlite3.Error:  # damaged, busy, older or another program's
        return
    finally:
        opened.close()
