"""Fixtures for tests of the services."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lnet.store.connect import Store, open_store
from tests.conftest import TODAY


@pytest.fixture(scope="module")
def store_of_hypothesis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that all examples of a property share; each leaves it as empty as it found it."""
    path: Path = tmp_path_factory.mktemp("stores") / "lnet.db"
    opened = open_store(path, TODAY)
    yield opened
    opened.close()
