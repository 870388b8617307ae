"""A JSON text read value by value: never more of it in memory as text than one value takes."""

import codecs
import json
from collections.abc import Iterable, Iterator
from typing import Any

from lnet.errors import BadInputError
from lnet.exchange.source import MOST_TEXT, Source

PIECE = 1 << 20  # bytes
MOST_VALUE = 2 * MOST_TEXT  # characters of a row: a note of the largest size, and what stands around it
BLANK = " \t\r\n\ufeff"  # a mark that a program has put in front twice means nothing


def no_number(text: str) -> float:
    """Refuses NaN and Infinity, which Python would take."""
    raise ValueError(text)


DECODER = json.JSONDecoder(parse_constant=no_number)


class Scanner:
    """Walks through a source; every method raises BadInputError where the text is no JSON, or a value is too large."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.pieces = decoded(source)
        self.text = ""
        self.at = 0
        self.line = 1

    def peek(self) -> str:
        """The next character that is no blank; "" at the end."""
        while True:
            for at in range(self.at, len(self.text)):
                if self.text[at] not in BLANK:
                    self.at = at
                    return self.text[at]
            self.at = len(self.text)
            if not self.more():
                return ""

    def take(self, character: str) -> bool:
        """Whether the next character is this one; it is then behind us."""
        found = self.peek() == character
        self.at += found
        return found

    def need(self, character: str) -> None:
        """Go behind this character, which must be the next one."""
        if not self.take(character):
            raise self.refusal(f"'{character}' is missing")

    def members(self) -> Iterator[str]:
        """The keys of an object; behind each the caller takes its value."""
        self.need("{")
        if self.take("}"):
            return
        while True:
            name, _ = self.value()
            if not isinstance(name, str):
                raise self.refusal("a name must be a text")
            self.need(":")
            yield name
            if not self.take(","):
                self.need("}")
                return

    def items(self) -> Iterator[tuple[Any, str]]:
        """The values of a list, each with its text."""
        self.need("[")
        if self.take("]"):
            return
        while True:
            yield self.value()
            if not self.take(","):
                self.need("]")
                return

    def value(self) -> tuple[Any, str]:
        """The next value whole, and the text it was written as."""
        self.peek()
        while True:
            try:
                found, end = DECODER.raw_decode(self.text, self.at)
            except RecursionError:
                raise self.refusal("it is nested too deeply") from None
            except ValueError:
                found, end = None, 0
            if 0 < end < len(self.text) or not self.more():  # a number that ends with the piece may go on
                break
        if not end:
            raise self.refusal("this is not JSON")
        text, self.at = self.text[self.at : end], end
        return found, text

    def more(self) -> bool:
        """Take in twice as much as is still to be read; False at the end."""
        rest = self.text[self.at :]
        if len(rest) > MOST_VALUE:
            raise self.refusal(f"a value is too long, or never ends (over {MOST_VALUE:,} characters)")
        parts, added = [rest], 0
        for piece in self.pieces:
            parts.append(piece)
            added += len(piece)
            if added >= len(rest):
                break
        if added:
            self.line += self.text.count("\n", 0, self.at)
            self.text, self.at = "".join(parts), 0
        return added > 0

    def refusal(self, why: str) -> BadInputError:
        """The error for a text that cannot be read on, with the line."""
        line = self.line + self.text.count("\n", 0, self.at)
        return self.source.refusal(f"line {line}: {why}")


def decoded(source: Source) -> Iterator[str]:
    """The text of a source in pieces, without its byte order mark; of a large file only a piece is ever held."""
    encoding = source.likely()[0]
    decoder = codecs.getincrementaldecoder("utf-8-sig" if encoding == "utf-8" else encoding)()
    try:
        for lines in batched(source.lines()):
            yield decoder.decode(lines)
        yield decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise source.refusal("not a text in UTF-8") from None


def batched(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The lines put together to pieces of about PIECE bytes."""
    part: list[bytes] = []
    size = 0
    for line in lines:
        part.append(line)
        size += len(line)
        if size >= PIECE:
            yield b"".join(part)
            part, size = [], 0
    yield b"".join(part)
