"""`lnet who`, as it is typed."""

import json

import pytest

from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write import contact
from lnet.store.write.rows import insert
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.terminal import Terminal
from tests.conftest import Lnet, Seed
from tests.transcript import check


@pytest.fixture(autouse=True)
def network(seed: Seed) -> None:
    """Ada, who taught me, Ravi, who has the topic, and Wei, with whom I talked about it once."""
    seed(
        "contact add Ada Lovelace --circle close --role expert",
        "contact add Ravi Patel --topic Query-Plans",
        "contact add Wei Chen --field databases --title 'Database engineer'",
        "log '2026-05-12: coffee with Ada about query plans; learned: read query plans from the inside out'",
        "log '2026-04-01: call with Wei #query-plans'",
    )


def test_people_are_named_with_what_speaks_for_them(lnet: Lnet) -> None:
    """The best first; a hyphen, a blank and case make no difference."""
    for typed in ("query plans", "query-plans", "'QUERY plans'", "#query-plans"):
        check(lnet, f"$ lnet who {typed}\n{NAMED}")


NAMED = """\
name          circle  last        why
Ada Lovelace  close   2026-05-12  taught you read query plans from the inside out; a conversation about it, 12 May; an expert
Ravi Patel    –       –           query-plans is a topic of theirs
Wei Chen      –       2026-04-01  a conversation about it, 1 April
"""  # noqa: E501  # a line is as long as what is printed


def test_everything_known_of_a_topic_speaks(lnet: Lnet, store: Store) -> None:
    """Goals they help with, feedback, help and resources had from them; not what went the other way, not plans."""
    lnet("goal add Master rust")
    lnet("goal link g1 ada --for lifetimes")
    lnet("goal add Write more")
    lnet("goal link g2 wei --for 'rust articles'")
    lnet("feedback receive ravi 'your rust code reads well' --on 2026-06-01")
    lnet("feedback give wei --situation 'the rust talk' --behaviour b --impact c")
    lnet("plan 'tomorrow: coffee with ravi #rust'")
    with step(store, "seed") as open_:
        for who, direction in ((1, "received"), (3, "given")):
            insert(open_, "exchange", contact_id=who, direction=direction, text="rust macros", occurred_on="2026-06-02")
            book = insert(open_, "resource", title="The rust book", key="the rust book")
            insert(open_, "share", resource_id=book, contact_id=who, direction=direction, occurred_on="2026-06-02")
    reasons = {each["name"]: each["why"] for each in data(lnet, "who", "rust")}
    assert reasons == {
        "Ada Lovelace": "helps with g1 Master rust: lifetimes; helped you: rust macros; gave you r1 The rust book;"
        " an expert",
        "Wei Chen": "helps with g2 Write more: rust articles",
        "Ravi Patel": "gave you feedback on it, 1 June",
    }


def test_the_address_book_comes_last_and_the_archived_not_at_all(lnet: Lnet, store: Store) -> None:
    """Somebody imported is named for what they do, after everybody else."""
    with step(store, "seed") as open_:
        contact.add(open_, "Book Person", imported_from="linkedin", title="Database administrator")
        contact.add(open_, "Old Friend", field="databases", status="archived")
    check(
        lnet,
        """
        $ lnet who databases
        name      circle  last        why
        Wei Chen  –       2026-04-01  works in databases
        $ lnet who database
        name         circle        last        why
        Wei Chen     –             2026-04-01  works in databases
        Book Person  address book  –           works as Database administrator
        """,
    )


def test_a_beginning_will_do_where_nothing_is_called_so(lnet: Lnet) -> None:
    """And a topic that looks alike is suggested where nobody can help."""
    check(
        lnet,
        """
        $ lnet who quer
        name          circle  last        why
        Ada Lovelace  close   2026-05-12  taught you read query plans from the inside out; a conversation about it, 12 May; an expert
        Ravi Patel    –       –           query-plans is a topic of theirs
        Wei Chen      –       2026-04-01  a conversation about it, 1 April
        $ lnet who qeury plans
        Nobody comes to mind for 'qeury plans' yet.
        Perhaps query-plans: lnet who query-plans
        $ lnet who chess
        Nobody comes to mind for 'chess' yet.
        """,  # noqa: E501  # as above
    )


