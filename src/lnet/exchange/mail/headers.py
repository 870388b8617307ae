"""The headers of every message of a mailbox or a file, read as a stream: bodies are passed over line by line.

A mailbox parts its messages by lines that begin with "From " (RFC 4155). Programs forget to mark such lines inside of
a body, so one counts only behind a blank line, and if a header follows.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lnet.exchange.source import Source

HEADER = re.compile(rb"([!-9;-~]+)[ \t]*:(.*)", re.DOTALL)
PARTING = re.compile(rb"From (?:|-|\S+@\S+|.*\d\d:\d\d.*)\Z", re.DOTALL)
WANTED = frozenset({
    "from", "sender", "to", "cc", "date", "message-id", "references", "in-reply-to", "subject", "precedence", "list-id",
    "list-unsubscribe", "auto-submitted", "content-type", "x-gmail-labels", "x-mozilla-status",
})  # fmt: skip
LONGEST = 64 * 1024  # bytes of one header that are kept


class Head(NamedTuple):
    """The headers of one message, by their names in small letters; `number` counts the messages of the file."""

    number: int
    headers: Mapping[str, bytes]

    def text(self, name: str) -> str:
        """A header as it stands, on one line; empty if there is none."""
        raw = self.headers.get(name, b"")
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return raw.decode("cp1252", "replace")


def starts_a_message(first: bytes, second: bytes) -> bool:
    """Whether a line parts two messages, as the one behind it tells."""
    return PARTING.match(first.rstrip(b"\r\n")) is not None and is_header(second)


def is_header(line: bytes) -> bool:
    """Whether a line can stand in a head: "Name: value", or a parting line that was marked."""
    return HEADER.match(line) is not None or line.startswith((b">From ", b"From "))


def heads(source: Source, *, only_one: bool = False) -> Iterator[Head]:
    """The heads of all messages; with `only_one` the file is one message, whatever its body looks like."""
    number, lines, in_head, before = 0, list[bytes](), True, b""
    for line, behind in pairs(source):
        parts = line[:5] == b"From " and not before.strip() and starts_a_message(line, behind)
        if parts and not (only_one and number):
            if lines:
                yield head(number, lines)
            number, lines, in_head = number + 1, [], True
        elif in_head and line.strip():
            lines.append(line[:LONGEST])
        elif in_head and lines:
            number = number or 1
            yield head(number, lines)
            lines, in_head = [], False
            if only_one:
                return
        before = line
    if lines:
        yield head(number or 1, lines)


def pairs(source: Source) -> Iterator[tuple[bytes, bytes]]:
    """Every line, with the one behind it (empty for the last)."""
    before: bytes | None = None
    for line in source.lines():
        if before is not None:
            yield before, line
        before = line
    if before is not None:
        yield before, b""


def head(number: int, lines: list[bytes]) -> Head:
    """The wanted headers of a head; of those that stand twice the first holds."""
    found: dict[str, bytes] = {}
    name = ""
    for line in lines:
        if line[:1] in (b" ", b"\t"):
            if name and len(found[name]) < LONGEST:
                found[name] += b" " + line.strip()
        elif match := HEADER.match(line):
            name = match[1].decode("ascii", "ignore").lower()
            name = name if name in WANTED and name not in found else ""
            if name:
                found[name] = match[2].strip()
    return Head(number, found)
