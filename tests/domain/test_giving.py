"""Ways to help somebody, from tables of situations."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from lnet.domain.giving import Offer, Peer, Shared, Way, best_reason_first, chosen, introductions, sharings, tellings

TODAY = date(2026, 6, 15)
LATELY, LONG_AGO = TODAY - timedelta(days=10), TODAY - timedelta(days=400)


def peer(id: int, **more: Any) -> Peer:
    """Somebody, called by their number, talked to lately."""
    known: dict[str, Any] = {"id": id, "name": f"P{id}", "slug": f"p{id}", "talked_on": LATELY}
    return Peer(**(known | more))


def offer(id: int, *topics: str, had: Sequence[int] = (), on: date = LATELY) -> Offer:
    """Something to give."""
    return Offer(f"r{id}", id, f"Thing {id}", topics, on, frozenset(had))


SQL = offer(1, "sql", "query-plans")


@pytest.mark.parametrize(
    ("who", "why"),
    [
        (peer(1, aims=("learn query planning",), topics=("sql",)), "their aim: learn query planning"),
        (peer(1, topics=("go", "query-plans")), "#query-plans is a topic of theirs"),
        (peer(1, goals=(Shared("g3", "Read plans", ("sql",)),)), "they help you with g3 Read plans"),
        (peer(1, topics=("sql",), goals=(Shared("g3", "Read plans", ("sql",)),)), "#sql is a topic of theirs"),
        (peer(1, topics=("rust",), aims=("learn rust",)), None),
    ],
)  # fmt: skip
def test_somebody_cares_by_their_best_reason(who: Peer, why: str | None) -> None:
    """What they want in their own words, then a topic of theirs, then a goal of mine; else they are left in peace."""
    assert [way.care.text for way in sharings([SQL], [who], TODAY)] == [why] * bool(why)


def test_nobody_gets_what_they_have_had() -> None:
    """Whoever has it, or whom it came from, is in `had`."""
    both = [peer(1, topics=("sql",)), peer(2, topics=("sql",))]
    ways = list(sharings([offer(1, "sql", had=[1]), offer(2, "sql", had=[2]), offer(3, "rust")], both, TODAY))
    assert {way.command for way in ways} == {"lnet share r1 --to p2", "lnet share r2 --to p1"}


def test_the_best_reason_comes_first_then_who_was_talked_to_and_who_was_not_helped_lately() -> None:
    """An aim before any topic; of equals those of the last year, and of these those who had nothing of late."""
    those = [
        peer(1, topics=("sql",), talked_on=LONG_AGO), peer(2, topics=("sql",), helped_on=LATELY),
        peer(3, topics=("sql",), helped_on=LONG_AGO), peer(4, aims=("SQL",), talked_on=None, helped_on=LATELY),
    ]  # fmt: skip
    ways = best_reason_first(sharings([SQL], those, TODAY), TODAY)
    assert [way.people[0].id for way in ways] == [4, 3, 2, 1]


def test_equals_take_turns_by_the_day() -> None:
    """A list stays put for a day, and each of five comes first on some day of the next thirty."""
    those = [peer(id, topics=("sql",)) for id in range(1, 6)]

    def first(day: date) -> int:
        return best_reason_first(sharings([SQL], those, day), day)[0].people[0].id

    assert first(TODAY) == first(TODAY)
    assert {first(TODAY + timedelta(days=days)) for days in range(30)} == {1, 2, 3, 4, 5}


@pytest.mark.parametrize(("spoke", "told"), [({}, True), ({"sql": LONG_AGO}, True), ({"sql": LATELY}, False)])
def test_an_insight_is_told_to_whom_i_have_not_spoken_with_about_it_since(spoke: dict[str, date], told: bool) -> None:
    """A conversation about the topic from the day it was learned on has told it."""
    insight = Offer("n12", 12, "EXPLAIN first", ("sql",), LATELY)
    ways = list(tellings([insight], [peer(1, topics=("sql",), spoke=spoke)], TODAY))
    assert [way.what for way in ways] == ["Tell P1 what you learned: n12 EXPLAIN first"] * told


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"topics": ("sql",)}, {"topics": ("sql", "go")}, "both care about #sql and do not know each other"),
        ({"topics": ("sql",)}, {"aims": ("learn SQL",)}, "P2's aim: learn SQL; #sql is a topic of P1's"),
        ({"aims": ("SQL",), "topics": ("sql",)}, {"aims": ("SQL",)}, "both aim at #sql and do not know each other"),
        ({"topics": ("sql",)}, {"topics": ("go",)}, None),
        ({"topics": ("sql",)}, {"topics": ("sql",), "introduced_by": 1}, None),
        ({"topics": ("sql",), "introduced_by": 2}, {"topics": ("sql",)}, None),
        ({"topics": ("sql",), "organisation": "ETH"}, {"topics": ("sql",), "organisation": "eth"}, None),
        ({"topics": ("sql",), "unnamed": True}, {"topics": ("sql",)}, None),
    ],
)  # fmt: skip
def test_two_are_introduced_who_care_about_the_same(
    one: dict[str, Any], other: dict[str, Any], why: str | None
) -> None:
    """Not colleagues, not if one introduced the other, and never somebody who is not to be named to others."""
    ways = introductions([peer(1, **one), peer(2, **other)], TODAY)
    assert [way.care.text for way in ways] == [why] * bool(why)


def test_who_wants_to_learn_is_introduced_to_who_knows() -> None:
    """The command names them in that order, and each pair comes once, by its best reason."""
    those = [peer(1, topics=("sql", "go")), peer(2, topics=("sql", "go"), aims=("learn Go",))]
    assert [way.command for way in introductions(those, TODAY)] == ["lnet contact know p2 p1 --introduced"]


def ways_of(*described: tuple[str, int, tuple[int, ...], int]) -> list[Way]:
    """Ways of a kind, with points, for people, with a thing."""
    from lnet.domain.giving import Care

    return [
        Way(kind, tuple(peer(id) for id in people), Care(0, "sql", ""), points, offer(thing, "sql") if thing else None)
        for kind, points, people, thing in described
    ]


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        ([], []),
        # of different kinds, though three things to share would be the best three
        ([("share", 9, (1,), 1), ("share", 8, (2,), 2), ("share", 7, (3,), 3), ("introduce", 2, (4, 5), 0),
          ("tell", 1, (6,), 7)], [0, 3, 4]),
        # else different people with different things, and then the same thing for different people
        ([("share", 9, (1,), 1), ("share", 8, (2,), 1), ("share", 7, (3,), 3), ("share", 6, (4,), 3)], [0, 1, 2]),
        ([("share", 9, (1,), 1), ("share", 8, (2,), 1), ("share", 7, (3,), 3), ("share", 6, (4,), 4)], [0, 2, 3]),
        ([("share", 9, (1,), 1), ("share", 8, (1,), 2), ("share", 7, (2,), 3)], [0, 2]),
        # nobody is asked twice, but for something else in another way where there is nobody else
        ([("share", 9, (1,), 1), ("share", 8, (1,), 2), ("tell", 7, (1,), 3)], [0, 2]),
        ([("share", 9, (1,), 1), ("introduce", 8, (1, 2), 0), ("introduce", 7, (2, 3), 0)], [0, 2]),
        # what takes least to do comes first among equals
        ([("tell", 9, (1,), 1), ("introduce", 9, (2, 3), 0), ("share", 9, (4,), 2)], [2, 1, 0]),
    ],
)  # fmt: skip
def test_a_few_ways_are_chosen_that_differ(
    described: list[tuple[str, int, tuple[int, ...], int]], expected: list[int]
) -> None:
    """Best first: if possible of different kinds, for different people, with different things; at most three."""
    ways = ways_of(*described)
    assert chosen(ways, TODAY) == [ways[place] for place in expected]
