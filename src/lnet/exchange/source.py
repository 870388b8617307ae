"""One file to be read in: its bytes, within limits, and its text, whatever its encoding."""

import codecs
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from lnet.domain.cards import Item, Me
from lnet.errors import BadInputError

MOST_BYTES = 64 * 1024 * 1024
MOST_TEXT = 16 * 1024 * 1024  # of one value, in characters
MOST_ROWS = 100_000
LONGEST = 1024 * 1024  # of a line that is read on its own, in bytes
NOBODY = Me()
MENDED = "utf-8, mended"
ODD_LETTERS = {
    "cp1252": "the file is not UTF-8; read as Windows-1252",
    MENDED: "some letters are broken UTF-8: \ufffd stands in their place",
}

# The longer mark first: that of UTF-32 begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip


# What people try by mistake, by its first bytes.
BINARIES = (
    (b"PK\x03\x04", "a spreadsheet or an archive: save it as CSV, or unpack it, first"),
    (b"\xd0\xcf\x11\xe0", "an old spreadsheet, or a message of Outlook: save it as CSV, or as .eml, first"),
    (b"\x1f\x8b", "it is packed: unpack it first"),
    (b"!BDN", "an archive of Outlook: export CSV there"),
    (b"SQLite format 3", "a database; lnet's own is opened with --db"),
)


@dataclass(frozen=True)
class Source:
    """The content of a file called `name`, read on the day `today` (a two-digit year lies before it).

    `me` is who I am, as far as the configuration file `config` says; `zone` the time zone I live in, None where the
    machine does not say. Of a file larger than MOST_BYTES `data` is the beginning: `path` is where to read the rest.
    `date_order` says how numeric dates are meant, `columns` what the command line says about columns: which field of a
    person each of them holds.
    """

    name: str
    data: bytes
    today: date
    me: Me = NOBODY
    config: str = "config.toml"
    zone: tzinfo | None = None
    path: Path | None = None
    date_order: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Whether `data` is all of the file."""
        return len(self.data) <= MOST_BYTES

    def lines(self) -> Iterator[bytes]:
        """The lines, with their ends, read one after the other; an endless one comes in pieces of LONGEST bytes."""
        with BytesIO(self.data) if self.is_whole or self.path is None else self.path.open("rb") as file:
            while line := file.readline(LONGEST):
                yield line

    def local(self, moment: datetime) -> datetime:
        """A moment as my clock showed it; as it is written where it or the machine knows no time zone."""
        return moment.astimezone(self.zone) if self.zone and moment.tzinfo else moment

    @property
    def known_me(self) -> Me:
        """Who I am; raises BadInputError, with the line that says it, where nothing is known."""
        if self.me == NOBODY:
            line = f'write into {self.config}: me = {{ names = ["…"], emails = ["…"], urls = ["…"] }}'
            raise BadInputError(f"{self.name}: to read it, lnet must know who you are", line)
        return self.me

    @property
    def text(self) -> str:
        """The whole text, without a byte order mark; line ends as they came. Raises BadInputError for what is none."""
        return self.decoded[0]

    @property
    def encoding(self) -> str:
        """What the text is written in. Raises BadInputError for what is no text."""
        return self.decoded[1]

    @property
    def oddity(self) -> str:
        """What is odd about the letters of the text, in words; empty for nothing. Raises BadInputError as `text`."""
        return ODD_LETTERS.get(self.encoding, "")

    @cached_property
    def decoded(self) -> tuple[str, str]:
        """The text and its encoding."""
        for encoding in self.likely():
            with suppress(UnicodeDecodeError):
                text = mended(self.data) if encoding == MENDED else self.data.decode(encoding)
                if "\0" in text:
                    raise self.refusal(f"not a text file ({self.seen_as() or 'it holds NUL bytes'})")
                return text, encoding
        raise self.refusal(f"not a text file{f' ({kind})' if (kind := self.seen_as()) else ''}")

    def seen_as(self) -> str:
        """What the first bytes say that it is, where that tells what to do; else empty."""
        return next((what for start, what in BINARIES if self.data.startswith(start)), "")

    def likely(self) -> tuple[str, ...]:
        """The encodings that the bytes may be in: by a mark or empty bytes the one, else UTF-8, then Windows' own."""
        for mark, encoding in MARKS:
            if self.data.startswith(mark):
                return (encoding,)
        start = self.data[:1024]
        if start and start.count(0) * 3 > len(start):
            return ("utf-16-be" if start[:1] == b"\0" else "utf-16-le",)
        return ("utf-8", MENDED, "cp1252")

    def refusal(self, why: str, hint: str = "") -> BadInputError:
        """The error for a file that cannot be taken in at all."""
        return BadInputError(f"{self.name}: {why}", hint)


def mended(data: bytes) -> str:
    """The text of UTF-8 with a few letters that are broken, each with a mark in its place.

    Raises UnicodeDecodeError where as many are broken as are whole: it is something else then.
    """
    for part in (data[:LONGEST], data):  # a large file that is no text at all is told from its beginning
        text = codecs.getincrementaldecoder("utf-8")("replace").decode(part, final=part is data)
        broken = text.count("\ufffd")
        if broken and 2 * broken >= len(text) - len(text.encode("ascii", "ignore")):
            data.decode("utf-8")
    return text


class Format(NamedTuple):
    """One format: its name for --format, what it is called, whether a file is of it, and its reader.

    `sign` is what a file is known by, in words.
    `fits` may raise BadInputError for what is not even a text. `read` raises it for a file that is not of the format at
    all; everything smaller is a Problem or a Rejected. `streams`: it reads by `lines()`, so that files may be of any
    size. `kind`: under what name its rows are known again, where that is not its own.
    """

    name: str
    title: str
    fits: Callable[[Source], bool]
    read: Callable[[Source], Iterator[Item]]
    sign: str = ""
    streams: bool = False
    kind: str = ""

    @property
    def told(self) -> str:
        """What it is called, and what it is known by."""
        return f"{self.title} ({self.sign})" if self.sign else self.title
