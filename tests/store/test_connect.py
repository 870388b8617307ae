"""The one connection factory."""

import pytest

from lnet.errors import StoreError
from lnet.store.connect import OLDEST_SQLITE, refuse_an_old_sqlite


def test_a_python_with_an_old_sqlite_is_told_so() -> None:
    """Instead of a syntax error somewhere: what there is, and what is needed."""
    refuse_an_old_sqlite(OLDEST_SQLITE)
    with pytest.raises(StoreError, match=r"SQLite 3\.37\.2; lnet needs 3\.38\.0"):
        refuse_an_old_sqlite((3, 37, 2))
