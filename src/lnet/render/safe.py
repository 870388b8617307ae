"""The one function that makes stored text safe to show, and how wide it will be."""

import re
import unicodedata
from functools import lru_cache

from lnet.domain.steering import STEERING

UNSAFE = f"[\x00-\x1f{STEERING}]"


def safe(text: object) -> str:
    """The text with every control byte shown visibly: ESC as \\x1b, a line break as \\n, an override as \\u202e."""
    shown = str(text)
    return shown if shown.isprintable() else re.sub(UNSAFE, visible, shown)


def visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] in "\n\t\r":
        return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}[match[0]]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def cells(text: str) -> int:
    """How many columns of a terminal the (safe) text takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(map(width, text))


@lru_cache(maxsize=4096)
def width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut(text: str, most: int) -> str:
    """The text, shortened to `most` columns with an ellipsis where it is longer."""
    if cells(text) <= most:
        return text
    kept, used = [], 0
    for character in text:
        used += width(character)
        if used > most - 1:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"
