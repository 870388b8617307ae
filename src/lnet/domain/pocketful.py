"""A pocketful of cards, as they are typed in: one person a line, "Wei Chen <w@x.org> (ETH) #indexes: note"."""

import re
from typing import NamedTuple

from lnet.domain.addresses import is_email
from lnet.domain.names import clean, key
from lnet.errors import BadInputError

FORM = "a line is: Name <e-mail> (organisation) #topic: note"
_NAME = re.compile(r"(?:(?!(?:^|\s)[#+][^\W\d_])[^<(:])*")
_PART = re.compile(r"\s*(?:<(?P<address>[^<>]*)>|\((?P<work>[^()]*)\)|[#+](?P<topic>[^\W\d_][^\s<>(),:]*),?)")
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PHONE = re.compile(r"\+?[0-9][0-9 ()/.-]{4,}", re.ASCII)


class Card(NamedTuple):
    """What one line says of somebody: `methods` are ways to reach them, (kind, value); "" for what it does not say."""

    name: str
    methods: tuple[tuple[str, str], ...] = ()
    organisation: str = ""
    topics: tuple[str, ...] = ()
    note: str = ""


def read_card(text: str) -> Card:
    """The card of one line. Each part may be missing, but of the name and the e-mail address one is needed.

    Raises BadInputError for a line that says nobody, an address that is none, and what has no place in a line.
    """
    if "\0" in text:
        raise BadInputError("not valid text (it holds a NUL)")
    head = _NAME.match(text)
    assert head is not None  # noqa: S101  # it matches nothing, too
    name, loose = parted(head[0])
    parts, note = rest(text[head.end() :])
    addresses = [*loose, *(address(each["address"]) for each in parts if each["address"] is not None)]
    work = [clean(each["work"]) for each in parts if each["work"]]
    if len(work) > 1:
        raise BadInputError(f"two organisations: {work[0]}, {work[1]}", FORM)
    if not key(name) and not addresses:
        raise BadInputError("nobody is named", FORM)
    topics = tuple(dict.fromkeys(each["topic"].lower() for each in parts if each["topic"]))
    return Card(name, tuple(dict.fromkeys(addresses)), work[0] if work else "", topics, note)


def parted(head: str) -> tuple[str, list[tuple[str, str]]]:
    """The name, and the e-mail addresses that stand in it without brackets."""
    words = head.split()
    loose = [("email", word) for word in words if is_email(word)]
    return clean(" ".join(word for word in words if not is_email(word))), loose


def rest(text: str) -> tuple[list[re.Match[str]], str]:
    """The parts behind the name, and the note behind the colon."""
    parts, at = [], 0
    while found := _PART.match(text, at):
        parts.append(found)
        at = found.end()
    left = text[at:].strip()
    if left and not left.startswith(":"):
        raise BadInputError(f"'{left}' has no place here", FORM)
    return parts, clean(left[1:])


def address(text: str) -> tuple[str, str]:
    """The kind and value of an address in angle brackets: an e-mail address, a page, a telephone number."""
    value = text.strip()
    if is_email(value.removeprefix("mailto:")):
        return "email", value.removeprefix("mailto:")
    if _URL.fullmatch(value):
        return "url", value
    if _PHONE.fullmatch(value):
        return "phone", value
    raise BadInputError(f"'{value}' is no e-mail address, page or telephone number", FORM)
