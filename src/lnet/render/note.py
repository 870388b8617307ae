"""One note of a vault as Markdown: front matter, a heading, lists, links to other notes.

The front matter is YAML whose every value is written as JSON, which YAML holds; stored text can end neither it nor a
link. Links are those of Obsidian, which Logseq, Foam and others read too: [[people/ada-lovelace|Ada Lovelace]].
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from lnet.domain.steering import safe_json
from lnet.render.markdown import bullet, escape, heading
from lnet.services.vault import Line, Link, Note

BRACKETS = str.maketrans("[]|#^", "()/  ")  # what would end a link, or lead elsewhere in a note
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NO_TAG = re.compile(r"[^\w/-]+")
MOST = 4000  # characters of one line
Target = Mapping[tuple[str, int], tuple[str, str]]  # the path and the title of each note, by kind and id


def note_text(note: Note, targets: Target) -> str:
    """The whole note, ending with a line break; a link to what has no note is left out."""
    parts = [front(note), heading(1, escape(note.title)) + "\n"]
    for title, lines in note.sections:
        shown = [bullet(text) for line in lines if (text := line_text(line, targets))]
        if shown:
            parts.append("\n".join([heading(2, title), "", *shown]) + "\n")
    return "\n".join(parts)


def front(note: Note) -> str:
    """The facts between their two lines of three hyphens."""
    facts = dict(note.facts)
    names = list(dict.fromkeys([note.title, *facts.pop("nicknames", [])]))
    tags = [
        tag for topic in facts.pop("topics", []) if (tag := NO_TAG.sub("-", topic).strip("-/")) and not tag.isdigit()
    ]
    values = {"lnet": note.kind, "uid": note.uid, "aliases": names, "tags": tags, **facts}
    said = [f"{name}: {quoted(value)}" for name, value in values.items() if value != []]
    return "\n".join(["---", *said, "---\n"])


def quoted(value: Any) -> str:
    """A value as JSON, in which every character can be seen; a day bare, so that readers see that it is one."""
    if isinstance(value, str) and DAY.fullmatch(value):
        return value
    return safe_json(json.dumps(value, ensure_ascii=False))


def line_text(line: Line, targets: Target) -> str:
    """A line of words and links; "" for a link that leads nowhere."""
    if isinstance(line[0], Link) and line[0] not in targets:
        return ""
    return ": ".join(wikilink(*targets[part]) if isinstance(part, Link) else escape(part, MOST) for part in line)


def wikilink(path: str, title: str) -> str:
    """A link to a note, shown as its title."""
    return f"[[{path}|{escape(title.translate(BRACKETS)) or path}]]"
