"""Taking somebody out of texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.domain.forgetting import FORGOTTEN, traces

ANYWHERE, CLOSE_BY = traces(["Ada Lovelace", "Adi"], ["ada@x.org", "+49 30 1234", "ada-lovelace"], {"ada"})
X = FORGOTTEN


@pytest.mark.parametrize(
    ("text", "anywhere", "close_by"),
    [
        ("coffee with Ada Lovelace", f"coffee with {X}", None),
        ("ADA LOVELACE's paper", f"{X}'s paper", None),
        ("Ada  Lovelace", X, None),
        ("Lovelace, A.", f"{X}, A.", None),
        ("adi wrote", f"{X} wrote", None),
        ("mail ADA@x.org, see ada-lovelace", f"mail {X}, see {X}", None),
        ("call +49 30 1234 now", f"call {X} now", None),
        ("Ada and Grace", "Ada and Grace", f"{X} and Grace"),  # others are called Ada, too
        ("ada programs", "ada programs", "ada programs"),
        ("Lovelaces of Adamstown", "Lovelaces of Adamstown", None),
        ("Ada-Lovelace", X, None),
        ("", "", None),
    ],
)
def test_names_nicknames_and_addresses_go(text: str, anywhere: str, close_by: str | None) -> None:
    """A word that others share means them only where they took part, and only with its capital."""
    assert ANYWHERE.scrub(text) == anywhere
    assert CLOSE_BY.scrub(text) == (anywhere if close_by is None else close_by)


def test_everyday_words_and_particles_stay_where_they_mean_nothing() -> None:
    """ "Will van Dyke": "will" and "van" are words of every other sentence."""
    anywhere, close_by = traces(["Will van Dyke"], [], ())
    assert anywhere.scrub("I will ask; the van is late; Dyke knows") == f"I will ask; the van is late; {X} knows"
    assert close_by.scrub("I will ask Will") == f"I will ask {X}"


def test_a_namesake_keeps_what_is_said_of_them() -> None:
    """Two people of the very same name: only where the one took part the name is theirs."""
    anywhere, close_by = traces(["Wei Chen"], [], {"wei", "chen"}, {"wei chen"})
    assert anywhere.scrub("ask Wei Chen") == "ask Wei Chen"
    assert close_by.scrub("ask Wei Chen") == f"ask {X}"


def test_names_without_spaces_are_found_inside_of_texts() -> None:
    """In scripts that are written without spaces a name is no word of its own."""
    anywhere, _ = traces(["山田太郎"], [], ())
    assert anywhere.scrub("昨日山田太郎と話した") == f"昨日{X}と話した"


@given(st.text(), st.sampled_from(["Ada Lovelace", "ada@x.org", "Adi", "LOVELACE"]), st.text())
def test_nothing_of_them_is_left_and_again_changes_nothing(before: str, name: str, after: str) -> None:
    """Whatever stands around it."""
    once = ANYWHERE.scrub(f"{before} {name} {after}")
    assert ANYWHERE.scrub(once) == once
    assert "lovelace" not in once.casefold().split()
    assert "ada@x.org" not in once.casefold()
