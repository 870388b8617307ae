"""The formulas of network health: against values reckoned by hand, against networkx, and what holds for any values."""

from itertools import combinations
from math import log
from typing import Any

import networkx as nx  # type: ignore[import-untyped]  # it has no stubs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.domain import metrics
from lnet.domain.metrics import CATALOGUE, Helper, Measure, Notes, Settled, Tie
from lnet.domain.metrics.measure import share
from lnet.domain.metrics.ties import KINDS, kind, median_depth

about: Any = pytest.approx


def value(measure: Measure) -> float:
    """The value of a measure that has one."""
    assert measure.value is not None
    return measure.value


# --- goals ------------------------------------------------------------------------------------------------------

ETH = Helper("eth", contacted=True, mentor=False)
BANK = Helper("bank", contacted=True, mentor=True)
SILENT = Helper("acme", contacted=False, mentor=True)
FREELANCE = Helper("", contacted=True, mentor=False)


@pytest.mark.parametrize(
    ("goal", "covered", "robust", "mentored"),
    [
        ([], 0, 0, 0),
        ([SILENT], 0, 0, 1),
        ([ETH], 1, 0, 0),
        ([BANK], 1, 0, 1),
        ([ETH, ETH], 1, 0, 0),  # two voices of one house
        ([ETH, BANK], 1, 1, 1),
        ([ETH, SILENT], 1, 0, 1),  # the other house was not heard lately
        ([ETH, FREELANCE], 1, 0, 0),  # an unknown house is none
        ([FREELANCE, FREELANCE], 1, 0, 0),
        ([ETH, FREELANCE, BANK], 1, 1, 1),
    ],
)
def test_a_goal_is_covered_robust_and_mentored(goal: list[Helper], covered: int, robust: int, mentored: int) -> None:
    """Covered by one person heard lately, robust by two from two houses, mentored by any mentor who is linked."""
    found = [metrics.goal_coverage([goal]), metrics.robust_coverage([goal]), metrics.mentor_coverage([goal])]
    assert [each.value for each in found] == [covered, robust, mentored]


def test_coverage_is_a_share_of_all_active_goals() -> None:
    """Three goals, two of them with somebody; without any goal nothing is said."""
    assert metrics.goal_coverage([[ETH], [BANK, ETH], [SILENT]]) == (3, 1, about(2 / 3))
    assert metrics.robust_coverage([[ETH], [BANK, ETH], [SILENT]]) == (3, 1, about(1 / 3))
    assert metrics.goal_coverage([]) == (0, 1, None)


# --- giving and receiving ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "received", "expected"),
    [(6, 4, 0.2), (4, 6, -0.2), (5, 0, 1), (0, 5, -1), (3, 3, 0), (4, 0, None), (0, 0, None), (2, 3, -0.2)],
)
def test_reciprocity(given: int, received: int, expected: float | None) -> None:
    """From −1 to 1, and from five times on."""
    measure = metrics.reciprocity(given, received)
    assert measure == (given + received, 5, expected if expected is None else about(expected))


# --- diversity --------------------------------------------------------------------------------------------------


def test_diversity_by_hand() -> None:
    """Twelve people of four fields, 6, 3, 2 and 1: H 1.199, 3.32 perspectives, Blau .653."""
    sizes = [6, 3, 2, 1]
    assert value(metrics.shannon(sizes)) == about(1.1988, abs=5e-5)
    assert value(metrics.perspectives(sizes)) == about(3.32, abs=5e-3)
    assert value(metrics.blau(sizes)) == about(0.653, abs=5e-4)


@pytest.mark.parametrize("sizes", [[8], [4, 4], [2, 2, 2, 2], [1] * 8])
def test_diversity_of_equal_categories(sizes: list[int]) -> None:
    """Of k categories of equal size: H is ln k, e^H is k, Blau is 1 − 1/k."""
    k = len(sizes)
    assert value(metrics.shannon(sizes)) == about(log(k))
    assert value(metrics.perspectives(sizes)) == about(k)
    assert value(metrics.blau(sizes)) == about(1 - 1 / k)


def test_diversity_says_nothing_of_seven_people() -> None:
    """Below eight whose category is known there is too little data."""
    for formula in (metrics.shannon, metrics.perspectives, metrics.blau):
        assert formula([4, 3]) == (7, 8, None)
        assert formula([]) == (0, 8, None)
        assert formula([4, 4]).enough


