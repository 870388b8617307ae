"""`lnet export`: everything there is, in a format that others read."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.exported import FOLDERS, FORMATS, of_file
from lnet.cli.files import refuse_the_store, stream_file
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, one_of
from lnet.domain.written import Exported
from lnet.errors import UsageError
from lnet.render.human import exported as human
from lnet.render.safe import safe
from lnet.store.connect import Store
from lnet.store.snapshot import snapshot

app = typer.Typer(add_completion=False, rich_markup_mode=None)

FORMAT = one_of(tuple(dict.fromkeys((*FORMATS, *FOLDERS))), "--format", help="As what; else as FILE ends, else json.")
OUTPUT = typer.Option("-o", "--output", metavar="FILE", help="Write it into this file or folder; - is standard output.")


@app.command()
def export(
    written_as: Annotated[str | None, FORMAT] = None, output: Annotated[str | None, OUTPUT] = None,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Everything there is, in a format that others read.

    In lnet JSON it is the whole store, of which lnet import makes an equal one. A vault is a folder of Markdown
    notes; csv is a folder of tables, or a single table of people, where FILE ends in .csv. Without -o the text itself
    is printed; with --json it stands in the answer.

    Example: lnet export -o network.json
    Example: lnet export --format vault -o notes
    """
    place = None if output == "-" else output
    name = written_as or (of_file(place) if place else None) or "json"
    with opened() as store, snapshot(store) as private:
        if place is not None:
            refuse_the_store(place, store.path)
        done = write(private, name, place, as_json=as_json)
    if done:
        answer(done, "export", human.exported, as_json=as_json)


def write(store: Store, name: str, place: str | None, *, as_json: bool) -> Exported | None:
    """Write a format to its place; None if it went to standard output."""
    if is_folder(name, place):
        if place is None:
            raise UsageError(f"{name} is a folder: -o says which")
        return Exported(name, folder=place, files=FOLDERS[name](store, Path(place)))
    pieces = FORMATS[name].pieces()(store)
    if place is not None:
        stream_file(place, pieces)
        return Exported(name, file=place)
    if as_json:
        return Exported(name, text="".join(pieces))
    print_out(pieces)
    return None


def is_folder(name: str, place: str | None) -> bool:
    """Whether a format fills a folder; one that is both a file and a folder is what its place is called."""
    if name in FOLDERS and name in FORMATS:
        return place is not None and of_file(place) != name
    return name in FOLDERS


def print_out(pieces: Iterable[str]) -> None:
    """Send a text to standard output: as it is in UTF-8 for whatever reads it, made safe on a terminal."""
    if sys.stdout.isatty():
        pieces = (shown(piece) for piece in pieces)
    elif reconfigure := getattr(sys.stdout, "reconfigure", None):
        reconfigure(encoding="utf-8")
    sys.stdout.writelines(pieces)


def shown(piece: str) -> str:
    """A piece of text as a terminal may have it."""
    return "\n".join(safe(line) for line in piece.replace("\r\n", "\n").split("\n"))
