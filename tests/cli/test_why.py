"""`lnet why`: the whole arithmetic, for somebody on the list and for anybody else."""

import json

from lnet.store.connect import Store
from tests.cli.seeds import ago, away, owe, person, talk
from tests.conftest import Lnet
from tests.transcript import check


def test_the_arithmetic_of_a_row(lnet: Lnet, store: Store) -> None:
    """The reasons with their sums, the score, how often, from when, and since when they are due."""
    ada = person(store, "Ada Lovelace", "close", [45])
    owe(store, ada, "send paper", 3)
    check(
        lnet,
        """
        $ lnet why ada
        Ada Lovelace
          row 1 of 1 today
          promise 85: you promised to send paper by Fri 12 Jun (3 days late) (70 + 5 × 3)
          cadence 50: 45 days; you aim for every 30 (20 + 20 × 45 ÷ 30)
          score 89: 85 + 4 for 1 further reason
          every 30 days: close circle
          last conversation on Fri 1 May: 45 days
          due since 31 May
        """,
    )


def test_somebody_who_is_not_due(lnet: Lnet, store: Store) -> None:
    """Why not: how far it is, days away left out, and which promise is not yet due."""
    ada = person(store, "Ada Lovelace", "close", [22])
    away(store, 20, 11)
    owe(store, ada, "send paper", -9)
    person(store, "Wei Chen", None)
    check(
        lnet,
        """
        $ lnet why ada wei
        Ada Lovelace
          not yet: you promised to send paper by Wed 24 Jun (in 9 days)
          not due: 12 of 30 days
          every 30 days: close circle
          last conversation on Sun 24 May: 12 days, 10 away days left out
          due on 3 July
          next on the list on 22 June: you promised to send paper by Wed 24 Jun (in 2 days)
        Wei Chen
          no cadence: in no circle, no rhythm learned
        """,
    )


def test_somebody_who_is_silenced_or_does_not_fit(lnet: Lnet, store: Store) -> None:
    """Paused, snoozed, planned with, drifted, for later: each is said."""
    for number in range(5):
        person(store, f"Person {number}", "inner", [60])
    person(store, "Paused", "close", [45], status="paused")
    person(store, "Snoozed", "close", [45], snooze_until=ago(-3))
    talk(store, -6, person(store, "Planned", "close", [45]), planned=True)
    person(store, "Drifted", "close", [200])
    person(store, "Later", "close", [31])
    lines = lnet("why paused snoozed planned drifted later").out.splitlines()
    said = [lines[number + 1].strip() for number, line in enumerate(lines) if not line.startswith(" ")]
    assert said == [
        "paused: no reminders by cadence",
        "snoozed until Thu 18 Jun: only promises and plans until then",
        "not yet: planned for Sun 21 Jun",
        "not on today's list: left to the review",
        "due, but for later: today's list is full (5 a day)",
    ]


def test_the_outcome_is_that_of_the_list(lnet: Lnet, store: Store) -> None:
    """Of many who drifted alike, `why` gives those a row who have one, and nobody else."""
    for number in range(20):
        person(store, f"Person {number}", "close", [200])
    listed = {row["name"]: row["row"] for row in json.loads(lnet("followups --json").out)["data"]["people"]}
    names = [f"Person {number}" for number in range(20)]
    found = json.loads(lnet("why", *names, "--json").out)["data"]
    assert {each["name"]: each["row"] for each in found if each["row"]} == listed
    assert {each["place"] for each in found} == {"drifted", "review"}


def test_the_json_is_an_object_for_one_and_a_list_for_several(lnet: Lnet, store: Store) -> None:
    """The numbers behind the words, by name."""
    person(store, "Ada Lovelace", "close", [45])
    person(store, "Wei Chen", "wide", [3])
    one = json.loads(lnet("why ada --json").out)
    assert one["schema"] == "lnet.why/1"
    expected = {
        "name": "Ada Lovelace", "place": "listed", "row": 1, "score": 50, "every_days": 30, "cadence_from": "circle",
        "elapsed_days": 45, "away_days": 0, "counted_from": "2026-05-01", "due_on": "2026-05-31",
    }  # fmt: skip
    assert expected.items() <= one["data"].items()
    both = json.loads(lnet("why wei ada --json").out)["data"]
    assert [each["name"] for each in both] == ["Wei Chen", "Ada Lovelace"]


def test_nobody_of_that_name(lnet: Lnet) -> None:
    """Looking somebody up in vain is an honest error; no name at all is a question of usage."""
    check(lnet, "$ lnet why adda\nlnet: no contact named 'adda'\n[3]")
    assert lnet("why").status == 2
    assert lnet("why 2").status == 3


def test_what_has_left_to_the_review_is_worth_nothing_today(lnet: Lnet, store: Store) -> None:
    """A reason that is for the review stands apart from the sum of the row."""
    ada = person(store, "Ada Lovelace", "close", [40])
    owe(store, ada, "send paper", 30)
    said = lnet("why ada").out
    assert "  cadence 46: 40 days; you aim for every 30 (20 + 20 × 40 ÷ 30)\n" in said
    assert "  promise is left to the review: you promised to send paper by Sat 16 May (30 days late)" in said
    found = json.loads(lnet("why ada --json").out)["data"]
    assert [reason["kind"] for reason in found["reasons"]] == ["cadence"]
    assert [reason["kind"] for reason in found["to_settle"]] == ["promise"]