def test_signs_are_part_of_a_topic(lnet: Lnet) -> None:
    """ "c++" is not "c", and a topic in a script without blanks is one."""
    lnet("contact edit ada --topic c++ --topic 机器学习")
    lnet("contact edit wei --topic c")
    lnet("log", "yesterday: coffee with ravi about vitamin c")
    assert [each["name"] for each in data(lnet, "who", "c++")] == ["Ada Lovelace"]
    assert [each["name"] for each in data(lnet, "who", "c")] == ["Wei Chen", "Ravi Patel"]
    assert [each["name"] for each in data(lnet, "who", "机器学习")] == ["Ada Lovelace"]


def test_the_rest_is_told(lnet: Lnet) -> None:
    """Ten by default; --limit and --all say how many."""
    for number in range(12):
        lnet(f"contact add 'Person{number:02}' --topic chess")
    assert lnet("who chess").out.splitlines()[-1] == "2 more: --limit 12, or --all"
    assert len(data(lnet, "who", "chess")) == 10
    assert len(data(lnet, "who", "chess", "--all")) == 12
    assert lnet("who chess --limit 0").out == "12 more: --limit 12, or --all\n"


def test_json_and_csv_have_the_reasons(lnet: Lnet) -> None:
    """Each reason with its points, number, day and reference."""
    envelope = json.loads(lnet("who query plans --json").out)
    assert envelope["schema"] == "lnet.who/1"
    first = envelope["data"][0]
    assert {name: first[name] for name in ("id", "name", "slug", "circle", "status", "last_on", "points")} == {
        "id": 1, "name": "Ada Lovelace", "slug": "ada-lovelace", "circle": "close", "status": "active",
        "last_on": "2026-05-12", "points": 31,
    }  # fmt: skip
    assert first["reasons"][0] == {
        "kind": "insights", "points": 20, "text": "taught you read query plans from the inside out", "number": 1,
        "on": "2026-05-12", "ref": "n1",
    }  # fmt: skip
    assert lnet("who query plans --csv").out.startswith("id,uid,name,slug,circle,status,last_on,address_book,roles,")
    assert lnet("who chess --json").out.endswith('"data": []\n}\n')
    assert lnet("who chess --csv").out.count("\n") == 1  # the header


@pytest.mark.parametrize(
    ("words", "status"), [(["who"], 2), (["who", ""], 4), (["who", "#"], 4), (["who", "x", "--limit", "-1"], 2)]
)
def test_what_cannot_be_meant_is_refused(lnet: Lnet, words: list[str], status: int) -> None:
    """One line on standard error, with the documented status."""
    ran = lnet(*words)
    assert (ran.out, ran.err.count("\n"), ran.status) == ("", 1, status)


@pytest.mark.parametrize("word", ["a" * 100_000, '"' * 5000, "NEAR(", "a AND", "*", "学" * 9000, "w " * 3000])
def test_a_monstrous_topic_is_no_error(lnet: Lnet, word: str) -> None:
    """However long or odd it is, it is looked for."""
    assert lnet("who", "--", word).status == 0


def test_hostile_text_is_shown_safely(lnet: Lnet) -> None:
    """Names, insights and topics: control bytes are visible, markup is text."""
    lnet("contact", "add", HOSTILE, "--topic", HOSTILE)
    lnet("learn", HOSTILE, "--from", "ada", "--topic", "drops")
    for words in (["who", "drops"], ["who", HOSTILE], ["who", HOSTILE, "--csv"], ["who", HOSTILE[:-3]]):
        assert_safe(lnet(*words).out)


@pytest.mark.parametrize(("columns", "lines"), [(80, 8), (40, 11)])
def test_on_a_terminal_each_reason_has_its_line(columns: int, lines: int) -> None:
    """The name with how close and when we last talked, then a line a reason; on a narrow terminal wrapped."""
    terminal = Terminal()
    terminal.run("who", "query plans", columns=columns)
    shown, status = terminal.finish()
    assert status == 0
    assert len(shown.splitlines()) == lines
    assert all(len(line.rstrip()) <= columns + 20 for line in shown.splitlines())  # with their escapes
    assert "   taught you read query plans" in shown
