"""The lines of a vCard file, unfolded, and the cards they make.

Nothing is refused here that a reader could make sense of: a card whose end is missing ends where the next begins, a
line that was broken without a blank goes on, and what stands outside of any card is told. Only what no address book
could be (cards inside cards without end, millions of lines) raises BadInputError.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lnet.exchange.source import MOST_ROWS, MOST_TEXT, Source

MOST_LINES = 2_000_000
MOST_DEEP = 10  # cards inside cards
MOST_PROPERTIES = 5_000  # of one card
# A break is CR LF, LF or CR, or what came of CR LF when a program translated it twice.
LINE = re.compile(r"([^\r\n]*+)(?:\r\n|\r(?:\r\n)?|\n)|([^\r\n]++)")
# A name, perhaps with groups before it, then parameters or the value; "https://…" in a text is none.
# What programs made up themselves has stranger names: "X-messaging/xmpp-All", "X-CUSTOM(CHARSET=UTF-8,Mother)".
PROPERTY = re.compile(r"(?:[A-Za-z0-9_-]++(?:\.[A-Za-z0-9_-]++)*+|[Xx]-[^\s:;\"]++)[ \t]*+(?:;|:(?!//))")
MARK = re.compile(r"(BEGIN|END)\s*:\s*VCARD\s*", re.IGNORECASE)
# Two files, put one behind the other.
JOINED = re.compile(r"(END\s*:\s*VCARD)[\s\ufeff]*+(BEGIN\s*:\s*VCARD)\s*", re.IGNORECASE)
AGENT = re.compile(r"AGENT(?:;[^:]*)?:\s*", re.IGNORECASE)
QUOTED = re.compile(r"[^:]*QUOTED-PRINTABLE", re.IGNORECASE)
PROSE = re.compile(r"(?:[\w-]+\.)*(?:NOTE|LABEL|ADR)\b", re.IGNORECASE)
WRAPPED = 60  # characters of a line that a program may have broken, and forgotten the blank
BASE64 = re.compile(r"[^:]*(?:;BASE64|ENCODING=\"?B)", re.IGNORECASE)


class Line(NamedTuple):
    """An unfolded line and the number of the line it starts on; bytes that are no UTF-8 stand in it as surrogates."""

    number: int
    text: str


class Fault(NamedTuple):
    """Something odd about the lines of a file."""

    number: int
    what: str


@dataclass(slots=True)
class Entry:
    """One card: its number in the file, the line it starts on, its lines without BEGIN and END, what was odd."""

    number: int
    line: int
    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def text_of(source: Source) -> str:
    """The text of a file; bytes that are no UTF-8 stay, as surrogates, until a line says its charset."""
    encoding = source.likely()[0]
    if not encoding.startswith("utf-8"):
        return source.text
    return source.data.decode("utf-8", "surrogateescape").replace("\0", "")


def physical(source: Source) -> Iterator[tuple[int, str]]:
    """Numbers and lines as they stand; raises BadInputError for more, or longer ones, than any address book has."""
    for number, match in enumerate(LINE.finditer(text_of(source)), 1):
        if number > MOST_LINES:
            raise source.refusal(f"more than {MOST_LINES:,} lines")
        text = match[match.lastindex or 1]
        if len(text) > MOST_TEXT:
            raise source.refusal(f"line {number} is too long ({len(text):,} characters)")
        text = text.lstrip("\ufeff")
        if joined := JOINED.fullmatch(text):
            yield number, joined[1]
            text = joined[2]
        yield number, text


class Unfolding:
    """Joins the lines of a property; `faults` are those that go on without the blank that says so."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.faults: list[Fault] = []
        self.start, self.length = 0, 0
        self.parts: list[str] = []

    def lines(self) -> Iterator[Line]:
        """The unfolded lines, blank ones left out."""
        for number, text in physical(self.source):
            if not self.goes_on(number, text):
                if self.parts:
                    yield Line(self.start, "".join(self.parts))
                self.start, self.length, self.parts = number, 0, [text] if text.strip() else []
        if self.parts:
            yield Line(self.start, "".join(self.parts))

    def goes_on(self, number: int, text: str) -> bool:
        """Whether a line belongs to what stands above it; it is taken up then."""
        if not self.parts or (PROPERTY.match(text) and not self.parts[-1].endswith("=")):
            return False  # as nearly all do
        if MARK.fullmatch(text):
            return False
        if MARK.fullmatch(self.parts[0]):
            return not text.strip()
        if self.parts[-1].endswith("=") and QUOTED.match(self.parts[0]):
            self.parts[-1] = self.parts[-1][:-1]
            return self.take(text)
        if text[:1] in (" ", "\t"):
            return self.take(text[1:])
        return not text or (not PROPERTY.match(text) and self.is_broken(number, text))

    def is_broken(self, number: int, text: str) -> bool:
        """Whether a line that is no property is a piece of the value above, broken off without a blank; see goes_on."""
        if not self.parts[-1] and QUOTED.match(self.parts[0]):  # a soft break, and a second line end behind it
            return self.take(text)
        base64, prose = BASE64.match(self.parts[0]), PROSE.match(self.parts[0])
        if not (base64 or prose or len(self.parts[-1]) >= WRAPPED):
            return False
        if not base64:
            self.faults.append(Fault(number, "goes on with the value above without a blank before it"))
        return self.take(f"\n{text}" if prose else text)

    def take(self, text: str) -> bool:
        """Add to the value; True. Raises BadInputError for one that no person wrote."""
        self.length += len(text)
        if self.length > MOST_TEXT:
            raise self.source.refusal(f"line {self.start}: a value of more than {MOST_TEXT:,} characters")
        self.parts.append(text)
        return True


