"""`lnet contact distinct`: two who look like one person, told apart for good."""

import pytest

from lnet.store.connect import Store
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.contents import contents
from tests.cli.seeds import person
from tests.conftest import Lnet
from tests.transcript import check


@pytest.fixture
def namesakes(store: Store) -> Store:
    """Three people called Wei Chen, and Ada."""
    for _ in range(3):
        person(store, "Wei Chen", None)
    person(store, "Ada Lovelace")
    return store


def pairs(lnet: Lnet) -> list[tuple[str, str]]:
    """The slugs of the pairs that may be one person."""
    return [(each["slug"], each["other_slug"]) for each in data(lnet, "contact", "duplicates")]


@pytest.mark.usefixtures("namesakes")
def test_who_is_told_apart_is_not_named_again(lnet: Lnet) -> None:
    """Whichever is named first; --remove lets them be named again, and undo takes back either."""
    check(
        lnet,
        """
        $ lnet contact distinct wei-chen-2 wei-chen wei-chen-3
        Wei Chen (wei-chen-2) is not Wei Chen (wei-chen), Wei Chen (wei-chen-3)
          not right? lnet undo
        $ lnet contact distinct wei-chen wei-chen-2
        Wei Chen (wei-chen) is not Wei Chen (wei-chen-2)
          wei-chen-2: noted already
          not right? lnet undo
        """,
    )
    assert pairs(lnet) == [("wei-chen", "wei-chen-3")]
    check(
        lnet,
        """
        $ lnet contact distinct wei-chen wei-chen-2 --remove
        Wei Chen (wei-chen) may be Wei Chen (wei-chen-2)
          not right? lnet undo
        """,
    )
    assert pairs(lnet) == [("wei-chen", "wei-chen-2"), ("wei-chen", "wei-chen-3")]
    lnet("undo")
    assert pairs(lnet) == [("wei-chen", "wei-chen-3")]


def test_a_crowd_of_namesakes_is_told_apart_one_by_one(lnet: Lnet, store: Store) -> None:
    """Whoever is not the first of them is compared with the next one who is not known to be somebody else."""
    for _ in range(14):
        person(store, "Wei Chen", None)
    others = " ".join(f"wei-chen-{number}" for number in range(2, 15))
    lnet(f"contact distinct wei-chen {others}")
    assert pairs(lnet)[0] == ("wei-chen-2", "wei-chen-3")
    lnet("contact distinct wei-chen-3 wei-chen-2")
    assert ("wei-chen-2", "wei-chen-3") not in pairs(lnet)
    assert len(pairs(lnet)) == 11


@pytest.mark.usefixtures("namesakes")
def test_after_a_merge_the_kept_one_is_told_apart(lnet: Lnet) -> None:
    """What was said of the other holds of them; and two who were told apart can be merged all the same."""
    lnet("contact distinct wei-chen-2 wei-chen-3 ada")
    check(
        lnet,
        """
        $ lnet contact merge wei-chen wei-chen-2
        Merged Wei Chen into Wei Chen · wei-chen
          moved: 2 people told apart
        …
        """,
    )
    assert pairs(lnet) == []
    assert lnet("contact merge wei-chen wei-chen-3").status == 0


@pytest.mark.usefixtures("namesakes")
def test_as_json(lnet: Lnet) -> None:
    """Who is meant, everybody from whom they were told apart, and the step."""
    lnet("contact distinct wei-chen ada")
    told = data(lnet, "contact", "distinct", "wei-chen", "wei-chen-2")
    assert isinstance(told.pop("undo"), int)
    assert told == {
        "id": 1, "name": "Wei Chen", "slug": "wei-chen", "warnings": [],
        "distinct": [{"name": "Ada Lovelace", "slug": "ada-lovelace"}, {"name": "Wei Chen", "slug": "wei-chen-2"}],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ("ada ada", 4, "Ada Lovelace (ada-lovelace) is one contact, not two"),
        ("ada", 2, "Missing argument 'NAME...'"),
        ("ada nobody", 3, "no contact named 'nobody'"),
        ("wei-chen wei-chen-2 --remove", 3, "no pair told apart 'wei-chen and wei-chen-2'"),
    ],
)
def test_what_makes_no_sense_is_refused(namesakes: Store, lnet: Lnet, words: str, status: int, said: str) -> None:
    """One line that says why, and nothing stored."""
    before = contents(namesakes.path)
    ran = lnet(f"contact distinct {words}")
    assert (ran.status, ran.out, ran.err.count("\n")) == (status, "", 1)
    assert said in ran.err
    assert contents(namesakes.path) == before


@pytest.mark.usefixtures("namesakes")
def test_each_command_is_undone_in_one_step(lnet: Lnet, store: Store) -> None:
    """Telling apart, and taking it away."""
    for words in ("wei-chen wei-chen-2 ada", "ada wei-chen --remove"):
        before = contents(store.path)
        assert lnet(f"contact distinct {words}").status == 0
        assert contents(store.path) != before
        lnet("undo")
        assert contents(store.path) == before
        lnet("redo")


def test_hostile_names_are_shown_safely(lnet: Lnet, store: Store) -> None:
    """Of both."""
    for _ in range(2):
        person(store, HOSTILE, None)
    slugs = [each["slug"] for each in data(lnet, "contact", "list", "--all")]
    assert_safe(lnet("contact", "distinct", *slugs).out)
