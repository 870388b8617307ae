"""`lnet export`: everything there is, in a format that others read."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from lnet.cli.answer import answer
from lnet.cli.exported import FOLDERS, FORMATS, of_file
from lnet.cli.files import refuse_the_store, stream_file
from lnet.cli.locks import Encrypt, To, lock
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, one_of
from lnet.domain.written import Exported
from lnet.errors import UsageError
from lnet.render.human import exported as human
from lnet.render.safe import safe
from lnet.store.backup import ENDING
from lnet.store.connect import Store
from lnet.store.sealing import Lock
from lnet.store.snapshot import snapshot

app = typer.Typer(add_completion=False, rich_markup_mode=None)

FORMAT = one_of(tuple(dict.fromkeys((*FORMATS, *FOLDERS))), "--format", help="As what; else as FILE ends, else json.")
TODO = typer.Option("--todo", help="With ics: things to do in place of events.")
OUTPUT = typer.Option("-o", "--output", metavar="FILE", help="Write it into this file or folder; - is standard output.")


class Wanted(NamedTuple):
    """What is to be written: the format, its place (None: standard output), by which of its functions, if not the
    usual, and by whom alone it can be opened."""

    name: str
    place: str | None
    function: str = ""
    locked: Lock | None = None


@app.command()
def export(
    written_as: Annotated[str | None, FORMAT] = None, output: Annotated[str | None, OUTPUT] = None,
    todo: Annotated[bool, TODO] = False, encrypt: Encrypt = False,
    to: To = [],  # noqa: B006  # Typer makes a new one for each call
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Everything there is, in a format that others read; encrypted (age, in ASCII armour) if it is to be.

    In lnet JSON it is the whole store, of which lnet import makes an equal one. A vault is a folder of Markdown
    notes; csv is a folder of tables, or a single table of people, where FILE ends in .csv. Without -o the text itself
    is printed; with --json it stands in the answer.

    Example: lnet export -o network.json
    Example: lnet export --format vault -o notes
    """
    place = None if output == "-" else output
    told = place.removesuffix(ENDING) if place and encrypt else place
    name = written_as or (of_file(told) if told else None) or "json"
    if todo and name != "ics":
        raise UsageError("--todo is for the calendar", "lnet export --format ics --todo")
    if encrypt and is_folder(name, told):
        only = f"{name} is a folder, and only a file can be encrypted"
        raise UsageError(only, "lnet export --encrypt -o FILE.json.age")
    wanted = Wanted(name, place, "todo_chunks" if todo else "", lock(to, encrypt=encrypt))
    with opened() as store, snapshot(store) as private:
        if place is not None:
            refuse_the_store(place, store.path)
        done = write(private, wanted, as_json=as_json)
    if done:
        answer(done, "export", human.exported, as_json=as_json)


def write(store: Store, wanted: Wanted, *, as_json: bool) -> Exported | None:
    """Write a format to its place; None if it went to standard output."""
    name, place, _, locked = wanted
    if not locked and is_folder(name, place):
        if place is None:
            raise UsageError(f"{name} is a folder: -o says which")
        return Exported(name, folder=place, files=FOLDERS[name](store, Path(place)))
    pieces = pieces_of(store, wanted)
    if place is not None:
        stream_file(place, pieces)
        return Exported(name, file=place)
    if as_json:
        return Exported(name, text="".join(pieces))
    print_out(pieces)
    return None


def pieces_of(store: Store, wanted: Wanted) -> Iterable[str]:
    """The text of a file, sealed where it is to be: that is held whole in memory."""
    written = FORMATS[wanted.name]
    pieces = (written._replace(function=wanted.function) if wanted.function else written).pieces()(store)
    if wanted.locked is None:
        return pieces
    return (wanted.locked.seal("".join(pieces).encode(), armoured=True).decode("ascii"),)


def is_folder(name: str, place: str | None) -> bool:
    """Whether a format fills a folder; one that is both a file and a folder is what its place is called."""
    if name in FOLDERS and name in FORMATS:
        return place is not None and of_file(place.removesuffix(ENDING)) != name
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
