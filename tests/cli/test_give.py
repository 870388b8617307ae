"""`lnet give`, as it is typed."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from lnet.store.connect import Store
from tests.cli.answers import data
from tests.cli.drawn import drawn
from tests.cli.seeds import person
from tests.conftest import Lnet, Seed
from tests.transcript import check


@pytest.fixture
def network(lnet: Lnet, seed: Seed) -> Lnet:
    """Ada, who wants to learn what a resource is about; Ravi and Wei, who care about the same; Mina, and an insight."""
    seed(
        "add Ada Lovelace --aim 'learn query planning'",
        "add Ravi Patel -t indexes",
        "add Wei Chen -t indexes",
        "add Mina Park --aim 'better SQL'",
        "share https://example.org/plans --title 'Reading plans' -t query-plans",
        "learn 'EXPLAIN first' -t sql",
    )
    return lnet


def test_three_ways_each_with_its_reason_and_a_command_that_does_it(network: Lnet) -> None:
    """Once a command was run, its way is no more; once there is none left, one kind line."""
    check(
        network,
        """
        $ lnet give
        what                                               why                                                  command
        Share r1 Reading plans with Ada Lovelace           their aim: learn query planning                      lnet share r1 --to ada-lovelace
        Tell Mina Park what you learned: n1 EXPLAIN first  their aim: better SQL                                lnet draft mina-park --about n1
        Introduce Wei Chen to Ravi Patel                   both care about #indexes and do not know each other  lnet contact know wei-chen ravi-patel --introduced
        $ lnet share r1 --to ada-lovelace
        …
        $ lnet contact know wei-chen ravi-patel --introduced
        …
        $ lnet give
        what                                               why                    command
        Tell Mina Park what you learned: n1 EXPLAIN first  their aim: better SQL  lnet draft mina-park --about n1
        $ lnet log "emailed mina about EXPLAIN #sql"
        …
        $ lnet give
        Nobody to suggest yet: topics and aims of people (lnet contact edit NAME --aim …) make suggestions.
        """,  # noqa: E501 -- a row a line
    )


def test_the_json_tells_whom_what_why_and_how(network: Lnet) -> None:
    """A list, best first; an introduction gives nothing of mine."""
    share, tell, introduce = data(network, "give")
    assert share == {
        "kind": "share", "people": [{"id": 1, "name": "Ada Lovelace", "slug": "ada-lovelace"}], "ref": "r1",
        "topic": "query-plans", "what": "Share r1 Reading plans with Ada Lovelace",
        "why": "their aim: learn query planning", "command": "lnet share r1 --to ada-lovelace",
    }  # fmt: skip
    assert (tell["kind"], tell["ref"], introduce["kind"], introduce["ref"]) == ("tell", "n1", "introduce", None)


def test_it_only_reads(network: Lnet, home: Path) -> None:
    """Looking changes nothing, and leaves no step."""
    before = (home / "lnet.db").read_bytes()
    network("give")
    assert (home / "lnet.db").read_bytes() == before


def test_a_new_network_hears_of_nothing_to_give(lnet: Lnet) -> None:
    """One kind line, and no error."""
    ran = lnet("give")
    assert (ran.out[:22], ran.status) == ("Nobody to suggest yet:", 0)
    assert data(lnet, "give") == []


@pytest.mark.parametrize(
    "command",
    [
        "contact archive ravi", "contact quiet ravi", "contact pause ravi", "snooze ravi", "contact know wei ravi",
        "log 'coffee with Wei and Ravi'", "plan 'fri: coffee with Wei and Ravi'", "contact edit ravi --share never",
        "contact edit wei --introduced-by ravi", "contact edit ravi wei --org ETH",
        "contact edit ravi --no-topic indexes",
    ],
)  # fmt: skip
def test_two_are_not_introduced(network: Lnet, command: str) -> None:
    """Not whom it is wrong to disturb, nor who has met, nor who is never to be named, nor colleagues."""
    assert "introduce" in [way["kind"] for way in data(network, "give")]
    assert network(command).status == 0
    assert "introduce" not in [way["kind"] for way in data(network, "give")]


@pytest.mark.parametrize(
    "command", ["share r1 --to ada", "share r1 --from ada", "contact archive ada", "snooze ada", "resource delete r1"]
)
def test_nothing_is_shared_twice_or_with_somebody_at_rest(network: Lnet, command: str) -> None:
    """Never what they have, or what came from them."""
    assert network(command).status == 0
    assert "share" not in [way["kind"] for way in data(network, "give")]


@pytest.mark.parametrize(
    "command",
    [
        "insight edit n1 --from mina", "insight edit n1 --on 2026-03-01", "insight edit n1 --no-topic sql",
        "log 'call with mina #sql'", "contact quiet mina",
    ],
)  # fmt: skip
def test_an_insight_is_not_told(network: Lnet, command: str) -> None:
    """Not to whom it came from or who has heard of it, not once it is old, not without a topic."""
    assert network(command).status == 0
    assert "tell" not in [way["kind"] for way in data(network, "give")]


def test_what_was_said_in_private_is_told_to_nobody(lnet: Lnet) -> None:
    """Nor to those who were there when it was learned."""
    lnet("add Mina Park --aim 'better SQL'")
    lnet("add Ada Lovelace")
    lnet("log 'coffee with ada; learned: EXPLAIN first #sql' --private")
    assert data(lnet, "give") == []
    lnet("log 'coffee with ada and mina; learned: a fence #sql'")
    assert data(lnet, "give") == []
    lnet("log 'coffee with ada; learned: measure #sql'")
    assert data(lnet, "give") == []  # we spoke about it today, whatever was learned


def test_those_who_were_there_when_it_was_learned_know_it(lnet: Lnet) -> None:
    """Whoever it came from, and whoever took part, whatever the conversation was about."""
    lnet("add Mina Park --aim 'better SQL'")
    lnet("add Ada Lovelace --aim 'better SQL'")
    lnet("log 'coffee with mina and ada; learned: measure first'")
    lnet("insight edit n1 -t sql")
    assert data(lnet, "give") == []
    lnet("add Wei Chen --aim 'better SQL'")
    assert [way["command"] for way in data(lnet, "give")] == ["lnet draft wei-chen --about n1"]


def test_whoever_was_left_to_rest_is_left_in_peace(network: Lnet) -> None:
    """Two messages without an answer, and nothing more is suggested; unless we meet soon anyway."""
    for day in ("2026-05-01", "2026-05-20"):
        network(f"log 'emailed Ada about the weather' --on {day}")
    assert "share" not in [way["kind"] for way in data(network, "give")]
    network("plan 'fri: coffee with Ada'")
    assert data(network, "give")[0]["command"] == "lnet share r1 --to ada-lovelace"


def test_since_narrows_what_is_given(network: Lnet) -> None:
    """Only what was saved or learned from that day on; people can be introduced on any day."""
    network("insight edit n1 --on 2026-06-01")
    assert {way["ref"] for way in data(network, "give", "--since", "2026-06-02")} == {"r1", None}
    assert network("give --since tomorrow").status == 0


def test_those_talked_to_of_late_and_not_helped_come_first(lnet: Lnet, store: Store) -> None:
    """Of people with the same reason; and different people take turns from day to day."""
    for name, talked in (("Old Friend", [500]), ("New Friend", [20]), ("Helped Friend", [20])):
        person(store, name, None, talked=talked)
        lnet(f"contact tag '{name}' rust")
    lnet("exchange add 'Helped Friend' a-book --given --on 2026-05-20")
    lnet("share https://example.org/rust -t rust")
    lnet("contact know 'Old Friend' 'New Friend' 'Helped Friend'")
    lnet("contact know 'New Friend' 'Helped Friend'")
    cares = [each["slug"] for each in data(lnet, "share", "https://example.org/rust")["would_care"]]
    assert cares == ["new-friend", "helped-friend", "old-friend"]
    assert data(lnet, "give")[0]["command"] == "lnet share r1 --to new-friend"


def test_equals_take_turns_from_day_to_day(lnet: Lnet) -> None:
    """The same day, the same three; over a month nobody of seven is left out."""
    for number in range(7):
        lnet(f"add Friend{number} -t rust --org same")
    lnet("share https://example.org/rust -t rust")

    def first(day: date) -> str:
        import json

        ways = json.loads(lnet("give --json", today=day).out)["data"]
        return str(ways[0]["people"][0]["slug"])

    days = [date(2026, 6, day) for day in range(1, 31)]
    assert first(days[0]) == first(days[0])
    assert len({first(day) for day in days if day >= date(2026, 6, 15)}) >= 5


def test_on_a_terminal_each_way_has_its_reason_and_command_below(
    network: Lnet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At eighty columns as here; at forty no line is longer, and the command can be read whole."""
    assert drawn(network, monkeypatch, "give")[:3] == [
        "Share r1 Reading plans with Ada Lovelace", "   their aim: learn query planning",
        "   → lnet share r1 --to ada-lovelace",
    ]  # fmt: skip
    lines = drawn(network, monkeypatch, "give", 40)
    assert max(map(len, lines)) <= 40
    assert "→ lnet contact know wei-chen ravi-patel --introduced" in " ".join(" ".join(lines).split())


def test_hostile_text_is_shown_safely(lnet: Lnet) -> None:
    """In a title, an aim, a name: no control byte, and a command holds slugs and references alone."""
    lnet("add", "Eve \x1b[31mred", "--aim", "rust \x1b[31mred")
    lnet("share", "\x1b[31mred", "-t", "rust")
    ran = lnet("give")
    assert "\x1b" not in ran.out
    assert data(lnet, "give")[0]["command"] == "lnet share r1 --to eve-31mred"


def test_the_ways_are_rows_of_csv(network: Lnet) -> None:
    """One row a way, with the columns of its JSON."""
    rows = list(csv.DictReader(io.StringIO(network("give --csv").out)))
    ways = data(network, "give")
    assert [(row["what"], row["command"]) for row in rows] == [(way["what"], way["command"]) for way in ways]
    assert list(rows[0]) == list(ways[0])
