"""What g3, 3 and the start of a title mean."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lnet.domain.vocabulary import REFERENCE_LETTERS
from lnet.errors import AmbiguousError, NotFoundError
from lnet.services import goals, references
from lnet.services.changes import Changes
from lnet.store.connect import Store


def add(store: Store, *titles: str) -> None:
    """Goals of these titles, g1 on."""
    for title in titles:
        goals.add(store, title, Changes())


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("g3", ("goal", 3)), (" P12 ", ("promise", 12)), ("c1", ("community", 1)), ("n007", ("insight", 7)),
        ("3", None), ("g", None), ("g3x", None), ("gg3", None), ("z3", None), ("", None), ("g٣", None), ("g-3", None),
        ("g1234567890123", None),
    ],
)  # fmt: skip
def test_a_reference_is_a_letter_and_a_number(text: str, meant: tuple[str, int] | None) -> None:
    """In either case, with blanks around it; anything else is no reference."""
    assert references.parse(text) == meant


@given(letter=st.sampled_from(sorted(REFERENCE_LETTERS)), number=st.integers(0, 10**12 - 1))
def test_what_is_shown_can_be_typed(letter: str, number: int) -> None:
    """Reading a reference that was written gives back the noun and the number."""
    noun = REFERENCE_LETTERS[letter]
    assert references.parse(references.ref(noun, number)) == (noun, number)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("g2", 2), ("G2", 2), ("2", 2), ("read query plans", 1), ("READ Q", 1), ("réad  query", 1), ("read", 4),
        ("3 ways", 3), ("3", 3), ("5 w", 3), ("g5", 5), ("5", 5),
    ],
)  # fmt: skip
def test_a_thing_goes_by_reference_number_whole_title_or_a_unique_start(store: Store, text: str, id: int) -> None:
    """A number that exists is a number, else the start of a title; a whole title beats the start of another."""
    add(store, "Read query plans", "Talk at a meetup", "3 ways: 5 words", "Read", "g3 and g5")
    if text == "5 w":
        with pytest.raises(NotFoundError):
            references.find(store, "goal", text)
    else:
        assert references.find(store, "goal", text) == id


def test_several_things_of_the_same_start_are_listed(store: Store) -> None:
    """None is chosen: the candidates are named, each with its reference."""
    add(store, "Read query plans", "Read about indexes and how they are kept up to date by writers", "Talks")
    with pytest.raises(AmbiguousError) as caught:
        references.find(store, "goal", "rea")
    assert caught.value.message == ("'rea' could be g1 Read query plans, g2 Read about indexes and how they are kep…")
    assert caught.value.hint == "use the reference, such as g1"


def test_a_verb_that_ends_something_means_what_is_still_open(store: Store) -> None:
    """Of goals that start alike the active one, if there is just one; without `live` it stays ambiguous."""
    add(store, "Read one", "Read two", "Read three")
    goals.set_status(store, [1], "achieved", "goal done")
    with pytest.raises(AmbiguousError):
        references.find(store, "goal", "read", live=True)
    goals.set_status(store, [3], "dropped", "goal drop")
    assert references.find(store, "goal", "read", live=True) == 2
    with pytest.raises(AmbiguousError):
        references.find(store, "goal", "read")
    goals.set_status(store, [2], "dropped", "goal drop")
    with pytest.raises(AmbiguousError):
        references.find(store, "goal", "read", live=True)


@pytest.mark.parametrize("text", ["", " ", "!?", "g9", "9", "nothing like it", "%", "_", "'"])
def test_what_fits_nothing_is_not_found(store: Store, text: str) -> None:
    """An empty text is not the start of everything, and no sign means anything."""
    add(store, "Read query plans")
    with pytest.raises(NotFoundError):
        references.find(store, "goal", text)


@example(title="0\x1f")
@given(title=st.text(min_size=1).filter(str.strip))
def test_every_title_finds_its_goal(store_of_hypothesis: Store, title: str) -> None:
    """Whatever it is made of, a title that was stored is found by itself."""
    store = store_of_hypothesis
    if any("\ud800" <= character <= "\udfff" for character in title) or "\0" in title:
        return
    saved = goals.add(store, title, Changes())
    id = saved.things[0].goal.id
    found = references.find(store, "goal", title)
    store.db.execute("DELETE FROM goal")
    assert found == id
