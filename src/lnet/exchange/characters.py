"""Texts that can be stored: half a character, as programs leave that cut an emoji in two, is none, nor is a NUL."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from lnet.domain.cards import Archive, Item, Problem

NO_TEXT = re.compile("[\0\ud800-\udfff]")
LOST = "\ufffd"  # what stands for what could not be read, everywhere
MAPPINGS = (dict, MappingProxyType)


def whole(items: Iterable[Item]) -> Iterator[Item]:
    """The items of a file with a mark in place of what is no text, and a Problem before those that had any."""
    for item in items:
        if isinstance(item, Archive) or is_whole(item):
            yield item
        else:
            mended = mend(item)
            yield Problem(mended.where, f"half a character or a NUL, which is no text: {LOST} stands in its place")
            yield mended


def is_whole(value: Any) -> bool:
    """Whether all texts in a value can be stored."""
    if isinstance(value, str):
        return "\0" not in value if value.isascii() else not NO_TEXT.search(value)
    if isinstance(value, MAPPINGS):
        return all(map(is_whole, value)) and all(map(is_whole, value.values()))
    return not isinstance(value, tuple | list) or all(map(is_whole, filter(None, value)))


def mend(value: Any) -> Any:
    """The value with a mark in place of each character that is no text."""
    if isinstance(value, str):
        return NO_TEXT.sub(LOST, value)
    if isinstance(value, Mapping):
        return {mend(key): mend(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        parts = [mend(part) for part in value]
        return type(value)(*parts) if hasattr(value, "_fields") else type(value)(parts)
    return value
