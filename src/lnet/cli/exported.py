"""What `lnet export` can write: the formats of `exchange`, and those that are made of what other commands show."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lnet.exchange.exports import EXPORTS, Export
from lnet.store.connect import Store


class Filled(NamedTuple):
    """What became of the files of a folder."""

    written: int
    unchanged: int


FORMATS: Mapping[str, Export] = {
    **EXPORTS,
    "markdown": Export("the summary", "lnet.cli.exported", "markdown_chunks", (".md", ".markdown")),
}
FOLDERS: Mapping[str, Export] = {}


def of_file(name: str) -> str | None:
    """The format that the end of a file's name tells; None if it tells none."""
    return next((kind for kind, each in FORMATS.items() if name.lower().endswith(each.suffixes or ("\0",))), None)


def markdown_chunks(store: Store) -> Iterator[str]:
    """The summary, as `lnet summary` prints it, in one piece."""
    from lnet.cli.summary import written
    from lnet.services.summary import summary

    yield written(summary(store), None)
