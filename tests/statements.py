"""The SQL statements that a command makes."""

import sqlite3
from pathlib import Path

import pytest

from tests.conftest import Lnet


def asked(lnet: Lnet, path: Path, image: bytes, command: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that a command makes on a store (not those that triggers make of them)."""
    path.write_bytes(image)
    statements: list[str] = []
    connect = sqlite3.connect

    def traced(*arguments: object, **named: object) -> sqlite3.Connection:
        db: sqlite3.Connection = connect(*arguments, **named)  # type: ignore[call-overload]  # whatever it was called with
        db.set_trace_callback(lambda text: None if text.startswith("--") else statements.append(text))
        return db

    with monkeypatch.context() as patched:
        patched.setattr(sqlite3, "connect", traced)
        ran = lnet(command)
    assert ran.status == 0, ran.err
    return statements
