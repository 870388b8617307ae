"""Files made of a text, and what a format reads out of them."""

from typing import Any

from lnet.domain.cards import Item, PersonCard, Problem, Rejected, TalkCard
from lnet.exchange.formats import FORMATS
from lnet.exchange.source import Source
from tests.conftest import TODAY


def source(text: str | bytes, **more: Any) -> Source:
    """A file of this content."""
    return Source("file", text.encode() if isinstance(text, str) else text, TODAY, **more)


def items(name: str, text: str | bytes, **more: Any) -> list[Item]:
    """All that the format of that name reads."""
    return list(FORMATS[name].read(source(text, **more)))


def people(name: str, text: str | bytes, **more: Any) -> list[PersonCard]:
    """The people in it."""
    return [item for item in items(name, text, **more) if isinstance(item, PersonCard)]


def talks(name: str, text: str | bytes, **more: Any) -> list[TalkCard]:
    """The conversations in it."""
    return [item for item in items(name, text, **more) if isinstance(item, TalkCard)]


def said(name: str, text: str | bytes, **more: Any) -> list[str]:
    """What is said about it, with the places."""
    return [
        f"{item.where}: {item.what if isinstance(item, Problem) else item.why}"
        for item in items(name, text, **more)
        if isinstance(item, Problem | Rejected)
    ]


def one(name: str, text: str | bytes, **more: Any) -> PersonCard:
    """The only person in it."""
    (card,) = people(name, text, **more)
    return card


def fits(text: str | bytes) -> str | None:
    """The format that a file is recognised as; None for none."""
    return next((name for name, each in FORMATS.items() if each.fits(source(text))), None)
