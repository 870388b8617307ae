"""The light charter of a shared project: what it is good to agree on. Nothing of it is ever demanded."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Field(NamedTuple):
    """One thing to agree on: its column, what people read before it, the option that says it, and what it answers."""

    name: str
    label: str
    option: str
    asks: str


CHARTER = (
    Field("purpose", "purpose", "--purpose", "what is it for?"),
    Field("done_when", "done when", "--done-when", "how will you know that it is done?"),
    Field("roles", "roles", "--roles", "who does what?"),
    Field("due_on", "by", "--by", "until when?"),
    Field("cadence", "cadence", "--cadence", "how often do you talk about it?"),
    Field("channel", "channel", "--channel", "where do you talk about it?"),
    Field("decisions", "decisions", "--decisions", "how do you decide?"),
    Field("credit", "credit", "--credit", "who is named for it?"),
    Field("exit", "exit", "--exit", "how may somebody leave?"),
)


def missing(said: Mapping[str, Any]) -> tuple[Field, ...]:
    """What has not been said yet, given the columns by name; in the order of the charter, empty if it is whole."""
    return tuple(field for field in CHARTER if not said.get(field.name))
