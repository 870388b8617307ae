"""What SQLite complains about, said in our words with our exit codes."""

import sqlite3

import pytest

from lnet.errors import BadInputError, BusyError, FileError, LnetError, StoreError
from lnet.store.faults import not_migrated, translate


def complaint(code: int, text: str = "x") -> sqlite3.Error:
    """An error as SQLite raises it."""
    error = sqlite3.OperationalError(text)
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "kind", "message"),
    [
        (sqlite3.SQLITE_BUSY, BusyError, "the store is busy: S (waited 2 s)"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, BusyError, "busy"),
        (sqlite3.SQLITE_LOCKED, BusyError, "busy"),
        (sqlite3.SQLITE_FULL, FileError, "cannot write S: no space left"),
        (sqlite3.SQLITE_READONLY, FileError, "cannot write S: it is read-only"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, FileError, "cannot write S"),
        (sqlite3.SQLITE_IOERR_WRITE, FileError, "cannot write S: the disk reported an error"),
        (sqlite3.SQLITE_IOERR_FSYNC, FileError, "cannot write S"),
        (sqlite3.SQLITE_IOERR_READ, FileError, "cannot read S: the disk reported an error"),
        (sqlite3.SQLITE_CANTOPEN, FileError, "cannot use S: it cannot be opened"),
        (sqlite3.SQLITE_PERM, FileError, "cannot write S: no permission"),
        (sqlite3.SQLITE_NOTADB, StoreError, "S is not an lnet store"),
        (sqlite3.SQLITE_CORRUPT, StoreError, "the store is damaged: S"),
        (sqlite3.SQLITE_CORRUPT_VTAB, StoreError, "damaged"),
        (sqlite3.SQLITE_TOOBIG, BadInputError, "too large to store"),
    ],
)
def test_a_complaint_of_sqlite_in_our_words(code: int, kind: type[LnetError], message: str) -> None:
    """Each code, extended codes like their family, has its error, its exit status and its sentence."""
    error = translate(complaint(code), "S", 2)
    assert type(error) is kind
    assert message in error.message


@pytest.mark.parametrize("code", [sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_MISUSE])
def test_what_would_be_a_bug_of_ours_stays_one(code: int) -> None:
    """A constraint or a syntax error is not blamed on the store."""
    assert translate(complaint(code), "S") is None
    assert translate(sqlite3.ProgrammingError("Cannot operate on a closed database."), "S") is None


def test_a_text_that_is_no_text_is_damage() -> None:
    """Python finds it, not SQLite, and gives it no code."""
    assert isinstance(translate(sqlite3.OperationalError("Could not decode to UTF-8 column 'name'"), "S"), StoreError)


@pytest.mark.parametrize(
    ("status", "said", "kind", "message"),
    [
        (5, "busy", BusyError, "the store is busy: S (waited 2 s)"),
        (7, "Warning: x\ncannot back up to B: no space left\n", FileError, "cannot migrate S: cannot back up to B: no"),
        (6, "damaged", StoreError, "cannot migrate S: damaged"),
        (1, "a bug in lnet (KeyError)", StoreError, "cannot migrate S: a bug in lnet (KeyError)"),
        (-9, "", StoreError, "cannot migrate S: it was stopped"),
    ],
)
def test_a_migration_that_ended_badly(status: int, said: str, kind: type[LnetError], message: str) -> None:
    """The exit status of the process says which error it is, its last line why."""
    error = not_migrated("S", 2, status, said)
    assert type(error) is kind
    assert message in error.message
