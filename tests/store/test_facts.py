"""The facts of a day are read by index ranges and in two tiers, and say what a slow reading of everything says."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.domain.policy import Policy
from lnet.domain.reminders import plan
from lnet.domain.upcoming import Day, coming, next_listed
from lnet.store.connect import Store, open_store
from lnet.store.journal import step
from lnet.store.read.facts import facts, facts_ahead
from lnet.store.read.known import facts_of
from lnet.store.read.persons import people
from tests.conftest import TODAY
from tests.examples import examples
from tests.store.networks import LONG_AGO, Network, days, networks, read_slowly, write

policies = st.builds(
    Policy()._replace, daily_limit=st.integers(0, 5), learned_min_days=st.sampled_from([4, 4, 5]),
    learned_min_span=st.sampled_from([60, 60, 90]), close_days=st.sampled_from([30, 14]),
)  # fmt: skip


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for all examples of the module: each is written in a step that is not kept."""
    opened = open_store(tmp_path_factory.mktemp("facts") / "lnet.db", TODAY)
    yield opened
    opened.close()


@examples(120)
@given(network=networks(), today=st.just(TODAY) | days, policy=policies)
def test_the_plan_is_that_of_the_whole_network(shared: Store, network: Network, today: date, policy: Policy) -> None:
    """Whoever is left unread would not have been listed: all three lists and the goals are those of a slow reading."""
    with step(shared, "test", keep=False) as open_:
        write(open_, network)
        shared.policy = policy
        expected = plan(read_slowly(shared.db, today), today, policy)
        assert plan(facts(shared, today, whole=True), today, policy) == expected


@examples(120)
@given(network=networks(), today=st.just(TODAY) | days, policy=policies)
def test_the_everyday_reading_lists_the_same(shared: Store, network: Network, today: date, policy: Policy) -> None:
    """Without reading everybody who is due or drifted, today's rows and both numbers stay what they are."""
    with step(shared, "test", keep=False) as open_:
        write(open_, network)
        shared.policy = policy
        expected = plan(read_slowly(shared.db, today), today, policy)
        known = facts(shared, today)
        found = plan(known, today, policy)
    assert found._replace(later=(), review=()) == expected._replace(later=(), review=())
    assert len(found.later) + known.due_more == len(expected.later)
    assert len(found.review) + known.drifted_more == len(expected.review)


@examples(120)
@given(network=networks(), today=st.just(TODAY) | days)
def test_anybody_is_read_as_of_the_day(shared: Store, network: Network, today: date) -> None:
    """People are read as a slow reading sees them, also on a day before their newest conversation."""
    with step(shared, "test", keep=False) as open_:
        write(open_, network)
        expected = read_slowly(shared.db, today).people
        assert people(shared, [person.id for person in expected], today) == list(expected)


@examples(40)
@given(network=networks(), ahead=st.sampled_from([1, 8, 40]), policy=policies)
def test_the_days_to_come_are_those_of_the_whole_network(
    shared: Store, network: Network, ahead: int, policy: Policy
) -> None:
    """Whoever is left unread for `followups --days` would have brought nothing new."""
    for talk in network.tables["interaction"]:
        if not talk["planned"]:
            talk["occurred_on"] = min(talk["occurred_on"], TODAY)  # what was held was not held in the future
    with step(shared, "test", keep=False) as open_:
        write(open_, network)
        shared.policy = policy
        expected = coming(read_slowly(shared.db, TODAY), TODAY, ahead, policy)
        found = coming(facts_ahead(shared, ahead), TODAY, ahead, policy)
    assert [each_day(day) for day in found] == [each_day(day) for day in expected]


def each_day(day: Day) -> Day:
    """The day with its dates in one order."""
    return day._replace(dates=tuple(sorted(day.dates, key=repr)))


