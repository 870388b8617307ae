"""What an export wrote, and where."""

from typing import NamedTuple


class Filled(NamedTuple):
    """What became of the files of a folder: how many were written, were right already, were taken away.

    `kept` are those that were left alone, by their path in it, and why.
    """

    written: int
    unchanged: int = 0
    removed: int = 0
    kept: tuple[tuple[str, str], ...] = ()


class Exported(NamedTuple):
    """The format, and its place: a file, a folder and what became of its files, or (neither) this text."""

    format: str
    file: str | None = None
    folder: str | None = None
    files: Filled | None = None
    text: str | None = None
