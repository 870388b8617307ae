"""Folders that a command fills for the person: their owner's alone, and no link in them is followed out."""

import os
from collections.abc import Iterable
from pathlib import Path

from lnet.cli.files import put_in_place
from lnet.domain.written import Filled
from lnet.errors import FileError


class Folder:
    """A folder to be filled, made if it is not there. Every method raises FileError where something cannot be done."""

    def __init__(self, path: Path) -> None:
        self.path = Path(os.path.realpath(path))  # a link that was typed is meant
        self.written = 0
        self.within(self.path)

    def within(self, path: Path) -> Path:
        """The folder at this path, made if it is not there; never one that a link leads to."""
        try:
            if path.is_symlink():
                raise FileError(str(path), "it is a link, which is not followed")
            path.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            why = "there is a file of that name" if path.exists() else error.strerror or str(error)
            raise FileError(str(path), why) from error
        return path

    def put(self, name: str, content: Iterable[str] | bytes, *, synced: bool = True) -> None:
        """Give a file in it this content, whole or not at all; a link of that name is replaced, not followed."""
        path = self.path / name
        try:
            put_in_place(path, content, synced=synced)
        except OSError as error:
            raise FileError(str(path), error.strerror or str(error)) from error
        self.written += 1

    def remove(self, name: str) -> None:
        """Delete a file in it."""
        path = self.path / name
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise FileError(str(path), error.strerror or str(error), doing="delete") from error

    def filled(self) -> Filled:
        """What was done."""
        return Filled(self.written)
