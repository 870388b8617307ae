"""Where faults are injected."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from lnet.services import demo


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample network."""
    path = tmp_path_factory.mktemp("sample") / "lnet.db"
    demo.build(path)
    return path


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: thousands of stores, and no disk to wait for."""
    shared = Path("/dev/shm")
    if not shared.is_dir():
        yield tmp_path
        return
    made = Path(tempfile.mkdtemp(prefix="lnet-faults-", dir=shared))
    yield made
    shutil.rmtree(made)
