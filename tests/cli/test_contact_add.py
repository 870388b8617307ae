"""`lnet contact add` and `lnet add`: people, as they are added."""

import json

import pytest

from tests.conftest import Lnet
from tests.transcript import check

EVERYTHING = (
    "--nick Rav --role mentor --role expert --aim 'learn Rust' --aim 'give a talk' --circle close --every 2w --org ETH"
    " --field Physics --title Professor --location Zürich --topic sql -t '#Databases' --email r@eth.ch --phone '+41 1'"
    " --email ravi@home.org --url https://ravi.ch --handle @ravi@hachyderm.io --met EuroPython --met-on '15 jul 2025'"
    " --introduced-by ada --birthday 1990-04-15 --share name --note 'likes tea\nand quiet'"
)


def test_a_person_is_added_with_all_that_is_known(lnet: Lnet) -> None:
    """Every option lands in its field, and the page tells all of it."""
    lnet("add Ada Lovelace")
    assert lnet(f"contact add Ravi Patel {EVERYTHING}").status == 0
    check(
        lnet,
        """
        $ lnet contact show ravi
        Ravi Patel · ravi-patel
        mentor, expert · close circle · Physics · Professor, ETH, Zürich
        every 14 days (you set this), due Thu 18 Jun
          met       EuroPython, on Tue 15 Jul 2025, introduced by Ada Lovelace
          email     r@eth.ch
          email     ravi@home.org
          phone     +41 1
          url       https://ravi.ch
          handle    @ravi@hachyderm.io
          also      Rav
          topics    #sql #databases
          aims      learn Rust
                    give a talk
          birthday  15 April 1990
          share     by name in what you share
          note      likes tea
                    and quiet
        """,
    )


def test_adding_says_what_follows(lnet: Lnet) -> None:
    """The answer names the slug, what they are, and when a first conversation comes due; words are joined to a name."""
    check(
        lnet,
        """
        $ lnet add Ada Lovelace --circle close --role mentor --role community-member
        Added Ada Lovelace · ada-lovelace · mentor, community member · every 30 days (close circle), due Thu 18 Jun
          not right? lnet undo

        $ lnet contact add "Ravi Patel" --circle inner --every never
        Added Ravi Patel · ravi-patel · never reminded by rhythm
          not right? lnet undo
        """,
    )


def test_the_answer_in_json_is_the_person_with_the_step_that_undoes_it(lnet: Lnet) -> None:
    """The envelope holds the fields of the domain model by their names."""
    lnet("add Ada Lovelace")
    ran = lnet("add Ravi Patel --circle wide --email r@eth.ch --introduced-by ada --birthday 02-29 --json")
    answer = json.loads(ran.out)
    data = answer["data"]
    assert (answer["schema"], answer["ok"]) == ("lnet.contact.add/1", True)
    assert data["methods"] == [{"kind": "email", "value": "r@eth.ch", "label": None, "primary": False}]
    wanted = {
        "ref": "ravi-patel", "id": 2, "name": "Ravi Patel", "slug": "ravi-patel", "circle": "wide", "every_days": 365,
        "cadence_from": "circle", "introduced_by": "Ada Lovelace", "birthday": "02-29", "status": "active",
        "share": "alias", "last_on": None, "due_on": "2026-06-18", "undo": 2,
    }  # fmt: skip
    assert wanted.items() <= data.items()


def test_added_people_come_due_on_different_days(lnet: Lnet) -> None:
    """First conversations are spread, so that adding many people makes no wall."""
    due = [json.loads(lnet(f"add Person{number} --circle close --json").out)["data"]["due_on"] for number in range(4)]
    assert due == ["2026-06-18", "2026-06-19", "2026-06-20", "2026-06-21"]


def test_the_same_name_is_added_once_more_and_said(lnet: Lnet) -> None:
    """Two people may share a name; the second gets a slug of their own and a hint."""
    check(
        lnet,
        """
        $ lnet add Ada Lovelace
        Added Ada Lovelace · ada-lovelace
          not right? lnet undo

        $ lnet add ada  LOVELACE
        Added ada LOVELACE · ada-lovelace-2
          the same name as ada-lovelace: kept as two people
          not right? lnet undo
        """,
    )


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        (["José", "García"], "jose-garcia"),
        (["Иван", "Петров"], "ivan-petrov"),
        (["🦄"], "c1"),
        (["田中"], "c1"),
        (["$(touch x)"], "touch-x"),
        (["--", "-rf"], "rf"),
        (["[red]Ada[/red]"], "red-ada-red"),
    ],
)
def test_a_slug_is_safe_to_type_and_to_hand_to_a_shell(lnet: Lnet, words: list[str], slug: str) -> None:
    """Whatever the name, the slug is made of a-z, 0-9 and hyphens, and finds the person again."""
    assert lnet("add", *words).status == 0
    assert lnet("contact", "list", "--slugs").out == f"{slug}\n"
    assert lnet("contact", "show", slug).out.startswith(words[-1] if words[0] == "--" else " ".join(words))


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (["  "], 4, "a contact needs a name"),
        (["Ada", "--circle", "best"], 2, "Invalid value for '--circle': 'best' is not one of"),
        (["Ada", "--role", "guru"], 2, "Invalid value for '--role'"),
        (["Ada", "--every", "often"], 4, "'often' is not a duration"),
        (["Ada", "--every", "0d"], 4, "'0d' is not a duration"),
        (["Ada", "--email", "ada"], 4, "'ada' is not an email address"),
        (["Ada", "--email", "a b@c"], 4, "'a b@c' is not an email address"),
        (["Ada", "--phone", "none"], 4, "'none' is not a phone number"),
        (["Ada", "--met-on", "2026-02-30"], 4, "2026-02-30"),
        (["Ada", "--met-on", "tomorrow"], 4, "still to come"),
        (["Ada", "--birthday", "30-02"], 4, "'30-02' is not a birthday"),
        (["Ada", "--birthday", "2027-01-01"], 4, "'2027-01-01' is not a birthday"),
        (["Ada", "--introduced-by", "Nobody"], 3, "no contact named 'Nobody'"),
        (["Ada", "\0"], 4, "not valid text"),
        ([], 2, "Missing argument"),
    ],
)
def test_what_cannot_be_taken_adds_nobody(lnet: Lnet, options: list[str], status: int, said: str) -> None:
    """A wrong value ends with its exit status and one line, and nothing is stored."""
    ran = lnet("add", *options)
    assert ran.status == status
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert lnet("contact list --all --json").out.count('"name"') == 0


def test_adding_is_one_step_to_undo(lnet: Lnet) -> None:
    """Undo takes the person back with all that was said of them."""
    check(
        lnet,
        """
        $ lnet add Ada --email ada@x.org --topic sql --nick Countess
        Added Ada · ada · #sql
          not right? lnet undo

        $ lnet undo
        …

        $ lnet contact list --all
        Nobody here yet. Add somebody: lnet add "Ada Lovelace" --circle close

        $ lnet add Ada
        Added Ada · ada
          not right? lnet undo
        """,
    )
