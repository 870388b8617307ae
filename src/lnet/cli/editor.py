"""A text written in the person's own editor; a draft that could not be used is never lost."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from lnet.errors import BadInputError, FileError


def edited(text: str, suffix: str = ".txt") -> str:
    """What the person made of `text` in $VISUAL or $EDITOR (an argument list, never a shell).

    Raises FileError where the editor cannot be started, fails, or takes the file away; the draft stays and is named.
    """
    command = editor()
    handle, name = tempfile.mkstemp(prefix="lnet-", suffix=suffix)
    path = Path(name)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    try:
        status = subprocess.run([*command, name], check=False).returncode  # noqa: S603  # the person's own editor
    except OSError as error:
        path.unlink(missing_ok=True)
        raise FileError(command[0], error.strerror or str(error), doing="start") from error
    if status:
        raise FileError(command[0], f"it ended with status {status}", doing="finish", hint=f"your draft: {path}")
    return taken(path)


def editor() -> list[str]:
    """The editor's command line."""
    for variable in ("VISUAL", "EDITOR"):
        try:
            if words := shlex.split(os.environ.get(variable, "")):
                return words
        except ValueError:
            raise BadInputError(f"{variable} cannot be read as a command") from None
    return ["vi"]


def taken(path: Path) -> str:
    """The text of the file, which is deleted once it was read."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise FileError(str(path), error.strerror or str(error), doing="read") from error
    except UnicodeDecodeError as error:
        raise BadInputError(f"{path} is not UTF-8 text") from error
    path.unlink()
    return text


def keep_draft(text: str, suffix: str = ".txt") -> Path:
    """Put a text that could not be stored into a file of its own, and say where."""
    handle, name = tempfile.mkstemp(prefix="lnet-draft-", suffix=suffix)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    return Path(name)
