"""Where the rules meet: their reasons become one row a person, and the rows get their order."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from lnet.domain.facts import Person
from lnet.domain.policy import Policy
from lnet.domain.rules import RANK, RULES, Reason, Situation
from lnet.domain.vocabulary import CIRCLES

CIRCLE_RANK: dict[str | None, int] = {circle: rank for rank, circle in enumerate(CIRCLES)} | {None: len(CIRCLES)}


class Row(NamedTuple):
    """A person and why to turn to them; at least one reason, by points and then by the rules' order.

    `drifted`: the row stands for somebody who has drifted out of their cadence.
    """

    person: Person
    score: int
    reasons: tuple[Reason, ...]
    drifted: bool = False

    @property
    def kind(self) -> str:
        """The kind of the reason that leads."""
        return self.reasons[0].kind

    @property
    def always(self) -> bool:
        """Whether it is shown even when today's list is full."""
        for reason in self.reasons:  # noqa: SIM110 -- any() builds a generator, which costs more than most rows
            if reason.always:
                return True
        return False

    def fields(self) -> dict[str, object]:
        """As in JSON, without the row number and what only the store knows (last conversation, opening)."""
        who = self.person
        return {
            "id": who.id, "uid": who.uid, "name": who.name, "slug": who.slug, "score": self.score,
            "drifted": self.drifted, "reasons": [reason.fields() for reason in self.reasons],
        }  # fmt: skip


def rotation(day: date, identity: int) -> int:
    """A fixed hash of day and id, 0 to 2³²−1: equals take turns, and a list stays put for the day."""
    return _mixed(day.toordinal(), identity)


def _mixed(ordinal: int, identity: int) -> int:
    # Two multiply-and-shift rounds of splitmix64: neighbouring ids and days end up far apart, on every Python alike.
    mixed = (ordinal * 0x9E3779B97F4A7C15 + identity * 0xD1B54A32D192ED03) & 0xFFFFFFFFFFFFFFFF
    mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
    return (mixed ^ (mixed >> 31)) >> 32 ^ mixed & 0xFFFFFFFF


def gathered(day: Situation) -> tuple[list[Row], list[Row]]:
    """The rows due today, and those with what has left to the review, both in order.

    A person may be in both, for different reasons. Kinds that a status, a snooze or a rest silences are left out.
    """
    due: dict[int, tuple[Reason, ...]] = {}
    settle: dict[int, tuple[Reason, ...]] = {}
    for rule in RULES:
        for reason in rule.find(day):
            if rule.hears(reason.person, day):
                found = settle if reason.to_settle else due
                found[reason.person.id] = (*found.get(reason.person.id, ()), reason)
    return _ordered(map(_but_suggestions, due.values()), day), _ordered(settle.values(), day)


def _but_suggestions(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons without the suggestion to turn to somebody again, where there is another one to turn to them."""
    if len(reasons) == 1:
        return reasons
    return tuple(reason for reason in reasons if reason.kind != "reconnect")


def row(reasons: tuple[Reason, ...], policy: Policy) -> Row:
    """One person's row: the highest points, a little more for each further reason, and no more than the most."""
    if len(reasons) == 1:
        only = reasons[0]
        return Row(only.person, min(only.points, policy.score_most), reasons, only.drifted)
    # Stable: equal points keep the order of the rules, and within a kind the order in which its rule found them.
    by_points = tuple(sorted(reasons, key=lambda reason: -reason.points))
    further = min(policy.further_reason_points * (len(reasons) - 1), policy.further_reasons_most)
    score = min(by_points[0].points + further, policy.score_most)
    return Row(by_points[0].person, score, by_points, any(reason.drifted for reason in reasons))


def _ordered(found: Iterable[tuple[Reason, ...]], day: Situation) -> list[Row]:
    return in_order((row(reasons, day.policy) for reasons in found), day)


def in_order(rows: Iterable[Row], day: Situation) -> list[Row]:
    """Score, kind, circle, whose turn it is today, id: a total order."""
    ordinal = day.today.toordinal()

    def place(row: Row) -> tuple[int, int, int, int, int]:
        who = row.person
        return -row.score, RANK[row.kind], CIRCLE_RANK[who.circle], _mixed(ordinal, who.id), who.id

    return sorted(rows, key=place)


def freshest_first(rows: Iterable[Row], today: date) -> list[Row]:
    """The drifted among `rows`: circle by circle, the shortest silence first."""
    ordinal = today.toordinal()

    def place(row: Row) -> tuple[int, int, int, int]:
        days = min(reason.days for reason in row.reasons if reason.drifted)
        return CIRCLE_RANK[row.person.circle], days, _mixed(ordinal, row.person.id), row.person.id

    return sorted((row for row in rows if row.drifted), key=place)
