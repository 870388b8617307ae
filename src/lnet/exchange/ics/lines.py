"""The content lines of a calendar, unfolded, and the components they make: tolerant, and one component at a time.

A line that is none costs itself alone, a component that is never closed its own rest. Long lines are folded by bytes
(RFC 5545, 3.1), perhaps in the middle of a letter: they are joined before they are read as text.
"""

import quopri
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple

from lnet.exchange.source import MOST_TEXT, Source

LINE = re.compile(r'([A-Za-z0-9-]++)((?:;(?:[^":;]|"[^"]*+")*+)*+):(.*)', re.DOTALL)
PARAMETER = re.compile(r';([A-Za-z0-9-]+)(?:=((?:[^";]|"[^"]*")*))?')
CARET = {"^n": "\n", "^^": "^", "^'": '"'}  # RFC 6868
ESCAPE = {r"\n": "\n", r"\N": "\n"}
SOFT_BREAK = re.compile(rb"ENCODING=QUOTED-PRINTABLE[^:]*:.*=$", re.IGNORECASE | re.DOTALL)
DEEPEST = 50  # components within each other


class Property(NamedTuple):
    """One line: its name in capitals, its parameters as they stand (";CN=Ada"), its value, and where it begins."""

    name: str
    written: str
    value: str
    line: int

    @property
    def parameters(self) -> dict[str, str]:
        """The parameters by their names in capitals, without quotation marks; a list of values stays one text."""
        return {name.upper(): plain(value or "") for name, value in PARAMETER.findall(self.written)}

    @property
    def text(self) -> str:
        r"""The value as a text: without its backslashes, and with the line breaks that stand for \n."""
        value = self.value
        if "QUOTED-PRINTABLE" in self.written.upper():  # vCalendar 1.0
            value = decoded(quopri.decodestring(value.encode()))
        return re.sub(r"\\(.)", lambda found: ESCAPE.get(found[0], found[1]), value) if "\\" in value else value


@dataclass(slots=True)
class Component:
    """What stands between BEGIN and END: the properties of its own, and the components in it."""

    name: str
    line: int
    properties: list[Property] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)
    ended: bool = True


class Broken(NamedTuple):
    """A line that holds no property, and where it stands."""

    line: int
    text: str


def plain(value: str) -> str:
    """A parameter's value without quotation marks, its carets decoded."""
    value = value.replace('"', "")
    return re.sub(r"\^[n^']", lambda found: CARET[found[0]], value) if "^" in value else value


def decoded(line: bytes) -> str:
    """A line as text: UTF-8, else what Windows writes."""
    with suppress(UnicodeDecodeError):
        return line.decode("utf-8")
    return line.decode("cp1252", "replace")


def unfolded(source: Source) -> Iterator[tuple[int, str]]:
    """The lines, each with the number it begins at, with its folded rest; blank ones are left out.

    Raises BadInputError for one that no person wrote.
    """
    start, parts, size, raw = 0, [b""], 0, b"\n"
    for number, piece in enumerate(physical(source), 1):
        goes_on, raw = not raw.endswith(b"\n"), piece
        line = raw.rstrip(b"\r\n")
        if (line[:1] in (b" ", b"\t") or goes_on) and any(parts):
            parts.append(line if goes_on else line[1:])
        elif parts[0] and parts[-1].endswith(b"=") and SOFT_BREAK.search(b"".join(parts)):
            parts = [b"".join(parts)[:-1], line]
        elif line:
            if any(parts):
                yield start, decoded(b"".join(parts))
            start, parts, size = number, [line.lstrip()], 0
        size += len(line)
        if size > MOST_TEXT:
            raise source.refusal(f"line {start} is too long")
    if any(parts):
        yield start, decoded(b"".join(parts))


def physical(source: Source) -> Iterable[bytes]:
    """The lines as they stand, of an encoding that UTF-8 readers can follow."""
    head = source.data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head:
        return iter(source.text.encode().splitlines(keepends=True))
    if b"\n" not in head and b"\r" in head:  # as old Macs wrote
        return iter(source.data.replace(b"\r", b"\n").splitlines(keepends=True))
    return source.lines()


def components(source: Source) -> Iterator[Property | Component | Broken]:
    """What a calendar holds, in its order: its own properties, its components whole, and lines that are none.

    Its BEGIN comes as one of the properties, since a file may hold several; END is left out. It may stand without both.
    """
    stack: list[Component] = []
    for number, text in unfolded(source):
        found = LINE.fullmatch(text.lstrip("\ufeff") if number == 1 else text)
        if found is None:
            yield Broken(number, text)
            continue
        name, written, value = found[1].upper(), found[2], found[3]
        if name == "BEGIN":
            yield from begun(stack, value.strip().upper(), number)
        elif name == "END":
            yield from ended(stack, value.strip().upper())
        elif stack:
            stack[-1].properties.append(Property(name, written, value, number))
        else:
            yield Property(name, written, value, number)
    if stack:
        stack[0].ended = False
        yield stack[0]


def begun(stack: list[Component], name: str, line: int) -> Iterator[Property | Component]:
    """A component begins. One of the calendar's own cannot stand in another: that one was never closed."""
    if stack and (name in ("VCALENDAR", "VEVENT", "VTIMEZONE") or len(stack) > DEEPEST):
        stack[0].ended = False
        yield stack[0]
        stack.clear()
    if name == "VCALENDAR":
        yield Property("BEGIN", "", name, line)
        return
    new = Component(name, line)
    if stack:
        stack[-1].parts.append(new)
    stack.append(new)


def ended(stack: list[Component], name: str) -> Iterator[Component]:
    """A component ends, and with it what is still open inside of it; an END of nothing is passed over."""
    if name == "VCALENDAR" and stack:
        stack[0].ended = False
        yield stack[0]
        stack.clear()
    if name in (open_.name for open_ in stack):
        while stack[-1].name != name:
            stack.pop()
        done = stack.pop()
        if not stack:
            yield done
