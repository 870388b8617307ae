"""Who is meant by a name: one person, honest candidates, or suggestions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.domain.names import clean
from lnet.errors import AmbiguousError, NotFoundError
from lnet.services.contacts import Changes, add
from lnet.services.names import resolve, resolve_all
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write import contact as write

ADA, GRACE, RAVI = "Ada Lovelace", "Grace Brewster Hopper", "Ravi Patel"


def network(store: Store, *names: str, book: tuple[str, ...] = ()) -> None:
    """People of the network ("Name/nickname"), and of the address book."""
    for entry in names:
        name, _, nick = entry.partition("/")
        add(store, name, Changes({}, nicknames=[nick] if nick else []))
    with step(store, "import") as open_:
        for entry in book:
            name, _, nick = entry.partition("/")
            id = write.add(open_, name, imported_from="cards.vcf")
            write.add_nicknames(open_, id, [nick] if nick else [])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ada Lovelace", ADA),
        ("ada lovelace", ADA),
        ("  ADA   Lovelace ", ADA),
        ("ada-lovelace", ADA),
        ("ADA-LOVELACE", ADA),
        ("@ada", ADA),
        ("ada", ADA),
        ("lovelace", ADA),
        ("ad", ADA),
        ("ada-lo", ADA),
        ("Ada Lov", ADA),
        ("countess", ADA),
        ("c1", ADA),
        ("C1", ADA),
        ("grace hopper", GRACE),
        ("Grace H", GRACE),
        ("grace brewster", GRACE),
        ("grace b hopper", GRACE),
        ("amazing grace", GRACE),
        ("Jose Garcia", "José García"),
        ("josé", "José García"),
        ("garcia", "José García"),
        ("o'brien", "Siobhán O’Brien"),
        ("O’Brien", "Siobhán O’Brien"),
        ("lukasz", "Łukasz Żak"),
        ("Иван", "Иван Петров"),
        ("ivan-petrov", "Иван Петров"),
        ("田中", "田中 花子"),
        ("花子", "田中 花子"),
        ("🦄", "🦄"),
        ("c8", "🦄"),
        ("Elizabeth", "Elizabeth"),
    ],
)
def test_one_person_is_meant(store: Store, typed: str, meant: str) -> None:
    """A full name, nickname, slug, c12, first name, any word or a prefix finds the one person, accents or not."""
    network(
        store, f"{ADA}/Countess", f"{GRACE}/Amazing Grace", "José García", "Siobhán O’Brien", "Łukasz Żak",
        "Иван Петров", "田中 花子", "🦄", "Elizabeth", "Elizabeth Blackwell",
    )  # fmt: skip
    assert resolve(store, typed).name == meant


@pytest.mark.parametrize(
    ("typed", "people", "book", "slug"),
    [
        ("José", ["Jose Perez", "José García"], [], "jose-garcia"),
        ("Jose Garcia", ["José Garcia", "Jose Garcia"], [], "jose-garcia-2"),
        ("José Garcia", ["José Garcia", "Jose Garcia"], [], "jose-garcia"),
        ("jose-garcia", ["José Garcia", "Jose Garcia"], [], "jose-garcia"),
        ("jose", ["José", "Jose"], [], "jose"),
        ("Jose", ["José", "Jose"], [], "jose-2"),
        ("mark TWAIN", ["Mark Twain", "mark TWAIN"], [], "mark-twain-2"),
        ("ada", ["Ada Lovelace"], ["Ada Yonath"], "ada-lovelace"),
        ("Ada Lovelace", ["Ada Lovelace"], ["Ada Lovelace"], "ada-lovelace"),
        ("bob", ["Bob Martin"], ["Robert Kahn/Bob"], "bob-martin"),
        ("ravi", ["Ada Lovelace"], ["Ravi Patel"], "ravi-patel"),
        ("ada", ["Ada Lovelace"], ["Ada"], "ada"),
        ("bob", ["Robert Kahn/Bob", "Bob Martin"], [], "robert-kahn"),
        ("ada", ["Ada Lovelace", "Grace Ada Hopper"], [], "ada-lovelace"),
        ("C1", ["Ada Lovelace", "C1"], [], "c1"),
        ("c2", ["🦄", "🐙"], [], "c2"),
        ("c3", ["🦄", "C3", "🐙"], [], "c3"),
        ("c1", ["Ada Lovelace", *map(str, range(10)), "🦄"], [], "ada-lovelace"),
    ],
)
def test_the_surer_way_to_name_somebody_wins(
    store: Store, typed: str, people: list[str], book: list[str], slug: str
) -> None:
    """Slug before name, name before nickname before part, just so before alike, the network before the address book."""
    network(store, *people, book=tuple(book))
    assert resolve(store, typed).slug == slug


@pytest.mark.parametrize(
    ("typed", "people", "said"),
    [
        ("ada", ["Ada Lovelace", "Ada Yonath"], "'ada' could be Ada Lovelace, Ada Yonath"),
        (GRACE[:5], ["Grace Li"] * 2, "'Grace' could be Grace Li (grace-li), Grace Li (grace-li-2)"),
        ("jose", ["José García", "Jose Perez"], "'jose' could be José García, Jose Perez"),
        ("a", ["Ada Lovelace", "Alan Turing"], "'a' could be Ada Lovelace, Alan Turing"),
        ("bob", ["Robert Kahn/Bob", "Robert Metcalfe/Bob"], "'bob' could be Robert Kahn, Robert Metcalfe"),
        ("🦄", ["🦄", "🦄"], "'🦄' could be 🦄 (c1), 🦄 (c2)"),
        ("x", [f"X{number} Y" for number in range(8)], "'x' could be X0 Y, X1 Y, X2 Y, X3 Y, X4 Y, X5 Y and 2 more"),
    ],
)
def test_several_people_are_listed_and_none_is_chosen(store: Store, typed: str, people: list[str], said: str) -> None:
    """An ambiguous name is an error that lists the candidates, with slugs where their names are the same."""
    network(store, *people)
    with pytest.raises(AmbiguousError) as error:
        resolve(store, typed)
    assert error.value.message == said


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("adda", (ADA,)),
        ("lovelase", (ADA,)),
        ("Ada Wong", (ADA,)),
        ("kada", (ADA,)),
        ("grase hoper", (GRACE,)),
        ("xyzzy", ()),
        ("", ()),
        ("!?", ()),
        ("c99", ()),
        ("no-such-slug", ()),
        ("' OR 1=1 --", ()),
        ("%", ()),
    ],
)
def test_who_may_be_meant_is_suggested(store: Store, typed: str, suggested: tuple[str, ...]) -> None:
    """A name that fits nobody is an error with those whose names look alike."""
    network(store, ADA, GRACE, RAVI)
    with pytest.raises(NotFoundError) as error:
        resolve(store, typed)
    assert error.value.suggestions == suggested


def test_at_most_three_are_suggested(store: Store) -> None:
    """However many look alike, three are named."""
    network(store, *(f"Anna{letter} Lind" for letter in "bcdefg"))
    with pytest.raises(NotFoundError) as error:
        resolve(store, "Annax")
    assert len(error.value.suggestions) == 3


def test_several_names_give_each_person_once(store: Store) -> None:
    """Two names of one person are one person, in the order of the names."""
    network(store, ADA, RAVI)
    assert [who.slug for who in resolve_all(store, ["ravi", "ada", "lovelace"])] == ["ravi-patel", "ada-lovelace"]


@given(name=st.text(st.characters(exclude_characters="\0", codec="utf-8"), min_size=1, max_size=30))
def test_everybody_is_found_by_their_own_name_and_slug(store_of_hypothesis: Store, name: str) -> None:
    """Whatever somebody is called, their full name and their slug find them."""
    if not clean(name):
        return
    store = store_of_hypothesis
    who = add(store, name, Changes({})).cards[0].contact
    try:
        assert resolve(store, who.slug).id == who.id
        assert resolve(store, name).id == who.id
    finally:
        with step(store, "clear") as open_:
            open_.db.execute("DELETE FROM contact")
