"""Words that several answers have in common."""

from collections.abc import Sequence
from datetime import date

from lnet.domain.dates import show_day_plain
from lnet.store.read.lasts import Last

FEW = 3


def words(term: str) -> str:
    """community_member → community member."""
    return term.replace("_", " ")


def last_said(last: Last | None, today: date) -> str:
    """A person's last conversation: "last 1 May, coffee about query plans"; "" for somebody never talked to."""
    if last is None:
        return ""
    said = " ".join(last.summary.split())
    return f"last {show_day_plain(last.on, today)}" + (f", {said}" if said else "")


def few(names: Sequence[str]) -> str:
    """Some names in one cell: all of three, of more the first two and how many others; "" for none."""
    if len(names) <= FEW:
        return ", ".join(names)
    return f"{', '.join(names[:2])} and {len(names) - 2} more"
