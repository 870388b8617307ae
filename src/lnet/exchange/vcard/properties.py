"""One property of a card: its name, its parameters, its value decoded, and the line as it came."""

import binascii
import codecs
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from lnet.exchange.vcard.lines import Line

HEAD = re.compile(r'(?:[^":]|"[^"]*")*+(?=:)')
PARAMETER = re.compile(r'(?:[^;"]|"[^"]*")++')
NAME = re.compile(r"[\w-]+|X-[^\s:;\"]+", re.ASCII)
COMPONENT = re.compile(r"((?:[^;\\]|\\.?)*+)(;|$)", re.DOTALL)
PART = re.compile(r"((?:[^,\\]|\\.?)*+)(,|$)", re.DOTALL)
ESCAPE = re.compile(r"\\([\\,;:\"nN])")
ESCAPE_QUOTED = re.compile(r"\\([,;:])")  # quoted-printable has its own way to say a line break
CARETS = {"^n": "\n", "^N": "\n", "^^": "^", "^'": '"'}  # RFC 6868
ENCODINGS = {"QUOTED-PRINTABLE": "QP", "Q": "QP", "QP": "QP", "BASE64": "B", "B": "B", "8BIT": "", "7BIT": "", "": ""}
BARE = {*ENCODINGS} - {"Q", "B", "QP", ""}  # as vCard 2.1 names them without "ENCODING="
BINARY = {"PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE"}
# Codecs of Python that are no charset of a text, or take long to be none.
NO_CHARSETS = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
STATEFUL = ("iso2022", "utf-7", "hz")  # charsets whose bytes are all those of ASCII
FOREIGN = re.compile("[\udc80-\udcff]")  # a byte that is no UTF-8
GUESSED = "is no UTF-8, nor says what else: read as Windows-1252"
LONG = 200  # characters before the colon, from which on nobody else has the same
ONE_BYTE = re.compile(r"iso8859|cp125|latin|ascii|koi8|mac")


class Head(NamedTuple):
    """What stands before the colon; `name` and `group` are in upper case, `types` in lower case.

    `encoding` is "QP", "B" or "", `charset` Python's name of it. `modern`: vCard 3.0 and 4.0 may write it like this.
    """

    group: str
    name: str
    parameters: Mapping[str, Sequence[str]]
    types: tuple[str, ...]
    encoding: str
    charset: str
    modern: bool
    faults: tuple[str, ...] = ()


@dataclass(slots=True)
class Property:
    """A property as it was read: `value` is decoded, its escapes still in place; `raw` is the unfolded line as it came.

    `faults` say what was odd.
    """

    line: int
    head: Head
    value: str
    raw: str
    faults: list[str]

    @property
    def name(self) -> str:
        """Its name, in upper case."""
        return self.head.name

    @property
    def group(self) -> str:
        """The group it stands in, in upper case; empty for none."""
        return self.head.group

    @property
    def as_it_came(self) -> str:
        """The line as it came; breaks inside it, which only a broken one has, are escaped."""
        return self.raw.replace("\n", "\\n").replace("\0", "")

    @property
    def modern(self) -> str:
        """The line as vCard 3.0 and 4.0 may write it: as it came, unless it is of 2.1 or in an encoding of its own."""
        if self.head.modern:
            return self.as_it_came
        kept = {name: values for name, values in self.head.parameters.items() if name not in ("CHARSET", "ENCODING")}
        said = "".join(f";{name}={quoted(','.join(values))}" for name, values in kept.items())
        group = f"{self.group}." if self.group else ""
        return f"{group}{self.name}{said}:{self.value}".replace("\n", "\\n")

    def parameter(self, name: str) -> str:
        """The first value of a parameter; empty if it has none."""
        return next(iter(self.head.parameters.get(name, ())), "")

    @property
    def text(self) -> str:
        """The whole value as one text."""
        return self.unescape(self.value).strip()

    def unescape(self, text: str) -> str:
        """The text without its escapes; what is none stays as it is, backslash and all."""
        if "\\" not in text:
            return text
        escape = ESCAPE_QUOTED if self.head.encoding == "QP" else ESCAPE
        return escape.sub(lambda match: "\n" if match[1] in "nN" else match[1], text)

    def components(self) -> list[str]:
        """The parts of a structured value, between semicolons."""
        return [self.unescape(part).strip() for part in split(self.value, ";", COMPONENT)]

    def several(self) -> list[str]:
        """The values of a list, between commas; empty ones are left out."""
        found = (self.unescape(part).strip() for part in split(self.value, ",", PART))
        return [part for part in found if part]


def split(text: str, mark: str, part: re.Pattern[str]) -> list[str]:
    """A value at each mark that no backslash stands before."""
    if "\\" not in text:
        return text.split(mark)
    found = []
    for match in part.finditer(text):
        found.append(match[1])
        if not match[2]:
            break
    return found


