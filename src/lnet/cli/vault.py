"""Filling a vault: one note a file, each written only if it has changed, and never what stands below its marker.

A note is known again by its uid, wherever in its folder and under whatever name it is now. What is no note of lnet's,
or has lost its marker, is the person's own and is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from lnet.cli.folders import Folder
from lnet.domain.names import slug
from lnet.domain.written import Filled
from lnet.errors import FileError
from lnet.render.note import Target, note_text
from lnet.services.vault import Note, notes
from lnet.store.connect import Store

FOLDERS = {"contact": "people", "goal": "goals", "event": "events"}
MARKER = "<!-- lnet: all above is written anew by lnet export; what you write below this line stays -->"
OURS = re.compile(rb'\A---\r?\nlnet: "?\w+"?\r?\nuid: "?([0-9a-f-]{36})"?\r?\n')
MARKED = re.compile(rb"^<!-- lnet: [^\n]*-->[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
MOST_NAME = 80  # characters of a file's name
RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")  # no file may be called so on Windows


class Found(NamedTuple):
    """A file that is there: its path in the vault, whose note it is ("" if nobody's), and what the person wrote."""

    path: str
    uid: str
    own: bytes


def fill(store: Store, path: Path) -> Filled:
    """Bring a vault up to date; raises FileError where something cannot be read or written."""
    return Vault(path, notes(store)).fill()


class Vault:
    """A folder with a folder for each kind of note."""

    def __init__(self, path: Path, wanted: Sequence[Note]) -> None:
        self.folder = Folder(path)
        self.wanted = wanted
        self.there = {kind: list(self.found(name)) for kind, name in FOLDERS.items()}
        self.unchanged = 0
        self.removed = 0
        self.kept: list[tuple[str, str]] = []

    def fill(self) -> Filled:
        """Write what is new or has changed, take away what is gone."""
        paths = self.paths()
        targets = {(note.kind, note.id): (path.removesuffix(".md"), note.title) for note, path in paths}
        for note, path in paths:
            self.put(path, note, targets)
        alive = {note.uid for note in self.wanted}
        for found in (each for several in self.there.values() for each in several if each.uid):
            if found.uid not in alive:
                self.take_away(found)
        return Filled(self.folder.written, self.unchanged, self.removed, tuple(self.kept))

    def paths(self) -> list[tuple[Note, str]]:
        """The path of each note: where it is, or a free one after its name."""
        at = {kind: {each.uid: each.path for each in reversed(there)} for kind, there in self.there.items()}
        taken = {each.path.lower() for there in self.there.values() for each in there}
        chosen = []
        for note in self.wanted:
            path = at[note.kind].get(note.uid) or free(note, taken)
            taken.add(path.lower())
            chosen.append((note, path))
        return chosen

    # --- files --------------------------------------------------------------------------------------------------

    def found(self, name: str) -> Iterator[Found]:
        """The files of one folder, by name; of those that are no notes only the names."""
        inside = self.folder.within(self.folder.path / name)
        for path in sorted(inside.iterdir()):
            data = read(path) if path.suffix == ".md" and path.is_file() and not path.is_symlink() else b""
            ours, marked = OURS.match(data), MARKED.search(data)
            own = data[marked.end() :] if marked else data
            yield Found(f"{name}/{path.name}", ours[1].decode() if ours else "", own)

    def put(self, path: str, note: Note, targets: Target) -> None:
        """Write a note, unless the file is as it would be."""
        file = self.folder.path / path
        before = read(file) if file.exists() else b""
        marked = MARKED.search(before)
        text = f"{note_text(note, targets)}\n{MARKER}\n".encode()
        if before and not marked:
            self.kept.append((path, "its marker is gone: left alone"))
            return
        own = before[marked.end() :] if marked else b""
        if text + own == before:
            self.unchanged += 1
        else:
            self.folder.put(path, text + own, synced=bool(own))  # thousands of notes would wait for the disk

    def take_away(self, found: Found) -> None:
        """Delete a note whose thing is gone; one in which the person wrote something stays as it is."""
        if found.own.strip():
            self.kept.append((found.path, "no longer in lnet; kept for what you wrote in it"))
            return
        self.folder.remove(found.path)
        self.removed += 1


def read(path: Path) -> bytes:
    """The content of a file; raises FileError, naming it."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileError(str(path), error.strerror or "unreadable", doing="read") from error


def free(note: Note, taken: set[str]) -> str:
    """A path that no file has, safe on every system: after somebody's slug, or the reference and the title."""
    title = note.handle if note.kind == "contact" else slug(note.title) or note.handle
    name = slug(title)[:MOST_NAME].strip("-") or f"{note.kind}-{note.id}"
    name = f"{name}-{note.kind}" if RESERVED.fullmatch(name) else name
    tried = (f"{FOLDERS[note.kind]}/{name}{f'-{number}' if number > 1 else ''}.md" for number in count(1))
    return next(path for path in tried if path not in taken)
