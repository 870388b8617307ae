"""`lnet reconnect`: dormant ties with their value explained, and the one that a Monday's list names."""

import json
from datetime import date

from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write.topic import add_topics
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.seeds import aim, person, talk
from tests.conftest import Lnet
from tests.transcript import check


def seed(store: Store, name: str = "Ada Lovelace", circle: str | None = "close") -> int:
    """Somebody not talked to for over a year, with a topic of an active goal."""
    ada = person(store, name, circle, field="astronomy")
    talk(store, 400, ada, summary="coffee about query plans")
    goal = aim(store, "Read query plans", 3)
    with step(store, "seed") as open_:
        add_topics(open_, "contact", ada, ["sql"])
        add_topics(open_, "goal", goal, ["sql"])
    return ada


def test_what_a_word_with_them_is_worth(lnet: Lnet, store: Store) -> None:
    """Each suggestion says why, how its value comes about, what was last, and how to begin."""
    seed(store)
    check(
        lnet,
        """
        $ lnet reconnect
        name          value  why …
        Ada Lovelace      5  400 days; sql, for your goal Read query plans; nobody else of late from astronomy  20 + …
        """,
    )


def test_as_json(lnet: Lnet, store: Store) -> None:
    """Scripts get the value, the points and the reasons of each."""
    seed(store)
    (found,) = data(lnet, "reconnect")
    assert {name: found[name] for name in ("name", "slug", "value", "points", "kind", "days", "worth")} == {
        "name": "Ada Lovelace", "slug": "ada-lovelace", "value": 5, "points": 30, "kind": "reconnect", "days": 400,
        "worth": "20 + 2 × 5: topic 3 + new 2",
    }  # fmt: skip
    assert found["text"] == "400 days; sql, for your goal Read query plans; nobody else of late from astronomy"
    assert found["last"]["on"] == "2025-05-11"


def test_nobody_comes_to_mind(lnet: Lnet, store: Store) -> None:
    """Without a dormant tie of any worth it says so, and that is no failure."""
    person(store, "Ada Lovelace", "close", [400])
    check(lnet, "$ lnet reconnect\nNobody you have lost sight of comes to mind.")


def test_a_monday_names_one(lnet: Lnet, store: Store) -> None:
    """On a Monday with room one suggestion stands in the list, in place of the drift; on a Tuesday the drift does."""
    seed(store)
    monday = data(lnet, "followups")
    assert [(row["name"], row["reasons"][0]["kind"], row["score"]) for row in monday["people"]] == [
        ("Ada Lovelace", "reconnect", 30)
    ]
    assert monday["review"] == []
    tuesday = json.loads(lnet("followups", "--json", today=date(2026, 6, 16)).out)["data"]
    assert [(row["name"], row["drifted"]) for row in tuesday["people"]] == [("Ada Lovelace", True)]
    assert len(tuesday["review"]) == 1


def test_hostile_names(lnet: Lnet, store: Store) -> None:
    """What people wrote is shown safely."""
    seed(store, HOSTILE)
    assert_safe(lnet("reconnect").out)
