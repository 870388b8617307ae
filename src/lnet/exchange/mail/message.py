"""One message, as far as its headers tell: from whom to whom, when, in which thread, and whether a person wrote it."""

import re
from contextlib import suppress
from datetime import datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import getaddresses, parsedate_to_datetime
from typing import NamedTuple

from lnet.domain.names import clean
from lnet.exchange.mail.headers import Head

ID = re.compile(r"<([^<>\s]+)>")
REPLY = re.compile(r"^(?:(?:re|aw|antw|sv|vs|fwd?|wg|tr|rif|r)(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
# From the beginning of a word on, so that a long one is walked once.
ADDRESS = re.compile(r"(?<![^\s<>,;:\"()\[\]])[^\s@<>,;:\"()\[\]]++@[^\s@<>,;:\"()\[\]]+")
REMARK = re.compile(r"\([^()]*\)")
COLON = re.compile(r"(?<=\d)\s*+:\s*+(?=\d)")
LONGEST_ADDRESS = 320  # RFC 3696
LONGEST_SUBJECT = 300
BULK = re.compile(r"bulk|list|junk", re.IGNORECASE)
NO_MAIL = re.compile(r"\b(?:spam|trash|drafts?|junk)\b", re.IGNORECASE)  # labels that Google Takeout gives
DELETED = 0x0008  # of X-Mozilla-Status: Thunderbird keeps it in the file until the folder is compacted


class Party(NamedTuple):
    """An address of a header, with the name that goes by it."""

    name: str
    email: str


class Message(NamedTuple):
    """What the headers say; `at` is None where no date could be read. `parent` is the id of what started the thread.

    The subject is without "Re:" and its like; `is_reply` says that it had one.
    """

    number: int
    id: str
    parent: str
    sender: Party | None
    to: tuple[Party, ...]
    copied: tuple[Party, ...]
    at: datetime | None
    subject: str
    is_reply: bool
    is_bulk: bool
    is_gone: bool


def message(head: Head) -> Message:
    """The message of these headers."""
    senders = parties(head, "from") or parties(head, "sender")
    ids = ID.findall(head.text("message-id"))
    about = words(head.text("subject"))
    parents = ID.findall(head.text("references")) or ID.findall(head.text("in-reply-to"))
    return Message(
        head.number, ids[0] if ids else clean(head.text("message-id")), parents[0] if parents else "",
        senders[0] if senders else None, parties(head, "to"), parties(head, "cc"), moment(head.text("date")),
        REPLY.sub("", about)[:LONGEST_SUBJECT].strip(), REPLY.match(about) is not None, is_bulk(head), is_gone(head),
    )  # fmt: skip


def parties(head: Head, name: str) -> tuple[Party, ...]:
    """Everybody whom a header names by an address; groups ("undisclosed-recipients:;") name nobody."""
    text = head.text(name)
    try:
        found = [each for called, email in getaddresses([text]) if "@" in email for each in party(called, clean(email))]
    except RecursionError:  # remarks within remarks (RFC 5322 has them in parentheses)
        found = []
    found = found or [Party("", email) for email in ADDRESS.findall(text)]
    return tuple(party for party in found if len(party.email) <= LONGEST_ADDRESS)


def party(called: str, email: str) -> list[Party]:
    """Who goes by an address; one that a name stands before without brackets ("Ada ada@example.org") is taken out."""
    if " " not in email:
        return [Party(words(called), email)]
    return [Party(words(email.replace(each, "")), each) for each in ADDRESS.findall(email)]


def words(text: str) -> str:
    """A header's words, with what is written in other alphabets (RFC 2047) decoded; as it stands where it cannot be."""
    if "=?" not in text:
        return clean(text)
    try:
        parts = decode_header(text)
        return clean("".join(decoded(part, charset) for part, charset in parts))
    except (HeaderParseError, ValueError):
        return clean(text)


def decoded(part: bytes | str, charset: str | None) -> str:
    """One part of a header as text, whatever its charset."""
    if isinstance(part, str):
        return part
    for each in (charset or "utf-8", "utf-8", "cp1252"):
        try:
            return part.decode(each)
        except (LookupError, UnicodeDecodeError):
            continue
    return part.decode("latin-1")


def moment(text: str) -> datetime | None:
    """When it was sent, with the writer's distance from UTC if it is given; None for what is no date.

    Remarks and blanks may stand anywhere in it (RFC 5322, 4.3): "21 Nov 1997 09(morning) : 55 : 06 -0600".
    """
    tidy = COLON.sub(":", REMARK.sub(" ", text)).strip()
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        with suppress(ValueError, TypeError, IndexError, OverflowError):  # each for some broken date
            found = read(tidy)
            return found if 1900 < found.year < 2200 else None
    return None


def is_bulk(head: Head) -> bool:
    """Whether a list or a machine sent it."""
    automatic = head.text("auto-submitted").strip().lower()
    return (
        "list-id" in head.headers
        or "list-unsubscribe" in head.headers
        or BULK.search(head.text("precedence")) is not None
        or (automatic not in ("", "no"))
        or head.text("content-type").lower().startswith("multipart/report")
    )


def is_gone(head: Head) -> bool:
    """Whether it was thrown away, or never sent."""
    status = head.text("x-mozilla-status").strip()
    thrown = bool(re.fullmatch(r"[0-9a-fA-F]{1,8}", status)) and bool(int(status, 16) & DELETED)
    return thrown or NO_MAIL.search(words(head.text("x-gmail-labels"))) is not None
