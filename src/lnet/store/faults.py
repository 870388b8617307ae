"""What SQLite and the operating system complain about, said in our words with our exit codes."""

import sqlite3
from pathlib import Path

from lnet.errors import BadInputError, BusyError, FileError, LnetError, StoreError

UNWRITABLE = {
    sqlite3.SQLITE_PERM: "no permission",
    sqlite3.SQLITE_READONLY: "it is read-only",
    sqlite3.SQLITE_IOERR: "the disk reported an error",
    sqlite3.SQLITE_FULL: "no space left",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
    sqlite3.SQLITE_NOLFS: "the file is too large",
}
DOING = {
    sqlite3.SQLITE_CANTOPEN: "use",
    sqlite3.SQLITE_IOERR_READ: "read",
    sqlite3.SQLITE_IOERR_SHORT_READ: "read",
}
RESTORE = "keep the file as it is; lnet backup --list shows earlier copies, lnet restore brings one back"
CHOOSE = "choose another file with --db or LNET_DB"
UNCHANGED = "the store is as it was; try another backup"


def damaged(path: Path | str, why: str) -> StoreError:
    """The error for a store whose content cannot be trusted."""
    return StoreError(f"the store is damaged: {path} ({why})", RESTORE)


def foreign(path: Path | str, why: str) -> StoreError:
    """The error for a file that is no lnet store."""
    return StoreError(f"{path} is not an lnet store ({why})", CHOOSE)


def newer(path: Path | str) -> StoreError:
    """The error for a store that a newer lnet has written."""
    return StoreError(f"{path} was written by a newer lnet", "update lnet; the file was left as it is")


def of_a_copy(error: StoreError) -> StoreError:
    """The same error, said of a copy that was to be brought back: the store is none the worse for it."""
    hint = UNCHANGED if error.hint in (RESTORE, CHOOSE) else error.hint
    return StoreError(error.message.replace("the store is damaged", "the copy is damaged", 1), hint)


def not_migrated(path: Path | str, busy_seconds: float, status: int, said: str) -> LnetError:
    """The error for a migration that ended with `status`, having `said` so; the store is as it was."""
    why = (said.strip().splitlines() or ["it was stopped"])[-1]
    if status == BusyError.exit_status:
        return BusyError(str(path), busy_seconds)
    if status == FileError.exit_status:
        return FileError(str(path), why, doing="migrate", hint="the store is as it was")
    hint = "the store is as it was; its copies are in the folder backups beside it"
    return StoreError(f"cannot migrate {path}: {why}", hint)


def translate(error: sqlite3.Error, path: Path | str, busy_seconds: float = 0) -> LnetError | None:
    """Our error for SQLite's, or None where SQLite's would be a bug of ours (a constraint, a syntax error)."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if not code and str(error).startswith("Could not decode to UTF-8"):
        return damaged(path, "a text is no text")
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL):
        return BusyError(str(path), busy_seconds)
    if code in UNWRITABLE:
        return FileError(str(path), UNWRITABLE[code], doing=DOING.get(error.sqlite_errorcode, "write"))
    if code == sqlite3.SQLITE_NOTADB:
        return foreign(path, "not a database")
    if code == sqlite3.SQLITE_CORRUPT:
        return damaged(path, "a page makes no sense")
    if code == sqlite3.SQLITE_TOOBIG:
        return BadInputError("the text is too large to store")
    return None