@examples(40)
@given(network=networks(), whom=st.integers(0, 20))
def test_why_reads_all_that_is_known_of_somebody(shared: Store, network: Network, whom: int) -> None:
    """What will list somebody next is found from what is read of them alone."""
    with step(shared, "test", keep=False) as open_:
        write(open_, network)
        shared.policy = Policy()
        slow = read_slowly(shared.db, TODAY)
        for person in slow.people[whom % 14 : whom % 14 + 1]:
            expected = next_listed(slow, person, TODAY, shared.policy)
            assert next_listed(facts_of(shared, [person.id]), person, TODAY, shared.policy) == expected


def test_somebody_with_a_later_conversation_is_read_once(store: Store) -> None:
    """On a day before somebody's newest conversation they stand among the people once, and are counted once."""
    long_ago, lately = TODAY - timedelta(days=300), TODAY - timedelta(days=3)
    network = Network({
        "contact": [{"created_on": LONG_AGO, "circle": circle} for circle in ("close", "inner")],
        "interaction": [{"occurred_on": on, "depth": depth} for on, depth in ((long_ago, 2), (lately, 1), (lately, 2))],
        "participant": [{"interaction_id": talk, "contact_id": who} for talk in (1, 2) for who in (1, 2)],
    })  # fmt: skip
    with step(store, "test") as open_:
        write(open_, network)
    before = TODAY - timedelta(days=5)
    for limit in (0, 5):
        store.policy = Policy(daily_limit=limit)
        known = facts(store, before)
        assert [person.id for person in known.people] == [1, 2]
        assert (known.due_more, known.drifted_more) == (0, 0)


@pytest.mark.parametrize("limit", [1, 5])
def test_of_many_equally_drifted_the_same_take_their_turn(store: Store, limit: int) -> None:
    """Equals take turns by day: the few who are read are those the whole reading would have listed."""
    crowd = [{"created_on": TODAY - timedelta(days=500), "circle": "close"} for _ in range(40)]
    with step(store, "test") as open_:
        write(open_, Network({"contact": crowd, "away": [], "interaction": []}))
    store.policy = store.policy._replace(daily_limit=limit)
    for today in (TODAY, TODAY + timedelta(days=1)):
        known = facts(store, today)
        everybody = plan(read_slowly(store.db, today), today, store.policy)
        assert plan(known, today, store.policy).people == everybody.people
        assert (len(known.people), known.drifted_more) == (limit, 40 - limit)


@pytest.mark.parametrize("first_due", [None, TODAY - timedelta(days=400)], ids=["talked to once", "never talked to"])
def test_of_the_long_drifted_only_a_few_are_read(store: Store, first_due: date | None) -> None:
    """However many drifted, the everyday list reads no more of them than it could show."""
    since = date(2020, 1, 1)
    crowd = [{"created_on": since + timedelta(days=n), "circle": "close", "first_due": first_due} for n in range(300)]
    with step(store, "test") as open_:
        write(open_, Network({"contact": crowd}))
    known = facts(store)
    assert len(known.people) == store.policy.daily_limit
    assert known.drifted_more == 300 - store.policy.daily_limit


@pytest.mark.parametrize("whole", [False, True])
def test_the_number_of_statements_does_not_grow(store: Store, home: Path, whole: bool) -> None:
    """Reading takes as many statements for three hundred people as for one."""
    counts = []
    for number in (1, 300):
        with step(store, "test") as open_:
            write(open_, crowd_of(number, slugs=f"{number}"))
        statements: list[str] = []
        store.db.set_trace_callback(statements.append)
        facts(store, whole=whole)
        store.db.set_trace_callback(None)
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 34


def crowd_of(number: int, slugs: str) -> Network:
    """People of every kind: due, drifted, awaiting a first conversation, owed something, with a goal each."""
    circles = ["inner", "close", "active", "wide", None]
    contacts = [
        {"created_on": TODAY - timedelta(days=40 * (n % 40)), "circle": circles[n % 5], "first_due": None}
        for n in range(number)
    ]
    return Network({
        "contact": [row | {"slug": f"{slugs}-{n}"} for n, row in enumerate(contacts)],
        "promise": [{"contact_id": n + 1, "due_on": TODAY - timedelta(days=n % 30)} for n in range(number)],
        "goal": [{"created_on": TODAY - timedelta(days=20)} for _ in range(number)],
    })  # fmt: skip