def test_categories_are_told_apart_by_their_letters_alone() -> None:
    """Blanks and capitals make no new category; what is not known is counted apart."""
    found = metrics.categories(["Biology", " biology ", "BIOLOGY", "law", None, "", "  ", "machine  learning"])
    assert found == ((3, 1, 1), 3)


sizes = st.lists(st.integers(1, 40), min_size=1, max_size=30).filter(lambda each: sum(each) >= 8)


@given(sizes)
def test_diversity_has_bounds(sizes: list[int]) -> None:
    """0 ≤ Blau < 1, 0 ≤ H ≤ ln k, 1 ≤ e^H ≤ k."""
    k = len(sizes)
    assert 0 <= value(metrics.blau(sizes)) < 1
    assert 0 <= value(metrics.shannon(sizes)) <= log(k) + 1e-9
    assert 1 <= value(metrics.perspectives(sizes)) <= k + 1e-9


@given(sizes, st.randoms())
def test_diversity_knows_no_order(sizes: list[int], chance: st.DataObject) -> None:
    """The order of the categories is no matter."""
    turned = sorted(sizes, key=lambda _: chance.random())  # type: ignore[attr-defined]  # a random.Random
    assert value(metrics.blau(turned)) == about(value(metrics.blau(sizes)))
    assert value(metrics.shannon(turned)) == about(value(metrics.shannon(sizes)))


# --- ties -------------------------------------------------------------------------------------------------------

TWO_YEARS = 730


def tie(number: int, depth: int = 2, *, talk: bool = False, helped: bool = False, days: int = 0) -> Tie:
    """A tie with so many conversations, all of one depth."""
    depths = [0, 0, 0, 0]
    depths[depth - 1] = number
    return Tie((depths[0], depths[1], depths[2], depths[3]), talk, helped, days)


@pytest.mark.parametrize(
    ("one", "points", "named"),
    [
        (tie(0), 0, "weak"),
        (tie(0, days=TWO_YEARS), 1, "weak"),
        (tie(1), 2, "weak"),
        (tie(2, 1), 1, "weak"),
        (tie(2), 2, "weak"),
        (tie(3), 3, "weak"),
        (tie(3, talk=True), 4, "moderate"),
        (tie(11), 3, "weak"),
        (tie(12), 4, "moderate"),
        (tie(12, days=TWO_YEARS - 1), 4, "moderate"),
        (tie(12, days=TWO_YEARS), 5, "moderate"),
        (tie(12, 3, talk=True), 6, "moderate"),
        (tie(12, 3, talk=True, helped=True), 7, "strong"),
        (tie(4, 3, talk=True, days=3 * 365), 6, "moderate"),
        (tie(100, 4, talk=True, helped=True, days=TWO_YEARS), 9, "strong"),
    ],
)
def test_the_strength_of_a_tie(one: Tie, points: int, named: str) -> None:
    """Frequency 0–3, median depth − 1, two-way 0–2, known two years 0–1; weak up to 3, strong from 7."""
    assert (metrics.strength(one), kind(points)) == (points, named)


@pytest.mark.parametrize(
    ("depths", "median"),
    [
        ((0, 0, 0, 0), 0),
        ((1, 0, 0, 0), 1),
        ((0, 1, 1, 0), 2),  # of two the lower one
        ((0, 1, 2, 0), 3),
        ((0, 1, 0, 1), 2),
        ((0, 2, 1, 2), 3),
        ((0, 0, 0, 7), 4),
    ],
)
def test_the_median_depth(depths: tuple[int, int, int, int], median: int) -> None:
    """The lower median of the depths; 0 where there was no conversation."""
    assert median_depth(depths) == median


def test_the_mix_of_ties() -> None:
    """Shares of ten people on; nine are too few."""
    ties = [*[tie(1)] * 7, *[tie(12)] * 2, tie(12, 4, talk=True)]
    assert metrics.tie_mix(ties) == {"weak": (10, 10, 0.7), "moderate": (10, 10, 0.2), "strong": (10, 10, 0.1)}
    assert [each.value for each in metrics.tie_mix(ties[:9]).values()] == [None] * 3


ties = st.builds(
    Tie, st.tuples(*[st.integers(0, 20)] * 4), st.booleans(), st.booleans(), st.integers(0, 2000)
)  # fmt: skip


