"""`lnet triage` piped: who waits for a circle, in which order, why, and who does not."""

import json

from lnet.domain.promising import reasons
from lnet.services.triage import listed, waiting
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.read.triage import newcomers
from lnet.store.write import contact, drift, goal
from lnet.store.write.rows import update
from lnet.store.write.topic import add_topics
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.contents import contents
from tests.cli.seeds import ago, aim, mentor, person, talk
from tests.conftest import TODAY, Lnet
from tests.transcript import check


def card(store: Store, name: str, *topics: str, **values: object) -> int:
    """Somebody of the address book, imported a year ago; gives back the id."""
    made = person(store, name, None, imported_from="linkedin", created_on=ago(400), **values)  # type: ignore[arg-type]  # columns
    with step(store, "seed") as open_:
        add_topics(open_, "contact", made, topics)
    return made


def crowd(store: Store) -> None:
    """One person for each thing that speaks for somebody, and one for whom nothing does."""
    reads = aim(store, "Read query plans", 20)
    with step(store, "seed") as open_:
        add_topics(open_, "goal", reads, ["sql", "indexes"])
    person(store, "Ada Lovelace", "close", organisation="ETH")
    person(store, "Grace Hopper", "wide", organisation="eth ")
    card(store, "Nobody Special")
    card(store, "Met Lately", met_on=ago(43))
    card(store, "Col League", organisation="ETH", title="Professor", location="Zürich")
    talk(store, 12, person(store, "Said Much", None, created_on=ago(300)))
    card(store, "Goal Mate", "sql", "indexes", "tea", met_on=ago(43))


def test_the_most_promising_first_each_with_its_reasons(lnet: Lnet, store: Store) -> None:
    """A topic of a goal, a conversation lately, a colleague in a circle, somebody just met, and the command."""
    crowd(store)
    lines = [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in lnet("triage").out.splitlines()]
    assert lines == [
        ["name", "who", "why", "command"],
        [
            "Goal Mate", "#sql #indexes #tea", "shares sql, indexes with your goal Read query plans; connected 3 May",
            "lnet contact edit goal-mate --circle wide",
        ],
        ["Said Much", "–", "talked 3 June", "lnet contact edit said-much --circle wide"],
        ["Met Lately", "–", "connected 3 May", "lnet contact edit met-lately --circle wide"],
        [
            "Col League", "Professor, ETH · Zürich", "at ETH, like Ada Lovelace and 1 more",
            "lnet contact edit col-league --circle wide",
        ],
        ["Nobody Special", "–", "imported 11 May 2025", "lnet contact edit nobody-special --circle wide"],
    ]  # fmt: skip


def test_as_json_and_csv(lnet: Lnet, store: Store) -> None:
    """Who it is, the points and words of each reason, strongest first; a CSV of the same."""
    crowd(store)
    first, *_, last = data(lnet, "triage")
    assert {name: first[name] for name in ("name", "slug", "topics", "met_on", "last_on", "address_book", "value")} == {
        "name": "Goal Mate", "slug": "goal-mate", "topics": ["sql", "indexes", "tea"], "met_on": "2026-05-03",
        "last_on": None, "address_book": True, "value": 6,
    }  # fmt: skip
    assert first["reasons"] == [
        {"kind": "goal", "points": 4, "text": "shares sql, indexes with your goal Read query plans"},
        {"kind": "met", "points": 2, "text": "connected 3 May"},
    ]
    assert (last["value"], last["reasons"]) == (0, [{"kind": "recorded", "points": 0, "text": "imported 11 May 2025"}])
    assert lnet("triage --csv --limit 1").out.splitlines()[1].startswith("7,")
    assert len(data(lnet, "triage", "--limit", "2")) == 2


def test_the_order_is_that_of_the_points(store: Store) -> None:
    """The ranking of the store and the sum of the reasons agree."""
    crowd(store)
    for number in range(12):
        card(store, f"Mixed {number}", *(["sql"] * (number % 2)), organisation="ETH" if number % 3 else None,
             met_on=ago(89 + number))  # fmt: skip
    values = [each.value for each in listed(store)]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) > 5
    found = newcomers(store, waiting(store))
    assert [sum(reason.points for reason in reasons(who, TODAY)) for who in found] == values


