"""The last line of every command: show the result, for people, as JSON or as CSV."""

import sys
from collections.abc import Callable, Sequence
from typing import Any

from lnet.render.screen import Screen, screen


def answer(result: Any, command: str, human: Callable[[Any, Screen], None], *, as_json: bool = False) -> None:
    """Show one result: as the JSON envelope `lnet.<command>/1`, or as its renderer draws it."""
    if as_json:
        from lnet.render.machine import envelope

        sys.stdout.write(envelope(command, result) + "\n")
    else:
        human(result, screen())


def answer_list(
    rows: Sequence[Any],
    command: str,
    human: Callable[[Any, Screen], None],
    *,
    as_json: bool = False,
    as_csv: bool = False,
) -> None:
    """Show a list: as `answer` does, or as CSV with one row a thing below a header."""
    if as_csv and not as_json:
        from lnet.render.machine import csv_text

        sys.stdout.write(csv_text(rows, command))
    else:
        answer(rows, command, human, as_json=as_json)
