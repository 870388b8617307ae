"""Fixtures for tests of the services."""

from collections.abc import Iterator

import pytest

from lnet.store.connect import Store, open_store
from tests.conftest import TODAY


@pytest.fixture(scope="module")
def store_of_hypothesis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that all examples of a property share; each leaves it as empty as it found it."""
    opened = open_store(tmp_path_factory.mktemp("stores") / "lnet.db", TODAY)
    yield opened
    opened.close()
