"""The configuration file as text: where a setting stands in it, and the text with one setting changed.

Comments and the order of everything stay as they are.
"""

import re
from typing import TYPE_CHECKING, Any

from lnet.cli.keys import Key

if TYPE_CHECKING:
    from tomlkit import TOMLDocument


def line_of(text: str, key: Key) -> int | None:
    """The line on which a setting stands, counted from 1; None where it is not written plainly (an inline table)."""
    within = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[\s*([\w.]+)\s*\]", line):
            within = header[1]
        name = re.match(r"\s*([\w.]+)\s*=", line)
        if name and (f"{within}.{name[1]}" if within else name[1]) == key.name:
            return number
    return None


def with_value(text: str, key: Key, value: Any) -> str:
    """The text with another value of a setting, which is added where it is missing."""
    document = parsed(text)
    inside: Any = document
    if key.table:
        from tomlkit import table

        inside = document.setdefault(key.table, table())
    inside[key.field] = value
    return document.as_string()


def without(text: str, key: Key) -> str:
    """The text without a setting, which must be there."""
    document = parsed(text)
    inside: Any = document[key.table] if key.table else document
    del inside[key.field]
    return document.as_string()


def parsed(text: str) -> "TOMLDocument":
    """The text as tomlkit knows it: with its comments, blanks and order."""
    from tomlkit import parse

    return parse(text)
