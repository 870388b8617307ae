"""What `lnet export` can write: the formats of `exchange`, and those that are made of what other commands show."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from lnet.cli.folders import Folder
from lnet.domain.written import Filled
from lnet.exchange.exports import EXPORTS, Export
from lnet.store.connect import Store

HERE = "lnet.cli.exported"
FORMATS: Mapping[str, Export] = {
    **EXPORTS,
    "csv": Export("CSV, a row a person", HERE, "csv_chunks", (".csv",)),
    "markdown": Export("the summary", HERE, "markdown_chunks", (".md", ".markdown")),
}


def of_file(name: str) -> str | None:
    """The format that the end of a file's name tells; None if it tells none."""
    return next((kind for kind, each in FORMATS.items() if name.lower().endswith(each.suffixes or ("\0",))), None)


def markdown_chunks(store: Store) -> Iterator[str]:
    """The summary, as `lnet summary` prints it, in one piece."""
    from lnet.cli.summary import written
    from lnet.services.summary import summary

    yield written(summary(store), None)


def csv_chunks(store: Store) -> Iterator[str]:
    """Everybody, the address book too, a row a person."""
    from lnet.render.tables import csv_chunks
    from lnet.store.read.table import people

    yield from csv_chunks(people(store))


def fill_with_tables(store: Store, path: Path) -> Filled:
    """One CSV file for each table, as it is stored."""
    from lnet.render.tables import csv_chunks
    from lnet.store.read.table import table
    from lnet.store.read.whole import shapes

    folder = Folder(path)
    for name in shapes(store):
        folder.put(f"{name}.csv", csv_chunks(table(store, name)))
    return folder.filled()


def fill_with_notes(store: Store, path: Path) -> Filled:
    """One note for each person, goal and event."""
    from lnet.cli.vault import fill

    return fill(store, path)


FOLDERS: Mapping[str, Callable[[Store, Path], Filled]] = {"csv": fill_with_tables, "vault": fill_with_notes}
