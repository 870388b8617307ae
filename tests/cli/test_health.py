"""`lnet health`: each metric with its formula, its number of cases and what it was before; never one score."""

import csv
import io
from typing import Any

import pytest

from lnet.domain.metrics import CATALOGUE
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write import feedback, insight, promise
from lnet.store.write.rows import insert, update
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.contents import contents
from tests.cli.seeds import ago, aim, mentor, person, talk
from tests.cli.terminal import Terminal
from tests.conftest import Lnet
from tests.transcript import check

FIELDS = ["design"] * 6 + ["Law"] * 3 + ["biology"] * 2 + ["music"]


def metric(lnet: Lnet, name: str, *options: str) -> dict[str, Any]:
    """One metric of `health --json`."""
    found = data(lnet, "health", *options)["metrics"]
    (one,) = [each for each in found if each["name"] == name]
    return dict(one)


@pytest.fixture
def twelve(store: Store) -> list[int]:
    """Twelve people of four fields, and one whose field is not known."""
    known = [person(store, f"Person {number}", field=field) for number, field in enumerate(FIELDS)]
    return [*known, person(store, "Person unknown")]


def test_of_an_empty_store(lnet: Lnet) -> None:
    """Every metric is there, with its formula and how much it would need; nothing is made up."""
    check(
        lnet,
        """
        $ lnet health
        From 15 June 2025 to 15 June; people and goals as they stand.
        Before, from 14 June 2024 to 14 June 2025, there is too little to compare with.
        about                 metric                                            value  n  before  formula …
        Goals and mentors     Goal coverage                  too little data (0 of 1)  0          active goals with …
        …
        Giving and receiving  Reciprocity                    too little data (0 of 5)  0          (given − received) / …
        …
        Learning              Challenging                    too little data (0 of 5)  0          insights that …
        """,
    )
    found = data(lnet, "health")["metrics"]
    assert [each["name"] for each in found] == [formula.name for formula in CATALOGUE]
    assert {(each["value"], each["before"], each["n"]) for each in found} == {(None, None, 0)}


def test_the_keys_of_the_json_stay(lnet: Lnet, twelve: list[int]) -> None:
    """What scripts rely on: name, value, n, least, formula and before, and the days that are looked at."""
    found = data(lnet, "health")
    assert {name: found[name] for name in ("as_of", "since", "before")} == {
        "as_of": "2026-06-15", "since": "2025-06-15", "before": {"since": "2024-06-14", "until": "2025-06-14"},
    }  # fmt: skip
    assert metric(lnet, "field_perspectives") == {
        "name": "field_perspectives", "group": "Who is in it", "title": "Perspectives by field", "value": 3.316299,
        "unit": "number", "n": 12, "least": 8, "formula": "e^H: so many fields of equal size", "before": 3.316299,
        "detail": "1 more without a known field",
    }  # fmt: skip


def test_diversity(lnet: Lnet, store: Store, twelve: list[int]) -> None:
    """[6, 3, 2, 1] gives 3.32 and .653; who is not known, archived or in the address book is no category."""
    person(store, "Archived", field="law", status="archived")
    person(store, "Card", None, field="law", imported_from="linkedin")
    assert metric(lnet, "field_blau")["value"] == 0.652778
    assert metric(lnet, "field_shannon")["value"] == 1.198849
    shown = lnet("health").out
    assert "3.32  12    3.32  e^H" in shown
    assert "0.653  12   0.653  Blau" in shown
    with step(store, "seed") as open_:
        for who in twelve[:5]:
            update(open_, "contact", who, field=None)
    assert metric(lnet, "field_blau") | {"value": None, "n": 7} == metric(lnet, "field_blau")


def test_goals_and_who_stands_behind_them(lnet: Lnet, store: Store) -> None:
    """Contacted 90 days ago counts, 91 days ago does not; a goal that was reached since counted a year ago."""
    ada = person(store, "Ada Lovelace", talked=[90], organisation="ETH")
    wei = person(store, "Wei Chen", talked=[1, 400], organisation="eth ")
    grace = person(store, "Grace Hopper", talked=[91], organisation="Navy")
    linked_then = {"created_on": ago(500)}
    aim(store, "One", 3, ada, grace)
    aim(store, "Two", 3, ada, wei)
    aim(store, "Three", 3, grace)
    reached = aim(store, "Reached", 500, wei)
    mentor(store, grace)
    with step(store, "seed") as open_:
        update(open_, "goal", reached, status="achieved", closed_on=ago(10))
        for (link,) in store.db.execute("SELECT id FROM goal_contact WHERE goal_id = ?", (reached,)).fetchall():
            update(open_, "goal_contact", link, **linked_then)
    assert metric(lnet, "goal_coverage") | {"value": 0.666667, "n": 3, "before": 1.0} == metric(lnet, "goal_coverage")
    assert metric(lnet, "robust_coverage")["value"] == 0.0
    assert metric(lnet, "mentor_coverage")["value"] == 0.666667
    talk(store, 0, grace)
    assert metric(lnet, "goal_coverage")["value"] == 1.0
    assert metric(lnet, "robust_coverage")["value"] == 0.333333