class Cards:
    """Parts the lines of a file into cards, in their order, with what stands outside of them as faults."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.number = 0
        self.open: Entry | None = None
        self.outside: list[Line] = []
        self.agents: list[Line] = []
        self.depth = 0

    def entries(self) -> Iterator[Entry | Fault]:
        """The cards; raises BadInputError for too many."""
        unfolding = Unfolding(self.source)
        for line in unfolding.lines():
            mark = MARK.fullmatch(line.text)
            if mark and mark[1].upper() == "BEGIN":
                yield from self.begin(line)
            elif mark:
                yield from self.end(line)
            else:
                self.add(line)
            if unfolding.faults:
                self.take_faults(unfolding.faults)
        yield from self.cut_short("the file ends before this card does")
        yield from self.stray()

    def take_faults(self, faults: list[Fault]) -> None:
        """What was odd about the newest lines is told of the card that is open."""
        if self.open:
            self.open.faults += faults
        faults.clear()

    def add(self, line: Line) -> None:
        """A line of the card that is open, of the card of an agent inside it, or of none."""
        if self.depth:
            self.agents.append(line)
        elif self.open is None:
            self.outside.append(line)
        elif len(self.open.lines) < MOST_PROPERTIES:
            self.open.lines.append(line)
        elif not self.open.faults or self.open.faults[-1].what != TOO_MANY:
            self.open.faults.append(Fault(line.number, TOO_MANY))

    def begin(self, line: Line) -> Iterator[Entry | Fault]:
        """BEGIN:VCARD: a card, or inside one the card of its agent; a card that was still open ends before it."""
        above = self.agents if self.depth else self.open.lines if self.open else []
        if above and AGENT.fullmatch(above[-1].text):
            self.depth += 1
            if self.depth > MOST_DEEP:
                raise self.source.refusal(f"line {line.number}: cards inside cards, more than {MOST_DEEP} deep")
            self.agents.append(line)
            return
        yield from self.cut_short("the next card begins before this one ends")
        yield from self.stray()
        self.open = self.opened(line)

    def end(self, line: Line) -> Iterator[Entry | Fault]:
        """END:VCARD of a card, of an agent's, or of one whose beginning is missing."""
        if self.depth:
            self.agents.append(line)
            self.depth -= 1
            if not self.depth:
                self.take_agent()
            return
        if self.open is None and any(PROPERTY.match(each.text) for each in self.outside):
            self.open = self.opened(self.outside[0])
            self.open.lines, self.outside = self.outside, []
            self.open.faults.append(Fault(self.open.line, "has no BEGIN:VCARD"))
        if self.open is None:
            self.outside.append(line)
        else:
            yield self.open
            self.open = None

    def opened(self, line: Line) -> Entry:
        """A new card."""
        self.number += 1
        if self.number > MOST_ROWS:
            raise self.source.refusal(f"more than {MOST_ROWS:,} cards")
        return Entry(self.number, line.number)

    def take_agent(self) -> None:
        """Put the card of an agent into the value of the property that holds it, as vCard 3.0 writes it."""
        if self.open and self.agents:
            text = "".join(f"{line.text}\n" for line in self.agents)
            for plain, escaped in (("\\", "\\\\"), ("\n", "\\n"), (",", "\\,"), (";", "\\;")):
                text = text.replace(plain, escaped)
            head = self.open.lines.pop()
            self.open.lines.append(Line(head.number, head.text.rstrip() + text))
        self.agents, self.depth = [], 0

    def cut_short(self, why: str) -> Iterator[Entry]:
        """The card that is open, as far as it goes."""
        self.take_agent()
        if self.open:
            self.open.faults.append(Fault(self.open.line, f"has no END:VCARD ({why})"))
            yield self.open
            self.open = None

    def stray(self) -> Iterator[Fault]:
        """What stands outside of any card."""
        if self.outside:
            more = f" (and {len(self.outside) - 1} more)" if len(self.outside) > 1 else ""
            shown = self.outside[0].text.strip()[:40]
            yield Fault(self.outside[0].number, f"'{shown}'{more} stands outside of any card: left out")
            self.outside = []


TOO_MANY = f"has more than {MOST_PROPERTIES:,} properties: the rest is left out"