@given(st.lists(ties, min_size=10, max_size=30))
def test_every_tie_is_of_one_kind(those: list[Tie]) -> None:
    """Strength is from 0 to 9, and the three shares sum to 1."""
    assert all(0 <= metrics.strength(one) <= 9 for one in those)
    assert sum(value(metrics.tie_mix(those)[each]) for each in KINDS) == about(1)


def test_the_dormant_share() -> None:
    """Who has been silent for as long as the limit is dormant; somebody without a limit never is."""
    silences: list[tuple[int, int | None]] = [(179, 180), (180, 180), (181, 180), (5000, None), *[(0, 180)] * 6]
    assert metrics.dormant_share(silences) == (10, 10, 0.2)
    assert metrics.dormant_share(silences[:9]) == (9, 10, None)


# --- who knows whom ---------------------------------------------------------------------------------------------

FOUR = range(4)
CLIQUE = list(combinations(FOUR, 2))


@pytest.mark.parametrize(
    ("pairs", "constraint", "size"),
    [([], 0.25, 4), ([(0, 1)], 0.4062, 3.5), (CLIQUE, 0.7656, 1)],
)
def test_constraint_of_four_people(pairs: list[tuple[int, int]], constraint: float, size: float) -> None:
    """Burt's own examples: nobody knows anybody .25, one tie .4062, a clique .7656."""
    assert value(metrics.constraint(4, pairs, least=1)) == about(constraint, abs=5e-5)
    assert value(metrics.effective_size(4, pairs, least=1)) == about(size)


def test_who_knows_whom_is_hidden_under_ten_people() -> None:
    """Of nine people nothing is said, of ten it is."""
    assert metrics.constraint(9, [(1, 2)]) == (9, 10, None)
    assert metrics.effective_size(9, [(1, 2)]) == (9, 10, None)
    assert metrics.bridges([[1]], 9) == (9, 10, None)
    assert metrics.constraint(10, []) == (10, 10, about(0.1))
    assert metrics.effective_size(10, []) == (10, 10, 10)


@st.composite
def acquainted(draw: st.DrawFn) -> tuple[int, list[tuple[int, int]]]:
    """So many people, and which of them know each other."""
    people = draw(st.integers(1, 25))
    pairs = list(combinations(range(people), 2))
    return people, draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []


@given(acquainted())
def test_it_agrees_with_networkx(graph: tuple[int, list[tuple[int, int]]]) -> None:
    """With me in the centre, tied to everybody, networkx reckons the same constraint and effective size."""
    people, pairs = graph
    around = nx.Graph([("me", who) for who in range(people)] + pairs)
    constraint = value(metrics.constraint(people, pairs, least=1))
    assert constraint == about(nx.constraint(around, ["me"])["me"])
    assert value(metrics.effective_size(people, pairs, least=1)) == about(nx.effective_size(around, ["me"])["me"])


@given(acquainted())
def test_who_knows_whom_has_bounds(graph: tuple[int, list[tuple[int, int]]]) -> None:
    """1/n ≤ constraint ≤ 1.125 (two people who know each other), 1 ≤ effective size ≤ n."""
    people, pairs = graph
    assert 1 / people - 1e-9 <= value(metrics.constraint(people, pairs, least=1)) <= 1.125
    assert 1 - 1e-9 <= value(metrics.effective_size(people, pairs, least=1)) <= people


def test_a_bridge_is_the_only_member_of_a_group() -> None:
    """Each person counts once, however many groups they alone lead to."""
    assert metrics.bridges([[1, 2, 3], [4], [4], [5], []], 10) == (10, 10, 2)
    assert metrics.bridges([], 10) == (10, 10, 0)


# --- promises ---------------------------------------------------------------------------------------------------

IN_TIME = Settled(kept=True, late=False, moved_late=False)
LATE = Settled(kept=True, late=True, moved_late=False)
MOVED_LATE = Settled(kept=True, late=False, moved_late=True)
PASSED = Settled(kept=False, late=True, moved_late=False)
LET_GO = Settled(kept=False, late=False, moved_late=False)