def test_giving_and_receiving(lnet: Lnet, store: Store) -> None:
    """Help and resources count, each way, in the year; what is older is the year before."""
    ada = person(store, "Ada Lovelace")
    with step(store, "seed") as open_:
        book = insert(open_, "resource", title="Book", key="book")
        for days in (0, 100, 365):
            insert(open_, "share", resource_id=book, contact_id=ada, direction="given", occurred_on=ago(days))
        for days, way in ((1, "given"), (2, "received"), *[(366, "received")] * 6):
            insert(open_, "exchange", contact_id=ada, direction=way, text="help", occurred_on=ago(days))
    found = metric(lnet, "reciprocity")
    assert {name: found[name] for name in ("value", "n", "before", "detail")} == {
        "value": 0.6, "n": 5, "before": -1.0, "detail": "4 given, 1 received",
    }  # fmt: skip
    assert "+0.60  5   -1.00" in lnet("health").out


def test_ties(lnet: Lnet, store: Store) -> None:
    """Frequency, depth, both ways and two years make weak, moderate and strong ties; who never talked is a weak one."""
    people = [person(store, f"Person {number}", None, created_on=ago(30)) for number in range(8)]
    friend = person(store, "Friend", talked=range(0, 120, 10))  # 3 + 1 + 1 + 1
    close = person(store, "Close")
    for days in range(12):
        talk(store, days, close, depth=4)
    assert [metric(lnet, f"ties_{kind}")["value"] for kind in ("weak", "moderate", "strong")] == [0.8, 0.1, 0.1]
    with step(store, "seed") as open_:
        for way in ("given", "received"):
            insert(open_, "exchange", contact_id=friend, direction=way, text="help", occurred_on=ago(5))
    assert [metric(lnet, f"ties_{kind}")["value"] for kind in ("weak", "moderate", "strong")] == [0.8, 0, 0.2]
    for who in people:
        talk(store, 1, who)
    assert metric(lnet, "dormant_share")["value"] == 0.0


def test_dormant_ties(lnet: Lnet, store: Store) -> None:
    """Dormant is what `reconnect` calls so: three cadences of silence; the inner circle never is."""
    for number in range(7):
        person(store, f"Person {number}", talked=[1])
    person(store, "Inner", "inner", talked=[3000])
    person(store, "Asleep", "close", talked=[180])
    person(store, "Awake", "close", talked=[179])
    person(store, "Never talked to", "close")
    found = metric(lnet, "dormant_share")
    assert (found["value"], found["n"]) == (0.1, 10)


def test_who_knows_whom(lnet: Lnet, store: Store, twelve: list[int]) -> None:
    """Nobody knows anybody: 1/13; who leads alone to a field or a community is a bridge; nothing is said of before."""
    assert metric(lnet, "constraint")["value"] == 0.076923
    assert metric(lnet, "effective_size")["value"] == 13.0
    with step(store, "seed") as open_:
        insert(open_, "acquaintance", contact_id=twelve[0], other_id=twelve[1])
        club = insert(open_, "community", name="Reading club", key="reading club", kind="meetup")
        insert(open_, "membership", community_id=club, contact_id=twelve[12])
    assert metric(lnet, "constraint")["value"] == round((11 + 2 * 1.5**2) / 169, 6)
    assert metric(lnet, "effective_size")["value"] == round(13 - 2 / 13, 6)
    found = metric(lnet, "bridges")
    assert (found["value"], found["n"], found["before"]) == (2, 13, None)
    assert found["detail"] == "Person 11 (music), Person unknown (Reading club)"


def test_following_through(lnet: Lnet, store: Store) -> None:
    """Three kept in time, one moved in time and kept, one late, one passed; what is still to come is not counted."""
    ada = person(store, "Ada Lovelace")
    ends: list[dict[str, Any]] = [
        *[{"status": "kept", "due_on": ago(5), "closed_on": ago(5)}] * 3,
        {"status": "kept", "due_on": ago(5), "was_due_on": ago(9), "renegotiated_on": ago(9), "closed_on": ago(6)},
        {"status": "kept", "due_on": ago(5), "closed_on": ago(4)},
        {"status": "open", "due_on": ago(1)},
        {"status": "open", "due_on": ago(0)},
        {"status": "released", "due_on": ago(1), "closed_on": ago(1)},
        {"status": "kept", "due_on": None, "closed_on": ago(1)},
    ]
    with step(store, "seed") as open_:
        for values in ends:
            update(open_, "promise", promise.add(open_, ada, "send it"), **values)
        update(open_, "promise", promise.add(open_, ada, "x", owed_by="them"), due_on=ago(9))
    found = metric(lnet, "follow_through")
    assert (found["value"], found["n"]) == (0.666667, 6)


