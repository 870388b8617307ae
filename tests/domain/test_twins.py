"""Who may be one person: a table of pairs with their evidence, and what holds for any people."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.domain.addresses import address_key
from lnet.domain.names import key
from lnet.domain.spelling import distance, near
from lnet.domain.twins import CROWD, NAMES, POINTS, Pair, Twin, Way, pairs


def twin(id: int, name: str, org: str = "", nick: str = "", birthday: str | None = None, **ways: str) -> Twin:
    """Somebody with a name, an organisation, a nickname and one address of each kind."""
    found = tuple(Way(kind, value, address_key(kind, value)) for kind, value in ways.items())
    return Twin(id, name, key(name), f"c{id}", org, birthday, (nick,) if nick else (), found)


def said(found: Sequence[Pair]) -> list[str]:
    """All evidence of the pairs, in words."""
    return [each.text for pair in found for each in pair.evidence]


ALIKE = [
    (twin(1, "Ada", email="ada@x.org"), twin(2, "A. L.", email="ADA@x.org"), ["same email ada@x.org"]),
    (twin(1, "Ada", phone="+44 123 4567"), twin(2, "Bo", phone="0044 1234567"), ["same phone +44 123 4567"]),
    (twin(1, "Ada", url="https://x.org/ada"), twin(2, "Bo", url="x.org/ada/"), ["same page https://x.org/ada"]),
    (twin(1, "Ada", handle="@ada"), twin(2, "Bo", handle="@Ada"), ["same handle @ada"]),
    (twin(1, "José  Díaz"), twin(2, "jose diaz"), ["same name"]),
    (twin(1, "Ada Lovelace", "ETH"), twin(2, "Ada Lovelace", "eth"), ["same name", "both at ETH"]),
    (
        twin(1, "Ada Lovelace", email="a@eth.ch"), twin(2, "Ada Lovelace", email="b@eth.ch"),
        ["same name", "both write from eth.ch"],
    ),
    (twin(1, "Ada Lovelace", email="a@gmail.com"), twin(2, "Ada Lovelace", email="b@gmail.com"), ["same name"]),
    (twin(1, "Robert Smith", nick="Bob"), twin(2, "Bob Smith"), ["Robert Smith is also called Bob"]),
    (twin(1, "Robert Smith", nick="Bob Tables"), twin(2, "Bob Tables"), ["Robert Smith is also called Bob Tables"]),
    (twin(1, "Иван Петров"), twin(2, "Ivan Petrov"), ["same name, otherwise written"]),
    (twin(1, "Chen Wei"), twin(2, "Wei Chen"), ["same names in another order"]),
    (twin(1, "A. Lovelace", "ETH"), twin(2, "Ada Lovelace", "ETH"), ["same last name and initial", "both at ETH"]),
    (twin(1, "Grace Hoper", "Navy"), twin(2, "Grace Hopper", "Navy"), ["nearly the same name", "both at Navy"]),
    (twin(1, "Katrin Meier", email="a@x.org"), twin(2, "Kathrin Meier", email="b@x.org"),
     ["nearly the same name", "both write from x.org"]),
    (
        twin(1, "Ada Lovelace", url="x.org/ada"), twin(2, "Ada Lovelace", url="x.org/al"),
        ["same name", "each has a page of their own"],
    ),
    (
        twin(1, "Ada Lovelace", birthday="1990-04-15"), twin(2, "Ada Lovelace", birthday="--05-01"),
        ["same name", "their birthdays differ"],
    ),
    (twin(1, "Ada Lovelace", birthday="1990-04-15"), twin(2, "Ada Lovelace", birthday="--04-15"), ["same name"]),
]  # fmt: skip
UNLIKE = [
    (twin(1, "Ada Lovelace"), twin(2, "Ada Byron")),
    (twin(1, "A. Lovelace"), twin(2, "Ada Lovelace")),  # without an organisation, an initial is anybody's
    (twin(1, "Grace Hoper"), twin(2, "Grace Hopper")),
    (twin(1, "A. Lovelace", "ETH"), twin(2, "Ada Lovelace", "MIT")),
    (twin(1, "Ada", url="https://eth.ch"), twin(2, "Bo", url="https://eth.ch")),  # their company's page
    (twin(1, "Ada", phone="12"), twin(2, "Bo", phone="12")),
    (twin(1, "Wei 陈", "ETH"), twin(2, "Wei 林", "MIT")),
    (twin(1, "🙂"), twin(2, "🎯")),
    (twin(1, "Ada Lovelace", "ETH"), twin(2, "Ida Byron", "ETH")),
    (twin(1, "Will Smith", "ETH"), twin(2, "Mary Smith", "ETH")),
]


@pytest.mark.parametrize(("one", "two", "evidence"), ALIKE)
def test_what_speaks_for_one_person_is_said(one: Twin, two: Twin, evidence: list[str]) -> None:
    """Each kind of evidence, the strongest first, and what speaks against it last."""
    assert said(pairs([one, two])) == evidence


@pytest.mark.parametrize(("one", "two"), UNLIKE)
def test_what_is_no_evidence(one: Twin, two: Twin) -> None:
    """Nobody is paired for less."""
    assert pairs([one, two]) == []


def test_the_strongest_come_first() -> None:
    """An address before a name, a name before an initial; what speaks for two weighs against it."""
    people = [
        twin(1, "Ada Lovelace", "ETH"), twin(2, "A. Lovelace", "ETH"), twin(3, "Wei Chen"), twin(4, "Wei Chen"),
        twin(5, "Mei Lin", email="mei@x.org"), twin(6, "M. L.", email="mei@x.org"),
        twin(7, "Ravi Patel", url="x.org/a"), twin(8, "Ravi Patel", url="x.org/b"),
    ]  # fmt: skip
    assert [(pair.keep.id, pair.other.id) for pair in pairs(people)] == [(5, 6), (3, 4), (1, 2), (7, 8)]


def test_the_one_who_is_known_better_would_be_kept() -> None:
    """By rank, whatever the order in which they come."""
    one, two = twin(1, "Ada Lovelace")._replace(rank=(1, 0)), twin(2, "Ada Lovelace")._replace(rank=(0, -3))
    assert [(pair.keep.id, pair.other.id) for pair in pairs([one, two])] == [(2, 1)]


def test_a_crowd_of_namesakes_takes_no_square_of_pairs() -> None:
    """Of many each is paired with the first, so that merging one after the other reaches them all."""
    few, many = ([twin(id, "Wei Chen") for id in range(number)] for number in (CROWD, 200))
    assert len(pairs(few)) == CROWD * (CROWD - 1) / 2
    assert {(pair.keep.id, pair.other.id) for pair in pairs(many)} == {(0, id) for id in range(1, 200)}


names = st.lists(st.sampled_from(["Ada", "ada", "Wei", "Chen", "Chan", "A.", "Иван", "李", "O'Neil", "-"]), max_size=3)
people = st.lists(
    st.builds(
        lambda words, org, nick, mail: twin(0, " ".join(words) or "?", org, nick, **({"email": mail} if mail else {})),
        names, st.sampled_from(["", "ETH", "eth", "MIT"]), st.sampled_from(["", "Ada", "Wei Chen", "🙂"]),
        st.sampled_from(["", "a@x.org", "b@x.org", "a@gmail.com", "no address"]),
    ),
    max_size=9,
).map(lambda found: [who._replace(id=place) for place, who in enumerate(found)])  # fmt: skip


@given(people)
def test_a_pair_stands_once_and_never_without_evidence(found: list[Twin]) -> None:
    """Nobody is paired with themselves; of two names one thing is said; equal names and addresses are always found."""
    made = pairs(found)
    seen = [frozenset((pair.keep.id, pair.other.id)) for pair in made]
    assert len(set(seen)) == len(seen)
    assert all(len(pair) == 2 for pair in seen)
    for pair in made:
        kinds = [each.kind for each in pair.evidence]
        assert sum(kind in NAMES for kind in kinds) <= 1
        assert any(POINTS.get(kind, 0) > 0 for kind in kinds)
    for one in found:
        for two in found[one.id + 1 :]:
            same = (one.key and one.key == two.key) or {way.key for way in one.ways if "@" in way.key} & {
                way.key for way in two.ways
            }
            assert frozenset((one.id, two.id)) in seen or not same


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        ("chen", "hcen", 1),
        ("hopper", "hoper", 1),
        ("", "ab", 2),
        ("ab", "ab", 0),
        ("abcd", "badc", 2),
        ("meier", "maier", 1),
    ],
)
def test_distance(one: str, two: str, apart: int) -> None:
    """Letters put in, left out, replaced or swapped, either way round."""
    assert distance(one, two) == distance(two, one) == apart


@given(st.text("abc", max_size=12), st.text("abc", max_size=12))
def test_near_is_the_distance(one: str, two: str) -> None:
    """What is rejected without reckoning would have been rejected anyhow."""
    most = 1 if max(len(one), len(two)) <= 7 else 2
    assert near(one, two) == (0 < distance(one, two) <= most)
