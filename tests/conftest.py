"""Every test lives in a home of its own, on Monday 15 June 2026, and can touch no other."""

import gc
import os
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from lnet.store.connect import Store, open_store
from tests.examples import EVERY_DAY
from tests.store import image, kept

TODAY = date(2026, 6, 15)

settings.load_profile(EVERY_DAY)


def pytest_collection_finish() -> None:
    """What is loaded by now stays: the garbage collector need not look at it over and over (a tenth of all time)."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def quick_stores() -> Iterator[None]:
    """A new store is copied from one that the schema made, a closed one is soon open again, and no disk is waited for.

    tests/store/test_connect.py holds what is replaced here; processes that tests start do without it.
    """
    with pytest.MonkeyPatch.context() as patched:
        image.use(patched.setattr)
        kept.use(patched.setattr)
        yield


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home directory of the test's own, and nothing of the real environment."""
    for name in [name for name in os.environ if name.startswith(("LNET_", "XDG_", "_LNET"))]:
        monkeypatch.delenv(name)
    home = tmp_path / "home"
    home.mkdir()
    for name, value in {
        "HOME": str(home),
        "LNET_TODAY": TODAY.isoformat(),
        "COLUMNS": "80",
        "TZ": "UTC",
        "LNET_BACKUPS": "0",
    }.items():
        monkeypatch.setenv(name, value)
    for name in ("EDITOR", "VISUAL", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(home)
    yield home
    kept.close_all()


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    """An empty store, open on the test's day."""
    opened = open_store(home / "lnet.db", TODAY)
    yield opened
    opened.close()


@dataclass(frozen=True)
class Ran:
    """What one command printed, and its exit status."""

    out: str
    err: str
    status: int


Lnet = Callable[..., Ran]


@pytest.fixture
def lnet(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Lnet:
    """Run lnet in this process, piped, on the store lnet.db of the test's home: `lnet("contact add Ada")`.

    One string is split as a shell splits words; several are taken as they are. `stdin` is what it may read.
    """
    from lnet.cli import app
    from lnet.cli.run import run

    monkeypatch.setenv("LNET_DB", str(home / "lnet.db"))

    def call(*words: str, stdin: str = "", today: date | None = None) -> Ran:
        import io

        app.settings.reset()
        monkeypatch.setenv("LNET_TODAY", (today or TODAY).isoformat())
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        capsys.readouterr()
        status = run(shlex.split(words[0]) if len(words) == 1 else list(words))
        captured = capsys.readouterr()
        return Ran(captured.out, captured.err, status)

    return call


Seed = Callable[..., None]
SEEDED: dict[tuple[str, ...], bytes] = {}


@pytest.fixture
def seed(lnet: Lnet, home: Path) -> Seed:
    """Fill the test's new store by commands that must go well: `seed("contact add Ada", "log 'tea with Ada'")`.

    They are run once; every later test that begins with the same commands begins with a copy of what they stored.
    """
    path = home / "lnet.db"

    def fill(*commands: str) -> None:
        assert not path.exists()
        if commands in SEEDED:
            path.touch(0o600)
            path.write_bytes(SEEDED[commands])
            return
        for command in commands:
            ran = lnet(command)
            assert ran.status == 0, f"{command}\n{ran.err}"
        SEEDED[commands] = path.read_bytes()

    return fill
