"""A text written in the person's own editor; a draft that could not be used is kept, and its path is printed."""

import os
import shlex
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp

from lnet.cli.app import settings
from lnet.cli.files import put_in_place
from lnet.cli.settings import user_directory
from lnet.errors import BadInputError, FileError, LnetError
from lnet.render.safe import safe
from lnet.store.faults import translate


class Edited:
    """A draft that was in the editor: its text, its file, and whether the file is to be `kept` all the same."""

    def __init__(self, text: str, path: Path) -> None:
        self.text, self.path, self.kept = text, path, False


@contextmanager
def edited(text: str) -> Iterator[Edited]:
    """What the person made of `text` in the editor; the file goes once the block has used it, unless it is kept.

    Raises FileError where the editor cannot be run; every failure of the block gets the draft's path in its hint, and
    an interrupt prints it.
    """
    command = editor_words()
    path = write_draft(text)
    try:
        run_editor(command, path)
        draft = Edited(read_draft(path), path)
        yield draft
    except LnetError as error:
        raise with_draft(error, path) from None
    except sqlite3.Error as error:  # a full disk, a busy store: said as everywhere, but with the draft
        known = translate(error, settings.store_path, settings.busy_seconds)
        raise with_draft(known, path) if known else error from error
    except (KeyboardInterrupt, EOFError):
        print(f"\nyour draft: {safe(path)}", file=sys.stderr)  # noqa: T201
        raise
    if not draft.kept:
        path.unlink(missing_ok=True)


@contextmanager
def drafted(text: str) -> Iterator[str]:
    """As `edited`, the text alone."""
    with edited(text) as draft:
        yield draft.text


def with_draft(error: LnetError, draft: Path) -> LnetError:
    """The error, its hint naming the draft as well; without it where the editor took the file away."""
    if draft.exists():
        error.hint = " · ".join(filter(None, (error.hint, f"your draft: {draft}")))
    return error


def drafts() -> Path:
    """The folder of the drafts, which need not exist."""
    return user_directory("state") / "drafts"


def scrub_drafts(scrub: Callable[[str], str]) -> None:
    """Put every draft that was kept through `scrub`; the others stay as they are, byte for byte.

    Raises FileError, naming it, where one cannot be read or written.
    """
    for path in sorted(drafts().glob("*")):
        if path.is_file():
            try:
                before = path.read_bytes()
                after = scrub(before.decode(errors="surrogateescape")).encode(errors="surrogateescape")
                if after != before:
                    put_in_place(path, after)
            except OSError as error:
                raise FileError(str(path), error.strerror or str(error)) from error


def write_draft(text: str) -> Path:
    """A new file of its owner's alone with this text, in the state directory."""
    directory = drafts()
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, name = mkstemp(prefix="lnet-", suffix=".txt", dir=directory)
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise FileError(str(directory), error.strerror or str(error)) from error
    return Path(name)


def read_draft(draft: Path) -> str:
    """What is in the draft; raises FileError where it is gone or no text."""
    try:
        return draft.read_text(encoding="utf-8")
    except OSError as error:
        raise FileError(str(draft), error.strerror or str(error), doing="read") from error
    except UnicodeDecodeError as error:
        raise FileError(str(draft), "it is not UTF-8 text", doing="read") from error


def run_editor(command: list[str], draft: Path) -> None:
    """Run the editor on the draft; raises FileError where it cannot be run, or gave up."""
    try:
        status = subprocess.run([*command, str(draft)], check=False).returncode  # noqa: S603  # the person's own editor
    except OSError as error:
        raise FileError(command[0], error.strerror or str(error), doing="run", hint="set VISUAL or EDITOR") from error
    if status:
        raise FileError(command[0], f"it ended with {status}, so nothing was changed", doing="edit with")


def editor_words() -> list[str]:
    """$VISUAL, else $EDITOR, else vi, as an argument list (never a shell). Raises BadInputError for no command."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        return shlex.split(command) or ["vi"]
    except ValueError:
        raise BadInputError(f"VISUAL or EDITOR is no command: '{command}'") from None