def test_of_equals_the_newest_comes_first(lnet: Lnet, store: Store) -> None:
    """By the last conversation, the day of meeting, or the day they were added by hand."""
    card(store, "Imported Today")
    person(store, "Added Lately", None, created_on=ago(200))
    card(store, "Met Before", met_on=ago(300))
    talk(store, 250, person(store, "Talked Then", None, created_on=ago(400)))
    names = ["Added Lately", "Talked Then", "Met Before", "Imported Today"]
    assert [each["name"] for each in data(lnet, "triage")] == names


def test_who_does_not_wait(lnet: Lnet, store: Store) -> None:
    """Anybody in a circle, with a cadence or an agreement of their own, out of sight, or archived."""
    person(store, "In Circle", "wide")
    person(store, "Own Rhythm", None, every_days=50)
    person(store, "Never Asked", None, every_days=0)
    mentor(store, person(store, "My Mentor", None))
    person(store, "Out Of Sight", None, snooze_until=ago(-1))
    person(store, "Back Today", None, snooze_until=ago(0))
    person(store, "Long Gone", None, status="archived")
    assert [each["name"] for each in data(lnet, "triage")] == ["Back Today"]


def test_who_was_answered_about_comes_again_in_time(lnet: Lnet, store: Store) -> None:
    """Later: after 30 days; not now: after a year; either number can be set."""
    for name, answer in (("Later", "keep"), ("Not Now", "rest")):
        with step(store, "seed") as open_:
            drift.answer(open_, contact.add(open_, name), answer)
    seen = {days: [each["name"] for each in data(lnet, "triage", today=ago(-days))] for days in (0, 29, 30, 364, 365)}
    assert seen == {0: [], 29: [], 30: ["Later"], 364: ["Later"], 365: ["Later", "Not Now"]}
    lnet("config set triage_later 10")
    assert [each["name"] for each in data(lnet, "triage", today=ago(-10))] == ["Later"]


def test_only_those_met_or_added_since(lnet: Lnet, store: Store) -> None:
    """The day they were met, else the day they were recorded."""
    card(store, "Met Lately", met_on=ago(43))
    card(store, "Met Before", met_on=ago(300))
    person(store, "Added Lately", None, created_on=ago(5))
    check(lnet, "$ lnet triage --since soon\nlnet: 'soon' is not a date I understand …\n[4]")
    since = [each["name"] for each in data(lnet, "triage", "--since", "1 may")]
    assert since == ["Met Lately", "Added Lately"]


def test_a_goal_that_is_not_active_speaks_for_nobody(lnet: Lnet, store: Store) -> None:
    """Nor does a colleague who is in no circle."""
    crowd(store)
    with step(store, "seed") as open_:
        goal.set_status(open_, 1, "paused")
        for id in (1, 2):
            update(open_, "contact", id, circle=None)
    kinds = {reason["kind"] for each in data(lnet, "triage") for reason in each["reasons"]}
    assert kinds == {"talked", "met", "recorded"}


def test_a_goal_of_several_topics_and_several_goals(lnet: Lnet, store: Store) -> None:
    """The first goal is named with its topics, the others counted."""
    for title in ("Read query plans", "Write a parser"):
        with step(store, "seed") as open_:
            add_topics(open_, "goal", goal.add(open_, title), ["sql"])
    card(store, "Goal Mate", "sql")
    assert "shares sql with your goal Read query plans (and 1 more)" in lnet("triage").out


def test_nobody_waits(lnet: Lnet, store: Store) -> None:
    """One kind line, and nothing is stored by looking."""
    check(lnet, "$ lnet triage\nNobody waits for a circle.")
    crowd(store)
    before = contents(store.path)
    lnet("triage")
    assert contents(store.path) == before
    assert json.loads(lnet("triage --limit 0 --json").out)["data"] == []


def test_hostile_names_are_shown_safely(lnet: Lnet, store: Store) -> None:
    """Of people, organisations and topics."""
    card(store, HOSTILE, HOSTILE, organisation=HOSTILE)
    person(store, HOSTILE, "close", organisation=HOSTILE)
    assert_safe(lnet("triage").out)
