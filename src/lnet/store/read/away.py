"""The days that do not count."""

from datetime import date

from lnet.domain.facts import Away
from lnet.store.connect import Store


def away_days(store: Store) -> tuple[Away, ...]:
    """The days that do not count."""
    rows = store.db.execute("SELECT from_on, to_on FROM away ORDER BY id")
    return tuple(Away(date.fromisoformat(first), date.fromisoformat(last)) for first, last in rows)
