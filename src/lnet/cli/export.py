"""`lnet export`: everything there is, in a format that others read."""

import sys
from collections.abc import Iterable
from typing import Annotated, NamedTuple

import typer

from lnet.cli.answer import answer
from lnet.cli.exported import FOLDERS, FORMATS, Filled, of_file
from lnet.cli.files import refuse_the_store, stream_file
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, one_of
from lnet.errors import UsageError
from lnet.render.human import exported as human
from lnet.render.safe import safe
from lnet.store.connect import Store
from lnet.store.snapshot import snapshot

app = typer.Typer(add_completion=False, rich_markup_mode=None)

FORMAT = one_of(tuple(dict.fromkeys((*FORMATS, *FOLDERS))), "--format", help="As what; else as FILE ends, else json.")
OUTPUT = typer.Option("-o", "--output", metavar="FILE", help="Write it into this file or folder; - is standard output.")


class Exported(NamedTuple):
    """What was written, and where: a file, a folder, or (neither) this text."""

    format: str
    file: str | None = None
    folder: str | None = None
    text: str | None = None
    filled: Filled | None = None


@app.command()
def export(
    written_as: Annotated[str | None, FORMAT] = None, output: Annotated[str | None, OUTPUT] = None,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Everything there is, in a format that others read.

    Example: lnet export -o network.json
    """
    file = None if output == "-" else output
    name = written_as or (of_file(file) if file else None) or "json"
    with opened() as store, snapshot(store) as private:
        if file is not None:
            refuse_the_store(file, store.path)
        done = write(private, name, file, as_json=as_json)
    if done:
        answer(done, "export", human.exported, as_json=as_json)


def write(store: Store, name: str, output: str | None, *, as_json: bool) -> Exported | None:
    """Write a format to its place; None if it went to standard output."""
    if name not in FORMATS:
        raise UsageError(f"{name} is not a file", "give its folder: -o DIR")
    pieces = FORMATS[name].pieces()(store)
    if output is not None:
        stream_file(output, pieces)
        return Exported(name, file=output)
    if as_json:
        return Exported(name, text="".join(pieces))
    print_out(pieces)
    return None


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