@pytest.mark.parametrize(
    ("promises", "n", "expected"),
    [
        ([IN_TIME] * 5, 5, 1),
        ([IN_TIME] * 4, 4, None),
        ([IN_TIME] * 4 + [LATE], 5, 0.8),
        ([IN_TIME] * 4 + [MOVED_LATE], 5, 0.8),
        ([IN_TIME] * 4 + [PASSED], 5, 0.8),
        ([IN_TIME] * 4 + [LET_GO], 4, None),  # released by its day: no promise any more
        ([IN_TIME] * 5 + [LET_GO], 5, 1),
        ([IN_TIME._replace(number=4), PASSED], 5, 0.8),
        ([PASSED] * 5, 5, 0),
    ],
)
def test_follow_through(promises: list[Settled], n: int, expected: float | None) -> None:
    """Kept by the day, or moved before it and kept; late, moved too late, passed and let go too late do not count."""
    assert metrics.follow_through(promises) == (n, 5, expected)


# --- feedback ---------------------------------------------------------------------------------------------------


def notes(direction: str, **loops: int) -> list[Notes]:
    """So many notes of each loop state, closed after three days."""
    return [Notes(direction, loop, 3, number) for loop, number in loops.items()]


def test_feedback_given_to_received() -> None:
    """4 : 6 is .667; where none was received there is no ratio, below five notes too little data."""
    assert metrics.given_to_received(notes("given", open=4) + notes("received", told=6)) == (10, 5, about(2 / 3))
    assert metrics.given_to_received(notes("given", open=5) + notes("requested", told=6)) == (5, 5, None)
    assert metrics.given_to_received(notes("given", open=4)) == (4, 5, None)


def test_feedback_asked_and_got() -> None:
    """Answered requests of all requests; those that wait, or were never answered, were not got."""
    asked = notes("requested", told=4, open=1, no_answer=2, declined=1) + notes("received", told=9)
    assert metrics.asked_and_got(asked) == (8, 5, 0.5)
    assert metrics.asked_and_got(notes("requested", told=4)) == (4, 5, None)


def test_loops_closed() -> None:
    """Of what was received: told or declined is an end, acted on alone is none."""
    received = notes("received", told=3, declined=1, acted=1, open=1) + notes("given", told=9)
    assert metrics.loops_closed(received) == (6, 5, about(4 / 6))
    assert metrics.loops_closed(notes("received", told=4)) == (4, 5, None)


@pytest.mark.parametrize(
    ("days", "median"),
    [([2, 3, 10, 14, 40], 10), ([0, 0, 0, 0, 0], 0), ([1, 2, 3, 4, 5, 6], 3.5), ([9] * 4, None), ([5, 1, 5, 1, 5], 5)],
)
def test_days_to_close(days: list[int], median: float | None) -> None:
    """The median of closed loops of feedback received, from five on; open ones have no days yet."""
    closed = [Notes("received", "told", each) for each in days]
    others = [Notes("received", "open"), Notes("requested", "told", 99), Notes("given", "told", 99)]
    assert metrics.days_to_close([*closed, *others]) == (len(days), 5, median)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 4)), min_size=5, max_size=12))
def test_the_median_of_counted_days(counted: list[tuple[int, int]]) -> None:
    """Days that are counted give the median of the days one by one."""
    from statistics import median

    each = [days for days, number in counted for _ in range(number)]
    assert value(metrics.days_to_close(Notes("received", "told", *one) for one in counted)) == median(each)


# --- learning ---------------------------------------------------------------------------------------------------


def test_learning() -> None:
    """Insights a conversation, the part that was applied, and the part that challenges; from five on."""
    assert metrics.learning_yield(12, 40) == (40, 5, about(0.3))
    assert metrics.learning_yield(9, 4) == (4, 5, None)
    assert metrics.applied_share(3, 12) == metrics.challenging_share(3, 12) == (12, 5, 0.25)
    assert metrics.applied_share(4, 4) == (4, 5, None)


@given(st.integers(0, 50), st.integers(0, 50))
def test_a_share_is_from_0_to_1(hits: int, misses: int) -> None:
    """And there is none of nothing, whatever is the least."""
    measure = share(hits, hits + misses, least=0)
    assert measure.value is None if not hits + misses else 0 <= value(measure) <= 1


# --- the catalogue ----------------------------------------------------------------------------------------------


def test_every_metric_has_its_own_name_and_groups_stay_together() -> None:
    """Names are keys for scripts; a group is told in one place."""
    assert len({each.name for each in CATALOGUE}) == len(CATALOGUE)
    groups = [each.group for each in CATALOGUE]
    assert groups == sorted(groups, key=list(dict.fromkeys(groups)).index)
