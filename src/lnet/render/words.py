"""Words that several answers have in common."""

from datetime import date

from lnet.domain.dates import show_day_plain
from lnet.store.read.lasts import Last


def words(term: str) -> str:
    """community_member → community member."""
    return term.replace("_", " ")


def last_said(last: Last | None, today: date) -> str:
    """A person's last conversation: "last 1 May, coffee about query plans"; "" for somebody never talked to."""
    if last is None:
        return ""
    said = " ".join(last.summary.split())
    return f"last {show_day_plain(last.on, today)}" + (f", {said}" if said else "")