def test_feedback(lnet: Lnet, store: Store) -> None:
    """Given to received, asked and got, loops closed and how fast."""
    ada = person(store, "Ada Lovelace")
    with step(store, "seed") as open_:
        for loop in ("told", "told", "told", "told", "open"):
            update(open_, "feedback", feedback.add(open_, ada, "requested", on=ago(50)), loop=loop, closed_on=ago(45))
        for days, loop in ((2, "told"), (3, "told"), (10, "declined"), (14, "told"), (40, "told"), (None, "acted")):
            closed = None if days is None else ago(50 - days)
            update(open_, "feedback", feedback.add(open_, ada, "received", on=ago(50)), loop=loop, closed_on=closed)
        for _ in range(3):
            feedback.add(open_, ada, "given", on=ago(3))
    names = ("feedback_ratio", "feedback_answered", "loops_closed", "days_to_close")
    found = [metric(lnet, name) for name in names]
    assert [(each["value"], each["n"]) for each in found] == [(0.5, 9), (0.8, 5), (0.833333, 6), (10.0, 5)]
    assert found[0]["detail"] == "3 : 6"
    assert "10 days" in lnet("health").out


def test_learning(lnet: Lnet, store: Store) -> None:
    """Insights from people a conversation that was more than a like; applied; challenging."""
    ada = person(store, "Ada Lovelace", talked=range(10))
    talk(store, 3, ada, depth=1)
    with step(store, "seed") as open_:
        for stance, value in (("challenges", "applied"), ("changed_mind", "potential"), ("confirms", "realised")):
            update(open_, "insight", insight.add(open_, "x", contact_id=ada), stance=stance, value=value)
        for _ in range(2):
            insight.add(open_, "from a book")
    found = [metric(lnet, name) for name in ("learning_yield", "applied_share", "challenging_share")]
    assert [(each["value"], each["n"]) for each in found] == [(0.3, 10), (0.4, 5), (0.4, 5)]


def test_since_a_day(lnet: Lnet, store: Store) -> None:
    """Another period is compared with as many days before it; a day ahead is refused."""
    person(store, "Ada Lovelace", talked=[*range(5), *range(40, 50)])
    check(
        lnet,
        """
        $ lnet health --since "1 jun"
        From 1 June to 15 June; people and goals as they stand.
        Before, from 17 May to 31 May, there is too little to compare with.
        …
        $ lnet health --since 2026-06-16
        lnet: health looks back, and 2026-06-16 lies ahead
        [4]
        """,
    )
    assert metric(lnet, "learning_yield", "--since", "2026-06-11")["n"] == 5
    assert metric(lnet, "learning_yield", "--since", "2026-06-12")["n"] == 4


def test_as_csv(lnet: Lnet, twelve: list[int]) -> None:
    """A row a metric, under the keys of the JSON."""
    rows = list(csv.DictReader(io.StringIO(lnet("health --csv").out)))
    assert [row["name"] for row in rows] == [formula.name for formula in CATALOGUE]
    assert rows[6] | {"value": "0.652778", "n": "12", "least": "8"} == rows[6]


def test_it_changes_nothing(lnet: Lnet, store: Store, twelve: list[int]) -> None:
    """Looking at the network leaves no step and no row."""
    before = contents(store.path)
    lnet("health")
    lnet("gaps")
    assert contents(store.path) == before


def test_hostile_names(lnet: Lnet, store: Store, twelve: list[int]) -> None:
    """Whoever is a bridge, and to what, is shown safely."""
    person(store, HOSTILE, field=HOSTILE)
    assert_safe(lnet("health").out)


@pytest.mark.parametrize("columns", [80, 40])
def test_on_a_terminal(store: Store, twelve: list[int], monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    """Two lines a metric under the heading of its group, without colour too, and nothing wider than the terminal."""
    monkeypatch.setenv("LNET_DB", str(store.path))
    monkeypatch.setenv("NO_COLOR", "1")
    terminal = Terminal()
    terminal.run("health", columns=columns)
    printed, status = terminal.finish()
    lines = [line.rstrip() for line in printed.splitlines()]
    assert status == 0
    assert max(map(len, lines)) <= columns
    assert [line for line in lines if line in {formula.group for formula in CATALOGUE}] == list(
        dict.fromkeys(formula.group for formula in CATALOGUE)
    )
    at = next(place for place, line in enumerate(lines) if line.startswith("  Mix of fields: "))
    shown = " ".join(line.strip() for line in lines[at : at + 4])
    assert shown.startswith("Mix of fields: 0.653 · n 12 · before 0.653 Blau: 1 − Σ p², the chance that two")
