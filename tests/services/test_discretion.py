"""What others may read of people."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.domain.names import key, slug
from lnet.services.discretion import discretion, initials
from lnet.store.connect import Store
from tests.store.memory import new_store

# Who they are, how they may be told of, and whether they were only ever imported.
PEOPLE = {
    "Ada Lovelace": "name", "Ada Byron": "alias", "Ravi Patel": "alias", "Grace Hopper": "alias", "Will Smith": "alias",
    "Secret Person": "never", "王伟": "alias", "Vincent van Gogh": "alias", "Mary-Kate Olsen": "alias",
    "Plato": "alias", "Grace Kelly": "alias", "Иван Петров": "alias", "Jürgen Müller": "alias",
}  # fmt: skip
IMPORTED = ("Query Baker",)


def add(store: Store, name: str, share: str, imported_from: str | None = None) -> None:
    store.db.execute(
        'INSERT INTO contact (name, "key", slug, share, imported_from) VALUES (?, ?, ?, ?, ?)',
        (name, key(name), slug(name) or "c7", share, imported_from),
    )


@pytest.fixture(scope="module")
def known() -> Iterator[Store]:
    """A store with these people."""
    store = new_store()
    for name, share in PEOPLE.items():
        add(store, name, share)
    for name in IMPORTED:
        add(store, name, "alias", "vcard")
    yield store
    store.close()


def told(store: Store, audience: str, text: str, *names: str) -> str:
    """What an audience reads of a text about these people."""
    people = [(slug(name) or "c7", name) for name in names]
    return discretion(store, audience, [slug for slug, _ in people], [text]).text(text, people)


@pytest.mark.parametrize(
    ("text", "about", "mentor", "public"),
    [
        ("coffee with Ada Lovelace", ["Ada Lovelace"], "coffee with Ada Lovelace", "coffee with Ada Lovelace"),
        ("coffee with ada", ["Ada Lovelace"], "coffee with ada", "coffee with ada"),
        ("coffee with ada", [], "coffee with A. B.", "coffee with a contact"),
        ("coffee with ada", ["Ada Lovelace", "Ada Byron"], "coffee with A. B.", "coffee with a contact"),
        ("Ravi's book", ["Ravi Patel"], "R. P.'s book", "a contact's book"),
        ("lend me RAVI’S book", [], "lend me R. P.’S book", "lend me a contact’S book"),
        ("ravi patel and grace hopper", [], "R. P. and G. H.", "a contact and a contact"),
        ("Hopper Ravi", [], "G. H. R. P.", "a contact"),
        ("Grace called", [], "a contact called", "a contact called"),
        ("Ravi's Patel", [], "R. P.'s R. P.", "a contact's a contact"),
        ("grace is a virtue", [], "grace is a virtue", "grace is a virtue"),
        ("grace said no", ["Grace Hopper"], "G. H. said no", "a contact said no"),
        ("will ravi come", [], "will R. P. come", "will a contact come"),
        ("will smith came; Ada Byron too", [], "W. S. came; A. B. too", "a contact came; a contact too"),
        ("I will read", [], "I will read", "I will read"),
        ("Will read it", [], "W. S. read it", "a contact read it"),
        ("ask secret person", [], "ask a contact", "ask a contact"),
        ("ask Secret", ["Secret Person"], "ask a contact", "ask a contact"),
        ("和王伟喝咖啡", ["王伟"], "和a contact喝咖啡", "和a contact喝咖啡"),
        ("Vincent van Gogh drove a van", [], "V. V. G. drove a van", "a contact drove a van"),
        ("mary-kate called", [], "M. O. called", "a contact called"),
        ("see github.example/ravi-patel", [], "see github.example/R. P.", "see github.example/a contact"),
        ("write to ravi@patel.example now", [], "write to (address) now", "write to (address) now"),
        ("Platonic ideas", ["Plato"], "Platonic ideas", "Platonic ideas"),
        ("разговор с Иван", [], "разговор с И. П.", "разговор с a contact"),
        ("jurgen knows", [], "J. M. knows", "a contact knows"),
        ("a query plan", [], "a query plan", "a query plan"),
        ("Baker knows", [], "Q. B. knows", "a contact knows"),
        ("nothing to hide; 1 + 1", ["Ravi Patel"], "nothing to hide; 1 + 1", "nothing to hide; 1 + 1"),
        ("", ["Ravi Patel"], "", ""),
    ],
)
def test_a_text_is_told_without_names(known: Store, text: str, about: list[str], mentor: str, public: str) -> None:
    """Names stand as each may be shared, whoever the text is about; everyday words and strangers stay."""
    assert (told(known, "mentor", text, *about), told(known, "public", text, *about)) == (mentor, public)
    assert told(known, "me", text, *about) == text


@pytest.mark.parametrize(
    ("name", "mentor", "public"),
    [
        ("Ada Lovelace", "Ada Lovelace", "Ada Lovelace"), ("Ravi Patel", "R. P.", "a contact"),
        ("Secret Person", "a contact", "a contact"), ("王伟", "a contact", "a contact"),
        ("Nobody Known", "a contact", "a contact"),
    ],
)  # fmt: skip
def test_a_name_is_told_as_it_may_be(known: Store, name: str, mentor: str, public: str) -> None:
    """By name only who is shared by name; by initials for a mentor; else as a contact."""
    for audience, expected in (("me", name), ("mentor", mentor), ("public", public)):
        it = slug(name) or "c7"
        assert discretion(known, audience, [it], []).name(it, name) == expected


HIDDEN = [name for name, share in PEOPLE.items() if share != "name"]
CASES = [str, str.title, str.upper]


@given(
    st.lists(st.sampled_from([*HIDDEN, "coffee", "about", "42", "the", "–"]), max_size=6), st.sampled_from(CASES),
    st.sampled_from([" ", ", ", "; ", ": ", " / ", "'s ", "!\n"]), st.sampled_from(["mentor", "public"]),
)  # fmt: skip
def test_no_part_of_a_hidden_name_is_left(
    known: Store, said: list[str], case: type[str], between: str, audience: str
) -> None:
    """However names are strung together and written, none of their words is read by others."""
    text = case(between.join(said))
    read = key(told(known, audience, text, *(name for name in said if name in HIDDEN))).split()
    left = {word for name in HIDDEN for word in key(name).split() if len(word) > 1} - {"person", "van"}
    assert not left & set(read)


@pytest.mark.parametrize(
    ("name", "short"),
    [("Ada Lovelace", "A. L."), ("ada", "A."), ("Ludwig van Beethoven III", "L. V. B."), ("王伟", ""), ("🎉 42", "")],
)
def test_initials(name: str, short: str) -> None:
    """Of at most three words; nothing for names without letters that have a case."""
    assert initials(name) == short
