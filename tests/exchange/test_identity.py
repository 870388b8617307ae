"""How the people of a file are told apart where the format has no numbers: addresses first, names last."""

from lnet.domain.cards import Address, PersonCard
from lnet.exchange.identity import told_apart


def card(name: str, *emails: str, phone: str = "", organisation: str | None = None) -> PersonCard:
    """Somebody with these addresses."""
    addresses = [Address("email", email) for email in emails] + ([Address("phone", phone)] if phone else [])
    return PersonCard("line 2", "", name, organisation=organisation, addresses=tuple(addresses))


def keys(*cards: PersonCard) -> list[str]:
    """Their keys."""
    return [each.source_key for each in told_apart(cards)]


def test_an_address_of_ones_own_is_the_key() -> None:
    """The first e-mail address, else a number with its country code, in whatever spelling."""
    assert keys(card("Ada", "Ada@X.org", "b@x.org"), card("Bo", phone="+44 (0)20 7946 0958")) == [
        "ada@x.org",
        "+442079460958",
    ]


def test_what_people_of_other_names_have_too_is_no_key() -> None:
    """A family's address tells nobody; with the name it does."""
    assert keys(card("Ada", "us@x.org"), card("Bo", "us@x.org")) == ["ada · us@x.org", "bo · us@x.org"]


def test_rows_of_one_name_and_address_are_one() -> None:
    """They have the same key, and are folded into one person."""
    assert keys(card("Ada", "a@x.org"), card("ADA", "A@x.org")) == ["a@x.org", "a@x.org"]


def test_the_weaker_keys_are_kept_as_former_ones() -> None:
    """Whatever an older file may have known them by; the name alone only where nobody else bears it."""
    first, second = told_apart([card("Ada", "a@x.org", "b@x.org"), card("Bo", "c@x.org")])
    assert first.former_keys == ("b@x.org", "ada · a@x.org", "ada · b@x.org", "ada")
    assert second.former_keys == ("bo · c@x.org", "bo")
    both = told_apart([card("Ada", "a@x.org"), card("Ada")])
    assert (both[0].former_keys, both[1].source_key) == (("ada · a@x.org",), "ada")


def test_who_has_but_a_name_goes_by_it() -> None:
    """Two of one name who differ otherwise are two; `within` keeps names of other tables apart."""
    assert keys(card("Jo", organisation="A"), card("Jo", organisation="B"), card("Jo", organisation="A")) == [
        "jo",
        "jo #2",
        "jo",
    ]
    assert told_apart([card("Jo")], "abc")[0].source_key == "abc · jo"
    assert keys(card("😀")) == ["😀"]
