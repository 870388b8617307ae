"""The files a command line names, read; and who I am, as the configuration says."""

import sys
from collections.abc import Mapping
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any

from dateutil import tz

from lnet.cli.app import settings
from lnet.cli.locks import key_for
from lnet.domain.cards import Me
from lnet.errors import BadInputError, FileError, UsageError
from lnet.exchange.source import MOST_BYTES, Source
from lnet.store.sealing import unsealed

ME = ("names", "emails", "urls")


def source(path: Path, columns: Mapping[str, str] | None = None, identity: Path | None = None) -> Source:
    """The content of a file, or for - of standard input; `columns` is what was said about the columns of a table.

    An encrypted file is opened as `key_for` says. Raises FileError where it cannot be read.
    """
    piped = str(path) == "-"
    key = None if piped else key_for(path, identity)
    data = read_stdin() if piped else unsealed(path, key) if key else read_file(path)
    name = "standard input" if piped else path.name
    again = path if path.is_file() and not (piped or key) else None
    return Source(
        name, data, settings.today, me(), str(settings.config_path), zone(), again, settings.date_order, columns or {}
    )  # fmt: skip


def zone() -> tzinfo | None:
    """The time zone of this machine; None for UTC, which is what a machine runs on that was told none."""
    found = tz.gettz()
    return None if found is None or found == tz.UTC or found.tzname(datetime(2000, 1, 1)) == "UTC" else found  # noqa: DTZ001  # of any day


def read_file(path: Path) -> bytes:
    """As many bytes of a file as may be, and one more if it is larger."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileError(str(path), error.strerror or "unreadable", doing="read") from error


def read_stdin() -> bytes:
    """The same of standard input; raises UsageError if nobody sends anything."""
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("- reads a file from standard input, and nothing is sent there")
    raw = getattr(sys.stdin, "buffer", None)
    return raw.read(MOST_BYTES + 1) if raw else sys.stdin.read().encode()


def me() -> Me:
    """Who I am, as `[me]` in the configuration says: `names`, `emails`, `urls`; nobody where it says nothing."""
    table: Any = settings.config.get("me", {})
    lists: list[Any] = [table.get(name, []) for name in ME] if isinstance(table, dict) else [table]
    if not all(isinstance(each, list) and all(isinstance(one, str) for one in each) for each in lists):
        raise BadInputError(f"{settings.config_path}: [me] holds lists of texts: names, emails, urls")
    return Me.of(*lists)