def parse(line: Line, beside: str = "") -> Property | None:
    """The property of a line; None for a line that is none. `beside` is the charset that others of its card name."""
    before, colon, value = halves(line.text)
    head = head_of(before) if len(before) <= LONG else head_of.__wrapped__(before)
    if not colon or head is None:
        return None
    found = Property(line.number, head, value, line.text, [*head.faults])
    if head.encoding or head.charset or not value.isascii():
        decode(found, beside)
    return found


@lru_cache(maxsize=1024)  # most cards of a file have the same few
def head_of(text: str) -> Head | None:
    """What stands before a colon, taken apart; None for what is no property's."""
    first, *pieces = (PARAMETER.findall(text) or [text]) if '"' in text else text.split(";")
    group, _, name = first.strip().upper().rpartition(".")
    if not NAME.fullmatch(name):
        return None
    found = parameters(pieces)
    listed = (word.strip(" \\").lower() for each in found.get("TYPE", ()) for word in each.split(","))
    named = next(iter(found.get("ENCODING", ())), "")
    said = next(iter(found.get("CHARSET", ())), "")
    charset = charset_of(said)
    faults = [f"the encoding '{named}' is not known"] if named.upper() not in ENCODINGS else []
    faults += [f"the charset '{said}' is not known"] if said and not charset else []
    encoding = ENCODINGS.get(named.upper(), "")
    modern = encoding != "QP" and not said and all("=" in each for each in pieces)
    return Head(group, name, found, tuple(filter(None, listed)), encoding, charset, modern, tuple(faults))


def halves(text: str) -> tuple[str, str, str]:
    """What stands before the colon, the colon, and the value; colons in quotation marks do not count."""
    head, colon, value = text.partition(":")
    if '"' in head and (match := HEAD.match(text)):
        return match[0], ":", text[match.end() + 1 :]
    return head, colon, value


def parameters(pieces: Sequence[str]) -> dict[str, list[str]]:
    """Parameters by name; a bare word, as vCard 2.1 has them, is an encoding or a type."""
    found: dict[str, list[str]] = {}
    for piece in pieces:
        name, sign, value = piece.strip().partition("=")
        if not sign:
            name, value = "ENCODING" if name.upper() in BARE else "TYPE", name
        if value or sign:
            found.setdefault(name.strip().upper(), []).append(plain(value.strip()))
    return found


def plain(value: str) -> str:
    """The value of a parameter without its quotation marks and carets."""
    value = value.replace('"', "")
    return re.sub(r"\^[nN^']", lambda match: CARETS[match[0]], value) if "^" in value else value


def quoted(value: str) -> str:
    """The value of a parameter, in quotation marks where it needs them; those inside it have no other spelling."""
    plain = value.replace('"', "'")
    return f'"{plain}"' if any(mark in plain for mark in ";:") else plain


# --- encodings and charsets ---------------------------------------------------------------------------------------


def decode(found: Property, beside: str) -> None:
    """Undo the encoding of the value, and give the line and the value their charset."""
    foreign = not found.raw.isascii() and FOREIGN.search(found.raw) is not None
    if found.head.encoding == "QP":
        found.value = characters(binascii.a2b_qp(raw_bytes(found.value)), found, beside)
    elif found.head.encoding == "B" and found.name not in BINARY:
        found.value = characters(from_base64(found), found, beside)
    elif foreign or (found.raw.isascii() and found.head.charset.startswith(STATEFUL)):
        found.value = characters(raw_bytes(found.value), found, beside)
    if foreign:
        found.raw = characters(raw_bytes(found.raw), found, beside)
    found.value = found.value.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def charset_of(said: str) -> str:
    """Python's name of a charset; empty for none, or one that is not known."""
    try:
        name = codecs.lookup(said).name if said else ""
    except (LookupError, ValueError):
        return ""
    return "" if name in NO_CHARSETS else name


def raw_bytes(text: str) -> bytes:
    """The bytes that a text came as."""
    return text.encode("utf-8", "surrogateescape")


def characters(data: bytes, found: Property, beside: str) -> str:
    """The text of bytes: in the charset they are said to be in, else in UTF-8, in that of the card, in that of Windows.

    UTF-8 comes first where a charset of one byte a letter is named: it fits anything, and is often named wrongly.
    """
    charset = found.head.charset
    order = ["utf-8", charset, beside] if not charset or ONE_BYTE.match(charset) else [charset, "utf-8"]
    for each in filter(None, order):
        try:
            return data.decode(each)
        except (UnicodeError, LookupError):
            continue
    return guessed(data, found)


def guessed(data: bytes, found: Property) -> str:
    """The text of bytes that no charset fits: UTF-8 with a few broken letters, else that of Windows."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if 2 * broken < sum(not each.isascii() for each in text):
        found.faults.append("holds letters that are broken UTF-8")
        return text
    found.faults.append(GUESSED)
    return data.decode("cp1252", "replace")


def from_base64(found: Property) -> bytes:
    """The bytes of a text in base64; as they stand if they are none."""
    compact = raw_bytes("".join(found.value.split()))
    try:
        return binascii.a2b_base64(compact + b"=" * (-len(compact) % 4))
    except binascii.Error:
        found.faults.append("says that it is base64, and is not")
        return raw_bytes(found.value)
