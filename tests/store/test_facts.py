"""The facts of a day are read by index ranges and in two tiers, and say what a slow reading of everything says."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lnet.domain.policy import Policy
from lnet.domain.reminders import plan
from lnet.store.connect import Store, open_store
from lnet.store.journal import step
from lnet.store.read.facts import facts
from lnet.store.read.persons import people
from tests.conftest import TODAY
from tests.store.networks import Network, days, networks, read_slowly, write

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


large = [HealthCheck.too_slow, HealthCheck.data_too_large]
wild = settings(max_examples=150, deadline=None, suppress_health_check=large)


@wild
@given(network=networks(), today=st.just(TODAY) | days, policy=policies)
def test_the_plan_is_that_of_the_whole_network(shared: Store, network: Network, today: date, policy: Policy) -> None:
    """Whoever is left unread would not have been listed: all three lists and the goals are those of a slow reading."""
    with step(shared, "test", keep=False) as open_:
        write(open_, network)
        shared.policy = policy
        expected = plan(read_slowly(shared.db, today), today, policy)
        assert plan(facts(shared, today, whole=True), today, policy) == expected


@wild
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


@wild
@given(network=networks(), today=st.just(TODAY) | days)
def test_anybody_is_read_as_of_the_day(shared: Store, network: Network, today: date) -> None:
    """People are read as a slow reading sees them, also on a day before their newest conversation."""
    with step(shared, "test", keep=False) as open_:
        write(open_, network)
        expected = read_slowly(shared.db, today).people
        assert people(shared, [person.id for person in expected], today) == list(expected)


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
