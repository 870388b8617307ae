"""The hostile store, built once, and a way to run commands on it."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.conftest import Lnet, Ran
from tests.hostile.network import build
from tests.store.kept import stamp

TEMPLATE = "# {{ title }}\n{% for person in summary.people %}- {{ person.name }}\n{% endfor %}"
PEOPLE = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnn,Bee,,,,,\n"
Play = Callable[[Sequence[str]], Ran]


@pytest.fixture(scope="session")
def evil_store(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a store all of whose texts are hostile."""
    path = tmp_path_factory.mktemp("evil") / "lnet.db"
    build(path)
    return path.read_bytes()


@pytest.fixture
def play(lnet: Lnet, home: Path, evil_store: bytes) -> Play:
    """Run words on that store, each time as it was at first."""
    path = home / "lnet.db"
    path.touch(0o600)
    path.write_bytes(evil_store)
    (home / "page.md.j2").write_text(TEMPLATE)
    (home / "people.csv").write_text(PEOPLE)

    def run(words: Sequence[str]) -> Ran:
        shutil.rmtree(home / ".local", ignore_errors=True)
        before = stamp(path)
        ran = lnet(*words)
        if stamp(path) != before:
            path.write_bytes(evil_store)
        return ran

    return run
