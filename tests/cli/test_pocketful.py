"""`lnet event meet EVENT -`: a whole pocketful of cards, one person a line."""

from pathlib import Path

import pytest

from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.contents import contents
from tests.conftest import Lnet, Seed
from tests.transcript import check


@pytest.fixture(autouse=True)
def network(seed: Seed) -> None:
    """Ada with an address and an organisation, Wei with nothing, and an event."""
    seed(
        "contact add Ada Lovelace --email ada@x.org --org Analytical --topic maths",
        "contact add Wei Chen",
        "event add PyCon --on today --until wed",
    )


def test_a_pocketful_is_taken_in_at_once(lnet: Lnet) -> None:
    """Who is known gets what is new and keeps the rest, strangers are added, a bad line harms no other."""
    check(
        lnet,
        """
        $ lnet event meet pycon - --follow-up <<
        > Bo Li <bo@x.org> (ETH) #indexes: wants the slides
        > wei chen (Uni Ulm) #sql
        > Somebody <ADA@x.org> (Other) #maths #looms: by her address
        > Cy <nothing>
        > Dee Ode
        Met at e1 · PyCon
          Bo Li         added · bo@x.org, ETH, #indexes · to follow up · wants the slides
          Wei Chen      known · Uni Ulm, #sql · to follow up
          Ada Lovelace  known · #looms · to follow up · by her address
          Dee Ode       added · to follow up
          line 4: 'nothing' is no e-mail address, page or telephone number
          4 people: 2 added, 2 known; 4 to follow up; 1 line not understood
          not right? lnet undo
        """,
    )
    ada, bo = data(lnet, "contact", "show", "ada"), data(lnet, "contact", "show", "bo")
    assert (ada["organisation"], ada["topics"], len(ada["methods"])) == ("Analytical", ["maths", "looms"], 1)
    assert (bo["how_met"], bo["met_on"], bo["organisation"]) == ("PyCon", "2026-06-15", "ETH")


def test_the_same_cards_again_change_nothing(lnet: Lnet, home: Path) -> None:
    """Nobody is added twice, no note is written twice."""
    cards = "Bo Li <bo@x.org> (ETH) #indexes: slides\nWei Chen: a note\n"
    lnet("event meet pycon -", stdin=cards)
    before = contents(home / "lnet.db")
    met = data(lnet, "event", "meet", "pycon", "-", stdin=cards)
    assert [(each["added"], each["again"], each["gained"]) for each in met["people"]] == [(False, True, [])] * 2
    assert contents(home / "lnet.db") == before


def test_two_lines_of_one_person_are_one_person(lnet: Lnet) -> None:
    """Also of somebody who is added by the first of them; a further note is a further line."""
    cards = "Bo Li <bo@x.org>: tall\n\n<bo@x.org> #go: kind\n"
    (bo,) = data(lnet, "event", "meet", "e1", "-", "--note", "booth 7", stdin=cards)["people"]
    assert (bo["name"], bo["added"], bo["note"]) == ("Bo Li", True, "booth 7\ntall\nkind")
    assert bo["gained"] == ["bo@x.org", "#go"]


def test_a_list_of_slugs_adds_nobody(lnet: Lnet) -> None:
    """What `contact list --slugs` prints may be passed on: a line that is a slug is whoever bears it."""
    lnet("contact rename wei Wei Chen-Li")
    met = data(lnet, "event", "meet", "e1", "-", stdin="ada-lovelace\nwei-chen: asked about looms\n")
    assert [(each["name"], each["added"]) for each in met["people"]] == [
        ("Ada Lovelace", False), ("Wei Chen-Li", False),
    ]  # fmt: skip


def test_one_undo_takes_back_the_pocketful(lnet: Lnet, home: Path) -> None:
    """People, addresses, topics, meetings."""
    before = contents(home / "lnet.db")
    lnet("event meet pycon -", stdin="Bo Li <bo@x.org> #go\nAda Lovelace <a2@x.org>: hello\n")
    lnet("undo")
    assert contents(home / "lnet.db") == before


def test_who_is_in_doubt_is_left_to_the_person(lnet: Lnet) -> None:
    """Two of one name, an address of somebody else, an address of nobody: each line is told, none is guessed."""
    lnet("contact add Wei Chen")
    met = data(lnet, "event", "meet", "e1", "-", stdin="Wei Chen\nWei Chen <ada@x.org>\n<who@x.org>\nBo Li\n")
    assert [each["name"] for each in met["people"]] == ["Bo Li"]
    assert met["problems"] == [
        {"where": "line 1", "what": "'Wei Chen' could be Wei Chen (wei-chen), Wei Chen (wei-chen-2)"},
        {"where": "line 2", "what": "'Wei Chen' could be Ada Lovelace, Wei Chen (wei-chen), Wei Chen (wei-chen-2)"},
        {"where": "line 3", "what": "nobody has who@x.org, and somebody new needs a name"},
    ]


def test_hostile_cards_are_kept_and_shown_safely(lnet: Lnet) -> None:
    """Control bytes in names, notes and bad lines never reach the screen raw."""
    ran = lnet("event meet e1 -", stdin=f"Bo Li: {HOSTILE}\nCy <{HOSTILE}>\nDee (x) {HOSTILE}\nEve\0\n")
    assert ran.status == 0
    assert_safe(ran.out)
    assert "line 4: not valid text (it holds a NUL)" in ran.out
