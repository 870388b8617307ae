"""Files that a command writes for the person: whole or not at all, and its owner's alone."""

import contextlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from lnet.errors import BadInputError, FileError
from lnet.store.connect import sync

IN_PLACE = "the file is written all the same; a power cut may take it back"


def replace_file(name: str, text: str) -> None:
    """Give the file `name` this text: written beside it (0600), synced, then put in its place; a link stays a link.

    Raises FileError, naming the file, where that cannot be done; what was there before is then still there, or the
    error says that it is written all the same.
    """
    stream_file(name, (text,))


def stream_file(name: str, pieces: Iterable[str]) -> None:
    """The same for a text that comes in pieces, none of which is kept."""
    try:
        if is_special(name):
            with open(name, "w", encoding="utf-8", newline="\n") as out:
                out.writelines(pieces)
        else:
            put_in_place(Path(os.path.realpath(name)), pieces)
    except OSError as error:
        raise FileError(name, error.strerror or str(error)) from error


def is_special(name: str) -> bool:
    """Whether this is something that takes text but cannot be replaced: a device, a pipe."""
    with contextlib.suppress(FileNotFoundError):
        mode = os.stat(name).st_mode
        return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)
    return False


def put_in_place(path: Path, content: Iterable[str] | bytes, *, synced: bool = True) -> None:
    """Give the file at `path`, a link or not, this content: written beside it, synced, and put in its place.

    Not `synced` it may be lost in a power cut, with what was there before: only for what can be made anew.
    """
    if path.is_dir():
        raise IsADirectoryError(21, "it is a directory")
    made = path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}.new")
    descriptor = os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with open(descriptor, "wb") as out:
            pieces = (content,) if isinstance(content, bytes) else (piece.encode() for piece in content)
            out.writelines(pieces)
            out.flush()
            if synced:
                os.fsync(out.fileno())
        made.replace(path)
    except BaseException:
        made.unlink(missing_ok=True)
        raise
    if synced:
        sync_place(path)


def sync_place(path: Path) -> None:
    """Make the name of a file that is in its place survive a power cut; raises FileError where that fails."""
    try:
        sync(path.parent)
    except OSError as error:
        raise FileError(str(path.parent), error.strerror or str(error), "sync", IN_PLACE) from error


def read_text(name: str) -> str:
    """The text of a file; raises FileError, naming it, where it cannot be read, BadInputError if it is no UTF-8."""
    try:
        return Path(name).read_text(encoding="utf-8")
    except OSError as error:
        raise FileError(name, error.strerror or str(error), doing="read") from error
    except UnicodeDecodeError:
        raise BadInputError(f"{name} is not a text in UTF-8") from None


def refuse_the_store(name: str, store: Path) -> None:
    """Raise BadInputError if the file named is the store itself."""
    with contextlib.suppress(OSError):
        if os.path.samefile(name, store):
            raise BadInputError(f"{name} is the store itself", "give another file")
