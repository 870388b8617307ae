"""What a command draws on a terminal of some width, without colour, in this process."""

import pytest

from tests.conftest import Lnet


def drawn(lnet: Lnet, monkeypatch: pytest.MonkeyPatch, words: str, columns: int = 80) -> list[str]:
    """The lines of a command that goes well."""
    with monkeypatch.context() as patched:
        patched.setenv("COLUMNS", str(columns))
        patched.setenv("TERM", "dumb")
        patched.setattr("sys.stdout.isatty", lambda: True)
        ran = lnet(words)
    assert ran.status == 0, ran.err
    return [line.rstrip() for line in ran.out.splitlines()]
