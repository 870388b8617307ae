"""The objects of Monica's export: their properties, and the collections they hold, each with its type."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from lnet.exchange.days import read_day
from lnet.exchange.source import MOST_ROWS, Source

Json = Mapping[str, Any]


class Thing:
    """One object: `{"uuid": …, "properties": {…}, "data": [{"type": "note", "values": […]}]}`.

    What is taken is gone; `rest` is what is left of its properties and collections, verbatim.
    """

    def __init__(self, raw: Any) -> None:
        self.raw: Json = raw if isinstance(raw, Mapping) else {}
        properties = self.raw.get("properties")
        self.properties: dict[str, Any] = dict(properties if isinstance(properties, Mapping) else self.raw)
        self.collections = dict(collections(self.raw.get("data")))

    @property
    def uuid(self) -> str:
        """Its own number; empty if it has none."""
        return str(self.raw.get("uuid") or self.raw.get("id") or "")

    def take(self, name: str) -> Any:
        """A property; None for one that is not there, or empty."""
        found = self.properties.pop(name, None)
        return None if found in ("", [], {}) else found

    def text(self, name: str) -> str:
        """A property as text, its outer blanks off; empty if it is not there."""
        found = self.take(name)
        return "" if found is None or isinstance(found, Mapping | list) else str(found).strip()

    def listed(self, name: str) -> list[Any]:
        """A property that is a list; empty for anything else."""
        found = self.take(name)
        return found if isinstance(found, list) else []

    def day(self, name: str, today: date) -> date | None:
        """The day of a property; None if it has none."""
        return read_day(self.text(name), today)

    def several(self, kind: str) -> list[Any]:
        """The values of the collection of that type; none if it is not there."""
        return self.collections.pop(kind, None) or values(self.properties.pop(f"{kind}s", None))

    def things(self, kind: str) -> "list[Thing]":
        """The same, as objects."""
        return [Thing(each) for each in self.several(kind)]

    @property
    def rest(self) -> dict[str, Any]:
        """What nobody took, and says something."""
        left = {**self.properties, **self.collections}
        return {name: value for name, value in left.items() if value not in (None, "", [], {}, False)}


def collections(data: Any) -> Iterator[tuple[str, list[Any]]]:
    """The collections of an object by their type, however the export of that version writes them."""
    if isinstance(data, list):
        for each in data:
            if isinstance(each, Mapping) and isinstance(each.get("type"), str):
                yield each["type"], values(each)
    elif isinstance(data, Mapping):
        for name, each in data.items():
            yield name.removesuffix("s"), values(each)


def values(found: Any) -> list[Any]:
    """The values of a collection, be it a list, or an object that counts them."""
    inner = found.get("values") if isinstance(found, Mapping) else found
    return inner[:MOST_ROWS] if isinstance(inner, list) else []


def document(source: Source) -> Json | None:
    """The whole file as an object; None if it is none. Raises BadInputError for what nests too deep."""
    if not source.text.lstrip().startswith("{"):
        return None
    try:
        found = json.loads(source.text)
    except RecursionError:
        raise source.refusal("its objects nest too deep") from None
    except ValueError:
        return None
    return found if isinstance(found, Mapping) else None
