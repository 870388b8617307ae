"""The store for the length of a command."""

from collections.abc import Iterator
from contextlib import contextmanager

from lnet.cli.app import settings
from lnet.store.connect import Store, open_store


@contextmanager
def opened() -> Iterator[Store]:
    """The store that the options and the environment name, open; made on first use."""
    policy, region = settings.policy, settings.phone_region
    store = open_store(settings.store_path, settings.today, settings.busy_seconds)
    store.policy, store.phone_region = policy, region
    try:
        yield store
    finally:
        settings.stored = store.stored
        store.close()
