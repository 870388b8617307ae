"""People without a circle, the most promising first, each with what speaks for them; reading them writes nothing."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from lnet.domain.promising import Newcomer, Reason, reasons
from lnet.store.connect import Store
from lnet.store.read import triage as read


class Candidate(NamedTuple):
    """Somebody to take into a circle, or not: the person, and what speaks for them, the strongest first."""

    who: Newcomer
    reasons: tuple[Reason, ...]

    @property
    def value(self) -> int:
        """The points of all that speaks for them."""
        return sum(reason.points for reason in self.reasons)

    @property
    def text(self) -> str:
        """All that speaks for them, in one line."""
        return "; ".join(reason.text for reason in self.reasons)

    @property
    def command(self) -> str:
        """A command line that takes them in."""
        return f"lnet contact edit {self.who.slug} --circle wide"

    def as_json(self) -> dict[str, Any]:
        """One object of `triage --json`."""
        who = self.who
        return {
            "id": who.id, "uid": who.uid, "name": who.name, "slug": who.slug, "title": who.title,
            "organisation": who.organisation, "topics": who.topics, "met_on": who.met_on, "last_on": who.last_on,
            "address_book": who.address_book, "value": self.value, "reasons": self.reasons, "command": self.command,
        }  # fmt: skip


def waiting(store: Store, since: date | None = None) -> list[int]:
    """The ids of all who are in no circle and wait to be asked about, the most promising first; met or added `since`.

    Nobody is among them who has a rhythm of their own, is snoozed or archived, or about whom was said "later" in the
    last 30 days, "not now" in the last year (see `Policy`).
    """
    return read.waiting(store, since)


def candidates(store: Store, ids: Sequence[int]) -> list[Candidate]:
    """Of these people those who still wait, in the order given, each with what speaks for them."""
    return [Candidate(who, reasons(who, store.today)) for who in read.newcomers(store, ids)]


def listed(store: Store, since: date | None = None, limit: int | None = None) -> list[Candidate]:
    """All who wait, the most promising first, at most `limit`; in a fixed number of statements."""
    return candidates(store, waiting(store, since)[:limit])