def test_rests_begin_and_end_on_their_days(store: Store) -> None:
    """At each edge of a rest, for everybody whom it spares, the everyday reading lists and counts as a whole one."""
    known = [(sent, spared) for sent in EDGES for spared in SPARED]
    tables: dict[str, list[dict[str, Any]]] = {
        "contact": [
            {"created_on": LONG_AGO, "every_days": 100 if sent[1] > 100 else 9} | spared.get("contact", {})
            for sent, spared in known
        ],
        "interaction": [
            {"occurred_on": TODAY - timedelta(days=days), "direction": "outbound"} for sent, _ in known for days in sent
        ],
        "participant": [
            {"interaction_id": 2 * place + number, "contact_id": place + 1}
            for place in range(len(known)) for number in (1, 2)
        ],
    }  # fmt: skip
    for table in ("contact_role", "mentor_agreement"):
        tables[table] = [{"contact_id": n} | spared[table] for n, (_, spared) in enumerate(known, 1) if table in spared]
    with step(store, "test") as open_:
        write(open_, Network(tables))
    for limit in (0, 1, 5):
        store.policy = Policy(daily_limit=limit)
        expected = plan(read_slowly(store.db, TODAY), TODAY, store.policy)
        read = facts(store)
        found = plan(read, TODAY, store.policy)
        assert found.people == expected.people
        assert len(found.later) + read.due_more == len(expected.later)
        assert plan(facts(store, whole=True), TODAY, store.policy) == expected


# Two messages so many days ago; the last pair is also the day before four fifths of nine days.
EDGES = ((187, 180), (187, 179), (185, 179), (17, 10), (16, 10), (14, 7))
SPARED: tuple[dict[str, dict[str, object]], ...] = (
    {}, {"contact": {"circle": "wide"}}, {"contact": {"circle": "close"}}, {"contact": {"circle": "inner"}},
    {"contact_role": {"role": "mentor"}}, {"contact_role": {"role": "expert"}},
    {"mentor_agreement": {"every_days": 14}},
)  # fmt: skip


@pytest.mark.parametrize("owed", [0, 3, 7])
@pytest.mark.parametrize("number", [20, 21])
def test_the_one_dormant_tie_that_is_read_is_the_one_of_the_plan(store: Store, number: int, owed: int) -> None:
    """Of many ties worth the same the one whose turn it is; who is listed for another reason takes nobody's place."""
    ties = 8
    network = Network({
        "contact": [{"created_on": LONG_AGO, "every_days": 0, "field": "Biology"} for _ in range(ties)],
        "contact_topic": [{"contact_id": who, "topic": "sql"} for who in range(1, ties + 1)],
        "goal": [{"created_on": TODAY}], "goal_topic": [{"goal_id": 1, "topic": "sql"}],
        "interaction": [{"occurred_on": date(2021, 1, 1) + timedelta(days=day)} for day in range(number + 1)],
        "participant": [
            {"interaction_id": talk, "contact_id": who}
            for who in range(1, ties + 1) for talk in range(1, number + 1 + who % 2)
        ],
        "promise": [
            {"contact_id": who, "owed_by": "them", "due_on": TODAY - timedelta(days=3)} for who in range(1, owed + 1)
        ],
    })  # fmt: skip
    with step(store, "test") as open_:
        write(open_, network)
    for limit in (1, 2, 5):
        store.policy = Policy(daily_limit=limit)
        expected = plan(read_slowly(store.db, TODAY), TODAY, store.policy)
        assert plan(facts(store), TODAY, store.policy).people == expected.people
