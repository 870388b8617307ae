"""What an edit changes, whatever the noun; people and conversations have more to change and say so themselves."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lnet.services.names import Who
from lnet.store.write.rows import Value

NOTHING: Mapping[str, Value] = {}


class Changes(NamedTuple):
    """Columns to set (None clears), people and topics to add and to take away, as far as a noun has them."""

    values: Mapping[str, Value] = NOTHING
    people: Sequence[Who] = ()
    no_people: Sequence[Who] = ()
    topics: Sequence[str] = ()
    no_topics: Sequence[str] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        return not any(self)
